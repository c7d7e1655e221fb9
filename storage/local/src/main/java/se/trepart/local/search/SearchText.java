package se.trepart.local.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names and numbers are made comparable: lower case; å, ä and ö stay letters of their own while other accents fall away (é as e);
 * numbers lose their hyphens.
 */
final class SearchText {

    private static final Pattern SPACE = Pattern.compile("[\\s,.]+");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d+-]*(t\\d*)?");
    private static final Pattern HYPHEN = Pattern.compile("[-+]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private SearchText() {}

    /** The words to look for, each as the start of a word. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : SPACE.split(folded(text))) {
            if (NUMBER.matcher(part).matches()) {
                words.add(HYPHEN.matcher(part).replaceAll(""));
            } else {
                for (String word : NO_LETTER.split(part)) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            }
        }
        return words;
    }

    static String folded(String text) {
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (composed.chars().allMatch(c -> c < 0x80)) {
            return composed;
        }
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            if (c == 'å' || c == 'ä' || c == 'ö' || c < 0x80) {
                folded.appendCodePoint(c);
            } else {
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .codePoints()
                        .filter(d -> Character.getType(d) != Character.NON_SPACING_MARK)
                        .forEach(folded::appendCodePoint);
            }
        });
        return folded.toString();
    }
}
