package se.trepart.app.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text key in the code has a text, and every text is used. Keys stand in the code as whole string literals. */
class TextKeysTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");
    private static final Pattern CALL = Pattern.compile("\\b(of|count|name)\\(\\s*\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\"");

    private static final Set<String> keys = new TreeSet<>();
    private static final Set<String> literals = new HashSet<>();
    private static final Set<String> asked = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.endsWith("texts.properties")) {
                    readBundle(file);
                } else if (file.toString().endsWith(".java")) {
                    readSource(Files.readString(file));
                }
            }
        }
    }

    private static void readBundle(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Set<String> inFile = new PropertyResourceBundle(reader).keySet();
            String packageName = file.getParent().getFileName().toString();
            assertThat(inFile).as("keys of %s", file).allMatch(k -> k.startsWith(packageName + "."));
            assertThat(Texts.PACKAGES).contains(packageName);
            keys.addAll(inFile);
        }
    }

    private static void readSource(String source) {
        LITERAL.matcher(source).results().forEach(m -> literals.add(m.group(1)));
        CALL.matcher(source)
                .results()
                .filter(m -> Texts.PACKAGES.contains(m.group(2).substring(0, m.group(2).indexOf('.'))))
                .forEach(m -> asked.add(m.group(1) + " " + m.group(2)));
    }

    @Test
    void everyKeyInTheCodeHasAText() {
        assertThat(asked).isNotEmpty().allSatisfy(call -> {
            String key = call.substring(call.indexOf(' ') + 1);
            switch (call.substring(0, call.indexOf(' '))) {
                case "count" -> assertThat(keys).contains(key + ".one", key + ".other");
                case "name" -> assertThat(keys).anyMatch(k -> k.startsWith(key + "."));
                default -> assertThat(keys).contains(key);
            }
        });
    }

    @Test
    void everyTextIsUsed() {
        assertThat(keys).isNotEmpty()
                .allMatch(key -> literals.contains(key) || literals.contains(key.substring(0, key.lastIndexOf('.'))),
                        "named in the code, whole or without its last part");
    }
}
