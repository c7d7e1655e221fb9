package se.trepart.app.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of word forms in {@code forms.txt} (ordformer). */
final class Forms {

    private static final Map<String, Set<String>> ALL = read();

    private Forms() {}

    /** @throws IllegalArgumentException when there is no list of that name */
    static Set<String> of(String name) {
        Set<String> forms = ALL.get(name);
        if (forms == null) {
            throw new IllegalArgumentException("no forms " + name);
        }
        return forms;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> all = new HashMap<>();
        InputStream stream = Objects.requireNonNull(Forms.class.getResourceAsStream("forms.txt"), "forms.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                int colon = line.indexOf(':');
                all.computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
                        .addAll(Arrays.asList(line.substring(colon + 1).strip().split(" +")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
