package se.trepart.central.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Links audit entries (granskningskedja): the hash of an entry covers the hash before it, so that nothing can be changed, taken out or moved. */
public final class AuditChain {

    /** What the first entry builds on: 32 zero bytes. */
    public static final int HASH_BYTES = 32;

    private AuditChain() {}

    public static byte[] next(byte[] previous, String entry) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(entry.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] hash(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
