package se.trepart.app.language;

/**
 * A word, number or address in a block (ord).
 *
 * @param lower in lower case, without soft hyphens
 * @param from where it begins in the block's text
 * @param commaAfter whether a comma follows it
 */
record Word(String text, String lower, int from, int to, boolean commaAfter) {

    boolean number() {
        return Character.isDigit(text.charAt(0));
    }

    boolean capital() {
        return Character.isUpperCase(text.charAt(0));
    }

    boolean isAny(String... words) {
        for (String word : words) {
            if (lower.equals(word)) {
                return true;
            }
        }
        return false;
    }

    long letters() {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
