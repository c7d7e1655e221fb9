package se.trepart.local.sync;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import se.trepart.local.cache.Feed;
import se.trepart.local.cache.Feed.Position;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Operation;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

/**
 * The steps of a sync (synkning), on the caller's thread and without a clock: what is unsent goes out first, then what is new comes in.
 * Everything it knows lies in the store, so it goes on where it was after a crash at any point.
 */
public final class SyncRound {

    static final int PAGE = 1000;
    /** how many times in a row one round may mend what the central store objects to */
    private static final int MENDINGS = 4;
    /** the request has a frame around its operations, and they grow a little on the way */
    private static final int MAX_BYTES = Protocol.MAX_BYTES * 9 / 10;

    private final Feed feed;
    private final Transport transport;
    private int batch = Protocol.MAX_OPERATIONS;

    public SyncRound(Feed feed, Transport transport) {
        this.feed = feed;
        this.transport = transport;
    }

    /**
     * Sends and fetches until there is nothing more.
     *
     * @throws TransportProblem when no usable answer came; what was done until then stays done
     */
    public void run() {
        for (int mended = 0;; mended++) {
            try {
                if (feed.position().epoch() == null) {
                    fetch();
                }
                push();
                while (feed.position().fetching()) {
                    fetch();
                }
                while (pull()) {
                    // until the feed has no more
                }
                feed.purgeRevoked();
                return;
            } catch (TransportProblem problem) {
                if (mended == MENDINGS || !mend(problem.problem())) {
                    throw problem;
                }
            }
        }
    }

    /** Sends everything that is unsent. */
    void push() {
        UUID epoch = feed.position().epoch();
        if (epoch == null) {
            return;
        }
        for (List<Operation> next = feed.batch(batch, MAX_BYTES); !next.isEmpty(); next = feed.batch(batch, MAX_BYTES)) {
            PushReply reply;
            try {
                reply = transport.push(new PushRequest(epoch, next));
            } catch (TransportProblem problem) {
                boolean oneIntent = next.getFirst().intentId().equals(next.getLast().intentId());
                if (!problem.problem().code().equals("too_large") || oneIntent) {
                    throw problem;
                }
                batch = Math.max(1, next.size() / 2);
                continue;
            }
            if (feed.acknowledge(reply) == 0) {
                throw new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("no_outcome", "", null));
            }
            batch = Math.min(Protocol.MAX_OPERATIONS, batch * 2);
        }
    }

    /** Fetches one page; returns whether there is more. */
    private boolean pull() {
        Position position = feed.position();
        ChangesPage page = transport.changes(position.epoch(), position.cursor(), PAGE, 0);
        feed.apply(sameEpoch(page, position));
        return page.more();
    }

    /** The page, when it goes on from where this workstation is. */
    static ChangesPage sameEpoch(ChangesPage page, Position position) {
        if (!page.epoch().equals(position.epoch())) {
            throw unknownEpoch(page.epoch());
        }
        return page;
    }

    /** Fetches one page of everything. */
    private void fetch() {
        if (!feed.position().fetching()) {
            feed.startFetch();
        }
        Position position = feed.position();
        BootstrapPage page;
        try {
            page = transport.bootstrap(position.token(), PAGE);
        } catch (TransportProblem problem) {
            if (position.token() == null || !problem.problem().code().equals("malformed")) {
                throw problem;
            }
            // a token of an older central store: the fetch begins again rather than never
            throw new TransportProblem(problem.kind(), new Problem("resync_required", "", null));
        }
        if (position.epoch() != null && !page.epoch().equals(position.epoch())) {
            throw unknownEpoch(page.epoch());
        }
        feed.apply(page);
    }

    private static TransportProblem unknownEpoch(UUID epoch) {
        return new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("unknown_epoch", "", null, epoch));
    }

    /** Whether what the central store objects to can be put right from here, and then has been. */
    private boolean mend(Problem problem) {
        return switch (problem.code()) {
            case "unknown_epoch" -> followRestore(problem);
            case "resync_required" -> {
                feed.startFetch();
                yield true;
            }
            case "out_of_order" -> problem.expected() != null && feed.sendAgainFrom(problem.expected());
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
        feed.followRestore(Objects.requireNonNull(epoch), reply.lastClientSeq());
        return true;
    }
}
