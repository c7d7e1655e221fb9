package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.casefile.CaseFile;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.Meetings;
import se.trepart.model.meeting.OtherTime;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Attendance.Mark;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;

import org.jspecify.annotations.Nullable;

/** The rules with dates of the way to self-support (bevakningsregler för planeringen), each for one case. R20–R27 */
final class PlanRules {

    private static final int MEETING_SOON_DAYS = 7;

    private final CaseFile file;
    private final PlanWork work;
    private final PlanWork.OfCases all;
    private final PlanningSettings settings;
    private final LocalDate today;
    private final Finder found;

    /** Takes what a rule has found. */
    interface Finder {

        void add(Kind kind, CaseFile file, @Nullable UUID memberId, UUID aboutId, CasePlace place, LocalDate since,
                @Nullable LocalDate dueOn, String rule);
    }

    PlanRules(CaseFile file, PlanWork.OfCases all, LocalDate today, Finder found) {
        this.file = file;
        this.all = all;
        this.work = all.of(file);
        this.settings = work.settings();
        this.today = today;
        this.found = found;
    }

    /** What the caseworker of the case is told. */
    void forCaseworker() {
        invalidAbsence();
        answeredReferrals();
        firstMeetings();
        unansweredReferrals();
        proposals(Asks.CASEWORKER);
        summaries();
        actions();
        plans();
        meetings(Party.CASEWORKER);
        reminders(Side.AID);
        if (work.plans().stream().noneMatch(Plan::running)) {
            // nobody keeps the plan any more: what was to be done is not to be forgotten
            reminders(Side.PLAN);
        }
    }

    /** What who leads the unit is told beside that. */
    void forTeamLead() {
        proposals(Asks.TEAM_LEAD);
    }

    /** What the consultant who keeps the plans of the case is told. */
    void forConsultant() {
        newReferrals();
        withoutPlan();
        answeredProposals();
        actions();
        plans();
        withoutContact();
        meetings(Party.CONSULTANT);
        reminders(Side.PLAN);
    }

    /** R24: each day away without a valid reason, until it is recorded what it led to. */
    private void invalidAbsence() {
        for (Attendance attendance : work.attendances()) {
            for (Mark mark : attendance.invalid()) {
                if (all.response(mark.id()).isEmpty()) {
                    add(Kind.INVALID_ABSENCE, attendance.memberId(), mark.id(), mark.on(), null, "R24");
                }
            }
        }
    }

    /** R21, R26: a person who came back, or was not taken, and for whom nothing new has been asked since. */
    private void answeredReferrals() {
        for (Referral referral : work.referrals()) {
            boolean back = referral.status() == Status.RETURNED || referral.status() == Status.DECLINED;
            if (back && work.referrals().stream().noneMatch(other -> followsOn(other, referral))) {
                Kind kind = referral.status() == Status.RETURNED ? Kind.REFERRAL_RETURNED : Kind.REFERRAL_DECLINED;
                add(kind, referral.memberId(), referral.id(), referral.on(referral.status()).orElse(today), null,
                        referral.status() == Status.RETURNED ? "R26" : "R21");
            }
        }
    }

    private static boolean followsOn(Referral other, Referral referral) {
        return !other.id().equals(referral.id()) && other.memberId().equals(referral.memberId())
                && !other.writtenOn().isBefore(referral.on(referral.status()).orElse(LocalDate.MAX));
    }

    private void unansweredReferrals() {
        for (Referral referral : work.referrals()) {
            LocalDate by = referral.answerBy(settings).orElse(LocalDate.MAX);
            if (referral.unanswered() && by.isBefore(today)) {
                add(Kind.REFERRAL_UNANSWERED, referral.memberId(), referral.id(), referral.on(Status.SENT).orElse(today), by, "R21");
            }
        }
    }

    /** R21: the caseworker calls the first meeting of the three. */
    private void firstMeetings() {
        for (Referral referral : work.referrals()) {
            LocalDate sent = referral.on(Status.SENT).orElse(LocalDate.MAX);
            if (referral.running() && Meetings.firstIsMissing(work.meetings(), referral.memberId(), sent)) {
                add(Kind.FIRST_MEETING_TO_CALL, referral.memberId(), referral.id(), referral.on(Status.ACCEPTED).orElse(today), null,
                        "R21");
            }
        }
    }

