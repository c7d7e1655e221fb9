package se.trepart.local.cache;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;

import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.wire.Fields;
import se.trepart.wire.Operation;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * File contents in the sealed SQLite file, and their way to and from the central store (bilagor). Until the central store has all of a file
 * it lies under the workstation's own key, as everything unsent does; then under its unit's.
 */
public final class Attachments implements Blobs {

    private static final String REFERENCE = "Sha256";

    /**
     * A file that the central store does not have.
     *
     * @param content all of it
     */
    public record Unsent(String sha256, UUID unitId, byte[] content) {}

    private record Kept(byte[] body, @Nullable UUID unit, boolean sent) {}

    private final Database database;
    private final UnitKeys keys;

    Attachments(Database database, UnitKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public String put(UUID unitId, byte[] content) {
        String sha256 = sha256(content);
        byte[] body = keys.device().seal(content, name(sha256));
        database.write(handle -> handle.execute("insert into blob (sha256, body, unit_id, sent) values (?, ?, ?, 0) on conflict do nothing",
                sha256, body, unitId));
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return database.read(handle -> kept(handle, sha256)).filter(this::readable).map(kept -> open(kept, sha256));
    }

    private static Optional<Kept> kept(Handle handle, String sha256) {
        return handle.createQuery("select * from blob where sha256 = ?").bind(0, sha256).map((row, _) -> kept(row)).findOne();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        byte[] unit = row.getBytes("unit_id");
        return new Kept(row.getBytes("body"), unit == null ? null : Bulk.uuid(unit), row.getInt("sent") == 1);
    }

    private boolean readable(Kept kept) {
        return !kept.sent || kept.unit == null || keys.readable(kept.unit);
    }

    private byte[] open(Kept kept, String sha256) {
        return (kept.sent && kept.unit != null ? keys.of(kept.unit) : keys.device()).open(kept.body, name(sha256));
    }

    /** Hands over, for every file that could be opened now, its name and the opening. */
    void forEach(Handle handle, BiConsumer<String, Runnable> check) {
        handle.createQuery("select sha256 from blob")
                .mapTo(String.class)
                .list()
                .forEach(sha256 -> kept(handle, sha256).filter(this::readable)
                        .ifPresent(kept -> check.accept(sha256, () -> open(kept, sha256))));
    }

    /** The files that an operation names: fields whose name ends in {@code Sha256}. */
    public static Set<String> namedIn(Operation operation) {
        Set<String> named = new TreeSet<>();
        operation.patch().forEach((path, change) -> add(named, path, change.after()));
        JsonNode body = operation.body();
        if (body != null && body.isObject()) {
            Fields.of(body).forEach((path, text) -> {
                if (path.endsWith(REFERENCE) && text.length() > 2) {
                    named.add(text.substring(1, text.length() - 1));
                }
            });
        }
        return named;
    }

    private static void add(Set<String> named, String path, @Nullable JsonNode value) {
        if (path.endsWith(REFERENCE) && value != null && value.isString() && !value.asString().isEmpty()) {
            named.add(value.asString());
        }
    }

    /** Whether there is anything to send at all; most often there is not, and then no operation need be looked into. */
    public boolean anyUnsent() {
        return database.read(handle -> handle.createQuery("select exists (select 1 from blob where sent = 0 and unit_id is not null)")
                .mapTo(boolean.class)
                .one());
    }

    /** The file, when it is here and not with the central store. */
    public Optional<Unsent> unsent(String sha256) {
        return database.read(handle -> kept(handle, sha256))
                .flatMap(kept -> kept.sent || kept.unit == null
                        ? Optional.empty()
                        : Optional.of(new Unsent(sha256, kept.unit, open(kept, sha256))));
    }

    /** The central store has all of the file, or will not have it. */
    public void sent(Unsent file) {
        database.write(handle -> {
            if (!keys.locked().contains(file.unitId())) {
                handle.execute("update blob set body = ?, sent = 1 where sha256 = ?",
                        keys.sealing(handle, file.unitId()).seal(file.content(), name(file.sha256())), file.sha256());
            }
            return true;
        });
    }

    /** How much of a file has come. */
    public long fetched(String sha256) {
        return database
                .read(handle -> handle.createQuery("select coalesce(max(start + length(body) - 28), 0) from blob_part where sha256 = ?")
                        .bind(0, sha256)
                        .mapTo(long.class)
                        .one());
    }

    /** Keeps a part of a file on its way here, sealed. */
    public void keep(UUID unitId, String sha256, long start, byte[] part) {
        database.write(
                handle -> handle.execute("insert into blob_part (sha256, unit_id, start, body) values (?, ?, ?, ?) on conflict do nothing",
                        sha256, unitId, start, keys.sealing(handle, unitId).seal(part, partName(sha256, start))));
    }

    /** Puts the parts together. Empty when they are not what the file's name says: then they are removed. */
    public Optional<byte[]> complete(UUID unitId, String sha256) {
        return database.write(handle -> {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            Keys unit = keys.sealing(handle, unitId);
            handle.createQuery("select start, body from blob_part where sha256 = ? order by start")
                    .bind(0, sha256)
                    .map((row, _) -> unit.open(row.getBytes("body"), partName(sha256, row.getLong("start"))))
                    .forEach(content::writeBytes);
            handle.execute("delete from blob_part where sha256 = ?", sha256);
            byte[] whole = content.toByteArray();
            if (!sha256(whole).equals(sha256)) {
                return Optional.empty();
            }
            handle.execute("insert into blob (sha256, body, unit_id, sent) values (?, ?, ?, 1) on conflict do nothing", sha256,
                    unit.seal(whole, name(sha256)), unitId);
            return Optional.of(whole);
        });
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(String sha256) {
        return "blob|" + sha256;
    }

    private static String partName(String sha256, long start) {
        return "blob-part|" + sha256 + "|" + start;
    }
}
