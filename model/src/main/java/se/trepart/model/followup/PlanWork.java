package se.trepart.model.followup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import se.trepart.model.Document;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

/**
 * The plan side of all cases that lie on this workstation (underlag om planeringen): what reminders are computed from.
 *
 * @param attendances those with something to tell: days away without a valid reason, and the latest of each action
 */
public record PlanWork(List<SelfSupport> selfSupports, List<Referral> referrals, List<Plan> plans, List<Action> actions,
        List<Attendance> attendances, List<AttendanceSummary> summaries, List<AbsenceResponse> responses, List<TripartiteMeeting> meetings,
        List<AgreementResult> results, List<Reminder> reminders, List<Snooze> snoozes, PlanningSettings settings) {

    public static PlanWork none(PlanningSettings settings) {
        return new PlanWork(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), settings);
    }

    /** What there is of it among some documents. */
    public static PlanWork of(Collection<? extends Document> documents, PlanningSettings settings) {
        return new PlanWork(of(documents, SelfSupport.class), of(documents, Referral.class), of(documents, Plan.class),
                of(documents, Action.class), of(documents, Attendance.class), of(documents, AttendanceSummary.class),
                of(documents, AbsenceResponse.class), of(documents, TripartiteMeeting.class), of(documents, AgreementResult.class),
                of(documents, Reminder.class), of(documents, Snooze.class), settings);
    }

    static <D extends Document> List<D> of(Collection<? extends Document> documents, Class<D> type) {
        return documents.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Only what belongs to one case. */
    static final class OfCases {

        private final PlanWork all;
        private final Map<UUID, List<SelfSupport>> selfSupports;
        private final Map<UUID, List<Referral>> referrals;
        private final Map<UUID, List<Plan>> plans;
        private final Map<UUID, List<Action>> actions;
        private final Map<UUID, List<Attendance>> attendances;
        private final Map<UUID, List<AttendanceSummary>> summaries;
        private final Map<UUID, List<TripartiteMeeting>> meetings;
        private final Map<UUID, List<Reminder>> reminders;
        private final Map<UUID, AbsenceResponse> responses;
        private final Map<UUID, AgreementResult> results;

        OfCases(PlanWork all) {
            this.all = all;
            selfSupports = byCase(all.selfSupports);
            referrals = byCase(all.referrals);
            plans = byCase(all.plans);
            actions = byCase(all.actions);
            attendances = byCase(all.attendances);
            summaries = byCase(all.summaries);
            meetings = byCase(all.meetings);
            reminders = byCase(all.reminders);
            responses = all.responses.stream().collect(Collectors.toMap(AbsenceResponse::markId, Function.identity(), (one, _) -> one));
            results = all.results.stream().collect(Collectors.toMap(AgreementResult::agreementId, Function.identity(), (one, _) -> one));
        }

        PlanWork of(CaseFile file) {
            return new PlanWork(of(selfSupports, file), of(referrals, file), of(plans, file), of(actions, file), of(attendances, file),
                    of(summaries, file), List.of(), of(meetings, file), List.of(), of(reminders, file), List.of(), all.settings);
        }

        /** Whether the consultant keeps a plan of the case, took its referral, or is in a unit that one waits for an answer from. */
        boolean keptBy(CaseFile file, Staff consultant) {
            return CaseAccess.keeps(consultant, of(plans, file), of(referrals, file));
        }

        /** Who keeps the running plan of the case, the newest when there are several. */
        Optional<UUID> consultant(CaseFile file) {
            return of(plans, file).stream().filter(Plan::running).max(Comparator.comparing(Plan::madeOn)).map(Plan::consultant);
        }

        /** Those who have asked to be reminded of something in the case, whoever has it. */
        List<UUID> reminded(CaseFile file) {
            return of(reminders, file).stream().map(Reminder::forStaff).filter(Objects::nonNull).distinct().toList();
        }

        PlanningSettings settings() {
            return all.settings;
        }

        List<Referral> referrals(CaseFile file) {
            return of(referrals, file);
        }

        List<SelfSupport> selfSupports(CaseFile file) {
            return of(selfSupports, file);
        }

        Optional<AbsenceResponse> response(UUID markId) {
            return Optional.ofNullable(responses.get(markId));
        }

        Optional<AgreementResult> result(UUID agreementId) {
            return Optional.ofNullable(results.get(agreementId));
        }

        private static <D extends Document> List<D> of(Map<UUID, List<D>> byCase, CaseFile file) {
            return byCase.getOrDefault(file.id(), List.of());
        }

        private static <D extends Document> Map<UUID, List<D>> byCase(Collection<D> documents) {
            return documents.stream().filter(document -> document.caseId() != null).collect(Collectors.groupingBy(Document::caseId));
        }
    }
}
