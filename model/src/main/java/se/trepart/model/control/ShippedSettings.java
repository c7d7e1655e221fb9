package se.trepart.model.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

import se.trepart.model.Money;

/** The settings that the program comes with (förvalda inställningar): one document for each new price base amount. */
public final class ShippedSettings {

    private static final String PRICE_BASE = "prisbasbelopp.";

    private final Properties properties = new Properties();

    private ShippedSettings() {
        try (InputStream stream = Objects.requireNonNull(ShippedSettings.class.getResourceAsStream("settings.properties"));
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, oldest first, with ids that follow from unit and date so that two installations make the same documents. */
    public static List<Settings> of(UUID unitId) {
        ShippedSettings shipped = new ShippedSettings();
        return shipped.properties.stringPropertyNames()
                .stream()
                .filter(name -> name.startsWith(PRICE_BASE))
                .map(name -> shipped.from(Integer.parseInt(name.substring(PRICE_BASE.length())), unitId))
                .sorted(Comparator.comparing(Settings::validFrom))
                .toList();
    }

    private Settings from(int year, UUID unitId) {
        UUID id = UUID.nameUUIDFromBytes(("settings/" + unitId + "/" + year).getBytes(StandardCharsets.UTF_8));
        return new Settings(id, unitId, LocalDate.of(year, 1, 1), number("intakeMonths"), number("handOverDay"),
                number("quietMonthsBeforeClosing"), number("longTermMonths"), number("incomeChangePercent"), number("childMonthDays"),
                Money.kronor(number(PRICE_BASE + year)), number("completionDays"), number("communicationDays"), number("postDays"),
                Money.kronor(number("housingLevelOne")), Money.kronor(number("housingLevelMore")), number("checkWarningDays"),
                municipality());
    }

    private Municipality municipality() {
        return new Municipality(text("name"), text("board"), text("court"), text("street"), text("postalCode"), text("city"), text("phone"),
                text("email"), text("website"), text("phoneHours"), null);
    }

    private String text(String name) {
        return Objects.requireNonNull(properties.getProperty(name), name);
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }
}
