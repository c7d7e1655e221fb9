package se.trepart.central.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import se.trepart.central.audit.AuditCheck;
import se.trepart.central.schema.WorkingFor;
import se.trepart.central.watch.UnackedPurges;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Checks the whole store against itself (granskning). Reads everything: minutes in a large one. */
final class StoreCheck {

    /**
     * What was checked.
     *
     * @param faults 0 when it holds
     * @param example where the first fault is, in ids and numbers only
     */
    record Finding(String what, long faults, String example) {}

    /** Each finds faults: how many, and one of them. */
    private static final Map<String, String> QUERIES = new java.util.LinkedHashMap<>();

    static {
        QUERIES.put("varje dokument har alla sina versioner, från 1 och uppåt", """
                select count(*), min(type || ' ' || id) from (
                    select e.type, e.id from entity e
                      left join (select type, id, count(*) as n, max(version) as top from entity_version group by type, id) v
                        on v.type = e.type and v.id = e.id
                     where v.n is distinct from e.version or v.top is distinct from e.version) wrong
                """);
        QUERIES.put("varje dokument är som sin sista version", """
                select count(*), min(e.type || ' ' || e.id) from entity e
                  join entity_version v on v.type = e.type and v.id = e.id and v.version = e.version
                 where v.body::text <> e.body::text or v.unit_id <> e.unit_id or v.commit_seq <> e.commit_seq
                """);
        QUERIES.put("ingen version saknas i flödet över golvet", """
                select count(*), min(v.commit_seq::text) from entity_version v, sync_head h
                 where v.commit_seq > h.floor and not exists (
                    select from change_log c where c.commit_seq = v.commit_seq and c.type = v.type and c.id = v.id)
                """);
        QUERIES.put("flödet går inte förbi sitt huvud", """
                select count(*), min(c.commit_seq::text) from change_log c, sync_head h where c.commit_seq > h.seq
                """);
        QUERIES.put("arbetsplatsernas operationer är i en följd utan luckor",
                """
                        select count(*), min(device_id::text) from (
                            select d.id as device_id from device d
                              left join (select device_id, count(*) as n, max(client_seq) as top from applied_op group by device_id) a on a.device_id = d.id
                             where coalesce(a.n, 0) <> d.last_client_seq or coalesce(a.top, 0) <> d.last_client_seq) wrong
                        """);
        QUERIES.put("bilagorna är vad deras kontrollsummor säger",
                """
                        select count(*), min(encode(b.sha256, 'hex')) from blob b
                         where sha256(coalesce((select string_agg(p.content, ''::bytea order by p.ord) from blob_part p where p.sha256 = b.sha256), ''::bytea))
                               <> b.sha256
                        """);
        QUERIES.put("alla bilagor som dokument hänvisar till finns", """
                select count(*), min(encode(r.sha256, 'hex')) from blob_reference r
                 where r.type <> 'CONFLICT' and not exists (select from blob b where b.sha256 = r.sha256)
                """);
    }

    private StoreCheck() {}

    static List<Finding> run(DataSource service) {
        List<Finding> findings = new ArrayList<>();
        Optional<AuditCheck.Break> broken = AuditCheck.run(service);
        findings.add(new Finding("granskningskedjan håller", broken.isPresent() ? 1 : 0,
                broken.map(b -> b.commitSeq() + "/" + b.ord() + " " + b.what()).orElse("")));
        findings.addAll(Jdbi.create(service).inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            db.execute("set transaction read only");
            WorkingFor.store(db);
            List<Finding> found = new ArrayList<>();
            QUERIES.forEach((what, query) -> found.add(find(db, what, query)));
            UnackedPurges.Found late = UnackedPurges.in(db);
            found.add(new Finding("alla arbetsplatser som förlorat en enhet har rensat den inom ett dygn", late.count(),
                    String.valueOf(late.device())));
            return found;
        }));
        return findings;
    }

    private static Finding find(Handle db, String what, String query) {
        return db.createQuery(query).map((row, _) -> new Finding(what, row.getLong(1), String.valueOf(row.getString(2)))).one();
    }
}
