package se.trepart.app.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.attendance.TypedMark.Key;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Intent;
import se.trepart.model.plan.Attendance;

import org.jspecify.annotations.Nullable;

/**
 * Takes marks to the store as fast as somebody types (skriver markeringar). One write at a time, each on the newest document; what is typed
 * while a write runs goes together with the next. A mark waits here until it is on disk, also when a write has failed. On the JavaFX thread.
 */
final class MarkWriter {

    private final Desk desk;
    private final DocumentStore documents;
    private final Map<Key, TypedMark> waiting = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final List<Consumer<Collection<Attendance>>> listeners = new ArrayList<>();
    private boolean writing;

    MarkWriter(Desk desk) {
        this.desk = desk;
        documents = desk.documents();
    }

    /** Called with each week that was written, after it no longer waits. */
    void onSaved(Consumer<Collection<Attendance>> listener) {
        listeners.add(listener);
    }

    /** How many marks are typed and not yet on disk. */
    ReadOnlyIntegerProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** When something was last written; null until then. */
    ReadOnlyObjectProperty<@Nullable Instant> savedAt() {
        return savedAt.getReadOnlyProperty();
    }

    Optional<TypedMark> waiting(Key key) {
        return Optional.ofNullable(waiting.get(key));
    }

    void put(Collection<TypedMark> typed) {
        typed.forEach(mark -> waiting.put(mark.key(), mark));
        unsaved.set(waiting.size());
        write();
    }

    /** Writes what waits; for trying again after a failure. */
    void write() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        Map<Key, TypedMark> now = new LinkedHashMap<>(waiting);
        boolean[] done = new boolean[1];
        desk.tasks().of(() -> save(now.values())).then(saved -> {
            done[0] = true;
            now.forEach(waiting::remove);
            savedAt.set(desk.clock().instant());
            listeners.forEach(listener -> listener.accept(saved));
        }).always(() -> {
            writing = false;
            unsaved.set(waiting.size());
            if (done[0]) {
                write();
            }
        }).start();
    }

    private Collection<Attendance> save(Collection<TypedMark> typed) {
        Map<UUID, Attendance> before = new LinkedHashMap<>();
        Map<UUID, Attendance> after = new LinkedHashMap<>();
        for (TypedMark mark : typed) {
            Attendance empty = Attendance.of(mark.action(), mark.on());
            if (!after.containsKey(empty.id())) {
                documents.find(Attendance.class, empty.id()).ifPresent(known -> before.put(known.id(), known));
                after.put(empty.id(), before.getOrDefault(empty.id(), empty));
            }
            after.computeIfPresent(empty.id(), (_, week) -> mark.in(week, desk.staff().id(), desk.clock().instant()));
        }
        Intent intent = new Intent(List.of());
        for (Attendance week : after.values()) {
            Attendance known = before.get(week.id());
            if (known != null) {
                intent = week.equals(known) ? intent : intent.andChange(known, week);
            } else if (!week.marks().isEmpty()) {
                intent = intent.andCreate(week);
            }
        }
        if (!intent.writes().isEmpty()) {
            documents.save(intent);
        }
        return after.values();
    }
}
