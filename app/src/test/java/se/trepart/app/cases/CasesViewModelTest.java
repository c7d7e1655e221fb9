package se.trepart.app.cases;

import java.nio.file.Path;

import se.trepart.app.Office;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Protection;

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
