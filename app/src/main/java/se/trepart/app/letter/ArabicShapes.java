package se.trepart.app.letter;

import java.util.Map;
import java.util.stream.Collectors;

import se.trepart.model.Table;

/**
 * The shapes of Arabic and Persian letters (bokstavsformer): a letter looks otherwise where it joins the one before or after. Text without
 * vowel signs, as letters are written.
 */
final class ArabicShapes {

    private static final char LAM = '\u0644';
    /** lam and one of these are one letter; in the order of their shapes */
    private static final String ALEFS = "\u0622\u0623\u0625\u0627";
    private static final char FIRST_LAM_ALEF = '\ufef5';

    private static final Map<Character, Shapes> LETTERS = Table.read(ArabicShapes.class, "arabic-shapes.csv")
            .stream()
            .collect(Collectors.toUnmodifiableMap(row -> (char) Integer.parseInt(row.text("letter"), 16),
                    row -> new Shapes((char) Integer.parseInt(row.text("first"), 16), Integer.parseInt(row.text("shapes")))));

    private ArabicShapes() {}

    /** @param count one that never joins has 1, one that joins only the letter before 2, the others 4 */
    private record Shapes(char first, int count) {

        char at(boolean before, boolean after) {
            int place = (before && count > 1 ? 1 : 0) + (after && count > 2 ? 2 : 0);
            return (char) (first + place);
        }
    }

    /** The same text, still in the order it is read, each letter in its shape. */
    static String shape(String text) {
        StringBuilder shaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            Shapes shapes = LETTERS.get(text.charAt(i));
            boolean before = i > 0 && joinsNext(text.charAt(i - 1));
            int alef = text.charAt(i) == LAM && i + 1 < text.length() ? ALEFS.indexOf(text.charAt(i + 1)) : -1;
            if (shapes == null) {
                shaped.append(text.charAt(i));
            } else if (alef >= 0) {
                shaped.append((char) (FIRST_LAM_ALEF + 2 * alef + (before ? 1 : 0)));
                i++;
            } else {
                shaped.append(shapes.at(before, i + 1 < text.length() && joinsBefore(text.charAt(i + 1))));
            }
        }
        return shaped.toString();
    }

    private static boolean joinsNext(char letter) {
        Shapes shapes = LETTERS.get(letter);
        return shapes != null && shapes.count() == 4;
    }

    private static boolean joinsBefore(char letter) {
        Shapes shapes = LETTERS.get(letter);
        return shapes != null && shapes.count() > 1;
    }
}
