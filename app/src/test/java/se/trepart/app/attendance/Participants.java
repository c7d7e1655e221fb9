package se.trepart.app.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.Office;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Plan;

/** People in actions at two places, for tests and pictures of attendance. The week before the office's day is week 47. */
final class Participants {

    static final LocalDate LAST_MONDAY = LocalDate.of(2026, 11, 16);
    static final int HOURS = 30;
    static final int DAY = HOURS * 60 / 5;

    private static final String[] FIRST = {"Amina", "Björn", "Chanel", "Dejan", "Elsa", "Farid", "Gunilla", "Hodan", "Ibrahim", "Åsa"};
    private static final String[] LAST = {"Öberg", "Al-Hassani", "Nyström", "Ågren", "Ćosić", "Warsame", "von Rosenschöld-Adlercreutz",
            "Lind"};

    private Participants() {}

    /** So many people in work practice at the second-hand shop, in the order of the numbers. */
    static List<Action> at(Office office, String place, int first, int count) {
        List<Action> actions = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            UUID caseId = office.household(i, FIRST[i % FIRST.length], LAST[i % LAST.length], Phase.RUNNING, ApplicationStatus.DECIDED,
                    i == 13 ? Protection.MARKED : Protection.NONE);
            actions.add(action(office, i, caseId, place));
        }
        return actions;
    }

    static Action action(Office office, int number, UUID caseId, String place) {
        Plan plan = new Plan(Office.id(20_000 + number), Office.RUNNING.id(), caseId, Office.id(3000 + number), Office.KARIN.id(), null,
                "arbete", List.of(), Office.TODAY.minusMonths(2), Office.TODAY.plusDays(20), List.of(), null);
        Action action = Action.begin(Office.id(21_000 + number), plan, null, new ActionTerms("internship", place, Office.KARIN.id(),
                LocalDate.of(2026, 10, 5), LocalDate.of(2027, 1, 22), HOURS, "arbetsvana"), List.of());
        office.save(plan, action);
        return action;
    }
}
