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

    private static final String ED25519 = "Ed25519";

    /**
     * Head of the hash-chained audit.
     *
     * @param checkpoint the newest one; null before the first
     * @param signing what checkpoints are signed with; null from a central store that signs none
     */
    public record Chain(long seq, String hash, @Nullable Checkpoint checkpoint, @Nullable SigningKey signing) {}

    /**
     * The key that checkpoints are verified with now.
     *
     * @param key as X.509 in base64
     * @param handOvers how it came after the keys before it, oldest first
     */
    public record SigningKey(String key, List<KeyHandOver> handOvers) {

        public SigningKey {
            handOvers = List.copyOf(handOvers);
        }

        /** The key to believe for who has believed the other one: where its hand-overs lead. */
        public String after(String believed) {
            String last = believed;
            for (KeyHandOver handOver : handOvers) {
                if (handOver.from().equals(last) && handOver.holds()) {
                    last = handOver.to();
                }
            }
            return last;
        }
    }

    /**
     * A key saying which one comes after it.
     *
     * @param signature by the key that hands over
     */
    public record KeyHandOver(String from, String to, String signature) {

        /** What is signed; nothing that a checkpoint could be taken for. */
        public static byte[] text(String from, String to) {
            return ("key|" + from + "|" + to).getBytes(StandardCharsets.UTF_8);
        }

        boolean holds() {
            return signed(text(from, to), signature, from);
        }
    }

    /**
     * A signed head of the chain.
     *
     * @param signature Ed25519 over "seq|hash|at", in base64, by a key that lies outside the database
     */
    public record Checkpoint(long seq, String hash, Instant at, String signature) {

        /** What is signed. */
        public static byte[] text(long seq, String hash, Instant at) {
            return (seq + "|" + hash + "|" + at).getBytes(StandardCharsets.UTF_8);
        }

        /** @param key as X.509 in base64; what is no such key has signed nothing */
        public boolean signedBy(String key) {
            return signed(text(seq, hash, at), signature, key);
        }
    }

    private static boolean signed(byte[] text, String signature, String key) {
        try {
            PublicKey verifying = KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
            Signature check = Signature.getInstance(ED25519);
            check.initVerify(verifying);
            check.update(text);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
