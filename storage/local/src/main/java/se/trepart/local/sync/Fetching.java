package se.trepart.local.sync;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import se.trepart.local.cache.Arrival;
import se.trepart.local.cache.Arrival.Following;
import se.trepart.local.cache.Arrival.SnapshotFile;
import se.trepart.local.cache.Feed;
import se.trepart.local.cache.Feed.Position;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.sync.SyncStatus.Progress;
import se.trepart.local.sync.SyncStatus.Progress.What;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Problem;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;

/** The steps of a whole fetch: by prebuilt snapshots where there are any, otherwise page by page. */
final class Fetching {

    private static final int SNAPSHOT_PART = 1 << 20;
    private static final Set<String> GONE = Set.of("resync_required", "not_allowed");

    private final Feed feed;
    private final Arrival arrival;
    private final Transport transport;
    private final Runnable goOn;
    private final Consumer<@Nullable Progress> progress;
    private long done = -1;

    Fetching(LocalStore store, Transport transport, Runnable goOn, Consumer<@Nullable Progress> progress) {
        this.feed = store.feed();
        this.arrival = store.arrival();
        this.transport = transport;
        this.goOn = goOn;
        this.progress = progress;
    }

    /** One page, or one part of a snapshot, or all that has come of one. */
    void step() {
        if (!feed.position().fetching()) {
            arrival.start();
            done = -1;
        }
        Position position = feed.position();
        Optional<Following> following = arrival.following();
        if (following.isPresent()) {
            follow(position, following.get());
        } else if (position.byKeys()) {
            page(position, false);
        } else if (!arrival.planned()) {
            plan();
        } else {
            Optional<SnapshotFile> next = arrival.next();
            if (next.isPresent()) {
                snapshot(next.get());
            } else {
                page(position, true);
            }
        }
        if (!feed.position().fetching()) {
            done = -1;
            progress.accept(null);
        }
    }

    /** What changed while the pages were read, so that nobody sees half of a change. */
    private void follow(Position position, Following following) {
        ChangesPage page;
        try {
            page = transport.changes(position.epoch(), following.cursor(), SyncRound.PAGE, 0);
        } catch (TransportProblem problem) {
            if (!problem.problem().code().equals("resync_required")) {
                throw problem;
            }
            // the feed no longer goes back so far, or units have been gained: pages are of this moment, snapshots are not
            arrival.startByKeys();
            return;
        }
        if (!page.epoch().equals(position.epoch())) {
            throw unknownEpoch(page.epoch());
        }
        if (!feed.believes(page)) {
            throw contradicts();
        }
        arrival.follow(page);
        tell(What.DOCUMENTS, page.entries().size());
    }

    private void plan() {
        Snapshots snapshots;
        try {
            snapshots = transport.snapshots();
        } catch (TransportProblem problem) {
            if (!problem.notThere()) {
                throw problem;
            }
            arrival.startByKeys();
            return;
        }
        UUID known = feed.position().epoch();
        if (known != null && !known.equals(snapshots.epoch())) {
            throw unknownEpoch(snapshots.epoch());
        }
        arrival.plan(snapshots);
    }

    private void snapshot(SnapshotFile file) {
        if (file.fetched() < file.bytes()) {
            byte[] part;
            try {
                part = transport.snapshot(file.unitId(), file.seq(), file.fetched(),
                        (int) Math.min(SNAPSHOT_PART, file.bytes() - file.fetched()));
            } catch (TransportProblem problem) {
                if (!problem.notThere() && !GONE.contains(problem.problem().code())) {
                    throw problem;
                }
                // a newer one has taken its place meanwhile, or the unit is no longer this person's
                arrival.startByKeys();
                return;
            }
            if (part.length == 0) {
                arrival.startByKeys();
                return;
            }
            arrival.keep(file, part);
            tell(What.SNAPSHOTS, 0);
            return;
        }
        boolean whole = arrival.take(file, count -> {
            tell(What.SNAPSHOTS, count);
            goOn.run();
        });
        if (!whole) {
            arrival.startByKeys();
        }
    }

    private void tell(What what, long more) {
        if (done < 0) {
            done = arrival.arrived() - more;
        }
        done += more;
        progress.accept(new Progress(what, done, what == What.SNAPSHOTS ? arrival.planned(false) : 0));
    }

    private void page(Position position, boolean onlyProtected) {
        BootstrapPage page;
        try {
            page = transport.bootstrap(position.token(), SyncRound.PAGE, onlyProtected);
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
        if (!feed.believes(page.epoch(), page.head())) {
            throw contradicts();
        }
        arrival.apply(page);
        tell(What.DOCUMENTS, page.entries().size());
    }

    static TransportProblem unknownEpoch(UUID epoch) {
        return new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("unknown_epoch", "", null, epoch));
    }

    static TransportProblem contradicts() {
        return new TransportProblem(SyncStatus.Problem.SERVER_CONTRADICTS, new Problem("chain_broken", "", null));
    }
}
