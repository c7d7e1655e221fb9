package se.trepart.app.letter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import se.trepart.model.letter.LetterKind;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.Loader;

/** The letters' texts (brevmallar): Pebble with every unknown name refused and every value escaped. Parsed once. */
final class LetterTemplates {

    private final PebbleEngine engine;

    LetterTemplates() {
        this(ours());
    }

    LetterTemplates(Loader<?> loader) {
        engine = new PebbleEngine.Builder().loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .defaultLocale(Locale.of("sv", "SE"))
                .build();
    }

    private static Loader<?> ours() {
        ClasspathLoader loader = new ClasspathLoader(LetterTemplates.class.getClassLoader());
        loader.setPrefix("se/trepart/app/letter");
        loader.setSuffix(".html");
        return loader;
    }

    static String name(LetterKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws LetterProblem.BrokenTemplate naming template and line */
    String html(LetterPage page, String css) {
        return html(name(page.kind()) + (page.easy() ? "-easy" : ""), Map.of("letter", page, "d", page.body(), "css", css));
    }

    /** @throws LetterProblem.BrokenTemplate naming template and line */
    String html(String name, Map<String, Object> values) {
        StringWriter out = new StringWriter(16_384);
        try {
            engine.getTemplate(name).evaluate(out, values);
        } catch (PebbleException e) {
            throw new LetterProblem.BrokenTemplate(Objects.requireNonNullElse(e.getFileName(), name),
                    Objects.requireNonNullElse(e.getLineNumber(), 0), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
