package se.trepart.local.sync;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import se.trepart.local.cache.Feed;
import se.trepart.local.cache.Feed.Position;
import se.trepart.local.cache.Holding;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.cache.UnitLocked;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import org.jspecify.annotations.Nullable;

/**
 * The steps of a sync (synkning), on the caller's thread and without a clock of their own: what is unsent goes out first, then what is new
 * comes in. Everything it knows lies in the store, so it goes on where it was after a crash at any point.
 */
public final class SyncRound {

    static final int PAGE = 1000;
    /** how many times in a row one round may mend what the central store objects to */
    private static final int MENDINGS = 4;
    private static final String UNIT_LOCKED = "unit_locked";

    private final LocalStore store;
    private final Feed feed;
    private final Holding holding;
    private final Transport transport;
    private final Supplier<UUID> ids;
    private final Sending sending;
    private final Fetching fetching;
    private volatile boolean cancelled;

    /** @param ids for a new workstation id, should the central store know this one as another's */
    public SyncRound(LocalStore store, Transport transport, Supplier<UUID> ids) {
        this(store, transport, ids, _ -> {});
    }

    /** @param progress told how far something big has come; null when it is over */
    SyncRound(LocalStore store, Transport transport, Supplier<UUID> ids, Consumer<SyncStatus.@Nullable Progress> progress) {
        this.store = store;
        this.feed = store.feed();
        this.holding = store.holding();
        this.transport = transport;
        this.ids = ids;
        this.sending = new Sending(store, transport, this::goOn, progress);
        this.fetching = new Fetching(store, transport, this::goOn, progress);
        store.device().ifPresent(transport::actAs);
    }

    /**
     * Sends and fetches until there is nothing more.
     *
     * @throws TransportProblem when no usable answer came; what was done until then stays done
     */
    public void run() {
        for (int mended = 0;; mended++) {
            try {
                steps();
                return;
            } catch (TransportProblem problem) {
                if (mended == MENDINGS || !mend(problem.problem())) {
                    throw problem;
                }
            }
        }
    }

    private void steps() {
        renew();
        while (feed.position().epoch() == null) {
            // only with an epoch can anything be sent
            goOn();
            receive(fetching::step);
        }
        push();
        while (feed.position().fetching()) {
            goOn();
            receive(fetching::step);
        }
        while (pull()) {
            goOn();
        }
        if (store.sendFoundAgain()) {
            push();
        }
        // units that nothing was lent for yet
        renew();
        purge();
        compare();
    }

    /** What must be done now and then while nothing else is: keys end and are renewed, the inventory is compared. */
    public void tend() {
        renew();
        compare();
    }

    /** Sends everything that is unsent. */
    public void push() {
        if (feed.position().epoch() != null) {
            sending.run(Objects.requireNonNull(feed.position().epoch()));
        }
    }

    /** Stops at the next safe place; the round that comes after it goes on. */
    public void cancel() {
        cancelled = true;
    }

    private void goOn() {
        if (cancelled) {
            cancelled = false;
            throw new TransportProblem(SyncStatus.Problem.NONE, new Problem("cancelled", "", null));
        }
    }

    private void renew() {
        holding.lock();
        if (holding.leasesDue()) {
            answered(transport::leases).ifPresentOrElse(holding::take, holding::noLeases);
        }
    }

    /** The answer; empty from a central store of a version that does not know the question. */
    private static <T> Optional<T> answered(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (TransportProblem problem) {
            if (problem.notThere()) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** Fetches one page; returns whether there is more. */
    private boolean pull() {
        Position position = feed.position();
        ChangesPage page = transport.changes(position.epoch(), position.cursor(), PAGE, 0);
        take(page, position);
        return page.more();
    }

    /**
     * Takes a page, when it goes on from where this workstation is.
     *
     * @throws TransportProblem when the central store contradicts what it has said before: nothing of the page is then taken
     */
    public void take(ChangesPage page, Position position) {
        if (!page.epoch().equals(position.epoch())) {
            throw Fetching.unknownEpoch(page.epoch());
        }
        if (!feed.believes(page)) {
            throw Fetching.contradicts();
        }
        receive(() -> feed.apply(page));
    }

    /** Takes in what has come; the lease of a unit in it may have ended on the way. */
    private static void receive(Runnable taking) {
        try {
            taking.run();
        } catch (UnitLocked ended) {
            throw new TransportProblem(SyncStatus.Problem.NONE, new Problem(UNIT_LOCKED, "", null));
        }
    }

    /** Units that were withdrawn: what is unsent has gone out, now their rows go, then the central store is told. */
    private void purge() {
        if (!holding.withdrawn()) {
            return;
        }
        // it may have been given back since
        answered(transport::leases).ifPresent(holding::take);
        for (Purged purged : holding.purge()) {
            answered(() -> {
                transport.purged(purged);
                return purged;
            });
            holding.told(purged);
        }
    }

    private void compare() {
        Optional<Inventory> due = holding.inventory();
        // a whole fetch that has just begun, because a unit's key is another, brings everything anyway
        if (due.isEmpty() || feed.unsent() > 0 || feed.position().fetching()) {
            return;
        }
        List<DocumentKey> ask = answered(() -> transport.inventory(due.get())).map(holding::differing).orElse(List.of());
        for (int from = 0; from < ask.size(); from += Protocol.MAX_OPERATIONS) {
            goOn();
            List<DocumentKey> some = ask.subList(from, Math.min(ask.size(), from + Protocol.MAX_OPERATIONS));
            DocumentsReply healing = transport.documents(new DocumentsRequest(List.copyOf(some)));
            receive(() -> holding.heal(healing));
        }
        holding.inventoryTaken();
    }

    /** Whether what the central store objects to can be put right from here, and then has been. */
    private boolean mend(Problem problem) {
        return switch (problem.code()) {
            case "unknown_epoch" -> followRestore(problem);
            case "resync_required" -> {
                store.arrival().start();
                yield true;
            }
            case "out_of_order" -> problem.expected() != null && feed.sendAgainFrom(problem.expected());
            case "replay_differs" -> {
                UUID device = ids.get();
                feed.startOverAs(device);
                transport.actAs(device);
                yield true;
            }
            // the next try asks for keys first
            case UNIT_LOCKED -> true;
            default -> false;
        };
    }

    /**
     * The central store was restored from a backup. What it had acknowledged and lost is found by asking for its last number, before the
     * new epoch is noted: after a crash in between it is asked again.
     */
    private boolean followRestore(Problem problem) {
        UUID epoch = problem.epoch();
        if (epoch == null) {
            return false;
        }
        PushReply reply = transport.push(new PushRequest(epoch, List.of()));
        feed.followRestore(epoch, reply.lastClientSeq());
        return true;
    }
}
