package se.trepart.central.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Snapshots in PostgreSQL, in parts of one megabyte, so that every node of the service has them and no case data lies in a file. */
public final class PgSnapshotShelf implements SnapshotShelf {

    private static final int PART = 1 << 20;
    private static final int KEPT = 2;

    private final Jdbi jdbi;

    public PgSnapshotShelf(DataSource service) {
        jdbi = Jdbi.create(service);
        jdbi.registerArrayType(UUID.class, "uuid");
    }

    @Override
    public Optional<Shelved> put(UUID unit, Writer writer) {
        return jdbi.inTransaction(db -> {
            // the build reads on another connection meanwhile
            db.execute("set local idle_in_transaction_session_timeout = 0");
            boolean mine = db.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:unit, 1))")
                    .bind("unit", unit.toString())
                    .mapTo(Boolean.class)
                    .one();
            return mine ? Optional.of(build(db, unit, writer)) : Optional.empty();
        });
    }

    private static Shelved build(Handle db, UUID unit, Writer writer) {
        UUID id = UUID.randomUUID();
        Parts parts = new Parts(db, id);
        MessageDigest digest = sha256();
        Contents contents;
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(parts, digest), PART)) {
            contents = writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shelved shelved = new Shelved(id, unit, contents, parts.bytes, HexFormat.of().formatHex(digest.digest()));
        db.createUpdate("""
                insert into snapshot (id, unit_id, epoch, seq, documents, bytes, sha256, left_out)
                values (:id, :unit, :epoch, :seq, :documents, :bytes, :sha256, :leftOut)
                """)
                .bind("id", id)
                .bind("unit", unit)
                .bind("epoch", contents.epoch())
                .bind("seq", contents.seq())
                .bind("documents", contents.documents())
                .bind("bytes", shelved.bytes())
                .bind("sha256", shelved.sha256())
                .bindArray("leftOut", UUID.class, List.copyOf(contents.leftOut()))
                .execute();
        db.execute("""
                delete from snapshot where unit_id = ? and id not in
                    (select id from snapshot where unit_id = ? order by built_at desc, seq desc limit ?)
                """, unit, unit, KEPT);
        return shelved;
    }

    @Override
    public List<Shelved> list() {
        return jdbi.withHandle(db -> db
                .createQuery(
                        "select id, unit_id, epoch, seq, documents, bytes, sha256, left_out from snapshot order by built_at desc, seq desc")
                .map(PgSnapshotShelf::row)
                .list());
    }

    @Override
    public void copy(Shelved snapshot, long from, long to, OutputStream out) throws IOException {
        // a part at a time: nobody who reads slowly holds a connection
        for (long at = from; at < to;) {
            int ord = Math.toIntExact(at / PART);
            byte[] part = jdbi.withHandle(db -> db.createQuery("select content from snapshot_part where snapshot_id = :id and ord = :ord")
                    .bind("id", snapshot.id())
                    .bind("ord", ord)
                    .mapTo(byte[].class)
                    .findOne()
                    .orElse(new byte[0]));
            int offset = Math.toIntExact(at % PART);
            int length = Math.toIntExact(Math.min(part.length - offset, to - at));
            if (length <= 0) {
                throw new IOException("the snapshot was replaced");
            }
            out.write(part, offset, length);
            at += length;
        }
    }

    private static Shelved row(ResultSet row, @SuppressWarnings("unused") StatementContext context) throws SQLException {
        Contents contents = new Contents(row.getObject("epoch", UUID.class), row.getLong("seq"), row.getLong("documents"),
                Set.of((UUID[]) row.getArray("left_out").getArray()));
        return new Shelved(row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class), contents, row.getLong("bytes"),
                row.getString("sha256"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Cuts what is written into parts of the same length, the last one shorter. */
    private static final class Parts extends OutputStream {

        private final Handle db;
        private final UUID id;
        private final byte[] part = new byte[PART];
        private int filled;
        private int ord;
        private long bytes;

        Parts(Handle db, UUID id) {
            this.db = db;
            this.id = id;
        }

        @Override
        public void write(int b) {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            for (int done = 0; done < length;) {
                int some = Math.min(length - done, PART - filled);
                System.arraycopy(from, offset + done, part, filled, some);
                filled += some;
                done += some;
                if (filled == PART) {
                    store();
                }
            }
            bytes += length;
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            db.execute("insert into snapshot_part (snapshot_id, ord, content) values (?, ?, ?)", id, ord++,
                    filled == PART ? part : java.util.Arrays.copyOf(part, filled));
            filled = 0;
        }
    }
}
