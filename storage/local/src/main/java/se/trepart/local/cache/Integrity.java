package se.trepart.local.cache;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import se.trepart.local.cache.Row.Part;
import se.trepart.local.outbox.OutboxTable;
import se.trepart.local.outbox.OutboxTable.About;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.SealBroken;
import se.trepart.local.vault.Vault;
import se.trepart.wire.DocumentJson.UnreadableDocument;

import org.jdbi.v3.core.Handle;
import tools.jackson.core.JacksonException;

/** Looks through a whole store for damage (kontroll av lokalt förråd). Changes nothing. */
public final class Integrity {

    /**
     * Something that is not as it must be.
     *
     * @param where table and key; never personal data
     */
    public record Finding(Kind kind, String where) {}

    /** What can be wrong. */
    public enum Kind {
        /** the file itself is damaged */
        FILE,
        /** what was sealed has been changed or moved */
        SEAL,
        /** it opens, but is not what it should be */
        CONTENT,
        /** an operation's number is missing: something saved was lost */
        MISSING_OPERATION,
        /** what the user sees is not what was fetched with what was saved on top */
        OVERLAY
    }

    private final Keys keys;
    private final UnitKeys unitKeys;
    private final OutboxTable outbox;
    private final DocumentTable table;
    private final List<Finding> findings = new ArrayList<>();

    private Integrity(Keys keys) {
        this.keys = keys;
        this.outbox = new OutboxTable(keys);
        this.unitKeys = new UnitKeys(keys);
        this.table = new DocumentTable(unitKeys, outbox);
    }

    /**
     * Everything that is wrong; empty when the store is whole.
     *
     * @throws StoreInUse when a running program holds the store
     * @throws se.trepart.local.vault.VaultProblem when the keys cannot be had
     */
    public static List<Finding> check(Path folder, Vault vault) {
        Keys keys = vault.unlock();
        try (Database database = Database.open(folder, Migrations.SHIPPED)) {
            LocalStore.checkKeys(database, keys);
            return database.read(handle -> new Integrity(keys).check(database, handle));
        }
    }

    private List<Finding> check(Database database, Handle handle) {
        unitKeys.load(handle);
        handle.createQuery("pragma quick_check")
                .mapTo(String.class)
                .list()
                .stream()
                .filter(line -> !line.equals("ok"))
                .forEach(line -> findings.add(new Finding(Kind.FILE, line)));
        outbox.missing(handle).forEach(number -> findings.add(new Finding(Kind.MISSING_OPERATION, "operation " + number)));
        boolean readable = opens("outbox", () -> outbox.all(handle));
        for (Part part : Part.values()) {
            for (Row row : table.all(handle, part)) {
                // what is locked can be looked through when the central store has been reached
                if (!row.deleted() && unitKeys.readable(row.unitId())) {
                    opens(name(part, row.about()), () -> table.open(row));
                }
            }
        }
        if (readable) {
            compareOverlays(handle);
        }
        drafts(handle);
        new Attachments(database, unitKeys).forEach(handle, (sha256, opening) -> opens("blob " + sha256, opening));
        return findings;
    }

    /** What the user sees must be what can be made anew from what was fetched and what was saved. */
    private void compareOverlays(Handle handle) {
        Map<About, Row> overlays = DocumentTable.byDocument(table.all(handle, Part.OVERLAY));
        Set<About> documents = new LinkedHashSet<>(overlays.keySet());
        documents.addAll(outbox.withChanges(handle));
        for (About about : documents) {
            Optional<Row> base = table.find(handle, Part.BASE, about);
            if (base.isPresent() && !unitKeys.readable(base.get().unitId())
                    || overlays.containsKey(about) && !unitKeys.readable(overlays.get(about).unitId())) {
                continue;
            }
            opens(name(Part.OVERLAY, about), () -> {
                Optional<Row> made = table.overlay(handle, base, outbox.onTopOf(handle, about, base.map(Row::version).orElse(0L)));
                if (!same(made, Optional.ofNullable(overlays.get(about)))) {
                    findings.add(new Finding(Kind.OVERLAY, name(Part.OVERLAY, about)));
                }
            });
        }
    }

    private boolean same(Optional<Row> one, Optional<Row> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        Row a = one.get();
        Row b = other.get();
        return a.unitId().equals(b.unitId()) && a.version() == b.version() && a.deleted() == b.deleted() && a.state().equals(b.state())
                && a.date().equals(b.date()) && (a.deleted() || table.open(a).body().equals(table.open(b).body()));
    }

    private void drafts(Handle handle) {
        handle.createQuery("select key, body from draft")
                .map((row, _) -> Map.entry(row.getString("key"), row.getBytes("body")))
                .list()
                .forEach(row -> opens("draft " + row.getKey(), () -> keys.open(row.getValue(), "draft|" + row.getKey())));
    }

    private boolean opens(String where, Runnable opening) {
        try {
            opening.run();
            return true;
        } catch (SealBroken broken) {
            findings.add(new Finding(Kind.SEAL, where));
        } catch (UnreadableDocument | JacksonException | IllegalArgumentException unreadable) {
            findings.add(new Finding(Kind.CONTENT, where));
        }
        return false;
    }

    private static String name(Part part, About about) {
        return part.name().toLowerCase(java.util.Locale.ROOT) + " " + about.type() + " " + about.id();
    }
}
