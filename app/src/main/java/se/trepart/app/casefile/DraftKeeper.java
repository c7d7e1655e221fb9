package se.trepart.app.casefile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import se.trepart.app.task.TaskRunner;
import se.trepart.local.cache.Drafts;

/**
 * Keeps what is being typed on disk, soon after each key (utkast). One write at a time, so that a draft thrown away never comes back; what
 * is typed while a write waits goes with it.
 */
public final class DraftKeeper {

    /** How long a key stroke may wait for the next before both are written. */
    public static final Duration PAUSE = Duration.ofMillis(400);

    private final Drafts drafts;
    private final TaskRunner tasks;
    private final Duration pause;
    /** Key to text; empty = throw away. */
    private final Map<String, Optional<String>> waiting = new LinkedHashMap<>();
    private boolean writing;

    /** @param pause {@link #PAUSE} in the program, none in tests */
    public DraftKeeper(Drafts drafts, TaskRunner tasks, Duration pause) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.pause = pause;
    }

    /** To be called on the JavaFX thread, as are all of these. */
    public void keep(String key, String text) {
        put(key, Optional.of(text));
    }

    public void discard(String key) {
        put(key, Optional.empty());
    }

    private void put(String key, Optional<String> text) {
        synchronized (waiting) {
            waiting.put(key, text);
        }
        if (!writing) {
            begin();
        }
    }

    private void begin() {
        writing = true;
        tasks.of(this::write).after(pause).always(this::written).start();
    }

    private void write() {
        Map<String, Optional<String>> now;
        synchronized (waiting) {
            now = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        now.forEach((key, text) -> text.ifPresentOrElse(t -> drafts.keep(key, t), () -> drafts.discard(key)));
    }

    private void written() {
        writing = false;
        boolean more;
        synchronized (waiting) {
            more = !waiting.isEmpty();
        }
        if (more) {
            begin();
        }
    }
}
