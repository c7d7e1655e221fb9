package se.trepart.central.blob;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where attachments lie: in the program in PostgreSQL, beside the documents that refer to them. */
public interface BlobShelf {

    /** One person's sending of one attachment. */
    record Upload(int size, int received) {}

    /** The size of what lies here, handed in in one of these units. */
    Optional<Integer> size(String sha256, Set<UUID> units);

    Optional<Upload> upload(String sha256, UUID staffId);

    /**
     * Adds a piece where the last one ended; the last piece makes it an attachment of the unit.
     *
     * @return what there is now; empty when all of it has come but is not what the hash says, and was thrown away
     */
    Optional<Upload> add(String sha256, UUID staffId, UUID unit, int size, int from, byte[] piece, Instant now);

    /** The bytes from one place (included) to another (excluded), at most a megabyte of them. */
    byte[] read(String sha256, int from, int to);

    /** Starts again the time after which it is thrown away if nothing refers to it. */
    void touch(String sha256, Instant now);

    /** Throws away what nothing has referred to since then, and what was left half sent. @return how many attachments went */
    int sweep(Instant now, Instant unreferencedBefore, Instant begunBefore);
}
