package se.trepart.local.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import se.trepart.local.vault.Keys;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Drafts in the sealed SQLite file; the key lies in the clear. */
final class SealedDrafts implements Drafts {

    private final Database database;
    private final Keys keys;
    private final Clock clock;

    SealedDrafts(Database database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void keep(String key, String text) {
        byte[] body = keys.seal(text.getBytes(UTF_8), name(key));
        database.write(handle -> handle.execute("""
                insert into draft (key, saved_at, body) values (?, ?, ?)
                on conflict (key) do update set saved_at = excluded.saved_at, body = excluded.body""", key, clock.millis(), body));
    }

    @Override
    public Optional<Draft> find(String key) {
        return database
                .read(handle -> handle.createQuery("select * from draft where key = ?").bind(0, key).map((row, _) -> open(row)).findOne());
    }

    @Override
    public List<Draft> startingWith(String prefix) {
        return database.read(handle -> handle
                .createQuery("select * from draft where substr(key, 1, length(:prefix)) = :prefix order by saved_at desc, key")
                .bind("prefix", prefix)
                .map((row, _) -> open(row))
                .list());
    }

    @Override
    public void discard(String key) {
        database.write(handle -> handle.execute("delete from draft where key = ?", key));
    }

    private Draft open(ResultSet row) throws SQLException {
        String key = row.getString("key");
        return new Draft(key, new String(keys.open(row.getBytes("body"), name(key)), UTF_8), Instant.ofEpochMilli(row.getLong("saved_at")));
    }

    private static String name(String key) {
        return "draft|" + key;
    }
}
