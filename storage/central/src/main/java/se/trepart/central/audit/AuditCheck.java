package se.trepart.central.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;

import se.trepart.central.schema.WorkingFor;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Recomputes the whole audit chain from its beginning and compares it with what the documents' versions say (granskning). */
public final class AuditCheck {

    /** The first place where the chain does not hold. */
    public record Break(long commitSeq, int ord, String what) {}

    private record Row(long commitSeq, int ord, String entry, byte[] previous, byte[] hash) {}

    private AuditCheck() {}

    /** Empty when everything holds. */
    public static Optional<Break> run(DataSource source) {
        return Jdbi.create(source).inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            db.execute("set transaction read only");
            WorkingFor.store(db);
            return chain(db).or(() -> content(db)).or(() -> checkpoints(db));
        });
    }

    private static Optional<Break> chain(Handle db) {
        AtomicReference<byte[]> previous = new AtomicReference<>(new byte[AuditChain.HASH_BYTES]);
        try (Stream<Row> rows = db.createQuery("select commit_seq, ord, entry, prev_hash, hash from audit order by commit_seq, ord")
                .setFetchSize(1_000)
                .map((row, _) -> new Row(row.getLong(1), row.getInt(2), row.getString(3), row.getBytes(4), row.getBytes(5)))
                .stream()) {
            Optional<Break> broken = rows.flatMap(row -> {
                byte[] was = previous.getAndSet(row.hash);
                boolean holds = Arrays.equals(was, row.previous) && Arrays.equals(AuditChain.next(was, row.entry), row.hash);
                return holds ? Stream.<Break>empty() : Stream.of(new Break(row.commitSeq, row.ord, "hash"));
            }).findFirst();
            if (broken.isPresent()) {
                return broken;
            }
        }
        byte[] head = db.createQuery("select chain_hash from sync_head").mapTo(byte[].class).one();
        return Arrays.equals(head, previous.get()) ? Optional.empty() : Optional.of(new Break(0, 0, "head"));
    }

    /** Every signed head is a head that the chain has had. */
    private static Optional<Break> checkpoints(Handle db) {
        return db.createQuery("""
                select c.seq from checkpoint c
                 where c.hash is distinct from coalesce((select a.hash from audit a where a.commit_seq <= c.seq
                                                          order by a.commit_seq desc, a.ord desc limit 1), decode(repeat('00', 32), 'hex'))
                 order by c.seq limit 1
                """).mapTo(Long.class).findFirst().map(seq -> new Break(seq, 0, "checkpoint"));
    }

    /** One entry for every version, and the version's content as the entry says; what is no document has no version. */
    private static Optional<Break> content(Handle db) {
        try (Stream<Optional<Break>> rows = db.createQuery("""
                select v.commit_seq, a.ord, v.body, a.content from entity_version v
                  full join (select commit_seq, ord, entry::json ->> 'type' as type, (entry::json ->> 'id')::uuid as id,
                                    (entry::json ->> 'version')::bigint as version, entry::json ->> 'content' as content
                               from audit where entry::json ->> 'event' is null) a
                    on a.type = v.type and a.id = v.id and a.version = v.version and a.commit_seq = v.commit_seq
                """).setFetchSize(1_000).map((row, _) -> {
            String body = row.getString(3);
            String content = row.getString(4);
            boolean holds = body != null && content != null
                    && HexFormat.of().formatHex(AuditChain.hash(Json.canonical(Json.MAPPER.readTree(body)))).equals(content);
            return holds ? Optional.<Break>empty() : Optional.of(new Break(row.getLong(1), row.getInt(2), "content"));
        }).stream()) {
            return rows.flatMap(Optional::stream).findFirst();
        }
    }
}
