package se.trepart.model.investigation;

import java.util.Locale;
import java.util.Optional;

/**
 * What another authority said to a question (svar från myndighet). R8: no answer is never the same as nothing there. A step's result
 * starts with the words of the answer; details follow after a full stop.
 */
public enum AuthorityAnswer {
    /** uppgifter finns */
    ANSWER("Uppgifter finns"),
    /** myndigheten har svarat att den inte har några uppgifter */
    NOTHING_THERE("Inga uppgifter"),
    /** svaret uteblev eller blev fel */
    NO_ANSWER("Inget svar");

    private final String words;

    AuthorityAnswer(String words) {
        this.words = words;
    }

    /** The result to write in the step. */
    public String write(String details) {
        return details.isBlank() ? words : words + ". " + details.strip();
    }

    /** What a written result says; empty when it says none of the three. */
    public static Optional<AuthorityAnswer> read(String result) {
        String start = result.strip().toLowerCase(Locale.ROOT);
        for (AuthorityAnswer answer : values()) {
            if (start.startsWith(answer.words.toLowerCase(Locale.ROOT))) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    /** The part of a written result that follows the words of the answer. */
    public static String details(String result) {
        return read(result).map(answer -> result.strip().substring(answer.words.length()).replaceFirst("^[.:]?\\s*", "")).orElse(result);
    }
}
