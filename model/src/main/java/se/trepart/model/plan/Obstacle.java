package se.trepart.model.plan;

import java.util.List;
import java.util.Optional;

import se.trepart.model.Table;

/**
 * A choice of the national catalogue of what stands in the way of self-support (försörjningshinder), reported for each adult and month.
 *
 * @param key what documents keep; never changed
 * @param group in Swedish, as the catalogue has it
 * @param choice in Swedish within the group; empty where the group is the choice
 */
public record Obstacle(String key, String group, String choice) {

    private static final List<Obstacle> ALL = Table.read(Obstacle.class, "obstacles.csv")
            .stream()
            .map(row -> new Obstacle(row.text("key"), row.text("group"), row.text("choice")))
            .toList();

    /** The catalogue in its own order. */
    public static List<Obstacle> catalogue() {
        return ALL;
    }

    public static Optional<Obstacle> of(String key) {
        return ALL.stream().filter(obstacle -> obstacle.key.equals(key)).findFirst();
    }
}
