package se.trepart.central.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.sync.Refusal;
import se.trepart.central.sync.SyncService;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.Entry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedFloorTest {

    private Office office;
    private Desk anna;
    private final CaseFile old = Office.caseFile(Office.NORTH);

    @BeforeEach
    void open() {
        office = new Office();
        anna = office.desk(office.anna);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void cutsTheOldFeedAndSendsWhoWasAwayToANewFetch() throws SQLException {
        Instant then = Instant.now();
        write(then.minus(Duration.ofDays(500)));
        long early = head();
        write(then.minus(Duration.ofDays(450)));
        long before = head();
        write(then.minus(Duration.ofDays(10)));
        // the office itself was made now: its rows stand before in number, and the search is over numbers
        FeedFloor.Trimmed trimmed = FeedFloor.raise(office.database.owner(), then.minus(Duration.ofDays(400)));
        assertThat(trimmed.floor()).isEqualTo(before);
        assertThat(trimmed.rows()).isPositive();
        assertThatThrownBy(() -> anna.pull(early)).isInstanceOf(Refusal.class).hasMessage("resync_required");
        assertThatThrownBy(() -> anna.pull(0)).hasMessage("resync_required");
        assertThat(anna.pull(before).entries()).hasSize(1);
        assertThat(office.sync.bootstrap(anna.caller, null, 500).entries()).extracting(Entry::type).contains("UNIT");
        assertThat(office.admin.verify()).isEmpty();
        assertThat(StoreCheck.run(office.pool)).allSatisfy(finding -> assertThat(finding.faults()).as(finding.what()).isZero());
        // and never back
        assertThat(FeedFloor.raise(office.database.owner(), then.minus(Duration.ofDays(1_000))).floor()).isEqualTo(before);
    }

    @Test
    void isTheOwnersAlone() {
        anna.send(anna.create(old));
        refused("update sync_head set floor = 1", "permission denied");
        refused("delete from change_log", "permission denied");
    }

    @Test
    void letsNotEvenTheOwnerCutAboveIt() throws SQLException {
        anna.send(anna.create(old));
        for (String change : new String[]{"delete from change_log", "update change_log set version = 2", "truncate change_log",
                "update sync_head set seq = seq - 1", "update sync_head set floor = seq + 1"}) {
            try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
                statement.execute("set search_path = trepart");
                assertThatThrownBy(() -> statement.execute(change)).as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(written once|never go back).*");
            }
        }
    }

    private void write(Instant at) {
        AtomicReference<Instant> clock = new AtomicReference<>(at);
        new SyncService(office.store, _ -> null, clock::get, Office::id)
                .importDocuments(java.util.List.of(new Unit(Office.id(), Unit.MUNICIPALITY, "Enhet", Unit.UnitKind.RUNNING, Office.DAY)));
    }

    private long head() {
        return office.store.read(snapshot -> snapshot.head()).seq();
    }

    private void refused(String change, String why) {
        try (Connection db = office.pool.getConnection(); Statement statement = db.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining(why);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
