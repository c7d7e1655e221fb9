package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.Way;

/** A day on Amina's way to self-support: what there is by then, and what Karin, Lena and Ola are told of it. */
final class AminasDay {

    static final Staff KARIN = Sample.staff("karin", Role.CASEWORKER);
    static final Staff LENA = Sample.staff("lena", Role.TEAM_LEAD);
    static final Staff OLA = new Staff(Way.OLA, Sample.UNIT, "ola", "Ola", "", "", List.of(Role.CONSULTANT),
            List.of(Sample.UNIT, Way.LABOUR_MARKET), List.of(), true, Sample.TODAY);

    LocalDate today = LocalDate.of(2026, 10, 1);
    Phase phase = Phase.RUNNING;
    UUID responsible = KARIN.id();
    final List<Application> applications = new ArrayList<>();
    final List<SelfSupport> supports = new ArrayList<>();
    final List<Referral> referrals = new ArrayList<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Action> actions = new ArrayList<>();
    final List<Attendance> attendances = new ArrayList<>();
    final List<AttendanceSummary> summaries = new ArrayList<>();
    final List<AbsenceResponse> responses = new ArrayList<>();
    final List<TripartiteMeeting> meetings = new ArrayList<>();
    final List<AgreementResult> results = new ArrayList<>();
    final List<Reminder> reminders = new ArrayList<>();
    final List<Snooze> snoozes = new ArrayList<>();

    List<Kind> kinds(Staff staff, Role role) {
        return items(staff, role, "19880209T050").stream().map(DayItem::kind).toList();
    }

    List<DayItem> items(Staff staff, Role role, String number) {
        return DayList.of(work(number), staff, role, today);
    }

    List<DayList.UnitLine> unit() {
        return DayList.ofUnit(work("19880209T050"), LENA, Role.TEAM_LEAD, today);
    }

    DayWork work(String number) {
        PlanWork planning = new PlanWork(supports, referrals, plans, actions, attendances, summaries, responses, meetings, results,
                reminders, snoozes, Way.SETTINGS);
        return new DayWork(List.of(Sample.caseFile(phase, responsible, today.minusDays(20))), List.of(Sample.householdOf(number)),
                applications, List.of(), List.of(), List.of(), List.of(), ChecklistTemplates.shipped(Sample.UNIT), List.of(), planning,
                Sample.settings(), DelegationOrder.shipped());
    }

    static TripartiteMeeting meeting(LocalDate day) {
        return meeting(Sample.id("meeting"), day);
    }

    static TripartiteMeeting meeting(UUID id, LocalDate day) {
        return TripartiteMeeting.call(id, Sample.UNIT, Sample.CASE, Way.AMINA, null, new MeetingTime(day.atTime(10, 0), 60, "rum 4", ""),
                "planera",
                List.of(Participant.called(Way.AMINA, Party.APPLICANT, null, "Amina"),
                        Participant.called(Way.KARIN, Party.CASEWORKER, Way.KARIN, "Karin"),
                        Participant.called(Way.OLA, Party.CONSULTANT, Way.OLA, "Ola")),
                Way.KARIN, LocalDate.of(2026, 9, 1));
    }
}
