package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.SelfSupportEdit;
import se.trepart.model.Document;
import se.trepart.model.casefile.Adult;
import se.trepart.model.decision.Decision;
import se.trepart.model.followup.ActivityDuty;
import se.trepart.model.followup.CasePlanning;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.Snooze;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.InvalidAbsence;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.ReferralClock;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/**
 * What the place Planering shows of one adult at one moment (planeringens sida).
 *
 * @param support null until anything is known
 * @param referrals newest first
 * @param plan the one that runs, otherwise the newest; null without any
 * @param running actions that have not ended, the one that ends first on top
 * @param ended actions, the latest on top
 * @param absences days away without a valid reason, oldest first
 * @param summaries newest month first
 * @param meetings latest first
 * @param toDo of the whole case
 * @param clock null while a referral is under way
 */
record PlanningPage(CaseSituation now, Adult adult, @Nullable SelfSupport support, List<Referral> referrals, @Nullable Plan plan,
        List<Action> running, List<Action> ended, List<InvalidAbsence> absences, List<AttendanceSummary> summaries,
        List<TripartiteMeeting> meetings, List<DayItem> toDo, @Nullable ReferralClock clock) {

    /** @param memberId whom to show; the applicant when there is no such adult */
    static PlanningPage of(CaseSituation now, @Nullable UUID memberId) {
        List<Adult> adults = now.documents().household().adults();
        Adult adult = adults.stream().filter(one -> one.id().equals(memberId)).findFirst().orElse(now.documents().household().applicant());
        UUID id = adult.id();
        CasePlanning planning = now.planning();
        List<Action> actions = now.documents().of(Action.class).stream().filter(action -> action.memberId().equals(id)).toList();
        return new PlanningPage(now, adult, SelfSupportEdit.of(now.documents(), id).orElse(null),
                sorted(now.documents().of(Referral.class).stream().filter(r -> r.memberId().equals(id)).toList(),
                        Comparator.comparing(Referral::writtenOn).reversed()),
                plan(now, id),
                sorted(actions.stream().filter(action -> action.ending() == null).toList(),
                        Comparator.comparing(action -> action.terms().endsOn())),
                sorted(actions.stream().filter(action -> action.ending() != null).toList(),
                        Comparator.comparing((Action action) -> action.terms().endsOn()).reversed()),
                now.absences().stream().filter(absence -> absence.attendance().memberId().equals(id)).toList(),
                sorted(now.documents().of(AttendanceSummary.class).stream().filter(s -> s.memberId().equals(id)).toList(),
                        Comparator.comparing(AttendanceSummary::month).reversed()),
                sorted(Meetings.current(now.documents().of(TripartiteMeeting.class)).stream().filter(m -> m.memberId().equals(id)).toList(),
                        Comparator.comparing(TripartiteMeeting::on).reversed()),
                planning.toDo(), planning.clock().orElse(null));
    }

    String name() {
        return adult.person().firstName();
    }

    LocalDate today() {
        return now.today();
    }

    /** The referral that is being written. */
    Optional<Referral> writing() {
        return referrals.stream().filter(referral -> referral.status() == Referral.Status.WRITING).findFirst();
    }

    /** Whether another referral may be begun: none is being written, waits for an answer or is under way. */
    boolean mayRefer() {
        return referrals.stream().noneMatch(r -> r.status() == Referral.Status.WRITING || r.unanswered() || r.running());
    }

    List<InvalidAbsence> openAbsences() {
        return absences.stream().filter(InvalidAbsence::open).toList();
    }

    ActivityDuty duty() {
        return ActivityDuty.of(adult.id(), now.documents().household(), now.documents().of(Decision.class), running,
                now.registers().planning(today()).activityRequirement(), today());
    }

    List<Attendance> attendances() {
        return now.documents().of(Attendance.class).stream().filter(week -> week.memberId().equals(adult.id())).toList();
    }

    /** What was noted on a referral that came back. */
    Optional<Snooze> noted(Referral referral) {
        return now.documents()
                .of(Snooze.class)
                .stream()
                .filter(s -> s.aboutId().equals(referral.id()) && s.kind() == NextStep.kind(referral))
                .findFirst();
    }

    /** R21, R26: whether the person came back or was not taken, and nobody has said what comes next. */
    boolean asksWhatIsNext(Referral referral) {
        boolean back = referral.status() == Referral.Status.RETURNED || referral.status() == Referral.Status.DECLINED;
        boolean newest = referrals.getFirst().equals(referral);
        return back && newest && noted(referral).filter(note -> note.until().isAfter(today())).isEmpty();
    }

    private static @Nullable Plan plan(CaseSituation now, UUID memberId) {
        return now.documents()
                .of(Plan.class)
                .stream()
                .filter(plan -> plan.memberId().equals(memberId))
                .max(Comparator.comparing(Plan::running).thenComparing(Plan::madeOn))
                .orElse(null);
    }

    private static <D extends Document> List<D> sorted(List<D> all, Comparator<? super D> order) {
        return all.stream().sorted(order).toList();
    }
}
