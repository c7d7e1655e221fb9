package se.trepart.local.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import se.trepart.local.vault.Keys;
import se.trepart.wire.Json;

import org.jdbi.v3.core.statement.StatementContext;

/** Set-aside files in the sealed SQLite file: name and origin are sealed too, because people name files after people. */
final class SealedSetAside implements SetAside {

    private record Label(String name, String origin, List<String> faults) {}

    private final Database database;
    private final Keys keys;

    SealedSetAside(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void put(File file) {
        byte[] about = Json.MAPPER.writeValueAsBytes(new Label(file.name(), file.origin(), file.faults()));
        database.write(handle -> handle.createUpdate("""
                insert into set_aside (id, at, about, content) values (:id, :at, :about, :content)
                on conflict (id) do update set at = excluded.at, about = excluded.about, content = excluded.content""")
                .bind("id", file.id())
                .bind("at", file.at().toEpochMilli())
                .bind("about", keys.seal(about, "about|" + file.id()))
                .bind("content", keys.seal(file.content(), "content|" + file.id()))
                .execute());
    }

    @Override
    public List<File> all() {
        return database.read(handle -> handle.createQuery("select * from set_aside order by at, id").map(this::open).list());
    }

    @Override
    public void remove(UUID id) {
        database.write(handle -> handle.execute("delete from set_aside where id = ?", id));
    }

    private File open(ResultSet row, StatementContext context) throws SQLException {
        UUID id = context.findColumnMapperFor(UUID.class).orElseThrow().map(row, "id", context);
        Label label = Json.MAPPER.readValue(keys.open(row.getBytes("about"), "about|" + id), Label.class);
        return new File(id, label.name, label.origin, keys.open(row.getBytes("content"), "content|" + id), label.faults,
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
