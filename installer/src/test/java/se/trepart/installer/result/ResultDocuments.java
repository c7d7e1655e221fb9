package se.trepart.installer.result;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionChange.Answer;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;
import se.trepart.model.plan.Referral.Step;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;

import org.jspecify.annotations.Nullable;

/**
 * People in actions, as many as wanted and the same at every run, with all that results are counted from; every rare case is there: a
 * protected person, a person of two cases, one without an obstacle, a proposal that waits, an action that is planned.
 */
public final class ResultDocuments {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID STAFF = new UUID(9, 9);
    private static final String[] PLACES = {"Återbruket", "Skolköket", "Kyrkans café", "Parkenheten"};
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final UUID unit;
    private final int marksOfAnAction;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Document> all = new ArrayList<>();
    private int number;

    private ResultDocuments(UUID unit, int marksOfAnAction) {
        this.unit = unit;
        this.marksOfAnAction = marksOfAnAction;
    }

    /** @param marksOfAnAction at most so many days are marked in each action */
    public static List<Document> of(UUID unit, int people, int marksOfAnAction) {
        ResultDocuments documents = new ResultDocuments(unit, marksOfAnAction);
        for (int i = 0; i < people; i++) {
            documents.person(i);
        }
        return documents.all;
    }

    private void person(int i) {
        // now and then the same person as the one before, in a case of its own
        int who = i % 17 == 16 ? i - 1 : i;
        PersonalNumber personal = new PersonalNumber(
                "%04d%02d%02dT%03d".formatted(1962 + who * 7 % 46, 1 + who % 12, 1 + who % 28, who % 1000));
        LocalDate opened = TODAY.minusDays(40 + random.nextInt(1100));
        UUID caseId = id();
        UUID member = id();
        Protection protection = i % 23 == 22 ? Protection.MARKED : Protection.NONE;
        all.add(new CaseFile(caseId, unit, "2026-%05d".formatted(i), null, Phase.RUNNING, opened, opened, null, null));
        all.add(new Household(id(), unit, caseId, MaritalStatus.SINGLE, List.of(new Adult(member, AdultRole.APPLICANT,
                new Person(personal, "Förnamn", "Efternamn", null, "", "", protection, null), false, null)), List.of(), 0, opened));
        if (i % 5 > 0) {
            all.add(selfSupport(caseId, member, opened));
        }
        LocalDate day = opened.plusDays(random.nextInt(120));
        int actions = 1 + random.nextInt(3);
        for (int n = 0; n < actions; n++) {
            if (n != 1) {
                all.add(referral(caseId, member, day.minusDays(random.nextInt(30))));
            }
            Action action = action(caseId, member, day, n + 1 < actions || random.nextInt(3) > 0);
            all.add(action);
            attend(action);
            day = (action.ending() == null ? action.terms().endsOn() : action.ending().on()).plusDays(random.nextInt(300) - 20L);
        }
    }

    private SelfSupport selfSupport(UUID caseId, UUID member, LocalDate opened) {
        List<Obstacle> catalogue = Obstacle.catalogue();
        LocalDate change = opened.plusDays(random.nextInt(400));
        List<ObstaclePeriod> periods = List.of(
                new ObstaclePeriod(id(), catalogue.get(random.nextInt(6)).key(), opened,
                        random.nextBoolean() ? change : change.plusDays(9)),
                new ObstaclePeriod(id(), catalogue.get(random.nextInt(6)).key(), change.plusDays(1), null));
        return new SelfSupport(id(), unit, caseId, member, "", periods, null, opened, null, null);
    }

    private Referral referral(UUID caseId, UUID member, LocalDate sent) {
        // just before midnight here is another day at the meridian
        Instant at = sent.atTime(0, 20).atZone(SWEDEN).toInstant();
        List<Step> steps = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            steps.add(new Step(id(), Status.SENT, STAFF, at, ""));
            steps.add(new Step(id(), random.nextBoolean() ? Status.ACCEPTED : Status.RECEIVED, STAFF, at.plusSeconds(90_000), ""));
        }
        return new Referral(id(), unit, caseId, member, unit, "", "", "", "", "", "", null, sent, STAFF, steps, null);
    }

    private Action action(UUID caseId, UUID member, LocalDate from, boolean ended) {
        ActionKind kind = ActionKind.catalogue().get(random.nextInt(7));
        LocalDate to = from.plusDays(20 + random.nextInt(140));
        ActionTerms first = new ActionTerms(kind.key(), PLACES[random.nextInt(PLACES.length)], STAFF, from, to, 20, "");
        List<ActionChange> changes = new ArrayList<>();
        int change = random.nextInt(6);
        if (change < 3) {
            changes.add(new ActionChange(id(), first, first.until(to.plusDays(change * 30L)), "skäl", STAFF, from,
                    change == 2 ? Asks.TEAM_LEAD : Asks.NOBODY, null));
        } else if (change == 3) {
            changes.add(new ActionChange(id(), first, first.until(to.plusDays(30)), "skäl", STAFF, from, Asks.CASEWORKER,
                    new Answer(random.nextBoolean(), "", STAFF, from)));
        }
        ActionEnding ending = ended && to.isBefore(TODAY) ? ending(to.minusDays(random.nextInt(20))) : null;
        return new Action(id(), unit, caseId, member, id(), null, first, List.of(), changes, ending);
    }

    private ActionEnding ending(LocalDate on) {
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        @Nullable
        LocalDate workFrom = outcome.work() ? on.plusDays(random.nextInt(40)) : null;
        @Nullable
        LocalDate workTo = workFrom == null || random.nextBoolean() ? null : workFrom.plusDays(20 + random.nextInt(20));
        return new ActionEnding(on, outcome, "a", "b", "c", "d", "e", "f", workFrom, workTo, STAFF);
    }

    private void attend(Action action) {
        LocalDate last = action.ending() == null ? TODAY : action.ending().on().plusDays(3);
        Attendance week = Attendance.of(action, action.terms().startsOn());
        int marked = 0;
        for (LocalDate day = action.terms().startsOn(); !day.isAfter(last) && marked < marksOfAnAction; day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                continue;
            }
            if (!Attendance.monday(day).equals(week.week())) {
                all.add(week);
                week = Attendance.of(action, day);
            }
            Presence presence = random.nextInt(4) > 0 ? Presence.PRESENT : Presence.values()[random.nextInt(Presence.values().length)];
            week = week.mark(day, presence, 240, presence.absent() ? 0 : 180 + random.nextInt(90), "", STAFF,
                    day.atTime(10, 0).atZone(SWEDEN).toInstant());
            marked++;
        }
        if (!week.marks().isEmpty()) {
            all.add(week);
        }
    }

    private UUID id() {
        return new UUID(0x0190_0000_0000_7000L | 0x0005_0000L, 0x8000_0000_0000_0000L | number++);
    }
}
