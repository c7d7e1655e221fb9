package se.trepart.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;

/**
 * Every text the user reads (skärmtexter). Each package has its own {@code texts.properties}; its keys begin with the package's
 * name. {@code {0}}, {@code {1}} are replaced as they are: numbers, dates and amounts are formatted by {@link Formats} first.
 */
public final class Texts {

    /** The packages that have texts, and so the first part of every key. */
    public static final List<String> PACKAGES = List.of("text", "dialog", "keyboard", "control", "shell", "today", "applications", "cases",
            "command", "casefile", "investigation", "calculation", "decision", "letter", "intake", "settings", "signin", "conflict", "plan",
            "planning", "result", "timeline", "meeting", "attendance", "reminder", "language", "print", "disclosure", "template");

    private final Map<String, String> texts = new HashMap<>();

    public Texts() {
        PACKAGES.forEach(this::load);
    }

    /** @throws MissingResourceException when there is no such text */
    public String of(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key, Texts.class.getName(), key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text {@code key.one} or {@code key.other}; {@code {0}} is the count, further values follow. */
    public String count(String key, long count, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = count;
        System.arraycopy(values, 0, all, 1, values.length);
        return of(key + (count == 1 ? ".one" : ".other"), all);
    }

    /** What a code is called on the screen: the text {@code prefix.CODE}. */
    public String name(String prefix, Enum<?> code) {
        return of(prefix + "." + code.name());
    }

    /** For codes that come as text, such as a catalogue's; empty only when the code has no text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    private void load(String packageName) {
        try (InputStream in = Texts.class.getResourceAsStream("/se/trepart/app/" + packageName + "/texts.properties")) {
            if (in != null) {
                PropertyResourceBundle bundle = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
                bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
