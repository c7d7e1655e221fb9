package se.trepart.installer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.installer.demo.Approval;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.sync.SyncStatus.Connection;
import se.trepart.local.sync.Transport;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.merge.Conflict;
import se.trepart.model.norm.Calculation;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Entry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.installer.demo.TestOffice.await;

/** Real workstations and a real central store: what one person does, the other sees; what both do is never lost. */
@Timeout(240)
class TwoWorkstationsTest {

    /** one second on a machine that has nothing else to do; the bench measures it */
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AFTER_A_PAUSE = Duration.ofSeconds(60);

    @TempDir
    static Path home;
    private static TestOffice office;
    private static Iterator<UUID> cases;
    private static Iterator<UUID> toApprove;

    @BeforeAll
    static void open() throws Exception {
        office = TestOffice.withAFewCases(home);
        cases = office.cases().iterator();
        toApprove = office.toApprove().iterator();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Also after a test that failed while the central store was stopped. */
    @AfterEach
    void startCentralAgain() throws IOException {
        office.startCentral();
    }

    /** Where the second person works without the others. */
    enum Alone {
        IN_FIELD_MODE,
        WHILE_THE_CENTRAL_STORE_IS_STOPPED
    }

    private static void leave(Alone alone, Seat seat) {
        switch (alone) {
            case IN_FIELD_MODE -> seat.store().sync().fieldMode(true);
            case WHILE_THE_CENTRAL_STORE_IS_STOPPED -> office.stopCentral();
        }
    }

    private static void comeBack(Alone alone, Seat... seats) throws IOException {
        if (alone == Alone.WHILE_THE_CENTRAL_STORE_IS_STOPPED) {
            office.startCentral();
        }
        for (Seat seat : seats) {
            seat.store().sync().fieldMode(false);
        }
    }

    @Test
    void aDecisionMadeOnOneWorkstationIsOnTheOther() throws Exception {
        UUID caseId = toApprove.next();
        try (Seat a = office.sit(DemoStaff.BIRGITTA).synced(); Seat b = office.sit(DemoStaff.JOHAN).synced()) {
            Approval approval = Approval.of(a.store().documents(), caseId, a.person(), UUID.randomUUID());
            UUID decision = approval.before().id();
            assertThat(b.store().documents().find(Decision.class, decision)).get().matches(found -> !found.made());
            a.store().documents().save(approval.intent());
            await("the decision is made on B", SOON, () -> b.store().documents().find(Decision.class, decision).orElseThrow().made());
            assertThat(b.store().documents().find(Decision.class, decision)).contains(approval.step().decision());
            // all of the intent at once, never a decision on an open calculation (R17)
            assertThat(b.store().documents().find(Application.class, approval.before().applicationId()).orElseThrow().status())
                    .isEqualTo(ApplicationStatus.DECIDED);
            assertThat(b.store().documents().find(Calculation.class, approval.before().calculationId()).orElseThrow().locked()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBothDoToDifferentFieldsSurvivesOnBoth(Alone alone) throws Exception {
        UUID caseId = cases.next();
        try (Seat a = office.sit(DemoStaff.KARIN).synced(); Seat b = office.sit(DemoStaff.JOHAN).synced()) {
            Staff next = anybodyBut(file(b, caseId).responsible());
            leave(alone, b);
            edit(a, caseId, file -> closed(file));
            edit(b, caseId, file -> handedTo(file, next));
            if (alone == Alone.IN_FIELD_MODE) {
                await("A's change is sent", SOON, () -> a.store().sync().status().unsent() == 0);
                assertThat(b.store().sync().status().connection()).isEqualTo(Connection.FIELD_MODE);
            } else {
                await("A knows that it is alone", AFTER_A_PAUSE,
                        () -> a.store().sync().status().connection() == Connection.OFFLINE && a.store().sync().status().unsent() == 1);
            }
            assertThat(b.store().sync().status().unsent()).isEqualTo(1);
            assertThat(file(b, caseId)).as("B sees its own and nothing of A's")
                    .extracting(CaseFile::responsible, CaseFile::closedOn)
                    .containsExactly(next.id(), null);
            comeBack(alone, a, b);
            for (Seat seat : List.of(a, b)) {
                await("both changes", AFTER_A_PAUSE, () -> next.id().equals(file(seat, caseId).responsible())
                        && TestOffice.TODAY.equals(file(seat, caseId).closedOn()) && seat.store().sync().status().unsent() == 0);
                assertThat(conflicts(seat, caseId)).isEmpty();
            }
            assertThat(file(a, caseId)).isEqualTo(file(b, caseId));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBothDoToTheSameFieldIsKeptForAPersonToChoose(Alone alone) throws Exception {
        UUID caseId = cases.next();
        try (Seat a = office.sit(DemoStaff.KARIN).synced(); Seat b = office.sit(DemoStaff.JOHAN).synced()) {
            CaseFile before = file(a, caseId);
            Staff theirs = anybodyBut(before.responsible());
            Staff mine = anybodyBut(before.responsible(), theirs.id());
            b.store().sync().fieldMode(true);
            edit(a, caseId, file -> handedTo(file, theirs));
            await("A's change is sent", SOON, () -> a.store().sync().status().unsent() == 0);
            if (alone == Alone.WHILE_THE_CENTRAL_STORE_IS_STOPPED) {
                leave(alone, b);
            }
            edit(b, caseId, file -> handedTo(file, mine));
            comeBack(alone, b);
            for (Seat seat : List.of(a, b)) {
                await("a conflict on both", AFTER_A_PAUSE, () -> !conflicts(seat, caseId).isEmpty());
                assertThat(conflicts(seat, caseId)).singleElement().satisfies(conflict -> {
                    assertThat(conflict.aboutType()).isEqualTo(DocumentType.CASE_FILE.name());
                    assertThat(conflict.aboutId()).isEqualTo(caseId);
                    assertThat(conflict.open()).isTrue();
                    assertThat(conflict.theirAuthor()).isEqualTo(DemoStaff.KARIN.id());
                    assertThat(conflict.myAuthor()).isEqualTo(DemoStaff.JOHAN.id());
                    assertThat(conflict.fields()).singleElement().satisfies(field -> {
                        assertThat(field.path()).isEqualTo("responsible");
                        assertThat(List.of(field.base(), field.theirs(), field.mine())).containsExactly(json(before.responsible()),
                                json(theirs.id()), json(mine.id()));
                    });
                });
                await("the document keeps theirs", AFTER_A_PAUSE, () -> theirs.id().equals(file(seat, caseId).responsible()));
                await("the conflict is counted", SOON, () -> seat.store().sync().status().conflicts() >= 1);
            }
        }
    }

    @Test
    void nobodyGetsDocumentsOfAUnitThatIsNotTheirs() throws Exception {
        String canary = "KANARIEFÅGEL-" + UUID.randomUUID();
        UUID caseId = office.cases().getFirst();
        Heard karins = new Heard();
        Heard marcusHeard = new Heard();
        Heard elins = new Heard();
        try (Seat karin = office.sit(DemoStaff.KARIN, karins::on).synced();
                Seat marcus = office.sit(DemoStaff.MARCUS, marcusHeard::on).synced();
                Seat elin = office.sit(DemoStaff.ELIN, elins::on).synced();
                Seat johan = office.sit(DemoStaff.JOHAN).synced()) {
            johan.store().documents().save(Intent.create(note(johan, caseId, canary)));
            await("Karin has it", SOON, () -> notes(karin, caseId).stream().anyMatch(note -> note.text().equals(canary)));
            UUID last = saveInYouth(elin);
            await("Elin's own unit goes on", SOON, () -> elins.ids().contains(last));
            assertThat(karins.text()).as("the ear hears").contains(canary);
            assertThat(onDisk(karin, caseId)).as("the search of files finds").isTrue();
            assertThat(marcus.store().documents().list(CaseFile.class, ListFilter.ALL)).isEmpty();
            assertThat(marcus.store().documents().list(Household.class, ListFilter.ALL)).isEmpty();
            assertThat(marcus.store().documents().list(JournalNote.class, ListFilter.ALL)).isEmpty();
            assertThat(marcusHeard.units()).containsOnly(Unit.MUNICIPALITY);
            assertThat(elin.store().documents().list(CaseFile.class, ListFilter.ALL)).extracting(CaseFile::unitId)
                    .isNotEmpty()
                    .containsOnly(DemoStaff.YOUTH.id());
            assertThat(elins.units()).containsOnly(Unit.MUNICIPALITY, DemoStaff.YOUTH.id());
            for (Heard other : List.of(marcusHeard, elins)) {
                assertThat(other.text()).doesNotContain(canary, caseId.toString());
            }
            for (Seat other : List.of(marcus, elin)) {
                assertThat(other.store().documents().caseDocuments(caseId)).isEmpty();
                assertThat(onDisk(other, caseId)).isFalse();
                assertThat(contains(other, canary.getBytes(StandardCharsets.UTF_8))).isFalse();
            }
        }
    }

    @Test
    void everythingUnsentArrivesOnceWhenTheCentralStoreIsRestartedMeanwhile() throws Exception {
        UUID caseId = cases.next();
        int each = 120;
        try (Seat a = office.sit(DemoStaff.KARIN).synced(); Seat b = office.sit(DemoStaff.JOHAN).synced()) {
            List<UUID> written = Collections.synchronizedList(new ArrayList<>());
            List<Thread> writers = Stream.of(a, b).map(seat -> Thread.ofPlatform().start(() -> {
                for (int i = 0; i < each; i++) {
                    JournalNote note = note(seat, caseId, "Anteckning " + i);
                    seat.store().documents().save(Intent.create(note));
                    written.add(note.id());
                    pause();
                }
            })).toList();
            await("they are at it", AFTER_A_PAUSE, () -> written.size() > each / 4);
            office.stopCentral();
            int unsentAtLeast = written.size();
            await("they work on", AFTER_A_PAUSE, () -> written.size() > unsentAtLeast + each / 4);
            assertThat(a.store().sync().status().unsent() + b.store().sync().status().unsent()).isPositive();
            office.startCentral();
            for (Thread writer : writers) {
                writer.join();
            }
            for (Seat seat : List.of(a, b)) {
                seat.store().sync().now();
                await("all notes on both", AFTER_A_PAUSE,
                        () -> seat.store().sync().status().unsent() == 0 && ids(notes(seat, caseId)).containsAll(written));
                assertThat(office.count("select count(*) from applied_op where device_id = ?", seat.device())).isEqualTo(each);
                assertThat(office.count("select last_client_seq from device where id = ?", seat.device())).isEqualTo(each);
            }
            assertThat(written).hasSize(2 * each);
            assertThat(office.notWrittenOnce(written)).isEmpty();
        }
    }

    private static Staff anybodyBut(UUID... others) {
        return Stream.of(DemoStaff.AMIRA, DemoStaff.JOHAN, DemoStaff.KARIN)
                .filter(person -> !List.of(others).contains(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID saveInYouth(Seat elin) {
        UUID caseId = elin.store().documents().list(CaseFile.class, ListFilter.ALL).getFirst().id();
        JournalNote note = note(elin, caseId, "Samtal.");
        elin.store().documents().save(Intent.create(note));
        return note.id();
    }

    private static JournalNote note(Seat seat, UUID caseId, String text) {
        CaseFile file = file(seat, caseId);
        return new JournalNote(UUID.randomUUID(), file.unitId(), caseId, Instant.now(), TestOffice.TODAY, seat.person().id(),
                NoteKind.PHONE, text, null);
    }

    private static void edit(Seat seat, UUID caseId, java.util.function.UnaryOperator<CaseFile> change) {
        CaseFile file = file(seat, caseId);
        seat.store().documents().save(Intent.change(file, change.apply(file)));
    }

    private static CaseFile handedTo(CaseFile file, Staff person) {
        return new CaseFile(file.id(), file.unitId(), file.number(), person.id(), file.phase(), file.openedOn(), file.phaseSince(),
                file.closedOn(), file.closingReason());
    }

    private static CaseFile closed(CaseFile file) {
        return new CaseFile(file.id(), file.unitId(), file.number(), file.responsible(), Phase.CLOSED, file.openedOn(), TestOffice.TODAY,
                TestOffice.TODAY, "WORK");
    }

    private static CaseFile file(Seat seat, UUID caseId) {
        return seat.store().documents().find(CaseFile.class, caseId).orElseThrow();
    }

    private static List<JournalNote> notes(Seat seat, UUID caseId) {
        return seat.store().documents().inCase(JournalNote.class, caseId);
    }

    private static List<Conflict> conflicts(Seat seat, UUID caseId) {
        return seat.store().documents().inCase(Conflict.class, caseId);
    }

    private static Set<UUID> ids(List<JournalNote> notes) {
        return notes.stream().map(JournalNote::id).collect(Collectors.toSet());
    }

    private static String json(Object value) {
        return "\"" + value + "\"";
    }

    /** Whether the id stands in any file of the workstation, in bytes or in either spelling. */
    private static boolean onDisk(Seat seat, UUID id) throws IOException {
        byte[] bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
        return contains(seat, bytes) || contains(seat, id.toString().getBytes(StandardCharsets.US_ASCII))
                || contains(seat, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean contains(Seat seat, byte[] wanted) throws IOException {
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(seat.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Everything that the central store has sent to a workstation. */
    private static final class Heard {

        private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());

        Transport on(Transport way) {
            return new PassingOn(way) {
                @Override
                public ChangesPage changes(UUID epoch, long since, int limit, int waitSeconds) {
                    ChangesPage page = way.changes(epoch, since, limit, waitSeconds);
                    entries.addAll(page.entries());
                    return page;
                }

                @Override
                public BootstrapPage bootstrap(String token, int limit, boolean onlyProtected) {
                    BootstrapPage page = way.bootstrap(token, limit, onlyProtected);
                    entries.addAll(page.entries());
                    return page;
                }
            };
        }

        List<Entry> all() {
            synchronized (entries) {
                return List.copyOf(entries);
            }
        }

        Set<UUID> ids() {
            return all().stream().map(Entry::id).collect(Collectors.toSet());
        }

        Set<UUID> units() {
            return all().stream().map(Entry::unitId).collect(Collectors.toSet());
        }

        String text() {
            return all().stream().map(Entry::toString).collect(Collectors.joining("\n"));
        }
    }
}
