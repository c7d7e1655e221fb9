package se.trepart.local.sync;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.local.Sample;
import se.trepart.local.cache.Intent;
import se.trepart.local.sql.Bulk;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A unit is taken away: what is unsent goes out, then nothing of it is left, then the central store is told. */
class WithdrawnUnitTest extends OneWorkstation {

    static final UUID OTHER = Sample.IDS.get();

    final CaseFile file = Sample.caseFile("2026-00417");
    final CaseFile kept = Sample.caseFile("2026-00418");

    @BeforeEach
    void fetch() throws SQLException {
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        central.lease(OTHER, Duration.ofHours(72), 2);
        central.put(file);
        for (int i = 0; i < 300; i++) {
            central.put(Sample.note(file.id(), "nummer " + i));
        }
        inUnit(OTHER, kept);
        sync();
        remembersTheKey();
    }

    private void withdraw() {
        central.revokes.add(Sample.UNIT);
        central.lent.remove(Sample.UNIT);
    }

    private byte[] key = new byte[0];

    private void remembersTheKey() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trepart.db"));
                var select = connection.prepareStatement("select wrapped from unit_key where unit_id = ?")) {
            select.setBytes(1, Bulk.bytes(Sample.UNIT));
            key = select.executeQuery().getBytes(1);
        }
    }

    private void assertNothingLeft() throws IOException {
        List<UUID> ids = central.entries().stream().filter(e -> e.unitId().equals(Sample.UNIT)).map(e -> e.id()).toList();
        assertThat(ids).hasSizeGreaterThan(300);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(path, ISO_8859_1);
                for (UUID id : ids) {
                    assertThat(content.contains(new String(Bulk.bytes(id), ISO_8859_1))).as(path + " holds " + id).isFalse();
                }
                assertThat(content.contains(new String(key, ISO_8859_1))).as(path + " holds the unit's key").isFalse();
            }
        }
    }

    @Test
    void leavesNothingOfItInAnyFileWhileTheProgramRuns() throws IOException {
        String sha256 = store.attachments().put(Sample.UNIT, "brev".getBytes(ISO_8859_1));
        assertThatThrownBy(this::assertNothingLeft).as("it is there before").isInstanceOf(AssertionError.class);
        withdraw();
        sync();
        assertThat(sees(file)).isFalse();
        assertThat(sees(kept)).isTrue();
        assertThat(store.attachments().find(sha256)).isEmpty();
        assertNothingLeft();
        assertThat(central.purged).extracting(Purged::unitId).containsExactly(Sample.UNIT);
        assertThat(store.holding().withdrawn()).isFalse();
    }

    @Test
    void sendsWhatIsUnsentBeforeItPurges() {
        JournalNote typed = Sample.note(file.id(), "skriven");
        documents.save(Intent.create(typed));
        central.verdicts.put(typed.id(), Result.QUARANTINED);
        withdraw();
        central.pushFaults
                .add(java.util.Map.entry(CentralInMemory.Moment.BEFORE, CentralInMemory.problem(SyncStatus.Problem.SERVER_BUSY, "busy")));
        store.feed().apply(central.changes(central.epoch, store.feed().position().cursor(), 10, 0));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        assertThat(sees(file)).as("unsent work first").isTrue();
        assertThat(store.holding().purge()).isEmpty();
        sync();
        assertThat(sees(file)).isFalse();
        assertThat(store.feed().unseen(Result.QUARANTINED)).isEqualTo(1);
        assertThat(store.feed().failed().getFirst().content()).as("it is the team lead's now").isEmpty();
        assertThat(central.calls.indexOf("push")).isLessThan(central.calls.indexOf("purged"));
    }

    @Test
    void tellsAgainWhenTheWordIsLost() throws IOException {
        withdraw();
        central.purgedFaults.add(CentralInMemory.problem(SyncStatus.Problem.NO_NETWORK, "no_answer"));
        assertThatThrownBy(this::sync).isInstanceOf(TransportProblem.class);
        assertThat(sees(file)).isFalse();
        openAgain();
        sync();
        assertThat(central.purged).hasSize(1);
        openAgain();
        assertNothingLeft();
    }

    @Test
    void purgesNothingThatWasGivenBackMeanwhile() {
        central.revokes.add(Sample.UNIT);
        sync();
        assertThat(sees(file)).isTrue();
        assertThat(central.purged).isEmpty();
    }

    @Test
    void purgesAUnitThatWasWithdrawnBeforeAWholeFetch() {
        CaseFile away = Sample.caseFile("2026-00419");
        central.forgetTheLog();
        central.removeUnit(Sample.UNIT);
        central.lent.remove(Sample.UNIT);
        inUnit(OTHER, away);
        later(Duration.ofHours(10));
        sync();
        assertThat(central.calls).contains("bootstrap null");
        assertThat(central.purged).extracting(Purged::unitId).containsExactly(Sample.UNIT);
        assertThat(sees(away)).isTrue();
    }

    /** The page that takes the unit away brings nothing of what was pushed from here. */
    private void purgeBeforeOwnChangesComeBack() {
        withdraw();
        long cursor = store.feed().position().cursor();
        ChangesPage.Chain chain = central.changes(central.epoch, cursor, 10, 0).chain();
        store.feed().apply(new ChangesPage(central.epoch, cursor, cursor + 1, cursor + 1, chain, List.of(), List.of(Sample.UNIT), false));
        store.holding().take(central.leases());
        assertThat(store.holding().purge()).extracting(Purged::unitId).containsExactly(Sample.UNIT);
    }

    @Test
    void doesNotBringBackWhatWasMadeHereAndNeverCameWithTheFeed() {
        JournalNote typed = Sample.note(file.id(), "skriven");
        documents.save(Intent.create(typed));
        new SyncRound(store, central, Sample.IDS).push();
        purgeBeforeOwnChangesComeBack();
        assertThat(sees(typed)).isFalse();
        // and the check after each test finds that nothing lies on top of nothing
    }

    @Test
    void takesAwayAlsoWhatWasMovedFromHereToAUnitThatNobodyHereSees() {
        UUID elsewhere = Sample.IDS.get();
        documents.save(Intent.change(file, new CaseFile(file.id(), elsewhere, file.number(), file.responsible(), file.phase(),
                file.openedOn(), file.phaseSince(), file.closedOn(), file.closingReason())));
        new SyncRound(store, central, Sample.IDS).push();
        purgeBeforeOwnChangesComeBack();
        assertThat(sees(file)).isFalse();
    }

    @Test
    void purgesAlsoWhenNobodyAnswersWhatIsLentNow() {
        withdraw();
        SyncRound silent = new SyncRound(store, (Transport) Proxy.newProxyInstance(Transport.class.getClassLoader(),
                new Class<?>[]{Transport.class}, (_, method, arguments) -> {
                    if (method.getName().equals("leases")) {
                        // such as a proxy's own page
                        throw CentralInMemory.problem(SyncStatus.Problem.UNEXPECTED, "http_404");
                    }
                    return method.invoke(central, arguments);
                }), Sample.IDS);
        silent.run();
        assertThat(sees(file)).isFalse();
        assertThat(central.purged).extracting(Purged::unitId).containsExactly(Sample.UNIT);
    }
}
