package se.trepart.local.cache;

import java.util.List;
import java.util.UUID;

import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;

import org.jdbi.v3.core.Handle;

/** Brings a store from before units had keys of their own to its units' keys, once (omförsegling). */
final class Resealing {

    private static final String DONE = "sealed_by_unit";

    private Resealing() {}

    static void run(Handle handle, UnitKeys keys) {
        boolean done = handle.createQuery("select exists (select 1 from meta where name = ?)").bind(0, DONE).mapTo(boolean.class).one();
        if (done) {
            return;
        }
        Keys device = keys.device();
        for (String table : List.of("base", "overlay", "arriving")) {
            String part = table.equals("overlay") ? "OVERLAY" : "BASE";
            reseal(handle, keys, table, row -> part + "|" + row.type + "|" + row.id + "|" + row.version, device);
        }
        reseal(handle, keys, "pending_entry", row -> EntryRows.name(row.type, row.id), device);
        handle.execute("insert into meta (name, value) values (?, 1)", DONE);
    }

    private record Old(long rowid, String type, UUID id, UUID unit, long version, byte[] body) {}

    private interface Naming {
        String of(Old row);
    }

    private static void reseal(Handle handle, UnitKeys keys, String table, Naming naming, Keys device) {
        try (Bulk update = new Bulk(handle, "update " + table + " set body = ? where rowid = ?")) {
            handle.createQuery("select rowid, type, id, unit_id, version, body from " + table + " where length(body) > 0")
                    .map((row, _) -> new Old(row.getLong(1), row.getString(2), Bulk.uuid(row.getBytes(3)), Bulk.uuid(row.getBytes(4)),
                            row.getLong(5), row.getBytes(6)))
                    .list()
                    .forEach(row -> {
                        String name = naming.of(row);
                        update.run(keys.sealing(handle, row.unit).seal(device.open(row.body, name), name), row.rowid);
                    });
        }
    }
}
