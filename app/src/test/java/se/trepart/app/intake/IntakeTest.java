package se.trepart.app.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import se.trepart.app.HandClock;
import se.trepart.app.QuietCentral;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.SetAside;
import se.trepart.local.signin.Session;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.access.Unit.UnitKind;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("Europe/Stockholm"));
    private static final List<String> BROKEN = List.of("okand-kod.json", "fel-kontrollsiffra.json", "sambo-utan-medsokande.json",
            "negativt-belopp.json", "avklippt.json");

    @TempDir
    private Path folder;

    private Workstation workstation;
    private Intake intake;

    private record Nobody(UUID device) implements Session {

        @Override
        public Staff staff() {
            return new Staff(new UUID(0, 0), Unit.MUNICIPALITY, "", "", "", "", List.of(), List.of(), List.of(), true, LocalDate.EPOCH);
        }

        @Override
        public String token() {
            throw new IllegalStateException("nobody is signed in");
        }
    }

    @BeforeEach
    void open() {
        Path data = folder.resolve("data");
        workstation = WorkstationStore.open(data, new UnprotectedVault(data.resolve("keys")), new Nobody(UUID.randomUUID()), null, NOW,
                new Ids());
        intake = new Intake(workstation, new Texts(), NOW, new Ids(), null);
    }

    @AfterEach
    void close() {
        workstation.close();
    }

    @Test
    void storesTheTwelveAndNothingOfTheFiveBroken() throws IOException {
        List<Imported> all = intake.importFiles(twelveAndFive());

        assertThat(all).filteredOn(Imported.Stored.class::isInstance).hasSize(12);
        assertThat(all).filteredOn(Imported.Rejected.class::isInstance).hasSize(5);
        assertThat(count(Application.class)).isEqualTo(12);
        assertThat(count(CaseFile.class)).isEqualTo(12);
        assertThat(count(Household.class)).isEqualTo(12);
    }

    @Test
    void storesNothingTwice() throws IOException {
        intake.importFiles(twelveAndFive());
        List<Imported> again = intake.importFiles(twelveAndFive());

        assertThat(again).filteredOn(Imported.AlreadyImported.class::isInstance).hasSize(12);
        assertThat(count(Application.class)).isEqualTo(12);
        assertThat(workstation.setAside().all()).hasSize(5);
    }

    @Test
    void setsARejectedFileAsideWithItsReasonsAndItsContent() throws IOException {
        Path file = broken("okand-kod.json");
        intake.importFiles(List.of(file));

        SetAside.File aside = workstation.setAside().all().getFirst();
        assertThat(aside.faults()).hasSize(2).anyMatch(f -> f.startsWith("/costs/0/costType: okänd kod ”RENTT” (väntade någon av RENT, "));
        assertThat(aside.content()).isEqualTo(Files.readAllBytes(file));
        assertThat(Path.of(aside.origin())).isEqualTo(file);
    }

    @Test
    void takesASetAsideFileInWhenItHasBeenCorrectedAtItsSource() throws IOException {
        Path file = broken("okand-kod.json");
        intake.importFiles(List.of(file));
        Files.writeString(file, Files.readString(file).replace("RENTT", "RENT").replace("TENT", "RENTAL"));

        assertThat(intake.tryAgain(workstation.setAside().all().getFirst())).isInstanceOf(Imported.Stored.class);
        assertThat(workstation.setAside().all()).isEmpty();
    }

    @Test
    void putsNextMonthInTheSameCaseAndKeepsThePeople() throws IOException {
        intake.importFiles(List.of(sample(4)));
        Household before = workstation.documents().list(Household.class, ListFilter.ALL).getFirst();
        Path november = nextMonth(4, "8c7e134f-5dfb-43d1-ac4a-000000000004", "");

        Imported.Stored stored = (Imported.Stored) intake.importFiles(List.of(november)).getFirst();

        assertThat(stored.newCase()).isFalse();
        assertThat(stored.caseNumber()).isEqualTo("2026-00001");
        assertThat(workstation.documents().list(Household.class, ListFilter.ALL)).containsExactly(before);
        assertThat(workstation.documents().inCase(Application.class, before.caseId())).hasSize(2);
    }

    @Test
    void findsTheCaseOfAProtectedHousehold() throws IOException {
        Path first = Files.writeString(folder.resolve("a.json"),
                Files.readString(sample(4)).replace("\"protection\": \"NONE\"", "\"protection\": \"MARKED\""));
        intake.importFiles(List.of(first));
        Path next = nextMonth(4, "8c7e134f-5dfb-43d1-ac4a-000000000004", "");

        assertThat(((Imported.Stored) intake.importFiles(List.of(next)).getFirst()).newCase()).isFalse();
        assertThat(workstation.documents().list(Household.class, ListFilter.ALL)).singleElement().matches(Household::isProtected);
    }

    @Test
    void rejectsASecondApplicationForTheMonth() throws IOException {
        Path second = Files.writeString(folder.resolve("b.json"),
                Files.readString(sample(4)).replaceFirst("\"id\": \"[^\"]*", "\"id\": \"8c7e134f-5dfb-43d1-ac4a-000000000004"));
        List<Imported> both = intake.importFiles(List.of(sample(4), second));

        assertThat(((Imported.Rejected) both.getLast()).faults()).extracting(Fault::line)
                .containsExactly(
                        "/periodMonth: hushållet har redan en ansökan för 2026-10 (väntade en ansökan per månad, eller SUPPLEMENTARY)");
        assertThat(count(Application.class)).isEqualTo(1);
    }

    @Test
    void opensNewCasesAtTheUnitThatReceivesWithNumbersOfTheirOwn() throws IOException {
        Unit intakeUnit = new Unit(UUID.randomUUID(), Unit.MUNICIPALITY, "Mottagningen", UnitKind.INTAKE, LocalDate.of(2020, 1, 1));
        Unit running = new Unit(UUID.randomUUID(), Unit.MUNICIPALITY, "Ekonomi", UnitKind.RUNNING, LocalDate.of(2020, 1, 1));
        workstation.documents().save(Intent.create(intakeUnit, running));

        intake.importFiles(List.of(sample(1), sample(2)));

        List<CaseFile> cases = workstation.documents().list(CaseFile.class, ListFilter.ALL);
        assertThat(cases).extracting(CaseFile::number).containsExactlyInAnyOrder("2026-00001", "2026-00002");
        assertThat(cases).allMatch(c -> c.unitId().equals(intakeUnit.id()));
    }

    @Test
    void pointsOutAnApplicantWhoIsTooYoungButRegistersTheApplication() throws IOException {
        assertThat(intake.importFiles(List.of(sample(1))).getFirst()).isInstanceOfSatisfying(Imported.Stored.class,
                stored -> assertThat(stored.applicantTooYoung()).isTrue());
    }

    @Test
    void takesInWhatComesToAWatchedFolderWhenItIsWholeAndMovesItAway() throws IOException {
        Path watched = Files.createDirectory(folder.resolve("inkorg"));
        List<Imported> told = new ArrayList<>();
        WatchedFolder watch = new WatchedFolder(watched, intake, told::addAll);
        String text = Files.readString(sample(4));
        Path file = Files.writeString(watched.resolve("a.json"), text.substring(0, 500));
        watch.look();
        Files.writeString(file, text);
        watch.look();
        assertThat(told).as("still being written").isEmpty();
        watch.look();

        assertThat(told).singleElement().isInstanceOf(Imported.Stored.class);
        assertThat(file).doesNotExist();
        assertThat(watched.resolve(WatchedFolder.DONE).resolve("a.json")).hasContent(text);
    }

    @Test
    void leavesARejectedFileInTheWatchedFolderAndTriesItAgainWhenItHasBeenCorrected() throws IOException {
        Path watched = Files.createDirectory(folder.resolve("inkorg"));
        List<Imported> told = new ArrayList<>();
        WatchedFolder watch = new WatchedFolder(watched, intake, told::addAll);
        Path file = Files.move(broken("okand-kod.json"), watched.resolve("a.json"));
        IntStream.range(0, 4).forEach(_ -> watch.look());
        assertThat(told).singleElement().isInstanceOf(Imported.Rejected.class);
        assertThat(file).exists();

        Files.writeString(file, Files.readString(file).replace("RENTT", "RENT").replace("TENT", "RENTAL"));
        IntStream.range(0, 3).forEach(_ -> watch.look());
        assertThat(told.getLast()).isInstanceOf(Imported.Stored.class);
        assertThat(workstation.setAside().all()).isEmpty();
    }

    @Test
    void waitsWithAWatchedFolderWhileTheUnitIsLockedAndThenTakesItIn() throws Exception {
        HandClock clock = new HandClock(NOW.instant());
        QuietCentral central = new QuietCentral(clock, Unit.MUNICIPALITY);
        Path store = folder.resolve("locked");
        try (Workstation locked = WorkstationStore.open(store, new UnprotectedVault(store.resolve("keys")), new Nobody(new UUID(1, 1)),
                central, clock, new Ids())) {
            until(() -> locked.sync().status().lastSuccess() != null);
            central.reachable = false;
            clock.now = clock.now.plus(QuietCentral.LEASE);
            locked.sync().now();
            until(() -> !locked.sync().status().locked().isEmpty());
            List<Imported> told = new ArrayList<>();
            Path watched = Files.createDirectory(folder.resolve("inkorg"));
            Path file = Files.copy(sample(4), watched.resolve("a.json"));
            WatchedFolder watch = new WatchedFolder(watched, new Intake(locked, new Texts(), clock, new Ids(), null), told::addAll);
            IntStream.range(0, 4).forEach(_ -> watch.look());
            assertThat(told).isEmpty();
            assertThat(file).exists();
            central.reachable = true;
            locked.sync().now();
            until(() -> locked.sync().status().locked().isEmpty());
            watch.look();
            assertThat(told).singleElement().isInstanceOf(Imported.Stored.class);
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 500 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void writesOverNothingInTheFolderForWhatHasBeenTakenIn() throws IOException {
        Path watched = Files.createDirectory(folder.resolve("inkorg"));
        WatchedFolder watch = new WatchedFolder(watched, intake, _ -> {});
        for (int number : List.of(4, 5)) {
            Files.copy(sample(number), watched.resolve("a.json"));
            IntStream.range(0, 2).forEach(_ -> watch.look());
        }

        try (var files = Files.list(watched.resolve(WatchedFolder.DONE))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("a.json", "a (2).json");
        }
    }

    private long count(Class<? extends se.trepart.model.Document> type) {
        return workstation.documents().list(type, ListFilter.ALL).size();
    }

    private List<Path> twelveAndFive() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            files.add(sample(number));
        }
        for (String name : BROKEN) {
            files.add(2, broken(name));
        }
        return files;
    }

    private Path nextMonth(int number, String id, String with) throws IOException {
        String text = new String(EApplicationReaderTest.sample(number), StandardCharsets.UTF_8)
                .replaceFirst("\"id\": \"[^\"]*", "\"id\": \"" + id)
                .replace("\"periodMonth\": 10", "\"periodMonth\": 11")
                .replace("\"NEW\"", "\"RENEWAL\"");
        return Files.writeString(folder.resolve("next.json"), text + with);
    }

    private Path sample(int number) throws IOException {
        return Files.write(folder.resolve("ansokan-%02d.json".formatted(number)), EApplicationReaderTest.sample(number));
    }

    private Path broken(String name) throws IOException {
        try (var in = IntakeTest.class.getResourceAsStream("broken/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }
}
