package se.trepart.model.control;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The dated choices of a municipality (⚙). */
class SettingsTest {

    private static final UUID UNIT = new UUID(0, 7);
    private static final List<Settings> SHIPPED = ShippedSettings.of(UNIT);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            dag,        prisbasbelopp
            2019-01-01, 46500
            2024-12-31, 57300
            2025-01-01, 58800
            2025-12-31, 58800
            2026-01-01, 59200
            2027-06-01, 59200""")
    void theSettingsOfADayAreThoseThatLastBeganToBeValid(LocalDate day, long priceBase) {
        assertThat(Settings.at(SHIPPED, day).prisbasbelopp()).isEqualTo(Money.kronor(priceBase));
    }

    @Test
    void thereAreNoSettingsBeforeTheFirst() {
        assertThatThrownBy(() -> Settings.at(SHIPPED, LocalDate.of(2018, 12, 31))).isInstanceOf(NoSettingsForDate.class);
    }

    @Test
    void twoInstallationsShipTheSameDocuments() {
        assertThat(ShippedSettings.of(UNIT)).isEqualTo(SHIPPED);
        assertThat(SHIPPED).extracting(Settings::id).doesNotHaveDuplicates();
        assertThat(SHIPPED.getFirst().municipality().board()).isEqualTo("Socialnämnden");
        assertThat(SHIPPED.getFirst().municipality().phoneHours()).isEqualTo("vardagar 9–11");
    }
}
