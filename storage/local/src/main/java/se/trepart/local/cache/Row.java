package se.trepart.local.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.vault.Keys;
import se.trepart.model.Document;
import se.trepart.wire.Json;

import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One document as it lies in the file: its body sealed about its part, type, id and version, so that no row can be put in another's place.
 *
 * @param body empty when deleted
 */
record Row(Part part, About about, UUID unitId, @Nullable UUID caseId, long version, boolean deleted, String state, String date,
        byte[] body) {

    static final String COLUMNS = "type, id, unit_id, case_id, version, deleted, state, doc_date, body";
    static final String VALUES = ":type, :id, :unit, :case, :version, :deleted, :state, :date, :body";
    static final String REPLACE = """
            unit_id = excluded.unit_id, case_id = excluded.case_id, version = excluded.version, deleted = excluded.deleted, \
            state = excluded.state, doc_date = excluded.doc_date, body = excluded.body""";

    /** Which of the two states of a document. */
    enum Part {
        /** what the central store has sent */
        BASE,
        /** that with the user's own changes on top */
        OVERLAY
    }

    static Row of(Part part, Document document, UUID unitId, @Nullable UUID caseId, long version, JsonNode body, Keys keys) {
        About about = new About(document.documentType().name(), document.id());
        return new Row(part, about, unitId, caseId, version, false, document.documentState(), document.documentDate().toString(),
                keys.seal(Json.MAPPER.writeValueAsBytes(body), name(part, about, version)));
    }

    /** A document that is no longer here; its version stays so that it does not come back. */
    static Row gone(Part part, About about, UUID unitId, @Nullable UUID caseId, long version) {
        return new Row(part, about, unitId, caseId, version, true, "", LocalDate.EPOCH.toString(), new byte[0]);
    }

    /** @throws se.trepart.local.vault.SealBroken when somebody else has been at the file */
    JsonNode open(Keys keys) {
        return Json.MAPPER.readTree(keys.open(body, name(part, about, version)));
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bind("type", about.type())
                .bind("id", about.id())
                .bind("unit", unitId)
                .bind("case", caseId)
                .bind("version", version)
                .bind("deleted", deleted ? 1 : 0)
                .bind("state", state)
                .bind("date", date)
                .bind("body", body);
    }

    static Row map(Part part, boolean deleted, ResultSet row, StatementContext context) throws SQLException {
        ColumnMapper<UUID> id = context.findColumnMapperFor(UUID.class).orElseThrow();
        return new Row(part, new About(row.getString("type"), id.map(row, "id", context)), id.map(row, "unit_id", context),
                id.map(row, "case_id", context), row.getLong("version"), deleted, row.getString("state"), row.getString("doc_date"),
                row.getBytes("body"));
    }

    private static String name(Part part, About about, long version) {
        return part + "|" + about.type() + "|" + about.id() + "|" + version;
    }
}
