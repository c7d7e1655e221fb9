package se.trepart.local.sync;

import java.util.UUID;

import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Leases;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;

/**
 * The way to the central store; over HTTPS in the program, in memory under simulation. Every method throws {@link TransportProblem} when no
 * usable answer came; whether the central store then did what was asked is not known.
 */
public interface Transport {

    /** From now on the caller is this workstation: the central store knew the id it had as another's. */
    default void actAs(@SuppressWarnings("unused") UUID device) {}

    /**
     * @param epoch the server epoch the cursor belongs to, null at the first contact
     * @param waitSeconds how long the server may hold the answer when there is nothing new
     */
    ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds);

    /**
     * @param token null for the first page
     * @param onlyProtected only what snapshots leave out: cases with protected identity
     */
    BootstrapPage bootstrap(@Nullable String token, int limit, boolean onlyProtected);

    PushReply push(PushRequest request);

    Leases leases();

    void purged(Purged purged);

    InventoryReply inventory(Inventory inventory);

    DocumentsReply documents(DocumentsRequest request);

    Snapshots snapshots();

    /** A part of a unit's snapshot file as it is, compressed; shorter than asked for only at its end. */
    byte[] snapshot(UUID unitId, long seq, long from, int length);

    /** How many bytes of the file the central store has; zero when it has none. */
    long uploaded(String sha256);

    /** Sends a part of a file that belongs to the unit; the last one makes the central store check the whole by its SHA-256. */
    void upload(UUID unitId, String sha256, long from, byte[] part, long total);

    /** A part of a file; shorter than asked for only at its end. */
    byte[] download(String sha256, long from, int length);
}
