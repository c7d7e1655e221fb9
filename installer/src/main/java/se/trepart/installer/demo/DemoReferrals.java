package se.trepart.installer.demo;

import java.time.LocalDate;
import java.util.List;

import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.ReferralReturn;

/** Takes one adult from the referral on, as far as the story goes (R21, R26). */
final class DemoReferrals {

    static final String NONE = "no-referral";
    static final String WRITING = "referral-writing";
    static final String SENT = "referral-sent";
    static final String LATE = "referral-late";
    static final String RECEIVED = "referral-received";
    static final String NEWLY_ACCEPTED = "referral-newly-accepted";
    static final String DECLINED = "referral-declined";
    static final String RETURNED = "referral-returned";

    private static final int DAYS_TO_ANSWER = 3;
    private static final int DAYS_TO_PLAN = 8;
    /** from the first contact to the first action */
    private static final int DAYS_BEFORE_ACTION = 24;
    /** from the application to the earliest first action */
    private static final int DAYS_BEFORE_ANY = 30;

    private final DemoActions actions = new DemoActions();
    private final DemoMeetings meetings = new DemoMeetings();

    void live(DemoWay way, String story) {
        LocalDate today = way.today();
        switch (story) {
            case NONE -> {
            }
            case WRITING -> way.demo().put(begin(way, today.minusDays(1), ""));
            case SENT -> sent(way, today.minusDays(2), "");
            case LATE -> sent(way, today.minusDays(13), "internship");
            case RECEIVED -> {
                Referral referral = sent(way, today.minusDays(5), "job-search");
                way.demo().put(referral.receive(way.id(), way.consultant().id(), way.at(way.working(today.minusDays(4)), 13)));
            }
            case NEWLY_ACCEPTED -> {
                Referral referral = sent(way, today.minusDays(8), "job-search");
                way.demo().put(referral.accept(way.id(), way.consultant().id(), way.at(way.working(today.minusDays(4)), 14)));
            }
            case DECLINED -> {
                Referral referral = sent(way, today.minusDays(15), "vocational");
                way.demo()
                        .put(referral.decline(way.id(),
                                "Utbildningen börjar först till hösten. Skicka gärna en ny remiss om praktik så länge.",
                                way.consultant().id(), way.at(way.working(today.minusDays(11)), 10)));
            }
            case RETURNED -> returned(way);
            default -> planned(way, story);
        }
    }

    /** The ordinary way: referral, plan, actions one after the other, meetings all along. */
    private void planned(DemoWay way, String story) {
        List<DemoSpell> spells = spells(way, story);
        if (spells.isEmpty()) {
            sent(way, way.today().minusDays(3), "");
            return;
        }
        Referral referral = accepted(way, spells);
        Plan plan = plan(way, referral, spells);
        List<Action> made = actions.live(way, referral, plan, spells);
        Plan lived = actions.keep(way, plan, made);
        meetings.live(way, referral, lived, spells.getLast());
    }

    private static List<DemoSpell> spells(DemoWay way, String story) {
        return DemoSpell.lay(story, way.file().openedOn().plusDays(DAYS_BEFORE_ANY), way.today(), way.random());
    }

    private Referral accepted(DemoWay way, List<DemoSpell> spells) {
        LocalDate sentOn = spells.getFirst().startsOn().minusDays(DAYS_BEFORE_ACTION);
        Referral referral = sent(way, sentOn.isAfter(way.today().minusDays(9)) ? way.today().minusDays(9) : sentOn,
                spells.getFirst().kind());
        Referral accepted = referral.receive(way.id(), way.consultant().id(), way.at(way.working(day(referral).plusDays(1)), 8))
                .accept(way.id(), way.consultant().id(), way.at(way.working(day(referral).plusDays(DAYS_TO_ANSWER)), 9));
        way.demo().put(accepted);
        return accepted;
    }

    private static LocalDate day(Referral referral) {
        return referral.on(Referral.Status.SENT).orElseThrow();
    }

    private static Plan plan(DemoWay way, Referral referral, List<DemoSpell> spells) {
        LocalDate madeOn = way.working(day(referral).plusDays(DAYS_TO_PLAN));
        List<Plan.Goal> goals = List.of(
                new Plan.Goal(way.id(), "Få en fast vardag", "Komma till insatsen varje dag som är planerad", madeOn.plusMonths(1),
                        madeOn.plusMonths(1).isBefore(way.today()) ? way.working(madeOn.plusMonths(1)) : null),
                new Plan.Goal(way.id(), way.one(DemoPlanWords.PART_GOALS), "Med stöd av konsulenten", spells.getLast().endsOn(), null));
        return new Plan(way.id(), way.file().unitId(), way.file().id(), way.member(), way.consultant().id(), referral.id(),
                way.one(DemoPlanWords.GOALS), goals, madeOn, madeOn.plusWeeks(10), List.of(), null);
    }

    /** R26: what was tried did not help now, and the caseworker has the person back. */
    private void returned(DemoWay way) {
        List<DemoSpell> spells = spells(way, "mapping OTHER");
        if (spells.isEmpty()) {
            return;
        }
        Referral referral = accepted(way, spells);
        Plan plan = plan(way, referral, spells);
        List<Action> made = actions.live(way, referral, plan, spells);
        Plan lived = actions.keep(way, plan, made);
        LocalDate backOn = way.working(spells.getLast().endsOn().plusDays(6));
        way.demo()
                .put(referral.giveBack(way.id(),
                        new ReferralReturn(
                                "Behöver vård innan en insats kan fungera. Orkade två till tre timmar om dagen när det gick bra.",
                                "Sjukskriven på heltid tills vidare.",
                                "Kartläggningen gav en bra bild av vad som fungerar: korta dagar, lugn plats, samma handledare.",
                                way.working(backOn.minusDays(1))),
                        way.consultant().id(), way.at(backOn, 15)));
        meetings.live(way, referral, lived, spells.getLast());
    }

    private static Referral begin(DemoWay way, LocalDate on, String wanted) {
        LocalDate day = way.working(on);
        String content = ActionKind.of(wanted).map(kind -> kind.name() + ", 20 timmar i veckan.").orElse("Det som ni kommer fram till.");
        return Referral
                .begin(way.id(), way.file().unitId(), way.file().id(), way.member(), DemoStaff.LABOUR_MARKET.id(), way.caseworker().id(),
                        day)
                .write(way.one(DemoPlanWords.NEEDS), wanted, "Komma närmare arbete eller studier.", way.one(DemoPlanWords.GOALS), content,
                        "Den som inte deltar utan giltigt skäl kan få lägre bistånd eller inget.",
                        new Told(way.number() % 3 == 0 ? Told.How.PHONE : Told.How.MEETING, way.working(day.minusDays(1))));
    }

    private Referral sent(DemoWay way, LocalDate on, String wanted) {
        LocalDate earliest = way.file().openedOn().plusDays(2);
        Referral written = begin(way, on.isBefore(earliest) ? earliest : on, wanted);
        Referral sent = written.send(way.id(), way.caseworker().id(), way.at(written.writtenOn(), 15));
        way.demo().put(sent);
        return sent;
    }
}
