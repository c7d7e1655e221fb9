package se.trepart.app.intake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import se.trepart.local.cache.StoreFull;
import se.trepart.local.cache.UnitLocked;

/**
 * A folder whose application files are imported as they come (bevakad mapp). A file that has been taken in is moved to the folder
 * {@code inlästa} in it; one that is rejected stays where it is, and is tried again when somebody has corrected it. Nothing is ever
 * deleted or written over. The folder is looked through now and then rather than watched by the operating system, because shares on the
 * network do not tell what happens in them.
 */
public final class WatchedFolder implements AutoCloseable {

    /** Where the files that have been taken in are moved. */
    public static final String DONE = "inlästa";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private record Look(long size, FileTime changed) {}

    private final Path folder;
    private final Intake intake;
    private final Consumer<List<Imported>> listener;
    private final Map<Path, Look> seen = new HashMap<>();
    private final Map<Path, Look> tried = new HashMap<>();
    private final Thread thread;

    WatchedFolder(Path folder, Intake intake, Consumer<List<Imported>> listener) {
        this.folder = folder;
        this.intake = intake;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("trepart-intake").unstarted(this::watch);
    }

    /**
     * Looks through the folder until closed, on a thread of its own.
     *
     * @param listener told on that thread what was imported or rejected, never with an empty list
     */
    public static WatchedFolder start(Path folder, Intake intake, Consumer<List<Imported>> listener) {
        WatchedFolder watched = new WatchedFolder(folder, intake, listener);
        watched.thread.start();
        return watched;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Imports what has come and is no longer being written to: a file that looks the same as at the last look. */
    void look() {
        List<Path> ready = new ArrayList<>();
        for (Path file : files()) {
            Look now = lookAt(file);
            boolean settled = now.equals(seen.put(file, now));
            if (settled && !now.equals(tried.put(file, now))) {
                ready.add(file);
            }
        }
        if (!ready.isEmpty()) {
            List<Imported> imported;
            try {
                imported = intake.importFiles(ready);
            } catch (UnitLocked | StoreFull notNow) {
                // the files stay where they are, and are tried at the next look
                ready.forEach(tried::remove);
                return;
            }
            imported.stream().filter(i -> !(i instanceof Imported.Rejected)).map(Imported::file).forEach(this::moveAway);
            listener.accept(imported);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".json")).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException _) {
            // away for the moment, as shares are: the next look may find it
            return List.of();
        }
    }

    private static Look lookAt(Path file) {
        try {
            return new Look(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException _) {
            return new Look(-1, FileTime.fromMillis(0));
        }
    }

    /** Under its own name, or with a number after it when that is taken. A file that cannot be moved stays and is not tried again. */
    private void moveAway(Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        try {
            Path done = Files.createDirectories(folder.resolve(DONE));
            for (int copy = 1;; copy++) {
                try {
                    Files.move(file, done.resolve(copy == 1 ? name : stem + " (" + copy + ").json"));
                    return;
                } catch (FileAlreadyExistsException _) {
                    continue;
                }
            }
        } catch (IOException _) {
            // it is stored: leaving the file is harmless
        }
    }
}
