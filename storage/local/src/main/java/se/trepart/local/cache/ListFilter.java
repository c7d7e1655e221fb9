package se.trepart.local.cache;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a list holds (R32: state, date and unit, nothing about people).
 *
 * @param states document states to keep; empty keeps all
 * @param units units to keep; empty keeps all
 * @param from first document date, null for no bound
 * @param to last document date, null for no bound
 */
public record ListFilter(Set<String> states, Set<UUID> units, @Nullable LocalDate from, @Nullable LocalDate to) {

    public static final ListFilter ALL = new ListFilter(Set.of(), Set.of(), null, null);

    public static ListFilter states(String... states) {
        return new ListFilter(Set.of(states), Set.of(), null, null);
    }
}
