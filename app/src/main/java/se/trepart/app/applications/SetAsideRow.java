package se.trepart.app.applications;

import java.util.List;
import java.util.UUID;

/**
 * A file that could not be taken in (bortlagd fil), as the list shows it.
 *
 * @param origin the full path it came from
 */
public record SetAsideRow(UUID id, String name, String origin, String when, List<Fault> faults) {

    /**
     * What is wrong with it, and where (fel).
     *
     * @param place what the place is called
     * @param pointer the place as a JSON pointer, for the one who mends the e-service
     */
    public record Fault(String place, String text, String pointer) {}
}
