package se.trepart.app.cases;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import se.trepart.app.Office;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.InCase;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CasesViewModelTest {

    @TempDir
    Path folder;

    @Test
    void listsOpenCasesInSwedishOrderAndFiltersOnPhase() throws Exception {
        try (Office office = new Office(folder)) {
            office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
            office.household(2, "Bo", "Åman", Phase.INTAKE, ApplicationStatus.RECEIVED, Protection.NONE);
            office.household(3, "Cia", "Zell", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
            office.household(4, "Dan", "Dold", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.MARKED);
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff())) {
                CasesViewModel model = new CasesViewModel(desk, directory);
                assertThat(model.rows()).extracting(CaseRow::who).containsExactly("Zell, Cia", "Åman, Bo", "Öberg, Amina");
                model.phase().set(model.phases().get(1));
                assertThat(model.rows()).extracting(CaseRow::who).containsExactly("Åman, Bo");
            }
        }
    }

    @Test
    void r21ReferralsWithoutAnswerAreAListWithTheLastDayAndLeadToThePlanning() throws Exception {
        try (Office office = new Office(folder)) {
            UUID amina = office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
            UUID bo = office.household(4, "Bo", "Åman", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
            UUID mehmets = office.household(2, "Cia", "Zell", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
            UUID dold = office.household(7, "Dan", "Dold", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.MARKED);
            office.save(sent(amina), sent(mehmets), sent(dold), sent(bo).accept(Office.id(905), Office.id(906), Office.CLOCK.instant()));
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff())) {
                CasesViewModel model = new CasesViewModel(desk, directory);
                model.showUnanswered();
                assertThat(model.rows()).extracting(row -> row.who() + " " + row.answerBy())
                        .containsExactly("Öberg, Amina 2026-11-20 (sent)");
                model.open(model.rows().getFirst());
                assertThat(desk.navigator().place().get()).isEqualTo(new InCase(amina, CasePlace.PLANNING, null));
            }
        }
    }

    private static Referral sent(UUID caseId) {
        return Referral
                .begin(UUID.randomUUID(), Office.RUNNING.id(), caseId, Office.id(3001), Office.id(907), Office.KARIN.id(),
                        Office.TODAY.minusDays(10))
                .write("behov", "", "syfte", "mål", "innehåll", "följder", new Told(Told.How.PHONE, Office.TODAY.minusDays(11)))
                .send(UUID.randomUUID(), Office.KARIN.id(), Instant.parse("2026-11-13T08:00:00Z"));
    }

    @Test
    void followsWhatIsSaved() throws Exception {
        try (Office office = new Office(folder)) {
            Desk desk = office.desk();
            try (Directory directory = new Directory(desk.documents(), desk.staff())) {
                CasesViewModel model = new CasesViewModel(desk, directory);
                Object told = new Object();
                directory.onChange(() -> {
                    synchronized (told) {
                        told.notifyAll();
                    }
                });
                synchronized (told) {
                    office.household(1, "Amina", "Öberg", Phase.RUNNING, ApplicationStatus.RECEIVED, Protection.NONE);
                    told.wait(5_000);
                }
                assertThat(model.rows()).hasSize(1);
            }
        }
    }
}
