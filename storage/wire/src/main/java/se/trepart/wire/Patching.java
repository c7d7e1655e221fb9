package se.trepart.wire;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Patches applied to a document one after the other (ändringar i följd), as {@link Patch#apply} does with each; the document is put
 * together once, at the end. A text that somebody typed for an hour is a thousand patches.
 */
public final class Patching {

    private SortedMap<String, String> fields;

    /** @throws IllegalArgumentException when it is no document */
    public Patching(JsonNode document) {
        fields = Fields.of(document);
    }

    /** @throws IllegalArgumentException when the result is no document; it is then as it was before */
    public void apply(Map<String, Operation.Change> patch) {
        SortedMap<String, String> next = new TreeMap<>(fields);
        boolean reshaped = false;
        for (var change : patch.entrySet()) {
            String path = change.getKey();
            String after = Patch.text(change.getValue().after());
            String before = after == null ? next.remove(path) : next.put(path, after);
            reshaped |= !simple(before) || !simple(after) || path.endsWith("].id");
        }
        // other values at the same paths are a document as before, anything else is laid out anew
        fields = reshaped ? Fields.of(Fields.join(next)) : next;
    }

    /** Whether there is a value, and one without parts. */
    private static boolean simple(@Nullable String value) {
        return value != null && !value.startsWith("{") && !value.startsWith("[");
    }

    public JsonNode document() {
        return Fields.join(fields);
    }
}
