package se.trepart.installer.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.followup.Snooze;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionOffer;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/** The plan side of the demo office's cases: for each adult one of the stories below, told by the model's own verbs. */
final class DemoPlanning {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What has become of each adult of a running case: the actions so far, or where the referral is. */
    private static final List<String> STORIES = List.of("mapping CONTINUES, language-practice ONGOING", "job-search EMPLOYMENT",
            "internship ONGOING", "mapping CONTINUES, sfi ONGOING", "mapping CONTINUES, work-training EXTENDED",
            "job-search CONTINUES, internship EMPLOYMENT", DemoReferrals.LATE, "work-training DUE", "internship SUPPORTED_EMPLOYMENT",
            DemoReferrals.NONE, "mapping CONTINUES, internship ENDING", "health OTHER_AUTHORITY", "adult-education STUDIES",
            "work-training PROPOSED", "job-search EMPLOYMENT", DemoReferrals.RETURNED, "language-practice ONGOING", "job-search MOVED",
            DemoReferrals.NEWLY_ACCEPTED, "internship CONTINUES, job-search PLANNED", "civic CONTINUES, sfi ONGOING", DemoReferrals.SENT,
            "municipal-employment ASKS_TEAM_LEAD", "job-search OTHER", DemoReferrals.DECLINED, DemoReferrals.RECEIVED,
            "job-search EMPLOYMENT", "internship DUE");
    private static final List<String> STORIES_OF_THE_YOUNG = List.of("mapping CONTINUES, internship ONGOING", "job-search EMPLOYMENT",
            "adult-education STUDIES", "internship ENDING", DemoReferrals.SENT, "job-search ONGOING",
            "mapping CONTINUES, adult-education STUDIES", "internship EMPLOYMENT", DemoReferrals.NONE, "work-training ONGOING",
            "job-search DUE", "internship STUDIES");
    private static final List<String> OBSTACLES = List.of("unemployed.nothing", "unemployed.too-little", "unemployed.nothing", "social",
            "unemployed.nothing", "part-time.too-little", "unemployed.nothing", "establishment.too-little", "sick.none",
            "unemployed.waiting", "parental.too-little");

    private final Random random;
    private final LocalDate today;
    private final Supplier<UUID> ids;
    private final DemoReferrals referrals;
    private int adults;
    private int running;
    private int young;

    DemoPlanning(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
        // a day after the other documents' ids begin: none is made twice
        this.ids = new DemoIds(seed, today.minusMonths(14).plusDays(1).atStartOfDay(SWEDEN).toInstant());
        this.referrals = new DemoReferrals();
    }

    /** The municipality's own: its values and what it offers. */
    List<Document> offers() {
        List<Document> offers = new ArrayList<>(List.of(ShippedPlanningSettings.of(Unit.MUNICIPALITY)));
        LocalDate since = today.minusYears(2);
        offers.add(offer("mapping", "Jobbcentrum", 20, 2_900, "Leyla Demir", since, null));
        // dearer since the beginning of the year
        offers.addAll(offer("job-search", "Jobbcentrum", 30, 3_200, "Oskar Holm", since, null).costing(Money.kronor(3_400),
                today.withDayOfYear(1), ids.get()));
        offers.add(offer("internship", "Skolköket", 4, 1_800, "Kostenheten", since, null));
        offers.add(offer("internship", "Exempelbostäder", 3, 1_800, "Fastighetsjouren", since, null));
        offers.add(offer("work-training", "Återbruket", 15, 5_200, "Återbrukets föreståndare", since, null));
        offers.add(offer("work-training", "Parkenheten", 8, 5_200, "Parkenhetens arbetsledare", since, null));
        offers.add(offer("language-practice", "Kyrkans café", 6, 2_100, "Hanna Ekdahl", since, null));
        offers.add(offer("sfi", "Vuxenskolan", 40, 4_100, "Vuxenskolans rektor", since, null));
        offers.add(offer("civic", "Medborgarhuset", 25, 1_500, "Integrationssamordnaren", since, null));
        offers.add(offer("health", "Friskhuset", 10, 2_600, "Friskhusets samordnare", since, null));
        offers.add(offer("municipal-employment", "Återbruket", 5, 24_500, "Arbetsmarknadschefen", since, null));
        offers.add(offer("adult-education", "Vuxenskolan", 20, null, "Vuxenskolans rektor", since, null));
        offers.add(offer("internship", "Äldreboendet Solgläntan", 5, 1_800, "Vårdlärarna", since, today.minusMonths(2)));
        return offers;
    }

