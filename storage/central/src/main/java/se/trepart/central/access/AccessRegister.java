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

import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The access register (behörighetsregister): the STAFF documents as tables that a query can join, written with them. */
public final class AccessRegister {

    private static final String SELECT = """
            select s.id, s.active, s.roles, array(select unit_id from staff_unit u where u.staff_id = s.id) as units from staff s
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

    /** Makes the register say what the document says, and logs which units were gained and lost. */
    public void reflect(Staff staff, long commitSeq) {
        Set<UUID> before = find(staff.id()).map(StaffAccess::readableUnits).orElse(Set.of());
        db.createUpdate("""
                insert into staff (id, subject, active, roles) values (:id, :subject, :active, :roles)
                on conflict (id) do update set subject = excluded.subject, active = excluded.active, roles = excluded.roles
                """)
                .bind("id", staff.id())
                .bind("subject", staff.subject())
                .bind("active", staff.active())
                .bindArray("roles", String.class, staff.roles().stream().map(Role::name).toList())
                .execute();
        db.execute("delete from staff_unit where staff_id = ?", staff.id());
        for (UUID unit : new HashSet<>(staff.units())) {
            db.execute("insert into staff_unit (staff_id, unit_id) values (?, ?)", staff.id(), unit);
        }
        Set<UUID> after = find(staff.id()).map(StaffAccess::readableUnits).orElse(Set.of());
        log(staff.id(), commitSeq, true, minus(after, before));
        log(staff.id(), commitSeq, false, minus(before, after));
    }

    public List<UUID> changes(UUID staffId, boolean gained, long since, long to) {
        return db.createQuery("""
                select distinct unit_id from access_log
                 where staff_id = :staff and gained = :gained and commit_seq > :since and commit_seq <= :to
                """).bind("staff", staffId).bind("gained", gained).bind("since", since).bind("to", to).mapTo(UUID.class).list();
    }

    private void log(UUID staffId, long commitSeq, boolean gained, Collection<UUID> units) {
        for (UUID unit : units) {
            db.execute("insert into access_log (commit_seq, staff_id, unit_id, gained) values (?, ?, ?, ?)", commitSeq, staffId, unit,
                    gained);
        }
    }

    private static Set<UUID> minus(Set<UUID> all, Set<UUID> without) {
        return all.stream().filter(unit -> !without.contains(unit)).collect(Collectors.toSet());
    }

    private static StaffAccess row(ResultSet row, StatementContext context) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(Collectors.toSet());
        return new StaffAccess(row.getObject("id", UUID.class), row.getBoolean("active"), roles,
                Set.of((UUID[]) row.getArray("units").getArray()));
    }
}
