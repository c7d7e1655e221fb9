package se.trepart.central.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where snapshots lie: in the program in PostgreSQL. What lies here is the whole unit; who may have it is decided before. */
public interface SnapshotShelf {

    /** What a snapshot holds. */
    record Contents(UUID epoch, long seq, long documents, Set<UUID> leftOut) {}

    /** A snapshot that lies here: {@code bytes} long, with this hash in hex. */
    record Shelved(UUID id, UUID unitId, Contents contents, long bytes, String sha256) {}

    /** Writes a snapshot's bytes. */
    @FunctionalInterface
    interface Writer {
        Contents write(OutputStream out) throws IOException;
    }

    /** Keeps what the writer writes, and the one before it for those who are fetching it; empty when somebody else is building it. */
    Optional<Shelved> put(UUID unit, Writer writer);

    /** The last two of each unit, newest first. */
    List<Shelved> list();

    /** Copies the bytes from one place (included) to another (excluded). */
    void copy(Shelved snapshot, long from, long to, OutputStream out) throws IOException;
}
