package se.trepart.app.result;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import se.trepart.app.Office;
import se.trepart.app.control.Choice;
import se.trepart.app.letter.LetterPdfTest;
import se.trepart.app.result.ResultSheet.Figure;
import se.trepart.app.result.ResultSheet.Line;
import se.trepart.app.result.ResultsViewModel.People;
import se.trepart.model.access.Role;
import se.trepart.model.plan.Outcome;
import se.trepart.model.result.Grouping;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsViewModelTest {

    @TempDir
    Path folder;
    private ResultSamples samples;

    private ResultSheet open(Role role) {
        samples = new ResultSamples(folder, role);
        samples.model.opened();
        return sheet();
    }

    @AfterEach
    void close() throws Exception {
        samples.close();
    }

    private ResultSheet sheet() {
        return Objects.requireNonNull(samples.model.sheet().get());
    }

    @Test
    void r28TellsWhatTheActionsLedToWithoutTheProtectedOne() {
        ResultSheet sheet = open(Role.CONSULTANT);
        assertThat(sheet.figures()).extracting(figure -> figure.name() + " " + figure.value())
                .contains("Påbörjade insatser 20", "Pågår på periodens sista dag 11", "Avslutade insatser 9", "Ogiltiga frånvarodagar 20");
        assertThat(line(0, "Praktik")).startsWith("12", "<5", "9").as("two did not lead to anything: the share would tell of them");
        assertThat(sheet.figures().get(3).value()).isEqualTo("–");
        assertThat(sheet.complete()).isTrue();
    }

    @Test
    void whatChangesIsCountedAnew() {
        open(Role.CONSULTANT);
        UUID caseId = Office.id(1012);
        samples.office.save(samples.action(500, caseId, "internship", "Skolköket", false, Outcome.OTHER).with(List.of()));
        assertThat(value("Påbörjade insatser")).as("of somebody who is in no household").isEqualTo("20");
        samples.office.save(new se.trepart.model.plan.Action(Office.id(8600), Office.RUNNING.id(), caseId, Office.id(3012), Office.id(1),
                null, samples.action(1, caseId, "internship", "Skolköket", false, Outcome.OTHER).terms(), List.of(), List.of(), null));
        assertThat(value("Påbörjade insatser")).isEqualTo("21");
    }

    @Test
    void aFilterThatLeavesOutFewShowsNoTotal() {
        open(Role.CONSULTANT);
        samples.model.kind().set(samples.model.kinds().stream().filter(kind -> "sfi".equals(kind.value())).findFirst().orElseThrow());
        assertThat(value("Påbörjade insatser")).isEqualTo("8");
        assertThat(value("Pågår på periodens sista dag")).as("three internships run, and 8 of 11 would tell").isEqualTo("..");
    }

    /** Whose names stand behind a number is for those who work with them. */
    @ParameterizedTest
    @EnumSource(names = {"CONSULTANT", "TEAM_LEAD", "UNIT_MANAGER", "CONTROLLER"})
    void theListBehindANumberIsForThoseWhoWorkWithThePeople(Role role) {
        ResultSheet sheet = open(role);
        boolean sees = role == Role.CONSULTANT || role == Role.TEAM_LEAD;
        assertThat(sheet.figures()).allMatch(figure -> (figure.behind() != null) == sees);
        assertThat(samples.model.lists()).isEqualTo(sees);
        if (sees) {
            samples.model.open(sheet.figures()
                    .stream()
                    .filter(figure -> figure.name().equals("Avslutade insatser"))
                    .findFirst()
                    .map(Figure::behind)
                    .orElseThrow());
            People people = Objects.requireNonNull(samples.model.people().get());
            assertThat(people.rows()).hasSize(9).extracting(PeopleRow::who).isSorted().contains("ÖbergB, Amina");
            PeopleRow first = people.rows().getFirst();
            samples.model.open(first);
            // a consultant has no business in the case with its money
            assertThat(samples.desk.navigator().openKeys()).containsExactly(role == Role.CONSULTANT ? first.memberId() : first.caseId());
        }
    }

    @Test
    void theFileForASpreadsheetHasNoFormulaAndNoSmallNumber() throws Exception {
        open(Role.UNIT_MANAGER);
        samples.model.grouping().set(choice(Grouping.PLACE));
        Path file = folder.resolve("x.csv");
        samples.office.dialogs.answer(file);
        samples.model.saveCsv();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFPeriod;Plats;Börjat;Pågår");
        assertThat(lines).hasSize(4).allMatch(line -> line.split(";", -1).length == lines.getFirst().split(";", -1).length);
        assertThat(lines.get(1)).contains(";\"'=HYPERLINK(\"\"x\"\")\";8;..;0;");
        assertThat(lines.get(2)).contains(";Skolköket;12;<5;9;").contains(";123,0;");
        assertThat(samples.office.dialogs.shown).containsExactly("Spara resultatet som CSV");
    }

    @Test
    void thePaperForTheBoardIsOneAccessiblePage() throws Exception {
        open(Role.UNIT_MANAGER);
        Path file = folder.resolve("x.pdf");
        samples.office.dialogs.answer(file);
        samples.model.savePdf();
        byte[] pdf = Files.readAllBytes(file);
        LetterPdfTest.assertAccessibleAndArchivable(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("Resultat av insatser december 2025–november 2026", "Uppdelat efter insats.", "Sida 1 av 1",
                    "Påbörjade insatser 20", "Praktik 12 <5 9", "Kolada U40455");
            assertThat(text).doesNotContain("Öberg");
        }
    }

    @Test
    void beforeAnythingHasHappenedItSaysSo() throws Exception {
        samples = new ResultSamples(folder, Role.CONSULTANT);
        samples.model.period().set(samples.model.periods().stream().filter(one -> one.label().equals("År 2024")).findFirst().orElseThrow());
        samples.model.opened();
        assertThat(sheet().figures().stream().limit(3).map(Figure::value)).containsOnly("0");
    }

    private String value(String name) {
        return sheet().figures().stream().filter(figure -> figure.name().equals(name)).findFirst().orElseThrow().value();
    }

    private List<String> line(int section, String group) {
        Line line = sheet().sections().get(section).lines().stream().filter(one -> one.group().equals(group)).findFirst().orElseThrow();
        return line.cells().stream().map(ResultSheet.Cell::text).toList();
    }

    private Choice<Grouping> choice(Grouping grouping) {
        return samples.model.groupings().stream().filter(one -> one.value() == grouping).findFirst().orElseThrow();
    }
}
