package se.trepart.installer.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.central.admin.CentralCommand;
import se.trepart.installer.demo.DemoPostgres;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.Phase;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A copy made and read back by the administrator's own commands, as the runbook says, while people work. It needs a PostgreSQL that is
 * installed: the programs that come with the build have no pg_dump.
 */
@Timeout(400)
class BackupRestoreTest {

    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    Path home;
    private final CaseFile file = new CaseFile(UUID.randomUUID(), DemoStaff.ECONOMY.id(), "2026-00001", DemoStaff.KARIN.id(), Phase.RUNNING,
            TestOffice.TODAY, TestOffice.TODAY, null, null);
    private final Letter letter = new Letter(UUID.randomUUID(), file.unitId(), file.id(), UUID.randomUUID(), LetterKind.GRANTED,
            TestOffice.TODAY, DemoStaff.KARIN.id(), UUID.randomUUID(), "1", "", "", null, null, "", null);
    private final Promises promises = new Promises();

    /** How a command ended, and what it said. */
    private record Said(int code, String text) {}

    @Test
    void whatAnOlderCopyLacksIsSentAgainByTheWorkstations() throws Exception {
        Path programs = installed().orElse(null);
        assumeTrue(programs != null, "PostgreSQL with pg_dump is not installed");
        Path used = Files.createDirectories(home.resolve("postgres").resolve("programs"));
        Files.createSymbolicLink(used.resolve("bin"), programs);
        Files.createFile(used.resolve("unpacked"));
        Path copy = home.resolve("trepart.dump");
        try (TestOffice office = TestOffice.empty(home)) {
            office.give(List.of(file, letter));
            Path config = settings(office, programs);
            assertThat(run(config, "verify").code()).isZero();
            try (Seat karin = office.sit(DemoStaff.KARIN).synced(); Seat johan = office.sit(DemoStaff.JOHAN).synced()) {
                write(karin);
                settle(karin, johan);

                Said backup = run(config, "backup", copy.toString());
                assertThat(backup.code()).as(backup.text()).isZero();
                assertThat(run(config, "backup", copy.toString())).as("a copy is never overwritten").extracting(Said::code).isEqualTo(1);
                holdsCaseDataAndNoPassword(copy, programs);
                String epoch = epoch(office);
                for (int i = 0; i < 3; i++) {
                    write(karin);
                    write(johan);
                    settle(karin, johan);
                }
                promises.areKeptBy(office);
                assertThat(run(config, "restore", "--replace", copy.toString()).text()).contains("Tjänsten är igång");
                office.stopCentral();
                assertThat(run(config, "restore", copy.toString()).text()).contains("inte tom");
                promises.areKeptBy(office);

                write(karin);
                Said restored = run(config, "restore", "--replace", copy.toString());
                assertThat(restored.code()).as(restored.text()).isZero();
                assertThat(epoch(office)).isNotEqualTo(epoch);
                assertThat(restored.text()).contains("Ny epok: " + epoch(office)).contains("Granskningen gick igenom");
                assertThat(office.count("select count(*) from entity_version where type = 'JOURNAL_NOTE'")).as("the copy is older")
                        .isEqualTo(1);

                office.startCentral();
                settle(karin, johan);
                promises.areKeptBy(office);
                assertThat(notes(karin)).hasSize(8).hasSameElementsAs(notes(johan));
            }
            office.stopCentral();
            Said verified = run(config, "verify");
            assertThat(verified.code()).as(verified.text()).isZero();
        }
    }

    /** The copy is packed: it is unpacked to be searched. */
    private void holdsCaseDataAndNoPassword(Path copy, Path programs) throws IOException, InterruptedException {
        if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(copy)).as("its owner's alone").isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        Process unpacking = new ProcessBuilder(programs.resolve("pg_restore").toString(), "--file=-", copy.toString()).start();
        String all = new String(unpacking.getInputStream().readAllBytes(), UTF_8);
        assertThat(unpacking.waitFor()).isZero();
        promises.areIn(all);
        assertThat(all).doesNotContain(Files.readString(home.resolve("service.password")).strip(),
                Files.readString(home.resolve("postgres").resolve("owner.password")).strip(), "SCRAM-SHA-256");
    }

    private void write(Seat seat) {
        promises.add(BusyWorkstation.write(seat, letter.id()));
    }

    /** Both have everything of both. */
    private void settle(Seat karin, Seat johan) {
        TestOffice.await("everything sent and fetched", LONG, () -> {
            for (Seat seat : List.of(karin, johan)) {
                if (seat.store().sync().status().unsent() > 0 || !notes(karin).equals(notes(johan)) || !why(karin).equals(why(johan))) {
                    seat.store().sync().now();
                    pause();
                    return false;
                }
            }
            return true;
        });
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String why(Seat seat) {
        return seat.store().documents().find(Letter.class, letter.id()).map(Letter::why).orElse("");
    }

    private List<String> notes(Seat seat) {
        return seat.store().documents().inCase(JournalNote.class, file.id()).stream().map(JournalNote::text).sorted().toList();
    }

    private static String epoch(TestOffice office) throws Exception {
        return office.texts("select epoch::text from sync_head").getFirst();
    }

    private Path settings(TestOffice office, Path programs) throws IOException {
        return Files.writeString(home.resolve("trepart-central.properties"), """
                jdbc.url = %s
                service.password.file = %s
                owner.user = %s
                owner.password.file = %s
                postgres.programs = %s
                """.formatted(office.jdbcUrl(), home.resolve("service.password"), DemoPostgres.OWNER,
                home.resolve("postgres").resolve("owner.password"), programs));
    }

    /** A process of its own, as the launcher starts it. */
    private static Said run(Path config, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), CentralCommand.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--config", config.toString()));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    /** Where an installed PostgreSQL has its programs, server and pg_dump of the same version. */
    private static Optional<Path> installed() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("initdb", "pg_ctl", "pg_dump", "pg_restore")
                            .allMatch(one -> Files.isExecutable(bin.resolve(one))))
                    .max(java.util.Comparator.comparing(Path::toString));
        }
    }
}
