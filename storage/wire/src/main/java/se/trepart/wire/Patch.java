package se.trepart.wire;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import se.trepart.model.merge.FieldChange;
import se.trepart.model.merge.ThreeWayMerge;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two states of a document, field by field (ändring), as an operation carries it. */
public final class Patch {

    private Patch() {}

    /** The fields that differ; empty when nothing does. */
    public static SortedMap<String, Operation.Change> between(JsonNode before, JsonNode after) {
        return of(ThreeWayMerge.changes(Fields.of(before), Fields.of(after)));
    }

    /**
     * The document with the changed fields set, whatever was there before; everything else is kept, known or not.
     *
     * @throws IllegalArgumentException when the result is no document
     */
    public static JsonNode apply(JsonNode document, Map<String, Operation.Change> patch) {
        SortedMap<String, String> fields = Fields.of(document);
        changes(patch).forEach((path, change) -> {
            String after = change.after();
            if (after == null) {
                fields.remove(path);
            } else {
                fields.put(path, after);
            }
        });
        return Fields.join(fields);
    }

    /** As the merge takes it. */
    public static SortedMap<String, FieldChange> changes(Map<String, Operation.Change> patch) {
        SortedMap<String, FieldChange> changes = new TreeMap<>();
        patch.forEach((path, change) -> changes.put(path, new FieldChange(text(change.before()), text(change.after()))));
        return changes;
    }

    /** As an operation carries it. */
    public static SortedMap<String, Operation.Change> of(Map<String, FieldChange> changes) {
        SortedMap<String, Operation.Change> patch = new TreeMap<>();
        changes.forEach((path, change) -> patch.put(path, new Operation.Change(node(change.before()), node(change.after()))));
        return patch;
    }

    static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : Json.canonical(node);
    }

    private static @Nullable JsonNode node(@Nullable String text) {
        return text == null ? null : Fields.parse(text);
    }
}
