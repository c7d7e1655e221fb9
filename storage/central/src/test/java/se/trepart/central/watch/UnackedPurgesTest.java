package se.trepart.central.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.schema.WorkingFor;
import se.trepart.central.sync.Leasing;
import se.trepart.wire.Purged;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** On the tables as they are shipped, under their row policies, as the service's own role. */
class UnackedPurgesTest {

    private Office office;
    private Desk bengt;

    @BeforeEach
    void open() {
        office = new Office();
        bengt = office.desk(office.bengt);
        bengt.send(bengt.create(Office.caseFile(Office.NORTH)));
        Desk anna = office.desk(office.anna);
        anna.send(anna.create(Office.caseFile(Office.NORTH)));
        change("update trepart.device set registered_at = now() - interval '9 days'");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void findsTheWorkstationThatHasNotSaidSoWithinADayUntilItDoes() {
        withdrawn(Duration.ofHours(23));
        assertThat(found()).as("within a day").isEqualTo(new UnackedPurges.Found(0, null));

        withdrawn(Duration.ofHours(25), Office.NORTH);
        withdrawn(Duration.ofHours(25));
        assertThat(found()).isEqualTo(new UnackedPurges.Found(1, bengt.caller.device().toString()));
        assertThat(figure()).as("in the figures").isEqualTo(1);

        long head = office.store.read(snapshot -> snapshot.head()).seq();
        new Leasing(office.store, InstantSource.system(), Duration.ofHours(72), () -> new byte[32]).purged(bengt.caller,
                new Purged(Office.NORTH, head));
        assertThat(found()).isEqualTo(new UnackedPurges.Found(0, null));
        assertThat(figure()).isZero();
    }

    @Test
    void asksNothingOfWhoHasTheUnitAgainOrOfAWorkstationThatIsShutOut() {
        withdrawn(Duration.ofDays(3));
        assertThat(found().count()).isEqualTo(1);
        withdrawn(Duration.ofDays(2), Office.NORTH);
        assertThat(found().count()).as("has it again").isZero();
        withdrawn(Duration.ofDays(2));
        assertThat(found().count()).isEqualTo(1);
        assertThat(office.admin.revoke(bengt.caller.device())).isTrue();
        assertThat(found().count()).as("shut out").isZero();
    }

    /** Nothing is seen by a transaction that does not say for whom it works: a caller that forgot would find that all is well. */
    @Test
    void isBlindWithoutSayingForWhom() {
        withdrawn(Duration.ofDays(3));
        assertThat(Jdbi.create(office.pool).inTransaction(UnackedPurges::in).count()).isZero();
    }

    private UnackedPurges.Found found() {
        return Jdbi.create(office.pool).inTransaction(db -> {
            WorkingFor.store(db);
            return UnackedPurges.in(db);
        });
    }

    private double figure() {
        return new StoreFigures(office.pool).read().get("purges_unacked");
    }

    /** Bengt has these units, since so long. */
    private void withdrawn(Duration ago, UUID... left) {
        office.admin.importDocuments(List.of(Office.with(office.bengt, office.bengt.roles(), List.of(left), List.of())));
        change("""
                alter table trepart.access_log disable trigger user;
                update trepart.access_log set at = now() - interval '%d seconds'
                 where commit_seq = (select max(commit_seq) from trepart.access_log);
                alter table trepart.access_log enable always trigger stands, enable always trigger stands_whole
                """.formatted(ago.toSeconds()));
    }

    /** As the owner, who alone can make time pass. */
    private void change(String sql) {
        try (Connection owner = office.database.owner().getConnection(); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
