package se.trepart.app.applications;

import java.util.List;
import java.util.UUID;

/**
 * A file that could not be taken in (bortlagd fil), as the list shows it.
 *
 * @param origin the full path it came from
 * @param faults "/json/pointer: what is wrong"
 */
public record SetAsideRow(UUID id, String name, String origin, String when, List<String> faults) {}
