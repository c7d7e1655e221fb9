package se.trepart.app.letter;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Why a letter cannot be written; the message is Swedish, for the caseworker, and holds no personal data. */
public abstract sealed class LetterProblem extends RuntimeException {

    private static final LetterWords WORDS = new LetterWords();

    private LetterProblem(String message) {
        super(message);
    }

    private LetterProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Where it is and what to do about it. */
    String words() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    /** A part that the kind of letter must have is empty. */
    public static final class Incomplete extends LetterProblem {

        private final List<String> missing;

        public Incomplete(List<String> missing) {
            super(WORDS.of("problem.incomplete", String.join(", ", missing)));
            this.missing = List.copyOf(missing);
        }

        /** The parts, as the caseworker calls them. */
        public List<String> missing() {
            return missing;
        }
    }

    /** A character that none of the letter's typefaces has: it would print as an empty box or #. */
    public static final class UnprintableCharacter extends LetterProblem {

        private final int codePoint;

        public UnprintableCharacter(int codePoint) {
            super(WORDS.of("problem.unprintable", Character.toString(codePoint), String.format(Locale.ROOT, "U+%04X", codePoint)));
            this.codePoint = codePoint;
        }

        public int codePoint() {
            return codePoint;
        }
    }

    /** The PDF of a sent letter is neither on this workstation nor to be had from the central store. It is never written anew. */
    public static final class NotHere extends LetterProblem {

        NotHere() {
            super(WORDS.of("problem.not-here"));
        }
    }

    /** The letter is written with a template of the municipality's that is not on this workstation. */
    public static final class TemplateNotHere extends LetterProblem {

        TemplateNotHere() {
            super(WORDS.of("problem.template-not-here"));
        }
    }

    /** A template that cannot be used. */
    public static final class BrokenTemplate extends LetterProblem {

        private final String template;
        private final int line;
        private final String why;

        /**
         * @param line 0 when no line of the template is to blame
         * @param why a whole sentence
         */
        BrokenTemplate(String template, int line, String why, @Nullable Throwable cause) {
            super(line > 0 ? WORDS.of("problem.template-line", template, line, why) : WORDS.of("problem.template", template, why), cause);
            this.template = template;
            this.line = line;
            this.why = why;
        }

        public String template() {
            return template;
        }

        /** The cause, a whole sentence. */
        public String why() {
            return why;
        }

        public int line() {
            return line;
        }
    }
}
