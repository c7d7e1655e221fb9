package se.trepart.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
     */
    public record Chain(long seq, String hash, @Nullable Checkpoint checkpoint) {}

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

        public byte[] signedText() {
            return text(seq, hash, at);
        }
    }
}
