package se.trepart.model.control;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.Table;
import se.trepart.model.Table.Row;
import se.trepart.model.access.Unit;
import se.trepart.model.control.PlanningSettings.ActivityRequirement;

/** The planning's settings that the program comes with (förvalda inställningar för planeringen). */
public final class ShippedPlanningSettings {

    private final Map<String, String> values = Table.read(ShippedPlanningSettings.class, "planning-settings.csv")
            .stream()
            .collect(Collectors.toMap(row -> row.text("name"), ShippedPlanningSettings::value));

    private ShippedPlanningSettings() {}

    /** With an id that follows from the unit, so that two installations make the same document. */
    public static PlanningSettings of(UUID unitId) {
        return new ShippedPlanningSettings().settings(unitId);
    }

    /** Those in force on a day: the municipality's, or before it has chosen any those that the program comes with. */
    public static PlanningSettings inForce(List<PlanningSettings> chosen, LocalDate day) {
        return chosen.stream().anyMatch(settings -> !settings.validFrom().isAfter(day))
                ? PlanningSettings.at(chosen, day)
                : of(Unit.MUNICIPALITY);
    }

    private PlanningSettings settings(UUID unitId) {
        UUID id = UUID.nameUUIDFromBytes(("planning-settings/" + unitId).getBytes(StandardCharsets.UTF_8));
        List<Integer> warnings = Arrays.stream(text("referralWarningMonths").split(" ")).map(Integer::valueOf).toList();
        ActivityRequirement requirement = new ActivityRequirement(LocalDate.parse(text("requirement.firstMonth")),
                number("requirement.monthsInARow"), number("requirement.hoursAWeek"), number("requirement.fewerHours"),
                number("requirement.childUnder"), false);
        return new PlanningSettings(id, unitId, LocalDate.parse(text("validFrom")), number("earlyMeetingDays"), number("firstFromAge"),
                number("firstToAge"), number("referralAnswerDays"), warnings, number("gapMonths"), number("endingDays"),
                number("extensionMonths"), number("followUpMonths"), number("contactDays"), number("smallCount"), requirement);
    }

    private static String value(Row row) {
        return row.text("value");
    }

    private String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no setting " + name);
        }
        return value;
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }
}