    private void newReferrals() {
        for (Referral referral : work.referrals()) {
            if (referral.unanswered()) {
                add(Kind.NEW_REFERRAL, referral.memberId(), referral.id(), referral.on(Status.SENT).orElse(today),
                        referral.answerBy(settings).orElse(null), "R21");
            }
        }
    }

    private void withoutPlan() {
        for (Referral referral : work.referrals()) {
            // one that is closed was made, and led to where it led
            boolean planned = work.plans()
                    .stream()
                    .anyMatch(plan -> referral.id().equals(plan.referralId())
                            || plan.running() && plan.memberId().equals(referral.memberId()));
            if (referral.running() && !planned) {
                add(Kind.PLAN_MISSING, referral.memberId(), referral.id(), referral.on(Status.ACCEPTED).orElse(today), null, "R27");
            }
        }
    }

    private void proposals(Asks asked) {
        for (Action action : work.actions()) {
            action.proposal()
                    .filter(change -> change.asks() == asked)
                    .ifPresent(change -> add(Kind.CHANGE_PROPOSED, action.memberId(), action.id(), change.on(), null, "R23"));
        }
    }

    /** An answer to the last proposal, until something else is done with the action or a week has gone. */
    private void answeredProposals() {
        for (Action action : work.actions()) {
            if (action.ending() != null || action.changes().isEmpty()) {
                continue;
            }
            ActionChange.Answer answer = action.changes().getLast().answer();
            if (answer != null && !answer.on().plusDays(MEETING_SOON_DAYS).isBefore(today)) {
                add(Kind.PROPOSAL_ANSWERED, action.memberId(), action.id(), answer.on(), null, "R23");
            }
        }
    }

    private void summaries() {
        for (AttendanceSummary summary : work.summaries()) {
            if (summary.receipt() == null) {
                add(Kind.SUMMARY_TO_READ, summary.memberId(), summary.id(), summary.documentDate(), null, "R24");
            }
        }
    }

    /** R23: an action near its last day, and one whose last day has come. */
    private void actions() {
        for (Action action : work.actions()) {
            if (action.status(today) == Action.Status.DUE_FOR_FOLLOW_UP) {
                add(Kind.ACTION_DUE, action.memberId(), action.id(), action.terms().endsOn(), action.terms().endsOn(), "R23");
            } else if (action.endsWithin(settings.endingDays(), today)) {
                add(Kind.ACTION_ENDING, action.memberId(), action.id(), action.terms().startsOn(), action.terms().endsOn(), "R23");
            }
        }
    }

    /** R27: a plan due for follow-up, and one without a day for it. */
    private void plans() {
        for (Plan plan : work.plans()) {
            if (!plan.running()) {
                continue;
            }
            LocalDate latest = plan.followUpBy(settings);
            LocalDate by = plan.followUpOn() == null || plan.followUpOn().isAfter(latest) ? latest : plan.followUpOn();
            if (!by.isAfter(today)) {
                add(Kind.PLAN_FOLLOW_UP, plan.memberId(), plan.id(), plan.lastFollowedUp(), by, "R27");
            } else if (plan.followUpOn() == null) {
                add(Kind.PLAN_WITHOUT_FOLLOW_UP, plan.memberId(), plan.id(), plan.lastFollowedUp(), latest, "R27");
            }
        }
    }

    /** A participant whom nobody has met, marked or followed up for long. */
    private void withoutContact() {
        for (Plan plan : work.plans()) {
            if (!plan.running()) {
                continue;
            }
            LocalDate last = lastContact(plan);
            if (last.plusDays(settings.contactDays()).isBefore(today)) {
                add(Kind.NO_CONTACT, plan.memberId(), plan.id(), last, null, "R27");
            }
        }
    }

