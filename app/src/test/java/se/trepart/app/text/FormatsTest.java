package se.trepart.app.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import se.trepart.model.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Stockholm"));
    private final Formats formats = new Formats(new Texts(), CLOCK);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0 kr
            100       | 1 kr
            439000    | 4 390 kr
            881412    | 8 814,12 kr
            881402    | 8 814,02 kr
            -24000    | −240 kr
            123456700 | 1 234 567 kr
            """)
    void writesMoneyWithOreOnlyWhenNotWhole(long ore, String written) {
        assertThat(Formats.money(new Money(ore)).replace('\u00A0', ' ')).isEqualTo(written);
        assertThat(Formats.money(new Money(ore))).doesNotContain(" ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-22 | i dag           | i dag (22 nov)
            2026-11-21 | i går           | 1 dag för sent (21 nov)
            2026-11-19 | för 3 dagar sedan | 3 dagar för sent (19 nov)
            2026-11-23 | i morgon (23 nov) | i morgon (23 nov)
            2026-11-27 | om 5 dagar (27 nov) | om 5 dagar (27 nov)
            2027-01-10 | om 49 dagar (10 jan 2027) | om 49 dagar (10 jan 2027)
            """)
    void saysHowLongAgoAndHowSoon(LocalDate day, String ago, String due) {
        assertThat(formats.ago(day).replace('\u00A0', ' ')).isEqualTo(ago);
        assertThat(formats.due(day).replace('\u00A0', ' ')).isEqualTo(due);
    }

    @Test
    void writesDatesInSwedish() {
        assertThat(Formats.longDate(LocalDate.of(2026, 12, 1))).isEqualTo("1 december 2026");
        assertThat(Formats.month(YearMonth.of(2026, 11))).isEqualTo("november 2026");
        assertThat(formats.time(Instant.parse("2026-11-22T12:42:00Z"))).isEqualTo("13:42");
    }

    @Test
    void sortsNamesAsSwedesDo() {
        assertThat(SwedishOrder.sorted(List.of("Öberg", "Ängsmo", "Åkesson", "Zetterlund", "Andersson"), n -> n))
                .containsExactly("Andersson", "Zetterlund", "Åkesson", "Ängsmo", "Öberg");
    }
}
