package se.trepart.installer.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The folder of the demo office; one program at a time. */
final class DemoHome implements AutoCloseable {

    private static final String MARK = "trepart-demo";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DemoHome(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * @throws DemoOfficeBusy when another program has the folder open
     * @throws IOException when the folder holds something else than a demo office
     */
    static DemoHome open(Path folder, boolean afresh) throws IOException {
        Files.createDirectories(folder);
        Path mark = folder.resolve(MARK);
        try (Stream<Path> there = Files.list(folder)) {
            if (!Files.exists(mark) && there.findAny().isPresent()) {
                throw new IOException(folder + " is not a demo office's folder and not empty");
            }
        }
        FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw new DemoOfficeBusy(folder);
        }
        if (afresh) {
            empty(folder, mark);
        }
        return new DemoHome(folder, channel, lock);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // open in this very program
            return null;
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    /** Where the user's programs keep their data on this system. */
    static Path usual() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        @Nullable
        String local = System.getenv(system.contains("win") ? "LOCALAPPDATA" : "XDG_DATA_HOME");
        if (local != null && !local.isBlank()) {
            return Path.of(local, "trepart", "demo");
        }
        return (system.contains("mac") ? home.resolve("Library/Application Support") : home.resolve(".local/share")).resolve("trepart")
                .resolve("demo");
    }

    /** The unpacked PostgreSQL programs stay: they are the same in every office. */
    private static void empty(Path folder, Path mark) throws IOException {
        Path programs = folder.resolve("programs");
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(programs) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(mark)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!directory.equals(folder)) {
                    Files.delete(directory);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
