package se.trepart.central.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.central.access.AccessChange.Kind;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The access register (behörighetsregister): the STAFF documents as tables that a query can join, written with them. */
public final class AccessRegister {

    private static final String SELECT = """
            select s.id, s.active, s.roles, array(select unit_id from staff_unit u where u.staff_id = s.id) as units,
                   array(select case_id from named_handler n where n.staff_id = s.id) as cases
              from staff s
            """;

    private final Handle db;

    public AccessRegister(Handle db) {
        this.db = db;
    }

    public Optional<StaffAccess> find(UUID staffId) {
        return db.createQuery(SELECT + "where s.id = :id").bind("id", staffId).map(AccessRegister::row).findOne();
    }

    /** As {@link #find}, and nobody changes it before the transaction has ended. */
    public Optional<StaffAccess> hold(UUID staffId) {
        return db.createQuery(SELECT + "where s.id = :id for share of s").bind("id", staffId).map(AccessRegister::row).findOne();
    }

    /** Waits until nobody works under these people's rights as they were. */
    public void lock(Collection<UUID> staffIds) {
        db.createQuery("select id from staff where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, List.copyOf(staffIds))
                .mapTo(UUID.class)
                .list();
    }

    public Optional<StaffAccess> bySubject(String subject) {
        return db.createQuery(SELECT + "where s.subject = :subject and s.active")
                .bind("subject", subject)
                .map(AccessRegister::row)
                .findOne();
    }

    /** Makes the register say what the document says. */
    public void reflect(Staff staff) {
        db.createUpdate("""
                insert into staff (id, subject, active, roles) values (:id, :subject, :active, :roles)
                on conflict (id) do update set subject = excluded.subject, active = excluded.active, roles = excluded.roles
                """)
                .bind("id", staff.id())
                .bind("subject", staff.subject())
                .bind("active", staff.active())
                .bindArray("roles", String.class, staff.roles().stream().map(Role::name).toList())
                .execute();
        StaffAccess access = StaffAccess.of(staff);
        replace("staff_unit", "unit_id", staff.id(), access.units());
        replace("named_handler", "case_id", staff.id(), access.protectedCases());
    }

    /** Logs the changes; what lay sealed under a unit's key on a workstation stays sealed when the unit is lost. */
    public void log(Collection<AccessChange> changes, long commitSeq) {
        for (AccessChange change : changes) {
            db.execute("insert into access_log (commit_seq, staff_id, kind, unit_id, case_id) values (?, ?, ?, ?, ?)", commitSeq,
                    change.staffId(), change.kind().name(), change.unitId(), change.caseId());
            if (change.kind() == Kind.LOST) {
                db.execute("delete from lease_key where unit_id = ? and device_id in (select id from device where staff_id = ?)",
                        change.unitId(), change.staffId());
            }
        }
    }

    /** Units that the person gained (or lost) in (since, to]. */
    public List<UUID> changes(UUID staffId, boolean gained, long since, long to) {
        return db.createQuery("""
                select distinct unit_id from access_log
                 where staff_id = :staff and kind = :kind and commit_seq > :since and commit_seq <= :to
                """)
                .bind("staff", staffId)
                .bind("kind", gained ? Kind.GAINED : Kind.LOST)
                .bind("since", since)
                .bind("to", to)
                .mapTo(UUID.class)
                .list();
    }

    /** Everything that has ever been withdrawn from the person. */
    public Withdrawn withdrawn(UUID staffId) {
        Set<UUID> units = new HashSet<>();
        Set<UUID> cases = new HashSet<>();
        db.createQuery("select unit_id, case_id from access_log where staff_id = :staff and kind <> 'GAINED'")
                .bind("staff", staffId)
                .map((row, _) -> row.getObject("unit_id", UUID.class) == null
                        ? cases.add(row.getObject("case_id", UUID.class))
                        : units.add(row.getObject("unit_id", UUID.class)))
                .list();
        return new Withdrawn(units, cases);
    }

    private void replace(String table, String column, UUID staffId, Collection<UUID> values) {
        db.execute("delete from " + table + " where staff_id = ?", staffId);
        for (UUID value : values) {
            db.execute("insert into " + table + " (staff_id, " + column + ") values (?, ?)", staffId, value);
        }
    }

    private static StaffAccess row(ResultSet row, StatementContext context) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(Collectors.toSet());
        return new StaffAccess(row.getObject("id", UUID.class), row.getBoolean("active"), roles,
                Set.of((UUID[]) row.getArray("units").getArray()), Set.of((UUID[]) row.getArray("cases").getArray()));
    }
}
