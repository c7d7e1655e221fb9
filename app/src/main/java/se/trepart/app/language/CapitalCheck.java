package se.trepart.app.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Du, Ni and Er with a capital inside a sentence (L3). */
final class CapitalCheck extends SentenceCheck {

    private static final Set<String> CALLS = Set.of("Du", "Dig", "Din", "Ditt", "Dina", "Dej", "Ni", "Er", "Ert", "Era");

    @Override
    boolean headings() {
        return true;
    }

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        for (Word word : sentence.words()) {
            if (CALLS.contains(word.text()) && !word.equals(sentence.word(0)) && !begins(block.text(), word.from())) {
                String small = word.text().toLowerCase(Locale.ROOT);
                found.words(Check.CAPITAL, block, word, word, small, List.of(small));
            }
        }
    }

    /** First in a sentence, a quotation, brackets, or after a colon or a line's mark. */
    private static boolean begins(String text, int at) {
        int i = at - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 || !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != ',' && text.charAt(i) != ')';
    }
}
