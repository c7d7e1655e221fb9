package se.trepart.local.cache;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Files that could not be taken in (bortlagda filer): kept sealed with their reasons until tried again or removed. */
public interface SetAside {

    /**
     * @param name the file's name only when it holds no personal data; otherwise a neutral name
     * @param origin full path it came from, to be opened and corrected at the source
     * @param faults "/json/pointer: what is wrong", in Swedish
     */
    record File(UUID id, String name, String origin, byte[] content, List<String> faults, Instant at) {}

    void put(File file);

    List<File> all();

    void remove(UUID id);
}
