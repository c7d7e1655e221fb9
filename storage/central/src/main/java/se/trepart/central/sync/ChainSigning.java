package se.trepart.central.sync;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

import se.trepart.central.audit.KeyFile;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.wire.ChangesPage.Checkpoint;

/**
 * Signs the audit chain's head (signerad kontrollpunkt), at most once an hour, at once after a change of key, and only when it has moved, with an Ed25519 key that lies
 * outside the database: who can write in the database cannot make another history look signed.
 */
public final class ChainSigning {

    private static final Duration APART = Duration.ofHours(1);

    private final CentralStore store;
    private final PrivateKey key;
    private final String verifying;
    private final InstantSource clock;

    public ChainSigning(CentralStore store, PrivateKey key, InstantSource clock) {
        this.store = store;
        this.key = key;
        this.verifying = KeyFile.verifying(key);
        this.clock = clock;
    }

    /** Signs the head if it is time; empty when it is not. */
    public Optional<Checkpoint> signIfDue() {
        return store.write(tx -> {
            Head head = tx.head();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Checkpoint last = head.checkpoint();
            if (head.seq() == 0 || last != null && (last.seq() >= head.seq() || early(last, now))) {
                return Optional.<Checkpoint>empty();
            }
            String hash = HexFormat.of().formatHex(head.chainHash());
            Checkpoint signed = new Checkpoint(head.seq(), hash, now, KeyFile.sign(key, Checkpoint.text(head.seq(), hash, now)));
            tx.checkpoint(signed);
            return Optional.of(signed);
        });
    }

    private boolean early(Checkpoint last, Instant now) {
        return now.isBefore(last.at().plus(APART)) && last.signedBy(verifying);
    }
}
