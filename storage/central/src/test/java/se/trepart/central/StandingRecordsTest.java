package se.trepart.central;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import se.trepart.central.Office.Desk;
import se.trepart.central.audit.AuditCheck;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.model.casefile.CaseFile;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written once stands, for the service's role and for whoever goes round it. */
class StandingRecordsTest {

    private Office office;

    @BeforeEach
    void fill() {
        office = new Office();
        Desk anna = office.desk(office.anna);
        for (int i = 0; i < 5; i++) {
            CaseFile file = Office.caseFile(Office.NORTH);
            anna.push(anna.create(file), anna.create(Office.note(file, "Ringde")));
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set entry = replace(entry, '\"version\":1', '\"version\":2') where commit_seq = 3",
            "update audit set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) where commit_seq = 2 and ord = 0",
            "delete from audit where commit_seq = 4 and ord = 1",
            "delete from audit where commit_seq = (select max(commit_seq) from audit)",
            "update audit set commit_seq = -commit_seq where commit_seq in (3, 4)",
            "update entity_version set body = replace(body::text, 'Ringde', 'ringde')::json where commit_seq = 3",
            "delete from entity_version where commit_seq = 3 and type = 'JOURNAL_NOTE'"})
    void findsWhatSomebodyWithAllRightsHasChanged(String change) throws SQLException {
        assertThat(office.admin.verify()).isEmpty();
        try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
            statement.execute("set search_path = trepart");
            for (String table : new String[]{"audit", "entity_version"}) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            assertThat(statement.executeUpdate(change)).isPositive();
        }
        assertThat(office.admin.verify()).isPresent();
    }

    @Test
    void saysWhereTheChainBreaks() throws SQLException {
        try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
            statement.execute("set search_path = trepart");
            statement.execute("alter table audit disable trigger user");
            statement.execute("update audit set entry = entry || ' ' where commit_seq = 4 and ord = 1");
        }
        assertThat(office.admin.verify()).contains(new AuditCheck.Break(4, 1, "hash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set entry = ''", "delete from audit", "truncate audit", "update entity_version set version = 9",
            "delete from change_log", "delete from applied_op", "delete from entity", "update access_log set kind = 'LOST'",
            "alter table audit disable trigger user", "drop table audit", "create table x (y int)", "delete from sync_head",
            "update entity set version = version + 1, commit_seq = -1"})
    void givesTheServiceNoWayToChangeThem(String statementText) throws SQLException {
        try (HikariDataSource pool = new ServiceDatabase(office.database.url(), TestDatabase.PASSWORD).pool();
                Connection db = pool.getConnection();
                Statement statement = db.createStatement()) {
            db.setAutoCommit(false);
            assertThatThrownBy(() -> {
                statement.execute("select set_config('trepart.staff', 'store', true)");
                statement.execute(statementText);
                // only then is a document found that was written without its place in the feed
                db.commit();
            }).isInstanceOf(SQLException.class);
        }
        assertThat(office.admin.verify()).isEmpty();
    }

    @Test
    void stopsTheOwnerTooUnlessTriggersAreSwitchedOff() throws SQLException {
        try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
            statement.execute("set search_path = trepart");
            assertThatThrownBy(() -> statement.execute("delete from audit")).hasMessageContaining("written once");
            assertThatThrownBy(() -> statement.execute("truncate change_log")).hasMessageContaining("written once");
        }
    }
}
