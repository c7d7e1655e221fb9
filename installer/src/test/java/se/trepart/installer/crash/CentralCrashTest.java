package se.trepart.installer.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import se.trepart.installer.crash.DyingCentral.Point;
import se.trepart.installer.demo.CentralProcess;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Integrity;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.Phase;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.merge.Conflict;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

/** The central store dies, is killed or goes back in time; workstations die, are cloned and have wrong clocks. Nothing saved is lost. */
@Timeout(value = 6, unit = HOURS)
class CentralCrashTest {

    /** how often somebody is killed; 500 with -Psoak */
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 4);
    private static final Duration RECOVERS = Duration.ofSeconds(90);

    @TempDir
    static Path home;
    private static TestOffice office;
    private Promises promises;
    private Letter letter;

    @BeforeAll
    static void open() throws Exception {
        office = TestOffice.empty(home);
        office.stopCentral();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void prepare() {
        promises = new Promises();
        CaseFile file = new CaseFile(UUID.randomUUID(), DemoStaff.ECONOMY.id(), "2026-00001", DemoStaff.KARIN.id(), Phase.RUNNING,
                TestOffice.TODAY, TestOffice.TODAY, null, null);
        letter = new Letter(UUID.randomUUID(), file.unitId(), file.id(), UUID.randomUUID(), LetterKind.GRANTED, TestOffice.TODAY,
                DemoStaff.KARIN.id(), UUID.randomUUID(), "1", "", "", null, null, "", null);
        office.give(List.of(file, letter));
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void whatWasSavedArrivesOnceWhereverTheCentralStoreDies(Point point) throws Exception {
        int port = CentralProcess.freePort();
        try (CentralProcess dying = CentralProcess.start(office, port, DyingCentral.class, "-Ddying.point=" + point, "-Ddying.write=2");
                Seat karin = sit(port, "karin-" + point, DemoStaff.KARIN).synced()) {
            promises.add(BusyWorkstation.write(karin, letter.id()));
            TestOffice.await("the first has arrived, or it is dead already", RECOVERS,
                    () -> karin.store().sync().status().unsent() == 0 || !dying.process().isAlive());
            for (int i = 0; i < 4; i++) {
                promises.add(BusyWorkstation.write(karin, letter.id()));
            }
            assertThat(dying.process().waitFor(60, TimeUnit.SECONDS)).as("it dies").isTrue();
            assertThat(dying.process().exitValue()).isEqualTo(DyingCentral.DEAD);
            assertThat(karin.store().sync().status().unsent()).as("not told, so still to be sent").isPositive();
            try (CentralProcess again = CentralProcess.start(office, port, CentralProcess.class)) {
                assertThat(again.port()).isEqualTo(port);
                settle(karin);
                promises.areKeptBy(office);
            }
        }
        holds("karin-" + point);
    }

    @Test
    void nothingPromisedIsLostHoweverOftenWhoeverIsKilled() throws Exception {
        int port = CentralProcess.freePort();
        List<Staff> people = List.of(DemoStaff.KARIN, DemoStaff.JOHAN);
        List<UUID> devices = List.of(UUID.randomUUID(), UUID.randomUUID());
        List<Process> workstations = new ArrayList<>();
        int[] lastRound = {0, 0};
        CentralProcess central = CentralProcess.start(office, port, CentralProcess.class);
        try {
            for (int i = 0; i < 2; i++) {
                workstations.add(busy(port, people.get(i), devices.get(i), 0));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                int victim = round % 3;
                Path said = said(people.get(Math.min(victim, 1)), lastRound[Math.min(victim, 1)]);
                TestOffice.await("somebody has saved something", RECOVERS, () -> said.toFile().length() > 0);
                Thread.sleep(ThreadLocalRandom.current().nextLong(1_000));
                if (victim == 2 || round % 5 == 0) {
                    central.kill();
                    central = CentralProcess.start(office, port, CentralProcess.class);
                }
                if (victim < 2) {
                    workstations.get(victim).destroyForcibly().waitFor();
                    workstations.set(victim, busy(port, people.get(victim), devices.get(victim), round));
                    lastRound[victim] = round;
                }
            }
            Thread.sleep(3_000);
            for (Process workstation : workstations) {
                workstation.destroyForcibly().waitFor();
            }
            collect();
            int unsent = 0;
            for (int i = 0; i < 2; i++) {
                try (Seat again = seat(port, people.get(i).subject(), people.get(i), devices.get(i), Clock.systemDefaultZone())) {
                    unsent += again.store().sync().status().unsent();
                    settle(again);
                }
            }
            promises.areKeptBy(office);
            System.out.println(
                    "FIGURE killed " + ROUNDS + " times, " + unsent + " changes unsent at the end, promised and kept " + promises.size());
        } finally {
            workstations.forEach(Process::destroyForcibly);
            central.close();
        }
        for (Staff person : people) {
            holds(person.subject());
        }
    }

    @Test
    void aCentralStoreThatGoesBackInTimeIsGivenAgainWhatItHasLost() throws Exception {
        office.startCentral();
        try (Seat karin = sit(office.port(), "karin-restore", DemoStaff.KARIN).synced();
                Seat johan = sit(office.port(), "johan-restore", DemoStaff.JOHAN).synced()) {
            promises.add(BusyWorkstation.write(karin, letter.id()));
            settle(karin);
            office.backUpTo(home.resolve("backup"));
            settle(karin);
            settle(johan);
            for (int i = 0; i < 3; i++) {
                promises.add(BusyWorkstation.write(karin, letter.id()));
                promises.add(BusyWorkstation.write(johan, letter.id()));
            }
            settle(karin);
            settle(johan);
            promises.areKeptBy(office);
            office.restoreFrom(home.resolve("backup"));
            settle(karin);
            settle(johan);
            settle(karin);
            promises.areKeptBy(office);
            assertThat(notes(karin)).hasSize(7).hasSameElementsAs(notes(johan));
        } finally {
            office.stopCentral();
        }
        holds("karin-restore");
        holds("johan-restore");
    }

    @Test
    void aClonedWorkstationGoesOnUnderANameOfItsOwn() throws Exception {
        office.startCentral();
        UUID device = UUID.randomUUID();
        try (Seat original = seat(office.port(), "original", DemoStaff.KARIN, device, Clock.systemDefaultZone()).synced()) {
            promises.add(BusyWorkstation.write(original, letter.id()));
            settle(original);
        }
        copy(home.resolve("original"), home.resolve("clone"));
        try (Seat original = seat(office.port(), "original", DemoStaff.KARIN, device, Clock.systemDefaultZone()).synced();
                Seat clone = seat(office.port(), "clone", DemoStaff.KARIN, device, Clock.systemDefaultZone()).synced()) {
            for (int i = 0; i < 3; i++) {
                promises.add(BusyWorkstation.write(original, letter.id()));
                promises.add(BusyWorkstation.write(clone, letter.id()));
            }
            settle(original);
            settle(clone);
            settle(original);
            promises.areKeptBy(office);
            assertThat(notes(original)).hasSize(7).hasSameElementsAs(notes(clone));
        } finally {
            office.stopCentral();
        }
        holds("original");
        holds("clone");
    }

    @Test
    void clocksThatAreAYearWrongChangeNeitherOrderNorContent() throws Exception {
        office.startCentral();
        Clock now = Clock.systemDefaultZone();
        try (Seat ahead = seat(office.port(), "ahead", DemoStaff.KARIN, UUID.randomUUID(), Clock.offset(now, Duration.ofDays(365)))
                .synced();
                Seat behind = seat(office.port(), "behind", DemoStaff.JOHAN, UUID.randomUUID(), Clock.offset(now, Duration.ofDays(-365)))
                        .synced()) {
            for (int i = 0; i < 3; i++) {
                promises.add(BusyWorkstation.write(ahead, letter.id()));
                seesTheSame(behind, ahead);
                promises.add(BusyWorkstation.write(behind, letter.id()));
                seesTheSame(ahead, behind);
            }
            settle(ahead);
            settle(behind);
            promises.areKeptBy(office);
            assertThat(notes(ahead)).hasSize(6).hasSameElementsAs(notes(behind));
            assertThat(ahead.store().documents().list(Conflict.class, ListFilter.ALL)).as("they took turns")
                    .noneMatch(conflict -> conflict.aboutId().equals(letter.id()));
        } finally {
            office.stopCentral();
        }
        holds("ahead");
        holds("behind");
    }

    private void seesTheSame(Seat one, Seat other) {
        TestOffice.await("the other's letter", RECOVERS, () -> text(one).equals(text(other)));
    }

    private String text(Seat seat) {
        return seat.store().documents().find(Letter.class, letter.id()).orElseThrow().why();
    }

    private List<String> notes(Seat seat) {
        return seat.store()
                .documents()
                .list(JournalNote.class, ListFilter.ALL)
                .stream()
                .filter(note -> note.caseId().equals(letter.caseId()))
                .map(JournalNote::text)
                .toList();
    }

    private static Seat sit(int port, String folder, Staff person) throws IOException {
        return seat(port, folder, person, UUID.randomUUID(), Clock.systemDefaultZone());
    }

    private static Seat seat(int port, String folder, Staff person, UUID device, Clock clock) throws IOException {
        return TestOffice.seat(home, port, home.resolve(folder), person, device, way -> way, clock);
    }

    /** Everything out and everything in, from now. With much unsent it may take its time, as long as there is less and less of it. */
    private static void settle(Seat seat) {
        Instant before = seat.store().sync().status().lastAttempt();
        seat.store().sync().now();
        while (!settled(seat, before)) {
            int unsent = seat.store().sync().status().unsent();
            TestOffice.await("sent and fetched, " + unsent + " changes unsent", RECOVERS,
                    () -> settled(seat, before) || seat.store().sync().status().unsent() < unsent);
        }
    }

    private static boolean settled(Seat seat, @Nullable Instant before) {
        SyncStatus status = seat.store().sync().status();
        if (status.problem() != SyncStatus.Problem.NONE) {
            seat.store().sync().now();
        }
        return status.lastAttempt() != null && !status.lastAttempt().equals(before) && status.unsent() == 0
                && status.problem() == SyncStatus.Problem.NONE;
    }

    private static void holds(String folder) {
        Path store = home.resolve(folder);
        assertThat(Integrity.check(store, new UnprotectedVault(store.resolve("keys")))).isEmpty();
    }

    private Process busy(int port, Staff person, UUID device, int round) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                BusyWorkstation.class.getName(), home.toString(), String.valueOf(port), home.resolve(person.subject()).toString(),
                device.toString(), person.subject(), letter.id().toString()).redirectOutput(said(person, round).toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("complained").toFile()))
                .start();
    }

    private static Path said(Staff person, int round) {
        return home.resolve("said-" + person.subject() + "-" + round);
    }

    private void collect() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("said-")).toList()) {
                promises.add(Files.readString(file));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
