package se.trepart.central.blob;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Attachments in PostgreSQL, in parts of one megabyte. See schema/V11__blobs.sql. */
public final class PgBlobShelf implements BlobShelf {

    private static final int PART = 1_000_000;

    private final Jdbi jdbi;

    public PgBlobShelf(DataSource service) {
        jdbi = Jdbi.create(service);
        jdbi.registerArrayType(UUID.class, "uuid");
    }

    @Override
    public Optional<Integer> size(String sha256, Set<UUID> units) {
        return jdbi.withHandle(db -> db.createQuery("""
                select size from blob b where sha256 = :sha256
                   and exists (select from blob_unit u where u.sha256 = b.sha256 and u.unit_id = any(:units))
                """).bind("sha256", bytes(sha256)).bindArray("units", UUID.class, List.copyOf(units)).mapTo(Integer.class).findOne());
    }

    @Override
    public Optional<Upload> upload(String sha256, UUID staffId) {
        return jdbi.withHandle(db -> upload(db, sha256, staffId, ""));
    }

    @Override
    public Optional<Upload> add(String sha256, UUID staffId, UUID unit, int size, int from, byte[] piece, Instant now) {
        byte[] hash = bytes(sha256);
        return jdbi.inTransaction(db -> {
            if (from == 0) {
                // begun with another length: only one of them can be right
                db.execute("delete from blob_upload where sha256 = ? and staff_id = ? and size <> ?", hash, staffId, size);
            }
            db.execute("insert into blob_upload (sha256, staff_id, size, begun_at) values (?, ?, ?, ?) on conflict do nothing", hash,
                    staffId, size, now);
            Upload before = upload(db, sha256, staffId, " for update").orElseThrow();
            if (before.size() != size || before.received() != from) {
                return Optional.of(before);
            }
            int received = from + piece.length;
            db.execute("insert into blob_upload_part (sha256, staff_id, from_byte, content) values (?, ?, ?, ?)", hash, staffId, from,
                    piece);
            db.execute("update blob_upload set received = ? where sha256 = ? and staff_id = ?", received, hash, staffId);
            boolean whole = received < size || complete(db, hash, staffId, unit, size, now);
            return whole ? Optional.of(new Upload(size, received)) : Optional.empty();
        });
    }

    private static boolean complete(Handle db, byte[] hash, UUID staffId, UUID unit, int size, Instant now) {
        boolean right = db.createQuery("""
                select sha256(string_agg(content, ''::bytea order by from_byte)) = :sha256 from blob_upload_part
                 where sha256 = :sha256 and staff_id = :staff
                """).bind("sha256", hash).bind("staff", staffId).mapTo(Boolean.class).one();
        if (right) {
            int made = db.execute("insert into blob (sha256, size, unreferenced_since) values (?, ?, ?) on conflict do nothing", hash, size,
                    now);
            if (made > 0) {
                db.createUpdate("""
                        insert into blob_part (sha256, ord, content)
                            select :sha256, n, substring(whole from n * :part + 1 for :part)
                              from (select string_agg(content, ''::bytea order by from_byte) as whole from blob_upload_part
                                     where sha256 = :sha256 and staff_id = :staff) all_of_it, generate_series(0, (:size - 1) / :part) n
                        """).bind("sha256", hash).bind("staff", staffId).bind("part", PART).bind("size", size).execute();
            }
            db.execute("insert into blob_unit (sha256, unit_id) values (?, ?) on conflict do nothing", hash, unit);
        }
        db.execute("delete from blob_upload where sha256 = ? and staff_id = ?", hash, staffId);
        return right;
    }

    @Override
    public byte[] read(String sha256, int from, int to) {
        byte[] part = jdbi.withHandle(db -> db.createQuery("select content from blob_part where sha256 = :sha256 and ord = :ord")
                .bind("sha256", bytes(sha256))
                .bind("ord", from / PART)
                .mapTo(byte[].class)
                .findOne()
                .orElse(new byte[0]));
        int offset = from % PART;
        return offset >= part.length ? new byte[0] : Arrays.copyOfRange(part, offset, Math.min(part.length, offset + to - from));
    }

    @Override
    public void touch(String sha256, Instant now) {
        jdbi.useHandle(db -> db.execute("update blob set unreferenced_since = ? where sha256 = ? and unreferenced_since is not null", now,
                bytes(sha256)));
    }

    @Override
    public int sweep(Instant now, Instant unreferencedBefore, Instant begunBefore) {
        return jdbi.inTransaction(db -> {
            db.execute("delete from blob_upload where begun_at < ?", begunBefore);
            db.execute("""
                    update blob b set unreferenced_since = case when unreferenced_since is null then ?::timestamptz end
                     where (unreferenced_since is null) <> exists (select from blob_reference r where r.sha256 = b.sha256)
                    """, now);
            return db.execute("""
                    delete from blob b where unreferenced_since < ?
                       and not exists (select from blob_reference r where r.sha256 = b.sha256)
                    """, unreferencedBefore);
        });
    }

    private static Optional<Upload> upload(Handle db, String sha256, UUID staffId, String lock) {
        return db.createQuery("select size, received from blob_upload where sha256 = :sha256 and staff_id = :staff" + lock)
                .bind("sha256", bytes(sha256))
                .bind("staff", staffId)
                .map((row, _) -> new Upload(row.getInt(1), row.getInt(2)))
                .findOne();
    }

    private static byte[] bytes(String sha256) {
        return HexFormat.of().parseHex(sha256);
    }
}
