package se.trepart.app.casefile;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.DECEMBER;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.TODAY;

class ApplicationViewModelTest {

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

    private ApplicationStatus status() {
        return desk.desk().documents().find(Application.class, DECEMBER).orElseThrow().status();
    }

    private List<CompletionRequest> requests() {
        return desk.desk().documents().inCase(CompletionRequest.class, CASE);
    }

    @Test
    void whatIsAppliedForStandsBesideTheMonthBefore() {
        ApplicationPage page = new ApplicationViewModel(desk.open(CASE)).page();
        String costs = page.parts()
                .stream()
                .filter(part -> part.heading().equals("Kostnader"))
                .flatMap(part -> part.rows().stream())
                .map(row -> String.join(" | ", row.what(), row.before(), row.now(), row.difference()).replace('\u00A0', ' '))
                .reduce("", (a, b) -> a + b + "\n");
        assertThat(costs).isEqualTo("""
                Hyra | 7 080 kr | 7 320 kr | 240 kr mer
                Hushållsel | 620 kr | 620 kr |\s
                Akut tandvård |  | 1 650 kr | ny
                Hemförsäkring |  | 120 kr | ny
                Internet | 299 kr |  | borta
                """);
    }

    @Test
    void aRequestProposesADayAndMakesTheApplicationWait() {
        ApplicationViewModel model = new ApplicationViewModel(desk.open(CASE));
        model.startRequest();
        assertThat(model.dueOnProperty().get()).isEqualTo(TODAY.plusDays(10));
        assertThat(model.requestReady()).isFalse();
        model.add("Hyresavi");
        model.add("Hyresavi");
        model.draftProperty().get().papers().textProperty().set("Hyresavi\n\n  Kontoutdrag  \n");
        assertThat(model.requestReady()).isTrue();
        model.sendRequest();
        assertThat(requests()).hasSize(1);
        assertThat(requests().getFirst().missing()).extracting(MissingPaper::what).containsExactly("Hyresavi", "Kontoutdrag");
        assertThat(status()).isEqualTo(ApplicationStatus.WAITING);
        assertThat(model.draftProperty().get()).isNull();
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
    }

    @Test
    void aDayEarlierThanTheMunicipalityGivesIsAFault() {
        ApplicationViewModel model = new ApplicationViewModel(desk.open(CASE));
        model.startRequest();
        model.dueOnProperty().set(TODAY.plusDays(3));
        assertThat(model.dayFault()).isEqualTo("Ge tid till minst 2026-12-02.");
        model.dueOnProperty().set(LocalDate.of(2026, 12, 20));
        assertThat(model.dayFault()).isEmpty();
        model.add("Hyresavi");
        model.sendRequest();
        assertThat(requests().getFirst().dueOn()).isEqualTo("2026-12-20");
    }

    @Test
    void whatComesIsTickedAndTheApplicationGoesOnWhenAllHasCome() {
        desk.with(CaseSamples.overdueRequest());
        OpenCase open = desk.open(CASE);
        ApplicationViewModel model = new ApplicationViewModel(open);
        CompletionRequest request = model.page().requests().getFirst();
        assertThat(request.overdue(TODAY)).isTrue();
        model.received(request, request.missing().get(1));
        assertThat(requests().getFirst().complete()).isTrue();
        assertThat(model.page().open()).isEmpty();
        open.undo().takeBack();
        assertThat(requests().getFirst().complete()).isFalse();
    }

    @Test
    void aRequestHalfWrittenIsFoundAgain() {
        ApplicationViewModel first = new ApplicationViewModel(desk.open(CASE));
        first.startRequest();
        first.draftProperty().get().papers().textProperty().set("Lönespecifikation för okt");
        ApplicationViewModel again = new ApplicationViewModel(desk.open(CASE));
        again.startRequest();
        assertThat(again.draftProperty().get().papers().text()).isEqualTo("Lönespecifikation för okt");
        assertThat(again.draftProperty().get().papers().restoredFromProperty().get()).isEqualTo(CaseSamples.NOW);
    }

    @Test
    void aMissingSignatureIsPointedOut() {
        assertThat(new ApplicationViewModel(desk.open(CASE)).page().remarks())
                .containsExactly("Sökanden har inte skrivit under. Be om en underskrift innan du beslutar.");
    }
}
