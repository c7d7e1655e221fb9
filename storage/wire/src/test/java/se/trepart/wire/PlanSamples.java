package se.trepart.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.access.Unit;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.followup.Snooze;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.OtherTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionOffer;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.ReferralReturn;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/** The documents of the way to self-support, with every field filled in. */
final class PlanSamples {

    private static final UUID UNIT = Samples.UNIT;
    private static final UUID CASE = Samples.CASE;
    private static final UUID MEMBER = id(4);
    private static final UUID STAFF = id(9);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOON = Instant.parse("2026-11-16T11:00:00.125Z");
    private static final MeetingTime TIME = new MeetingTime(DAY.atTime(13, 30), 45, "Rum Älven", "https://example.se/möte");

    private PlanSamples() {}

    private static UUID id(int n) {
        return Samples.id(n);
    }

    static Document of(DocumentType type) {
        return switch (type) {
            case SELF_SUPPORT -> new SelfSupport(id(40), UNIT, CASE, MEMBER, "Jobba som kock",
                    List.of(new SelfSupport.ObstaclePeriod(id(41), "unemployed-language-support", DAY, DAY.plusDays(30))), DAY.plusDays(10),
                    DAY, null, null);
            case REFERRAL -> new Referral(id(42), UNIT, CASE, MEMBER, id(43), "Språk", "practice", "Praktik", "Arbete", "30 timmar",
                    "Aktiviteten är ett villkor", new Referral.Told(Referral.Told.How.MEETING, DAY), DAY, STAFF,
                    List.of(new Referral.Step(id(44), Referral.Status.RETURNED, STAFF, NOON, "Återkommer")),
                    new ReferralReturn("Behöver vård", "Sjuk", "Två veckor", DAY));
            case PLAN -> plan();
            case PLAN_VERSION -> new PlanVersion(id(46), UNIT, CASE, 2, NOON, STAFF, "Ny insats", plan(), List.of(action()));
            case ACTION -> action();
            case ATTENDANCE -> new Attendance(id(52), UNIT, CASE, MEMBER, id(48), DAY,
                    List.of(new Attendance.Mark(id(53), DAY, Presence.PRESENT, 360, 345, "Kom lite sent", STAFF, NOON),
                            new Attendance.Mark(id(54), DAY.plusDays(1), Presence.INVALID, 360, 0, "Hörde inte av sig", STAFF, NOON)));
            case ATTENDANCE_SUMMARY -> new AttendanceSummary(id(55), UNIT, CASE, MEMBER, YearMonth.of(2026, 11),
                    new AttendanceSum(720, 345, Map.of(Presence.PRESENT, 1, Presence.INVALID, 1), List.of(47)), "Tätare kontakt", NOON,
                    STAFF, new AttendanceSummary.Receipt(id(8), NOON));
            case ABSENCE_RESPONSE -> new AbsenceResponse(id(56), UNIT, CASE, MEMBER, id(54), DAY.plusDays(1), AbsenceResponse.Led.TALKED,
                    "Bussen gick inte", id(8), NOON);
            case TRIPARTITE_MEETING -> meeting();
            case AGREEMENT_RESULT -> new AgreementResult(id(63), UNIT, CASE, id(57), id(61), true, "Ringde", STAFF, DAY);
            case REMINDER -> new Reminder(id(64), UNIT, CASE, Side.PLAN, "Ring skolan", DAY, STAFF, id(8), DAY, DAY.plusDays(1));
            case SNOOZE ->
                new Snooze(id(65), UNIT, CASE, Side.AID, DayItem.Kind.ACTION_ENDING, id(48), DAY.plusDays(7), "Möte bokat", STAFF, DAY);
            case PLANNING_SETTINGS -> new PlanningSettings(id(66), Unit.MUNICIPALITY, DAY, 14, 18, 25, 7, List.of(3, 6), 3, 30, 6, 3, 21, 5,
                    new PlanningSettings.ActivityRequirement(DAY, 3, 40, 10, 8, true));
            case ACTION_OFFER ->
                new ActionOffer(id(67), UNIT, "practice", "Återbruket", 12, Money.kronor(4500), "Åsa Ek", DAY, DAY.plusYears(1));
            default -> throw new IllegalArgumentException("not of the plan: " + type);
        };
    }

    private static Plan plan() {
        return new Plan(id(45), UNIT, CASE, MEMBER, STAFF, id(42), "Jobba som kock",
                List.of(new Plan.Goal(id(47), "Körkort", "Teoriprov", DAY.plusMonths(2), DAY)), DAY, DAY.plusMonths(3),
                List.of(new Plan.FollowUp(id(49), DAY, STAFF, "Går bra")), DAY.plusYears(1));
    }

    private static Action action() {
        ActionTerms before = new ActionTerms("practice", "Återbruket", STAFF, DAY, DAY.plusMonths(3), 30, "Vana");
        return new Action(id(48), UNIT, CASE, MEMBER, id(45), id(42), before.until(DAY.plusMonths(4)),
                List.of(new Action.ActionStep(id(50), "Studiebesök", DAY)),
                List.of(new ActionChange(id(51), before, before.until(DAY.plusMonths(4)), "Mer tid", STAFF, DAY,
                        ActionChange.Asks.CASEWORKER, new ActionChange.Answer(true, "Bra", id(8), DAY))),
                new ActionEnding(DAY.plusMonths(4), Outcome.EMPLOYMENT, "Köksarbete", "Självförtroende", "Roligt", "Framsteg", "Stabilt",
                        "Uppföljning", DAY.plusMonths(4), DAY.plusMonths(10), STAFF));
    }

    private static TripartiteMeeting meeting() {
        return meeting(Participant.Answer.COMES, null, null);
    }

    /** With what came after the first meetings: another time asked for, and an invitation that a second person has read. */
    static TripartiteMeeting laterMeeting() {
        return meeting(Participant.Answer.OTHER_TIME,
                new OtherTime(DAY.plusDays(1).atTime(9, 15), "Är på kurs", STAFF, DAY, "Tolken kan inte"),
                new TripartiteMeeting.Confirmation(id(8), TIME, "Följa upp"));
    }

    private static TripartiteMeeting meeting(Participant.Answer answer, @Nullable OtherTime otherTime,
            TripartiteMeeting.@Nullable Confirmation confirmation) {
        MeetingNotes notes = new MeetingNotes(List.of(new MeetingNotes.AgendaItem(id(60), "Praktiken", true)), "Det går bra.\nFortsätt.",
                "Jag trivs", List.of(new Agreement(id(61), Party.CONSULTANT, "Ringer köket", DAY.plusDays(7))), Set.of(Party.CASEWORKER),
                DAY.plusMonths(2), "Inget mer");
        return new TripartiteMeeting(id(57), UNIT, CASE, MEMBER, id(58), TIME, "Följa upp", id(8), DAY,
                List.of(new Participant(id(59), Party.CONSULTANT, STAFF, "Åsa Ek", answer, DAY, otherTime)),
                List.of(new TripartiteMeeting.Move(id(62), TIME, "Sjuk", STAFF, DAY)), notes, "Sjuk", NOON, STAFF, id(68), "Fel datum",
                confirmation);
    }
}
