package se.trepart.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of what others changed: whole server transactions with numbers in (from, to].
 *
 * @param to the new cursor, also when nothing in the page was for this workstation
 * @param head the server's last transaction when the page was read
 * @param chain the audit chain's head, kept by the workstation
 * @param revokes units that this workstation must push for and then purge
 */
public record ChangesPage(UUID epoch, long from, long to, long head, Chain chain, List<Entry> entries, List<UUID> revokes, boolean more) {

    /**
     * Head of the hash-chained audit.
     *
     * @param checkpoint the newest one; null before the first
     * @param key what checkpoints are verified with, as X.509 in base64; null from a central store that signs none
     */
    public record Chain(long seq, String hash, @Nullable Checkpoint checkpoint, @Nullable String key) {}

    /**
     * A signed head of the chain.
     *
     * @param signature Ed25519 over "seq|hash|at", in base64, by a key that lies outside the database
     */
    public record Checkpoint(long seq, String hash, Instant at, String signature) {

        private static final String ED25519 = "Ed25519";

        /** What is signed. */
        public static byte[] text(long seq, String hash, Instant at) {
            return (seq + "|" + hash + "|" + at).getBytes(StandardCharsets.UTF_8);
        }

        public byte[] signedText() {
            return text(seq, hash, at);
        }

        /** @param key as X.509 in base64; what is no such key has signed nothing */
        public boolean signedBy(String key) {
            try {
                PublicKey verifying = KeyFactory.getInstance(ED25519)
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
                Signature check = Signature.getInstance(ED25519);
                check.initVerify(verifying);
                check.update(signedText());
                return check.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                return false;
            }
        }
    }
}
