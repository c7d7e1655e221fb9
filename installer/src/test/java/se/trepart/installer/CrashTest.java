package se.trepart.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import se.trepart.installer.DyingWorkstation.Point;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Integrity;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.installer.demo.TestOffice.await;

/** What a workstation that dies had promised its user is there afterwards, and the central store has it once. */
@Timeout(240)
class CrashTest {

    @TempDir
    static Path home;
    private static TestOffice office;
    private static Iterator<UUID> cases;

    private final UUID device = UUID.randomUUID();
    private UUID caseId;
    private LocalDate phaseSince;
    private Path folder;

    @BeforeAll
    static void open() throws Exception {
        office = TestOffice.withAFewCases(home);
        cases = office.cases().iterator();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void prepare() throws IOException {
        caseId = cases.next();
        folder = Files.createTempDirectory(home, "kraschar-");
    }

    @Test
    void nothingTypedMoreThanTwoSecondsAgoIsLost() throws Exception {
        List<String> typed = crash(Point.WHILE_TYPING);
        assertThat(typed).noneMatch(line -> line.startsWith("unexpected")).hasSizeGreaterThan(50);
        long diedAt = millis(typed.getLast());
        int owed = typed.subList(0, typed.size() - 1)
                .stream()
                .filter(line -> millis(line) <= diedAt - 2000)
                .mapToInt(line -> Integer.parseInt(line.split(" ")[1]))
                .max()
                .orElseThrow();
        assertThat(owed).as("typed before the last two seconds").isGreaterThan(20);
        try (Seat again = again()) {
            assertThat(again.store().drafts().find(DyingWorkstation.DRAFT)).map(Draft::text)
                    .hasValueSatisfying(text -> assertThat(text).hasSizeBetween(owed, typed.size()).matches("x+"));
        }
    }

    @Test
    void aSaveThatDidNotEndIsNotThereAndTheOthersArrive() throws Exception {
        arrivesOnce(crash(Point.INSIDE_A_SAVE));
    }

    @Test
    void aSaveThatEndedArrives() throws Exception {
        arrivesOnce(crash(Point.AFTER_A_SAVE));
    }

    @RepeatedTest(3)
    void nothingIsAppliedTwiceWhenItDiedWithTheRequestOnItsWay() throws Exception {
        arrivesOnce(crash(Point.REQUEST_ON_ITS_WAY));
    }

    @Test
    void nothingIsAppliedTwiceWhenItDiedWithTheReplyNotNoted() throws Exception {
        List<String> promised = crash(Point.REPLY_NOT_NOTED);
        assertThat(office.count("select count(*) from applied_op where device_id = ?", device)).as("the central store had it all")
                .isEqualTo(2L * DyingWorkstation.SAVES);
        arrivesOnce(promised);
    }

    private void arrivesOnce(List<String> promised) throws Exception {
        assertThat(promised).hasSize(DyingWorkstation.SAVES);
        List<UUID> notes = promised.stream().map(UUID::fromString).toList();
        try (Seat again = again(); Seat colleague = office.sit(DemoStaff.JOHAN).synced()) {
            again.synced();
            await("everything is sent", Duration.ofSeconds(60), () -> again.store().sync().status().unsent() == 0);
            await("the colleague has it", Duration.ofSeconds(60), () -> ids(colleague).containsAll(notes));
            assertThat(ids(again)).containsAll(notes);
            assertThat(office.count("select count(*) from applied_op where device_id = ?", device)).isEqualTo(2L * notes.size());
            assertThat(office.count("select last_client_seq from device where id = ?", device)).isEqualTo(2L * notes.size());
            assertThat(office.notWrittenOnce(notes)).isEmpty();
            assertThat(office.count("select count(*) from entity_version where id = ?", caseId)).as("each change of the case once")
                    .isEqualTo(1 + notes.size());
            assertThat(ids(again)).as("and nothing else").hasSameElementsAs(ids(colleague));
            for (Seat seat : List.of(again, colleague)) {
                assertThat(seat.store().documents().find(CaseFile.class, caseId).orElseThrow().phaseSince())
                        .isEqualTo(phaseSince.plusDays(notes.size()));
            }
        }
        assertThat(Integrity.check(folder, vault())).isEmpty();
    }

    private List<UUID> ids(Seat seat) {
        return seat.store().documents().inCase(JournalNote.class, caseId).stream().map(JournalNote::id).toList();
    }

    private Seat again() throws IOException {
        return office.sitAgain(folder, DemoStaff.KARIN, device);
    }

    private UnprotectedVault vault() {
        return new UnprotectedVault(folder.resolve("keys"));
    }

    private static long millis(String line) {
        return Long.parseLong(line.split(" ")[0]);
    }

    /** Runs a workstation until it dies at the point; returns what it had promised. */
    private List<String> crash(Point point) throws Exception {
        try (Seat before = office.sit(DemoStaff.JOHAN).synced()) {
            phaseSince = before.store().documents().find(CaseFile.class, caseId).orElseThrow().phaseSince();
        }
        Path said = folder.resolve("said");
        Path complained = folder.resolve("complained");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw", "-cp",
                System.getProperty("java.class.path"), DyingWorkstation.class.getName(), office.home().toString(),
                String.valueOf(office.port()), folder.toString(), device.toString(), caseId.toString(), point.name())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(() -> read(complained)).isEqualTo(DyingWorkstation.DEAD);
        assertThat(Integrity.check(folder, vault())).isEmpty();
        return Files.readAllLines(said);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