    private ActionOffer offer(String kind, String place, int capacity, @Nullable Integer kronor, String owner, LocalDate from,
            @Nullable LocalDate to) {
        return new ActionOffer(ids.get(), Unit.MUNICIPALITY, kind, place, capacity, kronor == null ? null : Money.kronor(kronor), owner,
                from, to);
    }

    /** @param protectedIdentity then no consultant is named, and the plan side holds the goal only */
    void live(DemoCase demo, Staff caseworker, boolean ofYouth, boolean protectedIdentity) {
        CaseFile file = demo.one(CaseFile.class).orElseThrow();
        Household household = demo.one(Household.class).orElseThrow();
        for (Adult adult : household.adults()) {
            Staff consultant = ofYouth ? DemoStaff.HANNA : adults % 2 == 0 ? DemoStaff.LEYLA : DemoStaff.OSKAR;
            DemoWay way = new DemoWay(demo, file, adult, caseworker, consultant, !household.children().isEmpty(), adults++, today, random,
                    ids);
            if (file.phase() == Phase.INTAKE) {
                intake(way, protectedIdentity);
            } else {
                goal(way, true);
                if (!protectedIdentity) {
                    referrals.live(way, ofYouth ? at(STORIES_OF_THE_YOUNG, young++) : at(STORIES, running++));
                    reminders(way);
                    putOff(way);
                }
            }
        }
    }

    private static String at(List<String> stories, int number) {
        return stories.get(number % stories.size());
    }

    /** New cases: most have their early meeting booked, and some a referral on its way (R20). */
    private void intake(DemoWay way, boolean protectedIdentity) {
        boolean booked = way.number() % 4 != 3;
        if (booked || way.number() % 8 == 3) {
            goal(way, booked);
        }
        if (booked && !protectedIdentity && way.number() % 3 == 0) {
            referrals.live(way, way.number() % 2 == 0 ? DemoReferrals.WRITING : DemoReferrals.SENT);
        }
    }

    private void goal(DemoWay way, boolean booked) {
        LocalDate opened = way.file().openedOn();
        LocalDate since = way.working(opened.plusDays(5));
        SelfSupport support = SelfSupport.begin(way.id(), way.file().unitId(), way.file().id(), way.member(), since)
                .goal(way.one(DemoPlanWords.GOALS));
        String first = OBSTACLES.get(way.number() % OBSTACLES.size());
        support = support.obstacle(way.id(), Obstacle.of(first).orElseThrow(), opened);
        LocalDate changed = opened.plusMonths(3);
        if (way.number() % 6 == 5 && changed.isBefore(today)) {
            support = support.obstacle(way.id(), Obstacle.of("unemployed.too-little").orElseThrow(), changed);
        }
        way.demo().put(booked ? support.bookEarlyMeeting(opened.plusDays(9 + way.number() % 4)) : support);
    }

    /** What people have noted for themselves beside what follows from rules, and one thing put off. */
    private void reminders(DemoWay way) {
        CaseFile file = way.file();
        LocalDate made = way.working(today.minusDays(6 + way.number() % 5));
        if (made.isBefore(file.openedOn()) || way.number() % 5 != 0) {
            return;
        }
        boolean aid = way.number() % 2 == 0;
        LocalDate due = today.plusDays(way.number() % 9 - 2L);
        Reminder reminder = Reminder.set(way.id(), file.unitId(), file.id(), aid ? Side.AID : Side.PLAN,
                way.one(aid ? DemoPlanWords.AID_REMINDERS : DemoPlanWords.PLAN_REMINDERS), due, aid ? null : way.consultant().id(),
                (aid ? way.caseworker() : way.consultant()).id(), made);
        way.demo().put(way.number() % 15 == 0 ? reminder.done(way.working(today.minusDays(1))) : reminder);
    }

    /** One action that ends soon is dealt with at a meeting that is booked. */
    private void putOff(DemoWay way) {
        way.demo()
                .all(Action.class)
                .stream()
                .filter(action -> action.endsWithin(30, today) && action.status(today) != Action.Status.DUE_FOR_FOLLOW_UP)
                .findFirst()
                .filter(_ -> way.consultant() == DemoStaff.HANNA)
                .ifPresent(action -> {
                    DayItem item = new DayItem(DayItem.Kind.ACTION_ENDING, way.file().id(), action.id(), CasePlace.PLANNING, null, today,
                            null, "R23");
                    way.demo()
                            .put(Snooze.of(item, way.file().unitId(), Side.PLAN, today.plusDays(5), "Vi tar det på mötet nästa vecka.",
                                    way.consultant().id(), way.working(today)));
                });
    }
}
