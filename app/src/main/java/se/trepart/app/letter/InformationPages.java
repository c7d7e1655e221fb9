package se.trepart.app.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import se.trepart.model.Table;

/**
 * The pages in other languages that come with the program (informationssidor): {@code information.csv} says which there are and whether the
 * municipality uses them, {@code information-so.txt} holds the words. Written by people, never translated by a machine at hand.
 */
final class InformationPages {

    private static final List<Language> LANGUAGES = languages();

    private InformationPages() {}

    /**
     * A language that there is a page in (språk). R35
     *
     * @param name what it is called in Swedish
     * @param approved the municipality lays the page with letters
     * @param checked a translator has read the words
     * @param owner the function that answers for the page
     */
    record Language(String code, String name, String direction, boolean approved, boolean checked, String owner, LocalDate decided,
            LocalDate review) {}

    /** Those that the municipality uses, in the order of the table. */
    static List<Language> approved() {
        return LANGUAGES.stream().filter(Language::approved).toList();
    }

    static Optional<Language> language(String code) {
        return LANGUAGES.stream().filter(language -> language.code().equals(code)).findFirst();
    }

    /**
     * The page; empty when the municipality does not use it.
     *
     * @param values what is put in the place of {@code {phone}} and so on
     */
    static Optional<InformationPage> page(String code, Map<String, String> values) {
        return language(code).filter(Language::approved).map(language -> read(language, values));
    }

    private static InformationPage read(Language language, Map<String, String> values) {
        String title = "";
        List<InformationPage.Part> parts = new ArrayList<>();
        String heading = "";
        List<String> lines = new ArrayList<>();
        for (String line : lines(language)) {
            String text = filled(line, values);
            if (text.startsWith("## ")) {
                parts.add(new InformationPage.Part(heading, lines));
                heading = text.substring(3);
                lines.clear();
            } else if (text.startsWith("# ")) {
                title = text.substring(2);
            } else {
                lines.add(text);
            }
        }
        parts.add(new InformationPage.Part(heading, lines));
        return new InformationPage(language.code(), language.direction(), title, parts);
    }

    private static String filled(String line, Map<String, String> values) {
        String text = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static List<String> lines(Language language) {
        String file = "information-" + language.code() + ".txt";
        try (InputStream in = Objects.requireNonNull(InformationPages.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Language> languages() {
        return Table.read(InformationPages.class, "information.csv")
                .stream()
                .map(row -> new Language(row.text("code"), row.text("name"), row.text("direction"), row.yes("approved"), row.yes("checked"),
                        row.text("owner"), LocalDate.parse(row.text("decided")), LocalDate.parse(row.text("review"))))
                .toList();
    }
}
