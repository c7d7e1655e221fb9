package se.trepart.app.intake;

import java.util.ArrayList;
import java.util.List;

import se.trepart.app.text.Texts;

/** The faults found so far in one file. */
final class Faults {

    private final Texts texts;
    private final List<Fault> found = new ArrayList<>();

    Faults(Texts texts) {
        this.texts = texts;
    }

    void add(String pointer, String key, Object... values) {
        found.add(new Fault(pointer, texts.of(key, values)));
    }

    String text(String key) {
        return texts.of(key);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Fault> all() {
        return List.copyOf(found);
    }
}
