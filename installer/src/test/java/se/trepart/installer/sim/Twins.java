package se.trepart.installer.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;

import se.trepart.central.sync.Refusal;
import se.trepart.wire.Json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Asks the store in memory and, in some worlds, PostgreSQL too: both must answer the very same, down to the hash of the chain. */
final class Twins {

    private final Services ours;
    private final @Nullable Services theirs;
    private final Recorded<?>[] drawn;

    /** What one draws at random the other gets too. */
    static final class Recorded<T> {

        private final Supplier<T> source;
        private final Queue<T> drawn = new ArrayDeque<>();
        private boolean keep;

        Recorded(Supplier<T> source) {
            this.source = source;
        }

        T draw() {
            T value = source.get();
            if (keep) {
                drawn.add(value);
            }
            return value;
        }

        T again() {
            T value = drawn.poll();
            if (value == null) {
                throw new Broken("stores", "one draws more than the other");
            }
            return value;
        }
    }

    Twins(Services ours, @Nullable Services theirs, Recorded<?>... drawn) {
        this.ours = ours;
        this.theirs = theirs;
        this.drawn = drawn;
        for (Recorded<?> recorded : drawn) {
            recorded.keep = theirs != null;
        }
    }

    <T> T ask(Function<Services, T> request) {
        if (theirs == null) {
            return request.apply(ours);
        }
        T answer = null;
        Refusal refusal = null;
        try {
            answer = request.apply(ours);
        } catch (Refusal refused) {
            refusal = refused;
        }
        Object there;
        try {
            there = request.apply(theirs);
        } catch (Refusal refused) {
            there = refused.problem();
        }
        same(refusal == null ? answer : refusal.problem(), there);
        for (Recorded<?> recorded : drawn) {
            if (!recorded.drawn.isEmpty()) {
                throw new Broken("stores", "one draws less than the other");
            }
        }
        if (refusal != null) {
            throw refusal;
        }
        return answer;
    }

    private static void same(@Nullable Object here, @Nullable Object there) {
        boolean same = here instanceof byte[] bytes && there instanceof byte[] others
                ? Arrays.equals(bytes, others)
                : inOrder(here).toString().equals(inOrder(there).toString());
        if (!same) {
            throw new Broken("stores",
                    "in memory " + Json.MAPPER.writeValueAsString(here) + " and in PostgreSQL " + Json.MAPPER.writeValueAsString(there));
        }
    }

    /** What is a set has no order. */
    private static JsonNode inOrder(@Nullable Object answer) {
        JsonNode json = Json.MAPPER.valueToTree(answer);
        for (String set : List.of("revokes", "files", "differing")) {
            if (json.get(set) instanceof ArrayNode array) {
                array.forEach(element -> {
                    if (element.get("rows") instanceof ArrayNode rows) {
                        sort(rows);
                    }
                });
                sort(array);
            }
        }
        return json;
    }

    private static void sort(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>(array.values());
        elements.sort(Comparator.comparing(JsonNode::toString));
        array.removeAll().addAll(elements);
    }
}
