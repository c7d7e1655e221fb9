package se.trepart.app.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of what a form holds: the same file gives the same ids on every workstation, and the ids of a list ascend as the list does, because
 * lists are kept in the order of their ids. A version 8 UUID (RFC 9562): 48 bits of the application, 12 bits of the place in the list,
 * 62 bits of application and pointer.
 */
final class FormIds {

    /** What fits in the id's place number. */
    static final int LONGEST_LIST = 4096;

    private final UUID applicationId;
    private final long prefix;

    FormIds(UUID applicationId) {
        this.applicationId = applicationId;
        this.prefix = hash("") & 0xffff_ffff_ffff_0000L | 0x8000L;
    }

    UUID of(String list, int place) {
        return new UUID(prefix | place, hash(list + "/" + place) >>> 2 | 0x8000_0000_0000_0000L);
    }

    private long hash(String pointer) {
        try {
            byte[] name = (applicationId + pointer).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
