package se.trepart.app.casefile;

import java.nio.file.Path;
import java.util.List;

import se.trepart.app.casefile.JournalEntry.Group;
import se.trepart.model.casefile.JournalNote;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.TODAY;
import static se.trepart.app.casefile.CaseSamples.id;

class JournalViewModelTest {

    @TempDir
    Path folder;
    private CaseDesk desk;

    @BeforeEach
    void store() {
        desk = new CaseDesk(folder, KARIN).with(CaseSamples.municipality()).with(CaseSamples.amina());
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private JournalViewModel journal() {
        return new JournalViewModel(desk.open(CASE));
    }

    private List<JournalNote> notes() {
        return desk.desk().documents().inCase(JournalNote.class, CASE);
    }

    @Test
    void aNoteIsWrittenOnceAndStandsInTheTimeline() {
        JournalViewModel model = journal();
        int before = model.entries().size();
        assertThat(model.ready()).isFalse();
        model.writingProperty().get().text().textProperty().set("Amina ringde om hyran.");
        model.eventOnProperty().set(TODAY.minusDays(1));
        model.write();
        assertThat(model.entries()).hasSize(before + 1);
        assertThat(notes()).extracting(JournalNote::text).contains("Amina ringde om hyran.");
        assertThat(model.writingProperty().get().text().text()).isEmpty();
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
    }

    @Test
    void aCorrectionIsANewNoteThatNamesTheOld() {
        JournalViewModel model = journal();
        JournalNote old = notes().stream().filter(n -> n.id().equals(id(401))).findFirst().orElseThrow();
        model.correct(old);
        model.writingProperty().get().text().textProperty().set("Tolken var med på telefon.");
        model.write();
        JournalNote correction = notes().stream().filter(n -> id(401).equals(n.corrects())).findFirst().orElseThrow();
        assertThat(correction.eventOn()).isEqualTo(old.eventOn());
        assertThat(notes()).contains(old);
        assertThat(model.entries()).filteredOn(e -> e.documentId().equals(id(401)))
                .extracting(JournalEntry::remark)
                .containsExactly("Rättad 2026-11-22.");
        assertThat(model.writingProperty().get().corrects()).isNull();
    }

    @Test
    void aDayThatHasNotBeenIsRefusedInWords() {
        JournalViewModel model = journal();
        model.writingProperty().get().text().textProperty().set("Besök");
        model.eventOnProperty().set(TODAY.plusDays(1));
        assertThat(model.dayFault()).isEqualTo("Dagen har inte varit än.");
        model.write();
        assertThat(notes()).hasSize(3);
    }

    @Test
    void theJournalIsNarrowedToOneKind() {
        JournalViewModel model = journal();
        model.filters().stream().filter(c -> c.value() == Group.NOTES).findFirst().ifPresent(model.filterProperty()::set);
        assertThat(model.entries()).hasSize(3).allMatch(e -> e.group() == Group.NOTES);
    }

    @Test
    void whatIsTypedIsFoundAgainWhenTheCaseIsOpenedAgain() {
        journal().writingProperty().get().text().textProperty().set("Halvskriven");
        assertThat(journal().writingProperty().get().text().text()).isEqualTo("Halvskriven");
    }
}
