package se.trepart.app.result;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.app.Office;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.local.signin.Session;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Presence;

/** A small office whose people have been in actions: twelve in an internship and eight in Swedish, and one whose identity is protected. */
final class ResultSamples implements AutoCloseable {

    static final int INTERNSHIPS = 12;
    static final int SWEDISH = 8;
    /** what somebody who means harm could call a place */
    static final String PLACE = "=HYPERLINK(\"x\")";

    final Office office;
    final Desk desk;
    final Directory directory;
    final ResultsViewModel model;

    ResultSamples(Path folder, Role role) {
        office = new Office(folder);
        for (int i = 1; i <= INTERNSHIPS + SWEDISH + 1; i++) {
            boolean protectedOne = i > INTERNSHIPS + SWEDISH;
            UUID caseId = office.household(i, "Amina", "Öberg" + (char) ('A' + i), Phase.RUNNING, ApplicationStatus.DECIDED,
                    protectedOne ? Protection.MARKED : Protection.NONE);
            // nine of the internships have ended, seven of them in work or studies
            Action action = i <= INTERNSHIPS
                    ? action(i, caseId, "internship", "Skolköket", i <= 9, i <= 7 ? Outcome.STUDIES : Outcome.OTHER)
                    : action(i, caseId, "sfi", PLACE, false, Outcome.OTHER);
            office.save(action, week(action));
        }
        desk = as(office.desk(), role);
        directory = new Directory(desk.documents(), desk.staff());
        model = new ResultsViewModel(desk, directory, new LetterOffice(Rulebook.shipped()));
    }

    Action action(int number, UUID caseId, String kind, String place, boolean ended, Outcome outcome) {
        LocalDate from = Office.TODAY.minusMonths(5);
        LocalDate on = Office.TODAY.minusMonths(1);
        ActionEnding ending = ended ? new ActionEnding(on, outcome, "", "", "", "", "", "", null, null, Office.KARIN.id()) : null;
        ActionTerms terms = new ActionTerms(kind, place, Office.KARIN.id(), from, Office.TODAY.plusMonths(1), 20, "");
        return new Action(Office.id(8000 + number), Office.RUNNING.id(), caseId, Office.id(3000 + number), Office.id(1), null, terms,
                List.of(), List.of(), ending);
    }

    private static Attendance week(Action action) {
        LocalDate day = Attendance.monday(Office.TODAY.minusMonths(2));
        Instant at = Office.CLOCK.instant();
        return Attendance.of(action, day)
                .mark(day, Presence.PRESENT, 240, 180, "", Office.KARIN.id(), at)
                .mark(day.plusDays(1), Presence.INVALID, 240, 0, "", Office.KARIN.id(), at);
    }

    private static Desk as(Desk desk, Role role) {
        Staff s = Office.KARIN;
        Staff staff = new Staff(s.id(), s.unitId(), s.subject(), s.name(), s.title(), s.phone(), List.of(role), s.units(), List.of(), true,
                s.since());
        Session session = new Session() {
            @Override
            public Staff staff() {
                return staff;
            }

            @Override
            public UUID device() {
                return Office.id(99);
            }

            @Override
            public String token() {
                return "";
            }
        };
        return new Desk(desk.workstation(), session, desk.clock(), desk.newId(), desk.tasks(), desk.dialogs(), desk.texts(), desk.formats(),
                desk.navigator());
    }

    @Override
    public void close() throws Exception {
        model.close();
        directory.close();
        office.close();
    }
}
