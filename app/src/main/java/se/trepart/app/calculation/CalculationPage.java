package se.trepart.app.calculation;

import java.util.List;
import java.util.UUID;

import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.LineKind;

import org.jspecify.annotations.Nullable;

/**
 * What the place Beräkning shows at one moment (beräkningens sida).
 *
 * @param faults why nothing can be calculated, in words
 * @param notes what is pointed out and stops nothing
 * @param locked why nothing can be changed; empty when it can
 * @param outdated the facts have changed since the system's amounts were worked out
 * @param comparedWith the month beside, by name; empty when there is none
 */
public record CalculationPage(State state, @Nullable Calculation calculation, List<Group> groups, List<String> faults, List<String> notes,
        String locked, boolean outdated, String comparedWith) {

    static final CalculationPage NOTHING = none(State.NO_APPLICATION, List.of());

    /** How far the calculation has come. */
    public enum State {
        NO_APPLICATION,
        NOT_CALCULABLE,
        /** can be made, is not yet */
        NOT_MADE,
        OPEN,
        LOCKED
    }

    /** A part of the table. */
    public enum Part {
        NORM,
        COST,
        INCOME;

        static Part of(LineKind kind) {
            return switch (kind) {
                case PERSONAL, SHARED -> NORM;
                case COST -> COST;
                case INCOME -> INCOME;
            };
        }
    }

    /** Lines that belong together, and last month's lines that are gone. */
    public record Group(Part part, List<CalculationRow> rows, List<Gone> gone) {

        public Group {
            rows = List.copyOf(rows);
            gone = List.copyOf(gone);
        }
    }

    /** A line that last month had and this has not. */
    public record Gone(String name, String lastMonth) {}

    public CalculationPage {
        groups = List.copyOf(groups);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    static CalculationPage none(State state, List<String> faults) {
        return new CalculationPage(state, null, List.of(), faults, List.of(), "", false, "");
    }

    public List<CalculationRow> rows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** What the table is made of; while it is the same nothing is built anew and nothing typed is lost. */
    List<Object> shape() {
        return List.of(state, groups.stream().map(g -> g.rows().stream().map(CalculationRow::id).toList()).toList(),
                groups.stream().map(Group::gone).toList(), faults, notes, locked, outdated, comparedWith, id());
    }

    private Object id() {
        UUID id = calculation == null ? null : calculation.id();
        return id == null ? "" : id;
    }
}
