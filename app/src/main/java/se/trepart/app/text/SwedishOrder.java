package se.trepart.app.text;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names in Swedish order (svensk sorteringsordning): å, ä and ö last. */
public final class SwedishOrder {

    private SwedishOrder() {}

    /** For a row that keeps its key: a key is dear to make and cheap to compare. */
    public static CollationKey key(String name) {
        Collator collator = Collator.getInstance(Formats.SWEDISH);
        collator.setStrength(Collator.TERTIARY);
        return collator.getCollationKey(name);
    }

    /** A new list in order; each key is made once. */
    public static <T> List<T> sorted(List<T> items, Function<? super T, String> name) {
        Map<T, CollationKey> keys = new IdentityHashMap<>();
        items.forEach(item -> keys.computeIfAbsent(item, i -> key(name.apply(i))));
        return items.stream().sorted(Comparator.comparing(keys::get)).toList();
    }
}
