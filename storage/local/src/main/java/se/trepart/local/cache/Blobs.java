package se.trepart.local.cache;

import java.util.Optional;
import java.util.UUID;

/** Files kept whole and sealed, such as the PDF of a letter as it was sent (filinnehåll), named by their own checksum. */
public interface Blobs {

    /**
     * Keeps the content, which goes to the central store with the first change that names it in a field ending in {@code Sha256}; the same
     * content twice is kept once. Returns its SHA-256 in lower-case hexadecimal.
     *
     * @param unitId whose file it is
     */
    String put(UUID unitId, byte[] content);

    /** Empty when it is not here, which says nothing of the central store: see {@link se.trepart.local.sync.Sync#attachment}. */
    Optional<byte[]> find(String sha256);
}
