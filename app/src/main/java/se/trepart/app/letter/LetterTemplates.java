package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.app.letter.TemplateFault.Cause;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import io.pebbletemplates.pebble.node.ForNode;
import org.jspecify.annotations.Nullable;

/**
 * The letters' texts (brevmallar): the program's own, and over them the municipality's. Pebble with every unknown name refused, every value
 * escaped and nothing reached but what a record tells. Parsed once.
 */
final class LetterTemplates {

    private static final String FOLDER = "se/trepart/app/letter";
    private static final String CONTENT = "{% block content %}\n";
    private static final String END = "{% endblock %}";
    private static final Pattern IMPORT = Pattern.compile("\\{% import \"[a-z-]+\" %}");

    private final PebbleEngine engine;
    private final MemoryLoader municipality = new MemoryLoader();
    /** By the name in the loader; what is wrong with one is told when a letter is written with it. */
    private final Map<String, Known> known = new HashMap<>();

    /** A template of the municipality's. @param fault the first there is; null for none */
    private record Known(LetterTemplate template, @Nullable TemplateFault fault) {}

    LetterTemplates() {
        this(ours());
    }

    LetterTemplates(Loader<?> loader) {
        engine = new PebbleEngine.Builder().loader(new DelegatingLoader(List.of(municipality, loader)))
                .strictVariables(true)
                .autoEscaping(true)
                .methodAccessValidator(LetterTemplates::mayBeRead)
                .defaultLocale(Locale.of("sv", "SE"))
                .build();
    }

    private static Loader<?> ours() {
        ClasspathLoader loader = new ClasspathLoader(LetterTemplates.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".html");
        return loader;
    }

    /** What our own records and codes tell, and nothing else of what they can. */
    private static boolean mayBeRead(Object object, Method method) {
        boolean ours = object.getClass().getName().startsWith("se.trepart.") && (object instanceof Record || object instanceof Enum<?>);
        // which turn of a loop it is
        boolean ofLoop = object.getClass().getEnclosingClass() == ForNode.class;
        return (ours || ofLoop) && method.getParameterCount() == 0 && method.getDeclaringClass() != Object.class;
    }

    static String name(LetterKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The program's own text of a kind of letter, as the municipality's begins. */
    static String shipped(LetterKind kind) {
        String whole = file(kind);
        return whole.substring(whole.indexOf(CONTENT) + CONTENT.length(), whole.lastIndexOf(END));
    }

    /** On one line before the text, so that a line has the number it has for who writes it: what the program's own text has there. */
    private static String within(LetterTemplate template) {
        StringBuilder begins = new StringBuilder("{% extends \"" + name(template.kind()) + "\" %}");
        Matcher imports = IMPORT.matcher(file(template.kind()));
        while (imports.find()) {
            begins.append(imports.group());
        }
        return begins.append("{% block content %}").append(template.text()).append(END).toString();
    }

    private static String file(LetterKind kind) {
        String file = "/" + FOLDER + "/" + name(kind) + ".html";
        try (InputStream in = Objects.requireNonNull(LetterTemplates.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on letters can be written with it. What is published is never changed, so it is read once. */
    synchronized void know(LetterTemplate template) {
        known.computeIfAbsent(named(template.id().toString()), name -> {
            municipality.addTemplate(name, within(template));
            List<TemplateFault> faults = TemplateSyntax.read(template.kind(), template.text()).faults();
            return new Known(template, faults.isEmpty() ? null : faults.getFirst());
        });
    }

    /**
     * @throws LetterProblem.BrokenTemplate naming template, line and cause
     * @throws LetterProblem.TemplateNotHere when the letter's template has not come to this workstation
     */
    String html(LetterPage page, String css) {
        Map<String, Object> values = Map.of("letter", page, "d", page.body(), "css", css);
        String version = page.templateVersion();
        if (!LetterTemplate.ofMunicipality(version)) {
            return html(name(page.kind()) + (page.easy() ? "-easy" : ""), values);
        }
        String name = named(version.substring(version.lastIndexOf('/') + 1));
        Known used = known(name).orElseThrow(LetterProblem.TemplateNotHere::new);
        TemplateFault fault = used.fault();
        if (fault != null) {
            throw broken(name, fault, null);
        }
        return html(name, values);
    }

    /** @throws LetterProblem.BrokenTemplate naming template, line and cause */
    String html(String name, Map<String, Object> values) {
        StringWriter out = new StringWriter(16_384);
        try {
            engine.getTemplate(name).evaluate(out, values);
        } catch (PebbleException e) {
            // what goes wrong in a piece of the program's own has no line in the municipality's text
            boolean elsewhere = known(name).isPresent() && !name.equals(e.getFileName());
            int line = elsewhere ? 0 : Objects.requireNonNullElse(e.getLineNumber(), 0);
            String of = known(name).isPresent() ? name : Objects.requireNonNullElse(e.getFileName(), name);
            throw broken(of,
                    e instanceof AttributeNotFoundException missing
                            ? TemplateFault.at(line, Cause.UNKNOWN_FIELD, Objects.requireNonNullElse(missing.getAttributeName(), ""))
                            : TemplateFault.at(line, Cause.BROKEN),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private LetterProblem.BrokenTemplate broken(String name, TemplateFault fault, @Nullable Throwable cause) {
        Texts texts = new Texts();
        String called = known(name).map(Known::template)
                .map(t -> texts.of("letter.template-version", texts.name("letter.kind", t.kind()), t.number()))
                .orElse(name);
        return new LetterProblem.BrokenTemplate(called, fault.line(), fault.words(texts), cause);
    }

    private synchronized Optional<Known> known(String name) {
        return Optional.ofNullable(known.get(name));
    }

    private static String named(String id) {
        return "municipality-" + id;
    }
}
