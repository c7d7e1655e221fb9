package se.trepart.model.time;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R19: Act 1989:253 (public holidays) and Act 1930:173 (time limits). */
class HolidaysTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            långfredag, annandag påsk, Kristi himmelsfärd, midsommarafton, alla helgons dag
            2026-04-03, 2026-04-06,    2026-05-14,         2026-06-19,     2026-10-31
            2027-03-26, 2027-03-29,    2027-05-06,         2027-06-25,     2027-11-06
            2028-04-14, 2028-04-17,    2028-05-25,         2028-06-23,     2028-11-04""")
    void knowsTheHolidaysThatMove(LocalDate goodFriday, LocalDate easterMonday, LocalDate ascension, LocalDate midsummerEve,
            LocalDate allSaints) {
        assertThat(Stream.of(goodFriday, easterMonday, ascension, midsummerEve.plusDays(1), allSaints)).allMatch(Holidays::isPublicHoliday);
        assertThat(Holidays.isPublicHoliday(midsummerEve)).isFalse();
        assertThat(Holidays.isFree(midsummerEve)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-01-06", "2026-05-01", "2028-06-06", "2026-12-25", "2026-12-26", "2026-05-24"})
    void knowsTheHolidaysThatStay(LocalDate day) {
        assertThat(Holidays.isPublicHoliday(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05", "2026-04-02", "2026-04-07", "2026-06-18", "2026-12-23", "2026-12-28", "2026-05-25"})
    void endsTimeLimitsOnOrdinaryDays(LocalDate day) {
        assertThat(Holidays.isFree(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            mottaget,   sista dag,  varför
            2026-11-02, 2026-11-23, samma veckodag tre veckor senare
            2026-11-07, 2026-11-30, en lördag flyttas till måndag
            2026-11-08, 2026-11-30, en söndag flyttas till måndag
            2026-12-03, 2026-12-28, julafton och juldagarna och helgen passeras
            2026-12-10, 2027-01-04, nyårsafton och nyårsdagen och helgen passeras
            2026-03-13, 2026-04-07, långfredag till annandag påsk passeras
            2026-05-29, 2026-06-22, midsommarafton och midsommarhelgen passeras
            2026-04-10, 2026-05-04, första maj på en fredag
            2026-04-23, 2026-05-15, Kristi himmelsfärdsdag; fredagen därefter är vardag
            2026-12-16, 2027-01-07, trettondagen""")
    void movesTheLastDayPastFreeDays(LocalDate receivedOn, LocalDate lastDay, String why) {
        assertThat(Deadline.lastDay(receivedOn, 21)).as(why).isEqualTo(lastDay);
    }

    @Test
    void countsNothingForADayThatIsNotFree() {
        LocalDate tuesday = LocalDate.of(2026, 12, 1);
        assertThat(Deadline.pastFreeDays(tuesday)).isEqualTo(tuesday);
    }
}
