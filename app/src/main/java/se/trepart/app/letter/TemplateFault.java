package se.trepart.app.letter;

import java.util.List;

import se.trepart.app.text.Texts;

/**
 * What is wrong with a letter template (fel i en brevmall), where, and why.
 *
 * @param line of the template, from 1; 0 when it is about the template as a whole
 * @param values what its sentence names, such as the field that does not exist
 */
record TemplateFault(int line, Cause cause, List<String> values) {

    /** What can be wrong. */
    enum Cause {
        TOO_LONG,
        UNKNOWN_FIELD,
        UNKNOWN_PIECE,
        UNKNOWN_TAG,
        WRONG_VALUES,
        UNREADABLE,
        NOT_ENDED,
        NO_END,
        NO_BEGINNING,
        LOOP,
        LIST,
        ELEMENT,
        ATTRIBUTE,
        BAD_ELEMENT,
        UNCLOSED,
        UNOPENED,
        CROSSED,
        OUTSIDE,
        INSIDE,
        CHARACTER,
        NOT_FREE,
        MISSING,
        SOMETIMES,
        LEVEL,
        BROKEN
    }

    TemplateFault {
        values = List.copyOf(values);
    }

    static TemplateFault at(int line, Cause cause, String... values) {
        return new TemplateFault(line, cause, List.of(values));
    }

    /** In words, a whole sentence, without the line. */
    String words(Texts texts) {
        String key = "letter.template";
        return texts.of(key + "." + cause.name(), values.toArray());
    }

    /** What stops it from being drawn at all; the rest is about what it lacks. */
    boolean unreadable() {
        return cause != Cause.MISSING && cause != Cause.SOMETIMES && cause != Cause.LEVEL;
    }
}
