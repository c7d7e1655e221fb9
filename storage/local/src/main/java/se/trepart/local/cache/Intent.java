package se.trepart.local.cache;

import java.util.ArrayList;
import java.util.List;

import se.trepart.model.Document;

/** Changes that belong together: all are saved, sent and applied, or none (avsikt). */
public record Intent(List<Write> writes) {

    /** One document written. */
    public sealed interface Write {
        /** a new document; for an append-only type an append */
        record Create(Document document) implements Write {}

        /** a document as the user saw it and as it is to be; only the fields that differ are sent */
        record Change(Document before, Document after) implements Write {}
    }

    public Intent {
        writes = List.copyOf(writes);
    }

    public static Intent create(Document... documents) {
        Intent intent = new Intent(List.of());
        for (Document document : documents) {
            intent = intent.andCreate(document);
        }
        return intent;
    }

    public static Intent change(Document before, Document after) {
        return new Intent(List.of()).andChange(before, after);
    }

    public Intent andCreate(Document document) {
        return and(new Write.Create(document));
    }

    public Intent andChange(Document before, Document after) {
        return and(new Write.Change(before, after));
    }

    private Intent and(Write write) {
        List<Write> all = new ArrayList<>(writes);
        all.add(write);
        return new Intent(all);
    }
}
