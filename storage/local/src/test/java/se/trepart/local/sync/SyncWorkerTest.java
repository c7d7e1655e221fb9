package se.trepart.local.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import se.trepart.local.Sample;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.CentralInMemory.Moment;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The worker, with its threads and its pauses. */
class SyncWorkerTest {

    @TempDir
    Path folder;
    final CentralInMemory central = new CentralInMemory();
    final CaseFile file = Sample.caseFile("2026-00417");
    Session session = Sample.session();
    @Nullable
    WorkstationStore store;

    private WorkstationStore open(@Nullable Transport transport) {
        store = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session, transport, Clock.systemUTC(),
                Sample.IDS);
        return store;
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private boolean polling() {
        return central.calls.contains("poll");
    }

    @Test
    void sendsWhatIsSavedAtOnceWhileItWaitsForNews() {
        WorkstationStore workstation = open(central);
        await(this::polling);
        workstation.documents().save(Intent.create(file));
        await(() -> central.body(file.id()) != null && workstation.sync().status().unsent() == 0);
        assertThat(workstation.sync().status().connection()).isEqualTo(Connection.ONLINE);
    }

    @Test
    void showsWhatOthersWriteWithoutBeingAsked() {
        WorkstationStore workstation = open(central);
        await(this::polling);
        central.put(file);
        await(() -> workstation.documents().find(CaseFile.class, file.id()).isPresent());
    }

    @Test
    void triesAgainByItselfAndTellsTheLastSuccessFromTheLastAttempt() {
        WorkstationStore workstation = open(central);
        await(this::polling);
        Instant success = workstation.sync().status().lastSuccess();
        for (int i = 0; i < 2; i++) {
            central.pushFaults.add(Map.entry(Moment.BEFORE, CentralInMemory.problem(Problem.SERVER_BUSY, "busy")));
        }
        var statuses = new CopyOnWriteArrayList<SyncStatus>();
        workstation.sync().onStatus(statuses::add);
        workstation.documents().save(Intent.create(file));
        await(() -> statuses.stream().anyMatch(status -> status.problem() == Problem.SERVER_BUSY));
        SyncStatus failed = statuses.stream().filter(status -> status.problem() == Problem.SERVER_BUSY).findFirst().orElseThrow();
        assertThat(failed.connection()).isEqualTo(Connection.OFFLINE);
        assertThat(failed.unsent()).isEqualTo(1);
        assertThat(failed.lastSuccess()).isBetween(success, failed.lastAttempt());
        assertThat(failed.lastAttempt()).isAfter(success);
        await(() -> central.body(file.id()) != null && workstation.sync().status().problem() == Problem.NONE);
    }

    @Test
    void waitsForNothingWhenTheUserAsksItToTryNow() {
        for (int i = 0; i < 5; i++) {
            central.pullFaults.add(CentralInMemory.problem(Problem.NO_NETWORK, "no_answer"));
        }
        WorkstationStore workstation = open(central);
        long start = System.nanoTime();
        await(() -> {
            workstation.sync().now();
            return polling();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("five pauses of a second or more skipped")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void leavesTheNetworkAloneInFieldModeAndSendsAllAfterwards() {
        WorkstationStore workstation = open(central);
        await(this::polling);
        var statuses = new CopyOnWriteArrayList<SyncStatus>();
        workstation.sync().onStatus(statuses::add);
        workstation.sync().fieldMode(true);
        await(() -> statuses.stream().anyMatch(status -> status.connection() == Connection.FIELD_MODE));
        central.calls.clear();
        workstation.documents().save(Intent.create(file));
        await(() -> statuses.stream().anyMatch(status -> status.unsent() == 1));
        assertThat(workstation.sync().status().connection()).isEqualTo(Connection.FIELD_MODE);
        assertThat(central.calls).isEmpty();
        workstation.sync().fieldMode(false);
        await(() -> central.body(file.id()) != null);
    }

    @ParameterizedTest
    @CsvSource({"NO_NETWORK, OFFLINE", "CERTIFICATE, OFFLINE", "SERVER_BUSY, OFFLINE", "SIGNED_OUT, ONLINE", "ACCESS_WITHDRAWN, ONLINE",
            "OLD_CLIENT, ONLINE"})
    void saysWhatIsWrong(Problem cause, Connection connection) {
        for (int i = 0; i < 100; i++) {
            central.pullFaults.add(CentralInMemory.problem(cause, "x"));
        }
        WorkstationStore workstation = open(central);
        await(() -> workstation.sync().status().problem() == cause);
        assertThat(workstation.sync().status().connection()).isEqualTo(connection);
        assertThat(workstation.sync().status().lastSuccess()).isNull();
        assertThat(workstation.sync().status().lastAttempt()).isNotNull();
    }

    @Test
    void worksWithoutACentralStore() {
        WorkstationStore workstation = open(null);
        workstation.documents().save(Intent.create(file));
        assertThat(workstation.sync().status())
                .isEqualTo(new SyncStatus(Connection.UNKNOWN, 1, null, null, Problem.NONE, 0, 0, 0, Set.of(), null, Duration.ZERO, null));
    }

    @Test
    void remembersItsLastSuccess() {
        WorkstationStore workstation = open(central);
        await(this::polling);
        workstation.close();
        for (int i = 0; i < 100; i++) {
            central.pullFaults.add(CentralInMemory.problem(Problem.NO_NETWORK, "x"));
        }
        assertThat(open(central).sync().status().lastSuccess()).isNotNull();
    }

    @Test
    void refusesToSyncAsAnotherWorkstation() {
        open(central).close();
        session = Sample.session();
        assertThatThrownBy(() -> open(central)).isInstanceOf(IllegalStateException.class);
        open(null).close();
        store = null;
    }

    @Test
    void closesWhileItWaitsForNews() {
        WorkstationStore workstation = open(central);
        await(this::polling);
        long start = System.nanoTime();
        workstation.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        store = null;
    }
}
