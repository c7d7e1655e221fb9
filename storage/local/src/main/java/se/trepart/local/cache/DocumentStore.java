package se.trepart.local.cache;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import se.trepart.model.Document;

/**
 * The documents this workstation holds, as its user sees them: what the central store has sent with the user's own unsent
 * changes on top. Reads never wait for the network. Not to be called on the JavaFX thread.
 */
public interface DocumentStore {

    <D extends Document> Optional<D> find(Class<D> type, UUID id);

    /** The case's documents of one type, by document date and then id. */
    <D extends Document> List<D> inCase(Class<D> type, UUID caseId);

    /**
     * Everything in a case, in one read.
     *
     * @throws UnitLocked when the case is here but its unit's lease has ended; the other reads find nothing then
     */
    List<Document> caseDocuments(UUID caseId);

    /** All documents of a type that match; chosen on columns in the clear, so only matching bodies are opened. */
    <D extends Document> List<D> list(Class<D> type, ListFilter filter);

    /** The ids of those that {@link #list} would give, in its order: no body is opened, so it may be asked for often. */
    List<UUID> ids(Class<? extends Document> type, ListFilter filter);

    /**
     * Writes the changes and their operations to disk in one transaction, then returns. Either all of it is there afterwards or nothing.
     *
     * @throws StoreFull when the disk is full; nothing was written
     * @throws UnitLocked when the unit's lease has ended; nothing was written
     * @throws StaleDocument when somebody else has changed what must not be brought together by machine; nothing was written
     */
    void save(Intent intent);

    /** Calls the listener, on a background thread, with the case ids (or the document ids, where there is no case) of what changed. */
    AutoCloseable onChange(Consumer<Set<UUID>> listener);
}
