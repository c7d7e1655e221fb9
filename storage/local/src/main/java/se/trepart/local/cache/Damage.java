package se.trepart.local.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;

/** A damaged file is set aside, never removed in silence, and what was typed is read out of it row by row (räddning). */
final class Damage {

    private static final String MARK = "trepart.damaged";
    private static final String ASIDE = "damaged-";
    private static final String DONE = "rescued";
    /** all that is nowhere else; the rest comes from the central store */
    private static final List<String> TYPED = List.of("acked_op", "outbox", "draft", "set_aside", "blob");

    /** how many rows are tried when it cannot be read how many there are */
    private static final long FAR = 100_000;

    private Damage() {}

    /** To be set aside at the next start: it is open now. */
    static void mark(Path folder) {
        try {
            Files.writeString(folder.resolve(MARK), "");
        } catch (IOException full) {
            // then the next start finds out for itself
        }
    }

    static boolean marked(Path folder) {
        return Files.exists(folder.resolve(MARK));
    }

    /** To be called while nobody has the file open. */
    static void setAside(Path folder) throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve(ASIDE + number))) {
            number++;
        }
        Path aside = Files.createDirectory(folder.resolve(ASIDE + number));
        for (String suffix : List.of("-wal", "-shm", "")) {
            Path file = folder.resolve(Database.FILE + suffix);
            if (Files.exists(file)) {
                Files.move(file, aside.resolve(file.getFileName()));
            }
        }
        Files.deleteIfExists(folder.resolve(MARK));
    }

    /** Brings over what was typed from a file that was set aside and not yet read; nothing is brought twice. */
    static Optional<Rescued> rescue(Database database, Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            Optional<Path> aside = content.filter(path -> path.getFileName().toString().startsWith(ASIDE))
                    .filter(path -> !Files.exists(path.resolve(DONE)))
                    .max(Comparator.naturalOrder());
            if (aside.isEmpty()) {
                return Optional.empty();
            }
            Rescued rescued = bringOver(database, aside.get());
            Files.writeString(aside.get().resolve(DONE), rescued.saved() + " " + rescued.lost());
            return Optional.of(rescued);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes what was set aside: it holds what may no longer be held. */
    static void discard(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            for (Path aside : content.filter(path -> path.getFileName().toString().startsWith(ASIDE)).toList()) {
                try (Stream<Path> files = Files.walk(aside)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Rescued bringOver(Database database, Path aside) {
        return database.write(handle -> {
            int saved = 0;
            int lost = 0;
            try (Connection damaged = DriverManager.getConnection("jdbc:sqlite:" + aside.resolve(Database.FILE).toAbsolutePath())) {
                copyMeta(damaged, handle);
                for (String table : TYPED) {
                    int[] counts = copy(damaged, handle, table);
                    saved += counts[0];
                    lost += counts[1];
                }
            } catch (SQLException unreadable) {
                lost++;
            }
            handle.execute("""
                    insert into meta (name, value)
                     select 'last_client_seq', max(n) from (select coalesce(max(client_seq), 0) as n from outbox
                      union all select coalesce(max(client_seq), 0) from acked_op)
                     where true on conflict (name) do update set value = max(meta.value, excluded.value)""");
            return new Rescued(saved, lost, aside.toString());
        });
    }

    private static void copyMeta(Connection damaged, Handle handle) {
        for (String name : List.of("device", "acts_as", "last_client_seq", "chain_key")) {
            try (PreparedStatement select = damaged.prepareStatement("select value from meta where name = '" + name + "'");
                    ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    handle.execute("insert into meta (name, value) values (?, ?) on conflict do nothing", name, row.getObject(1));
                }
            } catch (SQLException unreadable) {
                // the device is told again by who signs in, the last number follows from the operations
            }
        }
    }

    /** Row by row, so that one that cannot be read does not hide those after it. Returns how many were saved and how many lost. */
    private static int[] copy(Connection damaged, Handle handle, String table) {
        int[] counts = new int[2];
        Optional<Long> known = number(damaged, "select coalesce(max(rowid), 0) from " + table).or(
                () -> table.equals("outbox") ? number(damaged, "select value from meta where name = 'last_client_seq'") : Optional.empty());
        long last = known.orElse(FAR);
        long first = Math.min(1, number(damaged, "select coalesce(min(rowid), 1) from " + table).orElse(1L));
        for (long id = first; id <= last; id++) {
            try (PreparedStatement select = damaged.prepareStatement("select * from " + table + " where rowid = " + id);
                    ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    counts[0] += insert(row, handle, table);
                }
            } catch (SQLException unreadable) {
                // how many a damaged page held is not known, only that it held some
                counts[1] = known.isPresent() ? counts[1] + 1 : 1;
            }
        }
        return counts;
    }

    private static Optional<Long> number(Connection damaged, String query) {
        try (PreparedStatement select = damaged.prepareStatement(query); ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        } catch (SQLException unreadable) {
            return Optional.empty();
        }
    }

    private static int insert(ResultSet row, Handle handle, String table) throws SQLException {
        if (table.equals("blob") && row.getInt("sent") == 1) {
            return 0;
        }
        ResultSetMetaData columns = row.getMetaData();
        int count = columns.getColumnCount();
        String names = IntStream.rangeClosed(1, count).mapToObj(i -> name(columns, i)).collect(Collectors.joining(", "));
        String marks = Stream.generate(() -> "?").limit(count).collect(Collectors.joining(", "));
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ") on conflict do nothing")) {
            for (int i = 1; i <= count; i++) {
                insert.setObject(i, row.getObject(i));
            }
            return insert.executeUpdate();
        }
    }

    private static String name(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnName(column);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
