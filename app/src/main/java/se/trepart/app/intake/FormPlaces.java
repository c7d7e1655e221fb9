package se.trepart.app.intake;

import java.util.ArrayList;
import java.util.List;

import se.trepart.app.text.Texts;

/** What the places in an application file are called (plats i filen), for those who do not read JSON. */
public final class FormPlaces {

    private static final String FIELD = "intake.place";
    private static final String ONE_OF_A_LIST = "intake.item";

    private final Texts texts;

    public FormPlaces(Texts texts) {
        this.texts = texts;
    }

    /**
     * {@code /incomes/1/amount} is "Inkomst 2, belopp".
     *
     * @param pointer JSON pointer (RFC 6901) as in {@link Fault}; fields that the format does not know keep their own name
     */
    public String words(String pointer) {
        List<String> words = new ArrayList<>();
        String[] parts = pointer.split("/");
        for (int i = 1; i < parts.length; i++) {
            boolean list = i + 1 < parts.length && parts[i + 1].matches("\\d{1,9}");
            if (list) {
                words.add(word(ONE_OF_A_LIST, parts[i]) + " " + (Integer.parseInt(parts[i + 1]) + 1));
                i++;
            } else {
                words.add(word(FIELD, parts[i]));
            }
        }
        if (words.isEmpty()) {
            return texts.of("intake.whole-file");
        }
        String all = String.join(", ", words);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private String word(String prefix, String field) {
        String key = prefix + "." + field;
        return texts.has(key) ? texts.of(key) : field.replace("~1", "/").replace("~0", "~");
    }
}
