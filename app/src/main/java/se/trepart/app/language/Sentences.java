package se.trepart.app.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits Swedish text into sentences and words (meningar och ord): knows abbreviations, clock times, dates, initials and amounts. */
final class Sentences {

    /** A line of its own inside a block, such as after a provision's number: ends a sentence. */
    static final char LINE = '\u2028';

    /** Repeats without end are possessive, or few: pasted rubbish of ten thousand parts would overflow the stack, or take minutes. */
    private static final Pattern WORD = Pattern.compile(
            // addresses on the net
            "[\\p{L}\\p{N}._-]{1,64}@[\\p{L}\\p{N}.-]*\\p{L}|(?:https?://|www\\.)[^\\s)”]*[\\p{L}\\p{N}/]"
                    + "|\\p{L}[\\p{L}\\p{N}-]*(?:\\.[\\p{L}\\p{N}-]+){0,5}\\.(?:se|nu|com|org|net|eu)\\b(?:/[^\\s)”]*[\\p{L}\\p{N}/])?"
                    // t.ex., fr.o.m.
                    + "|\\p{L}{1,3}(?:\\.\\p{L}{1,3}){1,5}\\b"
                    // 4 390,50, 9.30, 9–12, 2026-00417, 12:1
                    + "|\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:,\\d+)?(?!\\d)|\\d+(?:[.,:–-]\\d+)*+"
                    + "|\\p{L}[\\p{L}\\p{M}\\p{N}\\u00ad]*(?:[-’'/:]\\p{L}[\\p{L}\\p{M}\\p{N}\\u00ad]*)*+");
    /** After these a sentence goes on. */
    private static final Set<String> GOES_ON = Set.of("t.ex", "bl.a", "p.g.a", "fr.o.m", "t.o.m", "d.v.s", "dvs", "s.k", "f.k", "f.d", "kl",
            "kap", "nr", "tel", "tfn", "ca", "enl", "ang", "avs", "jfr", "inkl", "exkl", "resp", "ev", "st", "avd", "tf", "max", "min", "s",
            "sid");
    private static final String CLOSING = ")]”\"’»";
    private static final String OPENING = "([”\"’»–-";

    private Sentences() {}

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = end(text, i);
            if (end > 0) {
                add(sentences, text, from, end);
                from = end;
                i = end - 1;
            }
        }
        add(sentences, text, from, text.length());
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, int from, int to) {
        List<Word> words = words(text, from, to);
        if (!words.isEmpty()) {
            int begin = from;
            while (Character.isWhitespace(text.charAt(begin)) || text.charAt(begin) == LINE) {
                begin++;
            }
            sentences.add(new Sentence(begin, to, words));
        }
    }

    /** Where the sentence ends that has its last mark at {@code i}; 0 when none ends there. */
    private static int end(String text, int i) {
        char mark = text.charAt(i);
        if (mark == LINE) {
            return i + 1;
        }
        if (mark != '.' && mark != '?' && mark != '!' && mark != '…') {
            return 0;
        }
        int end = i + 1;
        while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int next = end;
        while (next < text.length() && space(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return end;
        }
        boolean gap = next > end;
        char first = text.charAt(next);
        boolean begins = Character.isUpperCase(first) || Character.isDigit(first) || OPENING.indexOf(first) >= 0;
        return gap && begins && (mark != '.' || ends(text, i, first)) ? end : 0;
    }

    /** Whether the full stop at {@code dot} ends a sentence rather than an abbreviation, an initial or an ordinal. */
    private static boolean ends(String text, int dot, char next) {
        int from = dot;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        String before = text.substring(from, dot);
        if (before.length() == 1 && Character.isUpperCase(before.charAt(0))) {
            return false;
        }
        return !GOES_ON.contains(before.toLowerCase(Locale.ROOT)) || before.equals("ca") && Character.isUpperCase(next);
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
    }

    private static List<Word> words(String text, int from, int to) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text).region(from, to);
        while (matcher.find()) {
            String word = matcher.group();
            boolean comma = matcher.end() < text.length() && text.charAt(matcher.end()) == ',';
            words.add(new Word(word, word.replace("\u00ad", "").toLowerCase(Locale.ROOT), matcher.start(), matcher.end(), comma));
        }
        return words;
    }
}
