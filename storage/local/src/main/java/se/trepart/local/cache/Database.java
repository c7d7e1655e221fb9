package se.trepart.local.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import se.trepart.local.sql.StatementCache;
import se.trepart.local.sql.UuidColumns;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file: one process holds it, one connection writes and checkpoints, a few others only read. A commit is on the disk when
 * {@link #write} returns ({@code synchronous=FULL}).
 */
final class Database implements AutoCloseable {

    static final String FILE = "trepart.db";
    private static final String LOCK = "trepart.lock";
    private static final int READERS = 3;
    /** one for all, so that each statement is parsed once and not once for the writer and once for the readers */
    private static final SqlParser SQL = new ColonPrefixSqlParser();

    private final FileChannel lock;
    private final String url;
    private final List<Handle> reading = new ArrayList<>();
    /** the one used last first: its statements are prepared and its pages at hand */
    private final BlockingDeque<Handle> idle = new LinkedBlockingDeque<>(READERS);
    private final ReentrantLock turn = new ReentrantLock();
    private final Handle writer;
    private final Path folder;
    private volatile Consumer<Handle> rolledBack = _ -> {};

    /**
     * @throws StoreInUse when another process holds it
     * @throws NewerStore when a newer program wrote it
     */
    static Database open(Path folder, Migrations migrations) {
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder.resolve(LOCK));
            try {
                if (Damage.marked(folder)) {
                    Damage.setAside(folder);
                }
                try {
                    return new Database(folder, lock, migrations);
                } catch (StoreDamaged damaged) {
                    Damage.setAside(folder);
                    return new Database(folder, lock, migrations);
                }
            } catch (RuntimeException | IOException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Database(Path folder, FileChannel lock, Migrations migrations) {
        this.lock = lock;
        this.folder = folder;
        url = "jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath();
        // a table may take the place of another without the view over them being looked at in between
        writer = connect(TransactionMode.IMMEDIATE, "legacy_alter_table");
        try {
            writer.useTransaction(migrations::run);
            // tables may have other columns now than when a statement was prepared
            writer.setStatementBuilder(new StatementCache());
            idle.addFirst(anotherReader());
        } catch (RuntimeException failed) {
            closeConnections();
            throw translated(failed);
        }
    }

    private Handle anotherReader() {
        Handle reader = connect(TransactionMode.DEFERRED, "query_only");
        reading.add(reader);
        return reader;
    }

    private static SQLiteConfig config(TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // with NORMAL a power cut may take back a commit that the user was told of
        config.setSynchronous(SynchronousMode.FULL);
        config.setTempStore(TempStore.MEMORY);
        config.setTransactionMode(mode);
        config.setBusyTimeout(5000);
        config.enforceForeignKeys(true);
        config.enableRecursiveTriggers(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            channel.close();
            throw new StoreInUse(ours);
        }
        channel.close();
        throw new StoreInUse(null);
    }

    /** A connection that stays open, with its statements prepared. */
    private Handle connect(TransactionMode mode, String pragma) {
        Jdbi jdbi = Jdbi.create(() -> config(mode).createConnection(url)).installPlugin(new UuidColumns());
        jdbi.getConfig(SqlStatements.class).setSqlParser(SQL);
        jdbi.setStatementBuilderFactory(_ -> new StatementCache());
        try {
            Handle handle = jdbi.open();
            handle.execute("pragma " + pragma + " = on");
            return handle;
        } catch (RuntimeException failed) {
            throw translated(failed);
        }
    }

    /**
     * One transaction; writers take turns.
     *
     * @throws StoreFull when the disk is full; nothing was written
     */
    <T> T write(Function<Handle, T> work) {
        turn.lock();
        try {
            return writer.<T, RuntimeException>inTransaction(work::apply);
        } catch (RuntimeException failed) {
            try {
                rolledBack.accept(writer);
            } catch (RuntimeException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw translated(failed);
        } finally {
            turn.unlock();
        }
    }

    /** Run after a transaction that came to nothing, in its turn: what is kept in memory of the file is read anew. */
    void afterRollback(Consumer<Handle> work) {
        rolledBack = work;
    }

    /** One transaction that sees one state of the store, however many statements it reads with. */
    <T> T read(Function<Handle, T> work) {
        Handle reader = borrow();
        try {
            return reader.<T, RuntimeException>inTransaction(work::apply);
        } catch (RuntimeException failed) {
            throw translated(failed);
        } finally {
            idle.addFirst(reader);
        }
    }

    private Handle borrow() {
        Handle free = idle.pollFirst();
        if (free != null) {
            return free;
        }
        synchronized (reading) {
            if (reading.size() < READERS) {
                return anotherReader();
            }
        }
        try {
            return idle.takeFirst();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /**
     * Moves all that is committed from the log to the file, and empties the log: what was deleted is then gone from both. Returns whether
     * it was done; not when somebody is reading.
     */
    boolean checkpoint() {
        turn.lock();
        try {
            return writer.createQuery("pragma wal_checkpoint(truncate)").mapTo(int.class).one() == 0;
        } catch (RuntimeException failed) {
            throw translated(failed);
        } finally {
            turn.unlock();
        }
    }

    /** SQLite then answers as it does when the disk is full. */
    void limitPages(int pages) {
        writer.createQuery("pragma max_page_count = " + pages).mapTo(int.class).one();
    }

    private RuntimeException translated(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                switch (sqlite.getResultCode()) {
                    case SQLITE_FULL, SQLITE_IOERR_WRITE -> {
                        return new StoreFull(failed);
                    }
                    case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_NOTADB -> {
                        Damage.mark(folder);
                        return new StoreDamaged(failed);
                    }
                    default -> {
                        // somebody else's to understand
                    }
                }
            }
        }
        return failed;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closeConnections();
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            turn.unlock();
        }
    }

    /** The writer last: it then moves the log into the file. */
    private void closeConnections() {
        synchronized (reading) {
            reading.forEach(Handle::close);
        }
        writer.close();
    }
}
