package se.trepart.installer.crash;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import se.trepart.app.dialog.Dialogs;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Navigator;
import se.trepart.app.shell.StoreFailures;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.Ids;
import se.trepart.local.cache.Integrity;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.StoreFull;
import se.trepart.local.sync.SyncStatus.Problem;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A disk that is really full, at the workstation and at the central store: said, nothing half written, and work goes on when there is room. */
@Timeout(400)
class DiskFullTest {

    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    Path home;
    private final CaseFile file = new CaseFile(UUID.randomUUID(), DemoStaff.ECONOMY.id(), "2026-00001", DemoStaff.KARIN.id(), Phase.RUNNING,
            TestOffice.TODAY, TestOffice.TODAY, null, null);
    private final Random random = new Random(1);

    @Test
    void theWorkstationSaysSoKeepsWhatItHadAndGoesOn() throws Exception {
        Path folder = home.resolve("karin");
        List<UUID> saved = new ArrayList<>();
        try (SmallDisk disk = SmallDisk.in(folder, 6); TestOffice office = TestOffice.empty(home)) {
            office.give(List.of(file));
            try (Seat karin = TestOffice.seat(home, office.port(), folder, DemoStaff.KARIN, UUID.randomUUID(), way -> way).synced();
                    Seat johan = office.sit(DemoStaff.JOHAN).synced()) {
                karin.store().sync().fieldMode(true);
                disk.fill();
                boolean full = false;
                for (int i = 0; i < 500 && !full; i++) {
                    JournalNote note = note(4_000);
                    try {
                        karin.store().documents().save(Intent.create(note));
                        saved.add(note.id());
                    } catch (StoreFull said) {
                        full = true;
                    }
                }
                assertThat(full).as("said").isTrue();
                assertThat(toldWhenSaving(karin)).as("as a screen tells it").startsWith("Disken är full");
                assertThat(notes(karin)).as("all of each that was saved, nothing of the one that was not").hasSameElementsAs(saved);
                assertThat(karin.store().sync().status().unsent()).isEqualTo(saved.size());

                List<UUID> fromJohan = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    JournalNote note = note(20_000);
                    johan.store().documents().save(Intent.create(note));
                    fromJohan.add(note.id());
                }
                johan.synced();
                karin.store().sync().fieldMode(false);
                karin.store().sync().now();
                TestOffice.await("the sync says so too", LONG, () -> karin.store().sync().status().problem() == Problem.DISK_FULL);

                disk.makeRoom();
                karin.store().sync().now();
                JournalNote after = note(100);
                karin.store().documents().save(Intent.create(after));
                saved.add(after.id());
                TestOffice.await("everything is sent and fetched", LONG, () -> {
                    var status = karin.store().sync().status();
                    return status.problem() == Problem.NONE && status.unsent() == 0 && notes(karin).containsAll(fromJohan);
                });
                assertThat(notes(karin)).containsAll(saved);
                assertThat(office.notWrittenOnce(saved)).isEmpty();
                assertThat(office.notWrittenOnce(fromJohan)).isEmpty();
            }
            assertThat(Integrity.check(folder, new UnprotectedVault(folder.resolve("keys")))).isEmpty();
        }
    }

    @Test
    void theCentralStoreTakesNothingHalfAndEverythingWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.in(home.resolve("postgres").resolve("data"), 240); TestOffice office = TestOffice.empty(home)) {
            office.give(List.of(file));
            List<UUID> saved = new ArrayList<>();
            try (Seat karin = office.sit(DemoStaff.KARIN).synced()) {
                disk.fill();
                for (int i = 0; i < 60; i++) {
                    JournalNote note = note(30_000);
                    karin.store().documents().save(Intent.create(note));
                    saved.add(note.id());
                }
                Path log = home.resolve("postgres").resolve("postgres.log");
                TestOffice.await("PostgreSQL has no room", LONG, () -> contains(log, "No space left on device"));
                TestOffice.await("and Karin is told to wait", LONG,
                        () -> karin.store().sync().status().problem() == Problem.SERVER_BUSY && karin.store().sync().status().unsent() > 0);
                disk.makeRoom();
                office.restartDatabase();
                karin.store().sync().now();
                TestOffice.await("everything is sent", LONG, () -> karin.store().sync().status().unsent() == 0);
            }
            assertThat(office.notWrittenOnce(saved)).isEmpty();
            assertThat(office.auditHolds()).isTrue();
        }
    }

    /** What the person at a window is told who saves now. */
    private String toldWhenSaving(Seat seat) {
        List<String> told = new ArrayList<>();
        Dialogs dialogs = (Dialogs) Proxy.newProxyInstance(Dialogs.class.getClassLoader(), new Class<?>[]{Dialogs.class},
                (_, method, words) -> told.add(method.getName().equals("error") ? words[0] + ": " + words[1] : "asked"));
        Texts texts = new Texts();
        Clock clock = Clock.systemDefaultZone();
        Desk desk = new Desk(seat.store(), seat.session(), clock, new Ids(), TaskRunner.sameThread(new UnexpectedErrors(told::add)),
                dialogs, texts, new Formats(texts, clock), new Navigator());
        StoreFailures.explain(desk);
        desk.tasks().of(() -> desk.documents().save(Intent.create(note(4_000)))).start();
        assertThat(told).hasSize(1);
        return told.getFirst();
    }

    private static boolean contains(Path log, String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<UUID> notes(Seat seat) {
        return seat.store().documents().inCase(JournalNote.class, file.id()).stream().map(JournalNote::id).toList();
    }

    /** Of a text that nothing makes shorter. */
    private JournalNote note(int length) {
        String text = random.ints(length, 'a', 0x2000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new JournalNote(UUID.randomUUID(), file.unitId(), file.id(), Instant.now(), TestOffice.TODAY, DemoStaff.KARIN.id(),
                NoteKind.OTHER, text, null);
    }
}
