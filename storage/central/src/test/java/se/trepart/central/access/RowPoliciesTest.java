package se.trepart.central.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.central.Office;
import se.trepart.central.TestDatabase;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.sync.Caller;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.Entry;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The database says of every row what {@link Visibility} says, by itself: every role × kind × unit × protection. */
class RowPoliciesTest {

    private static final UUID OPEN = Office.id();
    private static final UUID PROTECTED = Office.id();
    private static final UUID NAMED = Office.id();
    private static final Set<String> PLAN_SIDE = Stream.concat(Stream.of("HOUSEHOLD", "CASE_FILE"),
            Stream.of("SELF_SUPPORT", "REFERRAL", "PLAN", "PLAN_VERSION", "ACTION", "ATTENDANCE", "ATTENDANCE_SUMMARY",
                    "TRIPARTITE_MEETING", "AGREEMENT_RESULT", "SENT_PAPER", "REMINDER:PLAN", "SNOOZE:PLAN")
                    .flatMap(sight -> Stream.of(sight, "CONFLICT:" + sight)))
            .collect(Collectors.toSet());
    private static final List<String> TABLES = List.of("entity", "entity_version", "change_log");

    /** One row of the world, as what it is seen as. */
    private record Thing(UUID id, String sight, UUID unitId, @Nullable UUID caseId) {}

    private Office office;
    private HikariDataSource service;
    private final List<Thing> things = new ArrayList<>();

    @BeforeEach
    void fill() throws SQLException {
        office = new Office();
        office.hire(office.karl, office.greta);
        service = new ServiceDatabase(office.database.url(), TestDatabase.PASSWORD).pool();
        try (Connection db = office.database.owner().getConnection(); Statement statement = db.createStatement()) {
            db.setAutoCommit(false);
            statement.execute("set search_path = trepart");
            statement.execute("insert into guarded_case values ('" + PROTECTED + "'), ('" + NAMED + "')");
            for (DocumentType type : DocumentType.values()) {
                if (type == DocumentType.CONFLICT) {
                    continue;
                }
                for (String sight : sights(type)) {
                    if (CaseAccess.ofTheMunicipality(type)) {
                        write(db, new Thing(Office.id(), sight, Unit.MUNICIPALITY, null));
                    } else {
                        for (UUID unit : List.of(Office.NORTH, Office.SOUTH)) {
                            for (UUID caseId : List.of(OPEN, PROTECTED, NAMED)) {
                                write(db, new Thing(Office.id(), sight, unit, caseId));
                            }
                        }
                    }
                }
            }
            db.commit();
        }
    }

