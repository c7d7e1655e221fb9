package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a letter lacks, as the caseworker calls it (det som saknas). */
final class Lacking {

    private final List<String> lacks = new ArrayList<>();

    void need(String what, String... values) {
        need(what, List.of(values));
    }

    void need(String what, List<String> values) {
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            add(what);
        }
    }

    void add(String what) {
        lacks.add(what);
    }

    List<String> all() {
        return List.copyOf(lacks);
    }
}
