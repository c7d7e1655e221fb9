package se.trepart.app.applications;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.applications.PersonLine.Part;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CostType;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.IncomeType;
import se.trepart.model.person.Protection;

/** What can be chosen in the form for a new application (val i ny ansökan). */
public final class NewApplicationChoices {

    /** For a cost, which is the household's. */
    static final Choice<UUID> NOBODY = new Choice<>("", null);

    private static final int MONTHS_BACK = 3;

    private final ObservableList<Choice<Channel>> channels;
    private final ObservableList<Choice<YearMonth>> months;
    private final ObservableList<Choice<ApplicationKind>> kinds;
    private final ObservableList<Choice<Protection>> protections;
    private final ObservableList<Choice<HousingForm>> housings;
    private final ObservableList<Choice<CostType>> costs;
    private final ObservableList<Choice<IncomeType>> incomes;
    private final ObservableList<Choice<Part>> parts;

    NewApplicationChoices(Texts texts, YearMonth thisMonth) {
        channels = choices("applications.channel", List.of(Channel.LETTER, Channel.EMAIL, Channel.ORAL), texts);
        kinds = choices("applications.kind", List.of(ApplicationKind.values()), texts);
        protections = choices("applications.protection", List.of(Protection.values()), texts);
        housings = choices("applications.housing", List.of(HousingForm.values()), texts);
        costs = choices("applications.cost", List.of(CostType.values()), texts);
        incomes = choices("applications.income", List.of(IncomeType.values()), texts);
        parts = choices("applications.role", List.of(Part.values()), texts);
        List<Choice<YearMonth>> around = new ArrayList<>();
        for (YearMonth m = thisMonth.plusMonths(1); m.isAfter(thisMonth.minusMonths(MONTHS_BACK)); m = m.minusMonths(1)) {
            around.add(new Choice<>(Formats.month(m), m));
        }
        months = FXCollections.observableArrayList(around);
    }

    public ObservableList<Choice<Channel>> channels() {
        return channels;
    }

    public ObservableList<Choice<YearMonth>> months() {
        return months;
    }

    public ObservableList<Choice<ApplicationKind>> kinds() {
        return kinds;
    }

    public ObservableList<Choice<Protection>> protections() {
        return protections;
    }

    public ObservableList<Choice<HousingForm>> housings() {
        return housings;
    }

    public ObservableList<Choice<CostType>> costs() {
        return costs;
    }

    public ObservableList<Choice<IncomeType>> incomes() {
        return incomes;
    }

    public ObservableList<Choice<Part>> parts() {
        return parts;
    }

    Choice<YearMonth> month(YearMonth value) {
        return find(months, value);
    }

    Choice<ApplicationKind> kind(ApplicationKind value) {
        return find(kinds, value);
    }

    Choice<HousingForm> housing(HousingForm value) {
        return find(housings, value);
    }

    Choice<CostType> cost(CostType value) {
        return find(costs, value);
    }

    Choice<IncomeType> income(IncomeType value) {
        return find(incomes, value);
    }

    Choice<Part> part(Part value) {
        return find(parts, value);
    }

    private static <T> Choice<T> find(List<Choice<T>> choices, T value) {
        return choices.stream().filter(c -> value.equals(c.value())).findFirst().orElseThrow();
    }

    private static <E extends Enum<E>> ObservableList<Choice<E>> choices(String prefix, List<E> values, Texts texts) {
        return FXCollections.observableArrayList(values.stream().map(v -> new Choice<>(texts.name(prefix, v), v)).toList());
    }
}
