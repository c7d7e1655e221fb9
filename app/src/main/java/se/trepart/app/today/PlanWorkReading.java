package se.trepart.app.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.followup.PlanWork;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Snooze;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

/** Reads the plan side of what the day list is made of (underlag om planeringen till Min dag), no more than it needs. */
final class PlanWorkReading {

    /** Away without a valid reason and not dealt with by then is told by other means than a day's list. */
    private static final int MONTHS_OF_ABSENCE = 6;
    private static final int MONTHS_OF_MEETINGS = 14;
    /** Longer than any municipality lets a participant go without contact. */
    private static final int WEEKS_OF_ATTENDANCE = 6;

    private final DocumentStore documents;
    private final LocalDate today;

    PlanWorkReading(DocumentStore documents, LocalDate today) {
        this.documents = documents;
        this.today = today;
    }

    PlanWork read() {
        return new PlanWork(documents.list(SelfSupport.class, ListFilter.ALL), documents.list(Referral.class, ListFilter.ALL),
                documents.list(Plan.class, ListFilter.ALL), documents.list(Action.class, ListFilter.states("OPEN", "PROPOSED")),
                attendances(), documents.list(AttendanceSummary.class, ListFilter.states("SENT")),
                documents.list(AbsenceResponse.class, since(today.minusMonths(MONTHS_OF_ABSENCE))),
                documents.list(TripartiteMeeting.class, since(today.minusMonths(MONTHS_OF_MEETINGS))),
                documents.list(AgreementResult.class, since(today.minusMonths(MONTHS_OF_MEETINGS))),
                documents.list(Reminder.class, ListFilter.states("OPEN")), documents.list(Snooze.class, since(today)), settings());
    }

    /** The latest weeks, and of those before them only where somebody was away without a valid reason. */
    private List<Attendance> attendances() {
        LocalDate recent = Attendance.monday(today.minusWeeks(WEEKS_OF_ATTENDANCE));
        List<Attendance> latest = documents.list(Attendance.class, since(recent));
        ListFilter away = new ListFilter(Set.of("INVALID"), Set.of(), today.minusMonths(MONTHS_OF_ABSENCE), recent.minusDays(1));
        return Stream.concat(latest.stream(), documents.list(Attendance.class, away).stream()).toList();
    }

    private PlanningSettings settings() {
        return ShippedPlanningSettings.inForce(documents.list(PlanningSettings.class, ListFilter.ALL), today);
    }

    private static ListFilter since(LocalDate day) {
        return new ListFilter(Set.of(), Set.of(), day, null);
    }
}
