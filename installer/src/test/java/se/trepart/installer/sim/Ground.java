package se.trepart.installer.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import se.trepart.local.Ids;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.vault.Keys;
import se.trepart.local.vault.UnprotectedVault;

/** What all worlds of a run share: a folder in memory where there is one, the keys, and the file of an empty workstation. */
final class Ground implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path root;
    private final Keys keys;
    private final AtomicInteger worlds = new AtomicInteger();

    Ground() {
        try {
            root = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "trepart-sim") : Files.createTempDirectory("trepart-sim");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys = new UnprotectedVault(root.resolve("keys")).unlock();
        LocalStore.open(root.resolve("empty"), keys, Clock.systemUTC(), new Ids()).close();
    }

    Keys keys() {
        return keys;
    }

    Path template() {
        return root.resolve("empty").resolve("trepart.db");
    }

    Path world() {
        try {
            return Files.createDirectories(root.resolve("world" + worlds.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
