package se.trepart.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a workstation holds (inventering), computed from its own rows so that a difference can never be copied away.
 *
 * @param cursor where in the feed the workstation is
 */
public record Inventory(long cursor, List<UnitCount> units) {

    /**
     * @param count live documents of the unit
     * @param sum {@link #hex} of the sum, modulo 2^64, of {@link #weight} over them
     */
    public record UnitCount(UUID unitId, long count, String sum) {}

    /** What one document adds to its unit's sum: the first eight bytes of SHA-256 of its type, id and version. */
    public static long weight(String type, UUID id, long version) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((type + "|" + id + "|" + version).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String hex(long sum) {
        return HexFormat.of().toHexDigits(sum);
    }
}
