package se.trepart.local.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Brings a store's tables to today's shape, one numbered script after the other; {@code user_version} is the last one done. */
record Migrations(List<String> scripts) {

    /** All that were ever shipped, in order: script n is {@code schema-n.sql}. */
    static final Migrations SHIPPED = new Migrations(Stream.of("schema-1.sql", "schema-2.sql").map(Migrations::script).toList());

    Migrations {
        scripts = List.copyOf(scripts);
    }

    /**
     * To be called in a transaction: all missing scripts are run or none.
     *
     * @throws NewerStore when the store has seen more scripts than there are here
     */
    void run(Handle handle) {
        int done = handle.createQuery("pragma user_version").mapTo(int.class).one();
        if (done > scripts.size()) {
            throw new NewerStore(done);
        }
        for (int next = done; next < scripts.size(); next++) {
            handle.createScript(scripts.get(next)).execute();
            handle.execute("pragma user_version = " + (next + 1));
        }
    }

    private static String script(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
