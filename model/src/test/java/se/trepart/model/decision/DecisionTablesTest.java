package se.trepart.model.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.application.CostType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionTablesTest {

    private final Statutes statutes = Statutes.shipped();
    private final DelegationOrder order = DelegationOrder.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # matter                                                  | date       | cited as
            rätt till försörjningsstöd och levnadskostnader i övrigt  | 2025-06-30 | 4 kap. 1 § socialtjänstlagen (2001:453)
            rätt till försörjningsstöd och levnadskostnader i övrigt  | 2025-07-01 | 12 kap. 1 § socialtjänstlagen (2025:400)
            riksnormens belopp                                        | 2025-06-30 | 2 kap. 1 § socialtjänstförordningen (2001:937)
            riksnormens belopp                                        | 2026-12-01 | 12 kap. 1–3 §§ socialtjänstförordningen (2025:468)
            återkrav vid oriktiga uppgifter                           | 2025-06-30 | 9 kap. 1 § socialtjänstlagen (2001:453)
            barnets bästa                                             | 2026-12-01 | 3 kap. 1 § socialtjänstlagen (2025:400)
            överklagandetid                                           | 2026-12-01 | 43–44 §§ förvaltningslagen (2017:900)
            """)
    void r15_theGroundFollowsTheDate(String matter, LocalDate date, String cited) {
        assertThat(statutes.ground(matter, date).map(Statute::cited)).contains(cited);
    }

    @Test
    void r15_aMatterHasNoGroundBeforeItsLaw() {
        assertThat(statutes.ground("aktivitetskrav", LocalDate.of(2026, 6, 30))).isEmpty();
        assertThat(statutes.ground("aktivitetskrav", LocalDate.of(2026, 7, 1)).map(Statute::verified)).contains(false);
    }

    @Test
    void everyMatterOfADecisionHasAGround() {
        for (DecisionMatter matter : DecisionMatter.values()) {
            Statutes.matter(matter).ifPresent(name -> assertThat(statutes.ground(name, LocalDate.of(2026, 12, 1))).as(name).isPresent());
        }
    }

    @Test
    void everyReasonThatRestsOnALawOfItsOwnHasItInWords() {
        List<String> matters = DecisionReason.shipped().stream().map(DecisionReason::matter).filter(m -> !m.isBlank()).toList();
        assertThat(matters).isNotEmpty()
                .allSatisfy(matter -> assertThat(statutes.ground(matter, LocalDate.of(2026, 12, 1)).map(Statute::words)).as(matter)
                        .hasValueSatisfying(words -> assertThat(words).isNotBlank()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # role,       matter,             kronor, may
            CASEWORKER,   SUPPORT,            25000,  true
            CASEWORKER,   SUPPORT,            25001,  false
            TEAM_LEAD,    SUPPORT,            25000,  true
            CASEWORKER,   OTHER_LIVING_COSTS, 5000,   true
            CASEWORKER,   OTHER_LIVING_COSTS, 5001,   false
            TEAM_LEAD,    OTHER_LIVING_COSTS, 20000,  true
            UNIT_MANAGER, OTHER_LIVING_COSTS, 20001,  false
            CASEWORKER,   HOUSING_OVER_LEVEL, 1,      false
            TEAM_LEAD,    HOUSING_OVER_LEVEL, 99999,  true
            TEAM_LEAD,    BEYOND_RIGHT,       1,      false
            UNIT_MANAGER, BEYOND_RIGHT,       20000,  true
            CASEWORKER,   EMERGENCY,          5000,   true
            TEAM_LEAD,    EMERGENCY,          5001,   false
            CASEWORKER,   REFUSAL,            0,      true
            CONSULTANT,   REFUSAL,            0,      false
            CONTROLLER,   SUPPORT,            1,      false
            COMMITTEE,    COURT_CLAIM,        0,      true
            UNIT_MANAGER, COURT_CLAIM,        0,      false
            """)
    void r16_delegationByRoleMatterAndAmount(Role role, DecisionMatter matter, long kronor, boolean may) {
        assertThat(order.may(role, matter, Money.kronor(kronor), LocalDate.of(2026, 12, 1))).isEqualTo(may);
    }

    @Test
    void r16_theOrderHoldsFromItsDate() {
        assertThat(order.may(Role.CASEWORKER, DecisionMatter.REFUSAL, Money.ZERO, LocalDate.of(2025, 6, 30))).isFalse();
    }

    @Test
    void reasonsAreWrittenToTheApplicantAndFitWhatTheyAreFor() {
        List<DecisionReason> reasons = DecisionReason.shipped();
        List<String> known = Stream.concat(Stream.of("SUPPORT", "COST"), Arrays.stream(CostType.values()).map(Enum::name)).toList();
        assertThat(reasons).hasSizeGreaterThanOrEqualTo(20).extracting(DecisionReason::code).doesNotHaveDuplicates();
        assertThat(reasons).allSatisfy(reason -> {
            assertThat(reason.text()).endsWith(".").doesNotContain("sökande", "klient", "enskild", " ej ", "§");
            assertThat(known).containsAll(reason.items());
        });
        DecisionReason rent = DecisionReason.find(reasons, "HOUSING_OVER_LEVEL").orElseThrow();
        assertThat(rent.fits("RENT")).isTrue();
        assertThat(rent.fits("MEDICINE")).isFalse();
        DecisionReason paid = DecisionReason.find(reasons, "ALREADY_PAID").orElseThrow();
        assertThat(paid.fits("MEDICINE")).isTrue();
        assertThat(paid.fits("SUPPORT")).isFalse();
        assertThat(DecisionReason.find(reasons, DecisionReason.INCOME_OVER_NORM).orElseThrow().fits("SUPPORT")).isTrue();
        assertThat(DecisionReason.find(reasons, DecisionReason.COSTS_NOT_ALL)).isPresent();
    }
}
