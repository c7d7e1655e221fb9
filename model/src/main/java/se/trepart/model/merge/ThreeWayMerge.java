package se.trepart.model.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import se.trepart.model.DocumentType.Merging;

import org.jspecify.annotations.Nullable;

/**
 * Brings two people's changes to one document together (trevägssammanslagning), field by field. A document is a map from field path to
 * canonical JSON text; an element of a list stands under its id, {@code incomes[<id>].amount}. Nothing is ever half applied: either all
 * of a change fits, or all of it is a clash for a person to settle.
 *
 * <p>What is compared is not always one field. Fields of a group go together, and so does everything in an object or a list element that
 * one side adds or removes: an element removed by one and changed by the other is a clash, never a half element brought back.
 *
 * <p>Two who say the same do not clash about who said it: what stands is what was said first.
 */
public final class ThreeWayMerge {

    /** How it went. */
    public sealed interface Result {

        /** All of it fits; these are the document's fields now. */
        record Merged(SortedMap<String, String> fields) implements Result {

            /** Never the content: a record's text ends up in logs. */
            @Override
            public String toString() {
                return "Merged[…]";
            }
        }

        /** Something was changed by both; these are all fields that would be different. */
        record Clash(List<Difference> differences) implements Result {}
    }

    /** One field as both saw it, as theirs is, and as mine would be; null where it is not there. */
    public record Difference(String path, @Nullable String base, @Nullable String theirs, @Nullable String mine) {

        /** Both changed it, or something that goes together with it; otherwise it only came along. */
        public boolean onlyMine() {
            return Objects.equals(base, theirs);
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Difference[…]";
        }
    }

    private ThreeWayMerge() {}

    /**
     * @param base the document that mine was made from
     * @param theirs the document as it is now
     * @param mine the changes to bring in; what they say was there before counts over {@code base}, because it is what the person saw
     */
    public static Result merge(Merging merging, SortedMap<String, String> base, SortedMap<String, String> theirs,
            Map<String, FieldChange> mine) {
        SortedMap<String, String> seen = new TreeMap<>(base);
        mine.forEach((path, change) -> set(seen, path, change.before()));
        SortedMap<String, String> wanted = new TreeMap<>(seen);
        mine.forEach((path, change) -> set(wanted, path, change.after()));
        if (theirs.equals(seen)) {
            return new Result.Merged(wanted);
        }
        Set<String> flipped = flipped(seen, theirs, wanted);
        Map<String, Set<String>> units = new TreeMap<>();
        for (String path : paths(seen, theirs, wanted)) {
            units.computeIfAbsent(unitOf(path, flipped), _ -> new TreeSet<>()).add(path);
        }
        SortedMap<String, String> merged = new TreeMap<>(theirs);
        List<Difference> differences = new ArrayList<>();
        boolean clash = merging != Merging.BY_FIELD && !mine.isEmpty() && !theirs.equals(wanted);
        for (Set<String> unit : units.values()) {
            if (same(unit, seen, wanted)) {
                continue;
            }
            boolean both = !same(unit, theirs, seen) && !same(unit, theirs, wanted);
            if (both && same(unsigned(unit), theirs, wanted)) {
                SortedMap<String, String> first = signature(unit, theirs).compareTo(signature(unit, wanted)) <= 0 ? theirs : wanted;
                unit.forEach(path -> set(merged, path, first.get(path)));
                continue;
            }
            clash |= both;
            for (String path : unit) {
                set(merged, path, wanted.get(path));
                if (!Objects.equals(theirs.get(path), wanted.get(path))) {
                    differences.add(new Difference(path, seen.get(path), theirs.get(path), wanted.get(path)));
                }
            }
        }
        return clash ? new Result.Clash(List.copyOf(differences)) : new Result.Merged(merged);
    }

    /** What would be different if all of mine were taken, whether or not it clashes. */
    public static List<Difference> differences(SortedMap<String, String> theirs, Map<String, FieldChange> mine) {
        return mine.entrySet()
                .stream()
                .map(m -> new Difference(m.getKey(), m.getValue().before(), theirs.get(m.getKey()), m.getValue().after()))
                .toList();
    }

    /** The changes from one state of a document to another. */
    public static SortedMap<String, FieldChange> changes(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedMap<String, FieldChange> changes = new TreeMap<>();
        for (String path : paths(before, after)) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                changes.put(path, new FieldChange(before.get(path), after.get(path)));
            }
        }
        return changes;
    }

    /** Objects and elements that are there in one of the three and not in another. */
    private static Set<String> flipped(SortedMap<String, String> seen, SortedMap<String, String> theirs, SortedMap<String, String> wanted) {
        Set<String> flipped = new HashSet<>();
        for (String path : paths(seen, theirs, wanted)) {
            for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
                String object = path.substring(0, dot);
                boolean was = holds(seen, object);
                if (was != holds(theirs, object) || was != holds(wanted, object)) {
                    flipped.add(object);
                    break;
                }
            }
        }
        return flipped;
    }

    private static boolean holds(SortedMap<String, String> fields, String object) {
        SortedMap<String, String> from = fields.tailMap(object + ".");
        return !from.isEmpty() && from.firstKey().startsWith(object + ".");
    }

    private static String unitOf(String path, Set<String> flipped) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            if (flipped.contains(path.substring(0, dot))) {
                return path.substring(0, dot);
            }
        }
        return FieldGroups.of(path).orElse(path);
    }

    private static boolean same(Set<String> paths, SortedMap<String, String> one, SortedMap<String, String> other) {
        return paths.stream().allMatch(path -> Objects.equals(one.get(path), other.get(path)));
    }

    private static Set<String> unsigned(Set<String> unit) {
        return unit.stream().filter(path -> !FieldGroups.signs(path)).collect(Collectors.toSet());
    }

    /** When, and then by whom: the earlier sorts first, wherever the two are compared. */
    private static String signature(Set<String> unit, SortedMap<String, String> fields) {
        // a whole second is written without decimals, and must sort before its parts
        return unit.stream()
                .filter(FieldGroups::signs)
                .sorted()
                .map(path -> fields.getOrDefault(path, "").replace("Z", ""))
                .collect(Collectors.joining());
    }

    @SafeVarargs
    private static Set<String> paths(SortedMap<String, String>... documents) {
        Set<String> paths = new TreeSet<>();
        for (SortedMap<String, String> document : documents) {
            paths.addAll(document.keySet());
        }
        return paths;
    }

    private static void set(SortedMap<String, String> fields, String path, @Nullable String value) {
        if (value == null) {
            fields.remove(path);
        } else {
            fields.put(path, value);
        }
    }
}
