package se.trepart.installer.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

import se.trepart.installer.sim.Ledger.Planned;
import se.trepart.installer.sim.LocalTables.Look;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.cache.StaleDocument;
import se.trepart.local.cache.UnitLocked;
import se.trepart.local.sync.SyncRound;
import se.trepart.local.sync.TransportProblem;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

/**
 * A workstation: the real store on real SQLite and the real rounds of the sync, started as the worker starts them (at a save, at news, after
 * a growing pause), without its threads. When its power goes, what is on the disk at that instruction is copied, with torn rubbish behind
 * it, and the workstation starts again from the copy.
 */
final class SimClient {

    private static final String DATABASE = "trepart.db";
    private static final long POLL = 25_000;
    private static final long LONGEST_PAUSE = 60_000;

    private final SimWorld world;
    private final String name;
    private final Staff staff;
    /** the id it was installed with, and the one it acts under */
    private final UUID first;
    private UUID device;
    private final Path home;
    private final SimClock clock;
    private final SimTransport transport;
    private final ClientInvariants invariants;
    final Ledger ledger = new Ledger();

    private int life;
    private @Nullable LocalStore store;
    private @Nullable LocalTables tables;
    private @Nullable SyncRound round;
    private boolean running;
    private boolean syncing;
    private boolean interrupted;
    private boolean cutAtNext;
    private int failures;
    private int planned;
    private long lastSuccess = -1;

    SimClient(SimWorld world, String name, Staff staff, Path home) {
        this.world = world;
        this.name = name;
        this.staff = staff;
        this.home = home;
        this.first = world.id();
        this.device = first;
        this.clock = new SimClock(world.schedule, () -> powerMayGo("clock"));
        this.transport = world.mutation.transport(world, this);
        this.invariants = new ClientInvariants(world, this);
        world.template(folder());
        start();
    }

    String name() {
        return name;
    }

    Staff staff() {
        return staff;
    }

    UUID device() {
        return device;
    }

    /** The central store knew the id it had as another's. */
    void actAs(UUID id) {
        device = id;
    }

    SimClock clock() {
        return clock;
    }

    boolean running() {
        return running;
    }

    boolean syncing() {
        return syncing;
    }

    /** Whether the last round ended before its end: the next one may have something left to do that no number shows. */
    boolean interrupted() {
        return interrupted;
    }

    long lastSuccess() {
        return lastSuccess;
    }

    boolean anythingLocked() {
        return !java.util.Objects.requireNonNull(store).holding().locked().isEmpty();
    }

    DocumentStore documents() {
        return java.util.Objects.requireNonNull(store).documents();
    }

    LocalTables tables() {
        return java.util.Objects.requireNonNull(tables);
    }

    private Path folder() {
        return home.resolve(name + "-" + life);
    }

    private void start() {
        LocalStore opened = LocalStore.open(folder(), world.keys, clock, this::newId);
        opened.belongTo(first);
        store = opened;
        round = new SyncRound(opened, transport, this::newId);
        tables = new LocalTables(folder().resolve(DATABASE));
        running = true;
        failures = 0;
        ledger.settle(tables.look().operations(), false);
        check();
        plan(world.random.nextInt(500));
    }

    private UUID newId() {
        powerMayGo("id");
        return world.id();
    }

    void check() {
        if (running) {
            Look look = tables().look();
            ledger.adopt(look);
            invariants.check(look);
        }
    }

    Look look() {
        return tables().look();
    }

    /** A place where the power may go. Inside a transaction too: the clock is read there. */
    void powerMayGo(String where) {
        if (!running && syncing) {
            // it went while a round was under way: that ends here
            throw new PowerCut(where);
        }
        if (running && (cutAtNext || world.chance(world.faults().powerCut()))) {
            world.trace(name + " power cut at " + where);
            cutAtNext = false;
            imageOfDisk();
            running = false;
            throw new PowerCut(where);
        }
    }

    /** From outside, at once or, when it is busy, at its next step. */
    void cutPower() {
        if (!running || syncing) {
            cutAtNext = running;
            return;
        }
        cutAtNext = true;
        try {
            powerMayGo("rest");
        } catch (PowerCut _) {
            startAgain();
        }
    }

    private void imageOfDisk() {
        Path from = folder();
        life++;
        try {
            Files.createDirectories(folder());
            Files.copy(from.resolve(DATABASE), folder().resolve(DATABASE));
            Path log = from.resolve(DATABASE + "-wal");
            if (Files.exists(log)) {
                Path copy = Files.copy(log, folder().resolve(DATABASE + "-wal"));
                byte[] torn = new byte[world.random.nextInt(5000)];
                world.random.nextBytes(torn);
                Files.write(copy, torn, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startAgain() {
        close();
        world.schedule.in(100 + world.random.nextInt(20_000), () -> {
            world.trace(name + " starts again");
            start();
        });
    }

    void close() {
        if (store != null) {
            java.util.Objects.requireNonNull(tables).close();
            store.close();
        }
        store = null;
        tables = null;
        running = false;
    }

    /** As the user saves; returns whether it is saved. */
    boolean save(Intent intent, List<Planned> plan) {
        ledger.adopt(look());
        ledger.attempt(plan);
        try {
            documents().save(intent);
        } catch (StaleDocument | UnitLocked _) {
            ledger.settle(look().operations(), false);
            return false;
        } catch (PowerCut _) {
            if (!syncing) {
                startAgain();
            }
            return false;
        }
        ledger.settle(look().operations(), true);
        check();
        if (failures == 0) {
            plan(0);
        }
        return true;
    }

    /** News may have come. */
    void news() {
        if (running && failures == 0) {
            plan(world.random.nextInt(300));
        }
    }

    private void plan(long millis) {
        int which = ++planned;
        world.schedule.in(millis, () -> {
            if (which == planned) {
                sync();
            }
        });
    }

    private void sync() {
        if (!running) {
            return;
        }
        if (syncing) {
            plan(500);
            return;
        }
        syncing = true;
        interrupted = true;
        int before = planned;
        try {
            java.util.Objects.requireNonNull(round).run();
            interrupted = false;
            world.mutation.afterRound(this);
            world.trace(name + " synced");
            failures = 0;
            lastSuccess = world.schedule.now();
            if (before == planned) {
                plan(POLL);
            }
        } catch (TransportProblem problem) {
            world.trace(name + " stopped: " + problem.problem().code());
            long pause = Math.min(LONGEST_PAUSE, 1000L << Math.min(failures++, 6));
            plan(pause + world.random.nextInt((int) pause));
        } catch (PowerCut _) {
            world.trace(name + " stopped in the middle of it");
        } finally {
            syncing = false;
        }
        if (running) {
            check();
        } else {
            startAgain();
        }
    }
}
