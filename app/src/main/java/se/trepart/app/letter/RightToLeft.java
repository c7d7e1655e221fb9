package se.trepart.app.letter;

import java.text.Bidi;
import java.util.regex.Pattern;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Lets the layout write Arabic and Persian from right to left (skrift från höger till vänster). What the layout's own module for it would bring
 * is a library of 14 MB for these few lines; the rules of direction are the JDK's.
 */
final class RightToLeft implements BidiReorderer {

    private static final String BRACKETS = "()[]{}<>«»";

    @Override
    public String reorderRTLTextToLTR(String text) {
        StringBuilder reversed = new StringBuilder(text).reverse();
        for (int i = 0; i < reversed.length(); i++) {
            int bracket = BRACKETS.indexOf(reversed.charAt(i));
            if (bracket >= 0) {
                reversed.setCharAt(i, BRACKETS.charAt(bracket ^ 1));
            }
        }
        return reversed.toString();
    }

    @Override
    public String shapeText(String text) {
        return ArabicShapes.shape(text);
    }

    /** The typeface has every shape: see {@link LetterFonts}. */
    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Finds the runs of one direction in a paragraph. */
    static final class Splitter implements BidiSplitter {

        private static final Pattern NUMBER = Pattern.compile("\\d[\\d \u00a0–-]*\\d");

        private Bidi bidi = new Bidi(" ", Bidi.DIRECTION_LEFT_TO_RIGHT);
        private byte[] levels = new byte[0];
        private Integer[] order = new Integer[0];

        @Override
        public void setParagraph(String paragraph, byte defaultDirection) {
            bidi = new Bidi(numbersAsWords(paragraph),
                    defaultDirection == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            int count = bidi.getRunCount();
            levels = new byte[count];
            order = new Integer[count];
            for (int i = 0; i < count; i++) {
                levels[i] = (byte) bidi.getRunLevel(i);
                order[i] = i;
            }
            if (count > 0) {
                Bidi.reorderVisually(levels, 0, order, 0, count);
            }
        }

        /** A telephone number or the number of a case is read from left to right as a whole, as if it were a foreign word. */
        private static String numbersAsWords(String paragraph) {
            return NUMBER.matcher(paragraph).replaceAll(number -> "a".repeat(number.group().length()));
        }

        @Override
        public int countTextRuns() {
            return order.length;
        }

        @Override
        public BidiTextRun getVisualRun(int runIndex) {
            int run = order[runIndex];
            return new BidiTextRun(bidi.getRunStart(run), bidi.getRunLimit(run) - bidi.getRunStart(run), levels[run] % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return paragraph.codePoints()
                    .map(Character::getDirectionality)
                    .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                    .mapToObj(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? LTR : RTL)
                    .findFirst()
                    .orElse(NEUTRAL);
        }
    }
}