    private LocalDate lastContact(Plan plan) {
        Stream<LocalDate> marked = work.attendances()
                .stream()
                .filter(attendance -> attendance.memberId().equals(plan.memberId()))
                .flatMap(attendance -> attendance.marks().stream())
                .filter(mark -> !mark.presence().absent())
                .map(Mark::on);
        Stream<LocalDate> met = Meetings.held(work.meetings())
                .stream()
                .filter(meeting -> meeting.memberId().equals(plan.memberId()))
                .map(TripartiteMeeting::on);
        return Stream.of(marked, met, Stream.of(plan.lastFollowedUp()))
                .flatMap(dates -> dates)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** R25: a meeting near, one whose notes were never finished, and what the party itself has agreed to do. */
    private void meetings(Party party) {
        for (TripartiteMeeting meeting : work.meetings()) {
            if (meeting.status() != TripartiteMeeting.Status.CALLED) {
                continue;
            }
            if (meeting.on().isBefore(today)) {
                add(Kind.MEETING_NOTES_LEFT, meeting.memberId(), meeting.id(), meeting.on(), null, "R25");
            } else if (!meeting.on().isAfter(today.plusDays(MEETING_SOON_DAYS))) {
                add(Kind.MEETING_SOON, meeting.memberId(), meeting.id(), meeting.calledOn(), meeting.on(), "R25");
            }
            if (party == Party.CASEWORKER) {
                askedTimes(meeting);
            }
        }
        for (TripartiteMeeting meeting : Meetings.held(work.meetings())) {
            for (Agreement agreement : meeting.notes().agreements()) {
                if (agreement.party() == party && all.result(agreement.id()).isEmpty()) {
                    add(Kind.AGREEMENT, meeting.memberId(), agreement.id(), meeting.on(), agreement.by(), "R25");
                }
            }
            MeetingNotes notes = meeting.notes();
            if (notes.nextOn() != null && Meetings.next(work.meetings(), meeting.memberId(), today).isEmpty()
                    && Meetings.held(work.meetings()).getFirst().id().equals(meeting.id())) {
                add(Kind.NEXT_MEETING_TO_CALL, meeting.memberId(), meeting.id(), meeting.on(), notes.nextOn(), "R25");
            }
        }
    }

    /** R25: who handles the case says yes or no to another time, until the day has been. */
    private void askedTimes(TripartiteMeeting meeting) {
        meeting.participants()
                .stream()
                .flatMap(participant -> participant.proposal().stream())
                .map(OtherTime::on)
                .min(Comparator.naturalOrder())
                .filter(_ -> !meeting.on().isBefore(today))
                .ifPresent(on -> add(Kind.OTHER_TIME_ASKED, meeting.memberId(), meeting.id(), on, meeting.on(), "R25"));
    }

    /** What one person has asked to be reminded of, whoever has the case. */
    void setFor(UUID staff) {
        for (Reminder reminder : work.reminders()) {
            if (staff.equals(reminder.forStaff()) && due(reminder)) {
                remind(reminder);
            }
        }
    }

    /** What goes with the case: for whoever has it, or keeps its plan, that day. */
    private void reminders(Side side) {
        for (Reminder reminder : work.reminders()) {
            if (reminder.forStaff() == null && reminder.side() == side && due(reminder)) {
                remind(reminder);
            }
        }
    }

    private boolean due(Reminder reminder) {
        return reminder.open() && !reminder.dueOn().isAfter(today);
    }

    private void remind(Reminder reminder) {
        add(Kind.OWN_REMINDER, participant().orElse(null), reminder.id(), reminder.madeOn(), reminder.dueOn(), "");
    }

    /** Whether anything on the plan side says what comes next. */
    boolean hasNextStep() {
        List<Boolean> steps = List.of(work.referrals().stream().anyMatch(Referral::unanswered),
                work.actions().stream().anyMatch(action -> action.ending() == null),
                work.plans().stream().anyMatch(plan -> plan.running() && plan.followUpOn() != null),
                work.meetings().stream().anyMatch(meeting -> meeting.status() == TripartiteMeeting.Status.CALLED),
                work.reminders().stream().anyMatch(Reminder::open));
        return steps.contains(true);
    }

    /** Whose planning a reminder of the case is about, where there is one. */
    private Optional<UUID> participant() {
        Stream<UUID> planned = work.plans().stream().filter(Plan::running).map(Plan::memberId);
        return Stream.concat(planned, work.referrals().stream().map(Referral::memberId)).findFirst();
    }

    private void add(Kind kind, @Nullable UUID memberId, UUID aboutId, LocalDate since, @Nullable LocalDate dueOn, String rule) {
        found.add(kind, file, memberId, aboutId, CasePlace.PLANNING, since, dueOn, rule);
    }
}
