package se.trepart.local.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.sql.Bulk;
import se.trepart.local.vault.Keys;
import se.trepart.model.Document;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Json;

import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One document as it lies in the file: its body sealed about its part, type, id and version, so that no row can be put in another's place.
 *
 * @param body empty when not here
 */
record Row(Part part, About about, UUID unitId, @Nullable UUID caseId, long version, Presence presence, String state, String date,
        byte[] body) {

    static final String COLUMNS = "type, id, unit_id, case_id, version, deleted, state, doc_date, body";
    static final String DEFINITION = """
            type text not null, id blob not null, unit_id blob not null, case_id blob, version integer not null, deleted integer not null,
            state text not null, doc_date text not null, body blob not null, primary key (type, id)""";
    static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?";
    static final String REPLACE = """
            unit_id = excluded.unit_id, case_id = excluded.case_id, deleted = excluded.deleted, \
            state = excluded.state, doc_date = excluded.doc_date, body = excluded.body""";

    /** Whether the document is here; in this order in the file. */
    enum Presence {
        HERE,
        /** removed for everybody: never comes back in a version that is not higher */
        REMOVED,
        /** not this workstation's any more: may come back as it was */
        LEFT
    }

    /** Which of the two states of a document. */
    enum Part {
        /** what the central store has sent */
        BASE,
        /** that with the user's own changes on top */
        OVERLAY
    }

    static Row of(Part part, Document document, UUID unitId, @Nullable UUID caseId, long version, JsonNode body, Keys keys) {
        About about = new About(document.documentType().name(), document.id());
        return new Row(part, about, unitId, caseId, version, Presence.HERE, document.documentState(), document.documentDate().toString(),
                keys.seal(Json.MAPPER.writeValueAsBytes(body), name(part, about, version)));
    }

    /** A document that is no longer here; its version stays so that it does not come back. */
    static Row gone(Part part, About about, UUID unitId, @Nullable UUID caseId, long version, Presence presence) {
        return new Row(part, about, unitId, caseId, version, presence, "", LocalDate.EPOCH.toString(), new byte[0]);
    }

    /** @throws se.trepart.local.vault.SealBroken when somebody else has been at the file */
    JsonNode open(Keys keys) {
        return Json.MAPPER.readTree(opened(keys));
    }

    /** @throws se.trepart.local.vault.SealBroken when somebody else has been at the file */
    Document document(Keys keys) {
        return DocumentJson.read(about.type(), opened(keys)).orElseThrow();
    }

    private byte[] opened(Keys keys) {
        return keys.open(body, name(part, about, version));
    }

    /** @param statement with {@link #VALUES} */
    void write(Bulk statement) {
        statement.run(about.type(), about.id(), unitId, caseId, version, presence.ordinal(), state, date, body);
    }

    boolean deleted() {
        return presence != Presence.HERE;
    }

    static Row map(Part part, Presence presence, ResultSet row, StatementContext context) throws SQLException {
        ColumnMapper<UUID> id = context.findColumnMapperFor(UUID.class).orElseThrow();
        return new Row(part, new About(row.getString("type"), id.map(row, "id", context)), id.map(row, "unit_id", context),
                id.map(row, "case_id", context), row.getLong("version"), presence, row.getString("state"), row.getString("doc_date"),
                row.getBytes("body"));
    }

    private static String name(Part part, About about, long version) {
        return part + "|" + about.type() + "|" + about.id() + "|" + version;
    }
}
