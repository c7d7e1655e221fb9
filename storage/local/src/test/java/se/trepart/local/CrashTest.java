package se.trepart.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Integrity;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.sync.CentralInMemory;
import se.trepart.local.sync.SyncRound;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.PushRequest;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a program that dies has promised its user is there afterwards, and what it had not is there whole or not at all. */
class CrashTest {

    @TempDir
    Path folder;

    /** Runs the program until it dies at the point; returns what it had promised. */
    private List<String> crash(String point) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Path complained = folder.resolve("complained");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                CrashingProgram.class.getName(), folder.toString(), point).redirectOutput(said.toFile())
                .redirectError(complained.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> read(complained)).isEqualTo(99);
        List<String> promised = Files.readAllLines(said);
        assertThat(Integrity.check(folder, vault())).isEmpty();
        return promised;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private UnprotectedVault vault() {
        return new UnprotectedVault(folder.resolve("keys"));
    }

    private LocalStore open() {
        return LocalStore.open(folder, vault().unlock(), Clock.systemUTC(), Sample.IDS);
    }

    @RepeatedTest(3)
    void keepsEveryDraftThatWasKept() throws Exception {
        List<String> promised = crash("while typing");
        assertThat(promised).isNotEmpty();
        try (LocalStore store = open()) {
            assertThat(store.drafts().find("journal/1")).map(Draft::text)
                    .hasValueSatisfying(
                            text -> assertThat(text.length()).isBetween(Integer.parseInt(promised.getLast()), promised.size() + 1));
        }
    }

    @Test
    void writesNothingOfASaveThatDidNotEnd() throws Exception {
        List<String> promised = crash("inside a save");
        assertThat(promised).hasSize(2);
        try (LocalStore store = open()) {
            holdsWhole(store, promised, promised.size());
        }
    }

    @Test
    void keepsASaveThatEnded() throws Exception {
        List<String> promised = crash("after a save");
        assertThat(promised).hasSize(1);
        try (LocalStore store = open()) {
            holdsWhole(store, promised, 1);
        }
    }

    @RepeatedTest(3)
    void keepsEveryPromisedSaveAndNoHalfOne() throws Exception {
        List<String> promised = crash("any time while saving");
        assertThat(promised).isNotEmpty();
        try (LocalStore store = open()) {
            holdsWhole(store, promised, promised.size() + 1);
        }
    }

    private static void holdsWhole(LocalStore store, List<String> promised, int most) {
        List<String> there = store.documents().list(CaseFile.class, ListFilter.ALL).stream().map(file -> file.id().toString()).toList();
        assertThat(there).containsAll(promised).hasSizeBetween(promised.size(), most);
        there.forEach(caseId -> assertThat(store.documents().caseDocuments(UUID.fromString(caseId))).as("the whole intent").hasSize(2));
        List<Operation> operations = store.feed().batch(500, 1_000_000_000);
        assertThat(operations).hasSize(Math.min(500, there.size() * 2));
        for (int i = 0; i < operations.size(); i++) {
            assertThat(operations.get(i).clientSeq()).isEqualTo(i + 1L);
        }
    }

    @Test
    void sendsWhatItHadNotSent() throws Exception {
        sendsAll(crash("before sending"), false);
    }

    @Test
    void sendsNothingTwiceWhenItDiedBeforeItReadTheAnswer() throws Exception {
        sendsAll(crash("after the answer"), true);
    }

    private void sendsAll(List<String> promised, boolean arrived) throws IOException {
        assertThat(promised).hasSize(3);
        PushRequest sent = Json.MAPPER.readValue(Files.readString(folder.resolve("sent.json")), PushRequest.class);
        CentralInMemory central = new CentralInMemory();
        central.epoch = sent.epoch();
        if (arrived) {
            central.push(sent);
        }
        try (LocalStore store = open()) {
            new SyncRound(store, central, Sample.IDS).run();
            assertThat(central.applied).as("each once").hasSize(6);
            assertThat(central.pushes.getLast().operations()).as("the very same, so that the central store knows them")
                    .isEqualTo(sent.operations());
            assertThat(store.feed().unsent()).isZero();
            assertThat(store.documents().list(CaseFile.class, ListFilter.ALL)).extracting(file -> file.id().toString())
                    .containsExactlyInAnyOrderElementsOf(promised);
        }
    }

    @Test
    void takesAPageAndItsCursorTogether() throws Exception {
        crash("inside a page");
        CentralInMemory central = new CentralInMemory();
        central.epoch = UUID.fromString(Files.readString(folder.resolve("epoch")));
        CaseFile file = Sample.caseFile("2026-00001");
        central.put(file);
        try (LocalStore store = open()) {
            assertThat(store.feed().position().cursor()).isZero();
            assertThat(store.documents().list(CaseFile.class, ListFilter.ALL)).isEmpty();
            new SyncRound(store, central, Sample.IDS).run();
            assertThat(store.documents().find(CaseFile.class, file.id())).contains(file);
        }
    }
}
