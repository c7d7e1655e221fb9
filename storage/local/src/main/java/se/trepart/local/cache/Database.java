package se.trepart.local.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import se.trepart.local.sql.UuidColumns;

import org.jdbi.v3.core.ConnectionFactory;
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
    private final Connection writing;
    private final List<Connection> reading = new ArrayList<>();
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(READERS);
    private final ReentrantLock turn = new ReentrantLock();
    private final Jdbi writer;
    private final Jdbi reader;
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
            } catch (SQLException | RuntimeException | IOException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("the store cannot be opened", failed);
        }
    }

    private Database(Path folder, FileChannel lock, Migrations migrations) throws SQLException {
        this.lock = lock;
        this.folder = folder;
        String url = "jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath();
        try {
            writing = config().createConnection(url);
        } catch (SQLException failed) {
            throw translated(new IllegalStateException("the store cannot be opened", failed));
        }
        try {
            try (var statement = writing.createStatement()) {
                // a table may take the place of another without the view over them being looked at in between
                statement.execute("pragma legacy_alter_table = on");
            }
            writer = jdbi(() -> writing, _ -> {});
            writer.useTransaction(migrations::run);
            for (int i = 0; i < READERS; i++) {
                SQLiteConfig readOnly = config();
                readOnly.setTransactionMode(TransactionMode.DEFERRED);
                Connection connection = readOnly.createConnection(url);
                reading.add(connection);
                idle.add(connection);
                try (var statement = connection.createStatement()) {
                    statement.execute("pragma query_only = on");
                }
            }
        } catch (RuntimeException failed) {
            closeConnections();
            throw translated(failed);
        } catch (SQLException failed) {
            closeConnections();
            throw translated(new IllegalStateException("the store cannot be opened", failed));
        }
        reader = jdbi(this::borrow, idle::add);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // with NORMAL a power cut may take back a commit that the user was told of
        config.setSynchronous(SynchronousMode.FULL);
        config.setTempStore(TempStore.MEMORY);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
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

    private static Jdbi jdbi(ConnectionSource source, Consumer<Connection> giveBack) {
        Jdbi jdbi = Jdbi.create(new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                return source.take();
            }

            @Override
            public void closeConnection(Connection connection) {
                giveBack.accept(connection);
            }
        }).installPlugin(new UuidColumns());
        jdbi.getConfig(SqlStatements.class).setSqlParser(SQL);
        return jdbi;
    }

    private interface ConnectionSource {
        Connection take() throws SQLException;
    }

    private Connection borrow() throws SQLException {
        try {
            return idle.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", interrupted);
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
                writer.useHandle(rolledBack::accept);
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
        try {
            return reader.<T, RuntimeException>inTransaction(work::apply);
        } catch (RuntimeException failed) {
            throw translated(failed);
        }
    }

    /**
     * Moves all that is committed from the log to the file, and empties the log: what was deleted is then gone from both. Returns whether
     * it was done; not when somebody is reading.
     */
    boolean checkpoint() {
        turn.lock();
        try {
            return writer.withHandle(handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapTo(int.class).one()) == 0;
        } catch (RuntimeException failed) {
            throw translated(failed);
        } finally {
            turn.unlock();
        }
    }

    /** SQLite then answers as it does when the disk is full. */
    void limitPages(int pages) {
        writer.useHandle(handle -> handle.createQuery("pragma max_page_count = " + pages).mapTo(int.class).one());
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
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("the store did not close", failed);
        } finally {
            turn.unlock();
        }
    }

    /** The writer last: it then moves the log into the file. */
    private void closeConnections() throws SQLException {
        for (Connection connection : reading) {
            connection.close();
        }
        writing.close();
    }
}
