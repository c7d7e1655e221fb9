package se.trepart.app.casefile;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import se.trepart.local.cache.Drafts.Draft;

import org.jspecify.annotations.Nullable;

/**
 * One text that a user writes in a document (textfält): a draft while it is typed, part of the document when the field is left. A change
 * from elsewhere is taken in unless something is typed that is not yet written.
 */
public final class TypedText {

    private final String key;
    private final DraftKeeper drafts;
    private final Consumer<String> write;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> restoredFrom = new ReadOnlyObjectWrapper<>();
    private @Nullable Draft found;
    private String stored = "";
    private boolean taking;

    /**
     * @param key the draft's key: place and field, never personal data
     * @param found what was typed and never written when the case was last open, null when nothing was
     * @param write puts the text into the document; called when the field is left with another text than the document's
     */
    public TypedText(String key, DraftKeeper drafts, @Nullable Draft found, Consumer<String> write) {
        this.key = key;
        this.drafts = drafts;
        this.found = found;
        this.write = write;
        text.addListener((_, _, now) -> typed(now));
    }

    public StringProperty textProperty() {
        return text;
    }

    /** What stands in the field; never null. */
    public String text() {
        return text.get();
    }

    /** Something is typed that the document does not have. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** When the draft that was found at opening was typed; null once it is written, or when there was none. */
    public ReadOnlyObjectProperty<@Nullable Instant> restoredFromProperty() {
        return restoredFrom.getReadOnlyProperty();
    }

    public String key() {
        return key;
    }

    /** The document's text, now. The first time a draft that was found takes its place. */
    public void show(String fromDocument) {
        stored = fromDocument;
        if (text.get().equals(fromDocument)) {
            settle();
        } else if (!unsaved.get()) {
            take(fromDocument);
        }
        Draft draft = found;
        found = null;
        if (draft != null) {
            restore(draft);
        }
    }

    /** A draft that was found after the text was first shown. */
    public void restore(Draft draft) {
        if (draft.text().equals(stored)) {
            drafts.discard(key);
        } else {
            take(draft.text());
            unsaved.set(true);
            restoredFrom.set(draft.savedAt());
        }
    }

    /** The field is left: what was typed goes into the document. The draft stays until the document has it. */
    public void leave() {
        if (unsaved.get()) {
            write.accept(text.get());
        }
    }

    private void typed(String now) {
        if (taking) {
            return;
        }
        if (now.equals(stored)) {
            settle();
        } else {
            unsaved.set(true);
            drafts.keep(key, now);
        }
    }

    private void settle() {
        if (unsaved.get()) {
            unsaved.set(false);
            restoredFrom.set(null);
            drafts.discard(key);
        }
    }

    private void take(String value) {
        taking = true;
        try {
            text.set(value);
        } finally {
            taking = false;
        }
    }
}
