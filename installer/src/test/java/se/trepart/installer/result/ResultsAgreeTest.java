package se.trepart.installer.result;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import se.trepart.app.result.ResultBook;
import se.trepart.app.shell.Directory;
import se.trepart.central.admin.CentralAdmin;
import se.trepart.central.result.ResultQuery.Figures;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Household;
import se.trepart.model.result.CaseResult;
import se.trepart.model.result.Grouping;
import se.trepart.model.result.Measure;
import se.trepart.model.result.ResultRow;
import se.trepart.model.result.Results;
import se.trepart.model.result.Span;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R28: the database and the workstation's own cache count the same, row by row, for whoever asks. */
@Timeout(240)
class ResultsAgreeTest {

    private static final int PEOPLE = 230;
    private static final List<Span> SPANS = List.of(Span.year(2026), Span.months(YearMonth.of(2025, 3), YearMonth.of(2025, 5)),
            Span.months(YearMonth.of(2023, 1), YearMonth.of(2026, 12)), Span.year(2019));

    @TempDir
    static Path home;
    private static TestOffice office;
    private static CentralAdmin admin;
    private static Staff consultant;
    private static Seat consultantsSeat;
    private static Staff lead;
    private static Seat leadsSeat;

    @BeforeAll
    static void open() throws Exception {
        office = TestOffice.empty(home);
        admin = office.admin();
        List<Document> documents = ResultDocuments.of(DemoStaff.ECONOMY.id(), PEOPLE, 12);
        UUID protectedCase = documents.stream()
                .filter(document -> document instanceof Household household && household.isProtected())
                .map(Document::caseId)
                .findFirst()
                .orElseThrow();
        consultant = staff(1, Role.CONSULTANT, List.of());
        lead = staff(2, Role.TEAM_LEAD, List.of(protectedCase));
        office.give(List.of(consultant, lead));
        office.give(documents);
        consultantsSeat = office.sit(consultant).synced();
        leadsSeat = office.sit(lead).synced();
    }

    @AfterAll
    static void close() {
        consultantsSeat.close();
        leadsSeat.close();
        admin.close();
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseCountsAsTheWorkstationDoes(Grouping grouping) throws Exception {
        int counted = 0;
        for (Seat seat : List.of(consultantsSeat, leadsSeat)) {
            for (Span span : SPANS) {
                Results here = here(seat, grouping, span);
                Figures there = admin.results(seat.person().id(), grouping, span, ResultDocuments.TODAY);
                assertThat(there.total()).as("%s", span).isEqualTo(here.total());
                assertThat(there.rows()).as("%s", span).containsExactlyElementsOf(here.rows());
                counted += here.total().counts().values().stream().mapToInt(Integer::intValue).sum();
            }
        }
        assertThat(counted).as("something was counted").isPositive();
    }

    /** What the documents are made to hold is there, or the figures would agree about nothing. */
    @Test
    void everythingThatIsCountedHappensAmongThem() throws Exception {
        ResultRow total = here(leadsSeat, Grouping.NONE, Span.year(2026)).total();
        assertThat(total.counts()).allSatisfy((measure, count) -> assertThat(count).as(measure.name()).isGreaterThan(3));
        assertThat(total.outcomes()).allSatisfy((outcome, count) -> assertThat(count).as(outcome.name()).isPositive());
        assertThat(total.marked().invalidDays()).isPositive();
        Span ever = SPANS.get(2);
        assertThat(here(leadsSeat, Grouping.NONE, ever).total().count(Measure.STARTED))
                .as("R34: the lead is named for a protected case and the consultant is not")
                .isGreaterThan(here(consultantsSeat, Grouping.NONE, ever).total().count(Measure.STARTED));
    }

    private static Results here(Seat seat, Grouping grouping, Span span) throws Exception {
        try (ResultBook book = new ResultBook(seat.store().documents(), () -> {});
                Directory directory = new Directory(seat.store().documents(), seat.person())) {
            book.readMarked(ResultDocuments.TODAY);
            List<CaseResult> cases = book.cases().stream().filter(one -> directory.find(one.caseId()).isPresent()).toList();
            return Results.of(cases, book::marked, _ -> true, grouping, span, ResultDocuments.TODAY);
        }
    }

    private static Staff staff(int number, Role role, List<UUID> named) {
        return new Staff(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_7000L + number), Unit.MUNICIPALITY, "resultat" + number, "Någon",
                "", "", List.of(role), List.of(DemoStaff.ECONOMY.id()), named, true, LocalDate.of(2024, 1, 1));
    }
}
