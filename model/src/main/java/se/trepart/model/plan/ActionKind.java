package se.trepart.model.plan;

import java.util.List;
import java.util.Optional;

import se.trepart.model.Table;

/**
 * A kind of action that the program knows from the start (insatstyp); what a municipality offers of it is an {@link ActionOffer}.
 *
 * @param key what documents keep; never changed
 * @param name in Swedish
 * @param requirement which of the activity requirement's four kinds it counts as, 1 to 4 (SoL 12 kap. 6 a §)
 * @param weeks how long such an action usually is
 */
public record ActionKind(String key, String name, int requirement, int weeks) {

    private static final List<ActionKind> ALL = Table.read(ActionKind.class, "action-kinds.csv")
            .stream()
            .map(row -> new ActionKind(row.text("key"), row.text("name"), Integer.parseInt(row.text("requirement")),
                    Integer.parseInt(row.text("weeks"))))
            .toList();

    /** All of them, the first steps first. */
    public static List<ActionKind> catalogue() {
        return ALL;
    }

    /** What people call it; the key itself of a kind that this version does not know. */
    public static String nameOf(String key) {
        return of(key).map(ActionKind::name).orElse(key);
    }

    public static Optional<ActionKind> of(String key) {
        return ALL.stream().filter(kind -> kind.key.equals(key)).findFirst();
    }
}
