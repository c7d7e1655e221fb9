package se.trepart.app.language;

import java.util.List;

import se.trepart.app.text.Texts;

/** What is said of a finding, in plain Swedish: what is wrong and what to write (fyndets text). */
public final class FindingWords {

    private final Texts texts;

    public FindingWords(Texts texts) {
        this.texts = texts;
    }

    public String of(Finding finding) {
        String key = "language.wrong";
        return texts.of(key + "." + finding.check().name(), quote(finding.quote()), value(finding));
    }

    public String weight(Weight weight) {
        return texts.name("language.weight", weight);
    }

    public String colour(Colour colour) {
        return texts.name("language.colour", colour);
    }

    private String value(Finding finding) {
        String key = "language.lacks";
        return switch (finding.check()) {
            case EMPTY_PART -> texts.of(key + "." + finding.value());
            case SPELLING -> finding.instead().isEmpty()
                    ? texts.of("language.spelling.look")
                    : texts.of("language.spelling.write", listed(finding.instead()));
            case MISSING_PART -> finding.value().isEmpty() ? texts.of("language.result") : finding.value();
            case WORD, SMALL_WORD, TERM, ADDRESS, EMPTY_VERB ->
                finding.value().isEmpty() ? texts.of("language.leave-out") : finding.value().replaceFirst("^skriv ", "");
            default -> finding.value();
        };
    }

    /** "hyran, hyra eller hyrorna". */
    private static String listed(List<String> words) {
        String last = words.getLast();
        return words.size() == 1 ? last : String.join(", ", words.subList(0, words.size() - 1)) + " eller " + last;
    }

    /** A long passage by its first and last words. */
    private static String quote(String quote) {
        String[] words = quote.split("\\s+");
        return words.length <= 8
                ? quote
                : String.join(" ", words[0], words[1], words[2]) + " … " + words[words.length - 2] + " " + words[words.length - 1];
    }
}
