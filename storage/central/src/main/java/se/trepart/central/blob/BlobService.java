package se.trepart.central.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.blob.BlobShelf.Upload;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.Refusal;
import se.trepart.model.DocumentType;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;

/**
 * Takes and gives attachments (bilagor). They come in pieces that can be sent again, count when their hash is right, and are thrown away
 * when nothing has referred to them for {@link #KEPT}.
 */
public final class BlobService {

    public static final Duration KEPT = Duration.ofDays(30);
    private static final Duration HALF_SENT_KEPT = Duration.ofDays(7);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final CentralStore store;
    private final BlobShelf shelf;
    private final InstantSource clock;

    public BlobService(CentralStore store, BlobShelf shelf, InstantSource clock) {
        this.store = store;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * How many bytes need not be sent any more: all of them when it lies in a unit of the caller's, else what this caller has sent.
     * Somebody who may not read it must send all of it, which proves that they have it.
     */
    public int offset(Caller caller, String sha256) {
        valid(sha256);
        Set<UUID> units = Visibility.of(access(caller)).units();
        return shelf.size(sha256, units).map(size -> {
            shelf.touch(sha256, clock.instant());
            return size;
        }).orElseGet(() -> shelf.upload(sha256, caller.staffId()).map(Upload::received).orElse(0));
    }

    /**
     * Takes the next piece.
     *
     * @return how many bytes there are now; {@code size} when all is there
     * @throws Refusal out_of_order, with the place to go on from, when the piece is not the next one
     */
    public int add(Caller caller, String sha256, UUID unit, int from, int size, byte[] piece) {
        valid(sha256);
        if (size < 0 || size > Protocol.MAX_BLOB_BYTES) {
            throw new Refusal("too_large", "an attachment has at most " + Protocol.MAX_BLOB_BYTES + " bytes");
        }
        if (from < 0 || piece.length == 0 && size > 0 || from > size - piece.length) {
            throw new Refusal("malformed", "the piece does not fit");
        }
        if (!Visibility.of(access(caller)).changes(DocumentType.SENT_PAPER.name(), unit, null, false)) {
            throw new Refusal("not_allowed", "not the caller's unit");
        }
        if (shelf.size(sha256, Set.of(unit)).isPresent()) {
            return size;
        }
        Upload now = shelf.add(sha256, caller.staffId(), unit, size, from, piece, clock.instant())
                .orElseThrow(() -> new Refusal("hash_differs", "the content is not what its hash says; send it anew"));
        if (now.size() != size || now.received() != from + piece.length) {
            throw new Refusal(new Problem("out_of_order", "go on from the expected byte", (long) now.received()));
        }
        return now.received();
    }

    /** The size of an attachment that a document the caller sees refers to. @throws Refusal not_found for anything else */
    public int size(Caller caller, String sha256) {
        valid(sha256);
        Set<UUID> units = Visibility.of(access(caller)).units();
        if (store.readAs(caller.staffId(), snapshot -> snapshot.referringTo(sha256, units)).isEmpty()) {
            throw new Refusal("not_found", "no such attachment for the caller");
        }
        return shelf.size(sha256, units).orElseThrow(() -> new Refusal("not_found", "no such attachment for the caller"));
    }

    /** Copies the bytes from one place (included) to another (excluded). */
    public void copy(String sha256, int from, int to, OutputStream out) throws IOException {
        for (int at = from; at < to;) {
            byte[] some = shelf.read(sha256, at, to);
            if (some.length == 0) {
                throw new IOException("the attachment is gone");
            }
            out.write(some);
            at += some.length;
        }
    }

    /** @return how many attachments were thrown away */
    public int sweep() {
        Instant now = clock.instant();
        return shelf.sweep(now, now.minus(KEPT), now.minus(HALF_SENT_KEPT));
    }

    private StaffAccess access(Caller caller) {
        return store.read(snapshot -> snapshot.staff(caller.staffId()))
                .filter(StaffAccess::active)
                .orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
    }

    private static void valid(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new Refusal("malformed", "not a SHA-256 in hex");
        }
    }
}
