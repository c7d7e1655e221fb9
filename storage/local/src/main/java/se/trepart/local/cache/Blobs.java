package se.trepart.local.cache;

import java.util.Optional;

/** Files kept whole and sealed, such as the PDF of a letter as it was sent (filinnehåll), named by their own checksum. */
public interface Blobs {

    /** Keeps the content; the same content twice is kept once. Returns its SHA-256 in lower-case hexadecimal. */
    String put(byte[] content);

    Optional<byte[]> find(String sha256);
}
