package se.trepart.model.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import se.trepart.model.application.Closing.Obstacle;
import se.trepart.model.application.RegistrationResult.Registered;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.ClosingReason;
import se.trepart.model.casefile.Intake;
import se.trepart.model.casefile.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trepart.model.application.Families.ANNA;
import static se.trepart.model.application.Families.DECEMBER;
import static se.trepart.model.application.Families.SETTINGS;
import static se.trepart.model.application.Families.TODAY;
import static se.trepart.model.application.Families.UNIT;
import static se.trepart.model.application.Families.declaration;
import static se.trepart.model.application.Families.id;
import static se.trepart.model.application.Families.ids;
import static se.trepart.model.application.Families.person;
import static se.trepart.model.application.Families.received;

/** R1, R3, R4: how a case begins, is handed over and ends. */
class ClosingAndIntakeTest {

    private final Closing closing = new Closing(ClosingReason.shipped());
    private final Registered registered = (Registered) new Registration(ids("new")).register(
            received("f", ApplicationKind.NEW, DECEMBER, declaration("f", List.of(person(ANNA)), List.of(), List.of(), List.of())),
            Optional.empty(), UNIT, null, TODAY, "2026-00001");
    private final CaseFile file = registered.caseFile();

    @ParameterizedTest
    @EnumSource(ApplicationStatus.class)
    void closesNothingWithAnUndecidedApplication(ApplicationStatus status) {
        List<Application> applications = List.of(registered.application().with(status));
        boolean ended = List.of("DECIDED", "DISMISSED", "WITHDRAWN").contains(status.name());

        if (ended) {
            CaseFile closed = closing.close(file, applications, "ej avhörd", TODAY);
            assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
            assertThat(closed.closedOn()).isEqualTo(TODAY);
            assertThat(closed.closingReason()).isEqualTo("ej avhörd");
            assertThat(closing.obstacles(closed, applications, "ej avhörd", TODAY)).containsExactly(Obstacle.ALREADY_CLOSED);
        } else {
            assertThat(closing.obstacles(file, applications, "ej avhörd", TODAY)).containsExactly(Obstacle.UNDECIDED_APPLICATION);
            assertThatThrownBy(() -> closing.close(file, applications, "ej avhörd", TODAY)).isInstanceOf(Closing.Refused.class);
        }
    }

    @Test
    void needsAReasonOfTheCatalogue() {
        assertThat(closing.reasons(TODAY)).hasSize(12);
        assertThat(closing.obstacles(file, List.of(), "orkar inte", TODAY)).containsExactly(Obstacle.REASON);
        assertThat(closing.obstacles(file, List.of(), "studier med studiemedel", LocalDate.of(2018, 12, 31))).as("the catalogue is dated")
                .containsExactly(Obstacle.REASON);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "–", textBlock = """
            senaste beslut, idag,       föreslås avslut
            2026-08-23,     2026-11-22, false
            2026-08-22,     2026-11-22, true
            –,              2027-02-21, false
            –,              2027-02-22, true""")
    void suggestsClosingAfterThreeQuietMonths(LocalDate decidedOn, LocalDate today, boolean suggested) {
        assertThat(Closing.suggested(file, decidedOn == null ? List.of() : List.of(decidedOn, decidedOn.minusMonths(1)), today, SETTINGS))
                .isEqualTo(suggested);
    }

    @Test
    void aCaseStaysInIntakeForThreeMonthsAtMost() {
        assertThat(Intake.lastDay(file, SETTINGS)).isEqualTo(LocalDate.of(2027, 2, 22));
        assertThat(Intake.overdue(file, LocalDate.of(2027, 2, 22), SETTINGS)).isFalse();
        assertThat(Intake.overdue(file, LocalDate.of(2027, 2, 23), SETTINGS)).isTrue();
    }

    @Test
    void whatIsHandedOverRunsWithoutAResponsibleUntilItIsDistributed() {
        CaseFile handedOver = Intake.handOver(Intake.distribute(file, id("Eva")), id("Ekonomi"), TODAY);
        assertThat(handedOver.phase()).isEqualTo(Phase.RUNNING);
        assertThat(handedOver.unitId()).isEqualTo(id("Ekonomi"));
        assertThat(handedOver.responsible()).isNull();
        assertThat(Intake.distribute(handedOver, id("Ali")).responsible()).isEqualTo(id("Ali"));
        assertThatThrownBy(() -> Intake.handOver(handedOver, UNIT, TODAY)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            överlämnat, fördelas senast
            2026-11-15, 2026-11-15
            2026-11-16, 2026-12-15
            2026-12-31, 2027-01-15""")
    void distributesByTheFifteenth(LocalDate handedOverOn, LocalDate by) {
        assertThat(Intake.distributedBy(handedOverOn, SETTINGS)).isEqualTo(by);
    }
}