    @AfterEach
    void close() {
        service.close();
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void agreeWithTheProgramForEveryRole(Role role) throws SQLException {
        for (List<Role> roles : List.of(List.of(role), List.of(role, Role.CONSULTANT), List.of(role, Role.ADMINISTRATOR))) {
            Staff person = Office.with(office.anna, roles, List.of(Office.NORTH), List.of(NAMED));
            office.admin.importDocuments(List.of(person));
            Visibility sees = Visibility.of(StaffAccess.of(person));
            Set<UUID> allowed = things.stream()
                    .filter(t -> sees.sees(t.sight(), t.unitId(), t.caseId(), PROTECTED.equals(t.caseId()) || NAMED.equals(t.caseId())))
                    .map(Thing::id)
                    .collect(Collectors.toSet());
            assertThat(allowed.isEmpty()).as("%s sees something", roles).isFalse();
            for (String table : TABLES) {
                assertThat(select(table, person.id().toString())).as("%s %s", roles, table).isEqualTo(allowed);
            }
            assertThat(feed(person)).as("%s feed", roles).isEqualTo(allowed);
            assertThat(firstFetch(person)).as("%s first fetch", roles).isEqualTo(allowed);
        }
    }

    @Test
    void r33_r34_showAConsultantThePlanSideOfOpenCasesInTheOwnUnitOnly() throws SQLException {
        assertThat(select("entity", office.karl.id().toString())).isEqualTo(ids(t -> t.unitId().equals(Unit.MUNICIPALITY)
                ? !t.sight().startsWith("CONFLICT")
                : t.unitId().equals(Office.NORTH) && OPEN.equals(t.caseId()) && PLAN_SIDE.contains(t.sight())));
    }

    /** As what documents of the kind are seen, and conflicts about them. */
    private static List<String> sights(DocumentType type) {
        List<String> sides = type.ofASide() ? List.of(type + ":PLAN", type + ":AID") : List.of(type.name());
        return sides.stream().flatMap(sight -> Stream.of(sight, "CONFLICT:" + sight)).toList();
    }

    @Test
    void showAnAdministratorNoCase() throws SQLException {
        assertThat(select("entity", office.adam.id().toString())).isEqualTo(ids(t -> t.unitId().equals(Unit.MUNICIPALITY)));
    }

    @Test
    void showNothingToNobody() throws SQLException {
        for (String nobody : List.of("", Office.id().toString())) {
            for (String table : List.of("entity", "entity_version", "change_log", "access_log", "applied_op", "open_conflict", "audit",
                    "device", "staff", "staff_unit", "named_handler", "lease_key", "purge_ack")) {
                assertThat(count(table, nobody)).as(table).isZero();
            }
        }
        assertThatThrownBy(() -> count("entity", "' or true --")).isInstanceOf(SQLException.class);
        // a person who has left
        Staff left = office.bengt;
        office.admin.importDocuments(List.of(new Staff(left.id(), left.unitId(), left.subject(), left.name(), "", "", left.roles(),
                left.units(), List.of(), false, left.since())));
        assertThat(count("entity", left.id().toString())).isZero();
    }

    @Test
    void lastNoLongerThanTheTransaction() throws SQLException {
        assertThat(count("entity", "store")).isPositive();
        try (Connection db = service.getConnection();
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from entity")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void bindARoleThatNeitherOwnsNorPasses() throws SQLException {
        try (Connection db = service.getConnection();
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select r.rolsuper or r.rolbypassrls or exists (select from pg_class c where c.relowner = r.oid)
                          from pg_roles r where r.rolname = current_user
                        """)) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
        }
        // and whoever reads for a person writes nothing
        for (String change : List.of("update entity set unit_id = unit_id", "update staff set active = true",
                "insert into guarded_case select case_id from guarded_case where false")) {
            try (Connection db = service.getConnection(); Statement statement = db.createStatement()) {
                db.setAutoCommit(false);
                statement.execute("select set_config('trepart.staff', '" + office.anna.id() + "', true)");
                assertThat(statement.executeUpdate(change)).as(change).isZero();
                db.rollback();
            }
        }
    }

    private Set<UUID> ids(java.util.function.Predicate<Thing> which) {
        return things.stream().filter(which).map(Thing::id).collect(Collectors.toSet());
    }

    private Set<UUID> select(String table, String forWhom) throws SQLException {
        try (Connection db = service.getConnection(); Statement statement = db.createStatement()) {
            db.setAutoCommit(false);
            statement.execute("select set_config('trepart.staff', '" + forWhom + "', true)");
            Set<UUID> found = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("select id from " + table)) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            db.rollback();
            return mine(found);
        }
    }

    private int count(String table, String forWhom) throws SQLException {
        try (Connection db = service.getConnection();
                PreparedStatement set = db.prepareStatement("select set_config('trepart.staff', ?, true)");
                Statement statement = db.createStatement()) {
            db.setAutoCommit(false);
            set.setString(1, forWhom);
            set.execute();
            try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getInt(1);
            } finally {
                db.rollback();
            }
        }
    }

    private Set<UUID> feed(Staff person) {
        return mine(office.desk(person).feed(0, 2_000).stream().map(Entry::id).collect(Collectors.toSet()));
    }

    private Set<UUID> firstFetch(Staff person) {
        Set<UUID> found = new HashSet<>();
        String token = null;
        do {
            BootstrapPage page = office.sync.bootstrap(new Caller(person.id(), Office.id()), token, 7);
            page.entries().forEach(entry -> found.add(entry.id()));
            token = page.next();
        } while (token != null);
        return mine(found);
    }

    /** Without the office's own staff and units. */
    private Set<UUID> mine(Set<UUID> found) {
        found.retainAll(things.stream().map(Thing::id).collect(Collectors.toSet()));
        return found;
    }

    private void write(Connection db, Thing thing) throws SQLException {
        things.add(thing);
        String type = thing.sight().startsWith("CONFLICT") ? "CONFLICT" : thing.sight().split(":")[0];
        for (String insert : List.of("""
                insert into change_log (commit_seq, ord, type, id, unit_id, kind, version, sight, case_id)
                values (1, 0, ?, ?, ?, 'PUT', 1, ?, ?)""", """
                insert into entity (type, id, unit_id, sight, case_id, version, body, author, commit_seq)
                values (?, ?, ?, ?, ?, 1, '{}', gen_random_uuid(), 1)""")) {
            try (PreparedStatement row = db.prepareStatement(insert)) {
                row.setString(1, type);
                row.setObject(2, thing.id());
                row.setObject(3, thing.unitId());
                row.setString(4, thing.sight());
                row.setObject(5, thing.caseId());
                row.execute();
            }
        }
        try (PreparedStatement row = db.prepareStatement("""
                insert into entity_version (type, id, version, unit_id, case_id, body, author, commit_seq)
                values (?, ?, 1, ?, ?, '{}', gen_random_uuid(), 1)""")) {
            row.setString(1, type);
            row.setObject(2, thing.id());
            row.setObject(3, thing.unitId());
            row.setObject(4, thing.caseId());
            row.execute();
        }
    }
}
