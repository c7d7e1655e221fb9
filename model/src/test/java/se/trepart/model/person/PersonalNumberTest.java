package se.trepart.model.person;

import java.time.LocalDate;
import java.time.YearMonth;

import se.trepart.model.person.InvalidPersonalNumber.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Folkbokföringslagen 18 §: personal numbers, coordination numbers, the letter form of test persons. */
class PersonalNumberTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            nummer,       född,       varför
            199001252387, 1990-01-25, personnummer
            199001852384, 1990-01-25, samordningsnummer: dag + 60
            20170224T440, 2017-02-24, bokstavsform
            20240229T001, 2024-02-29, skottdag""")
    void readsTheBirthDate(String number, LocalDate born, String why) {
        assertThat(new PersonalNumber(number).birthDate()).as(why).isEqualTo(born);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            nummer,         fel
            199001252388,   CHECK_DIGIT
            199001852380,   CHECK_DIGIT
            199013252387,   DATE
            20230229T001,   DATE
            199001322387,   DATE
            9001252387,     FORM
            19900125-2387,  FORM
            19900125T38,    FORM
            19900125X238,   FORM
            '',             FORM""")
    void refusesWhatNobodyCanHave(String number, Fault fault) {
        assertThatThrownBy(() -> new PersonalNumber(number)).isInstanceOfSatisfying(InvalidPersonalNumber.class,
                refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    @Test
    void countsAgeByTheMonthsEnd() {
        PersonalNumber number = new PersonalNumber("20081130T001");
        assertThat(number.ageAtEndOf(YearMonth.of(2026, 10))).isEqualTo(17);
        assertThat(number.ageAtEndOf(YearMonth.of(2026, 11))).isEqualTo(18);
        assertThat(number.ageOn(LocalDate.of(2026, 11, 29))).isEqualTo(17);
    }

    @Test
    void neverShowsTheNumberInAText() {
        assertThat(new PersonalNumber("199001252387")).hasToString("PersonalNumber[…]");
        assertThat(new PersonalNumber("199001252387").written()).isEqualTo("19900125-2387");
        assertThatThrownBy(() -> new PersonalNumber("199001252388")).hasMessageNotContaining("19900125");
    }
}
