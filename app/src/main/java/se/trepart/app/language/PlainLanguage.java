package se.trepart.app.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The plain-language check (klarspråkskontrollen). Reads its lists once; may be used by several threads at a time. R36 */
public final class PlainLanguage {

    private final List<LanguageCheck> checks;
    private final @Nullable SpellingCheck spelling;

    private PlainLanguage(List<LanguageCheck> checks, @Nullable SpellingCheck spelling) {
        this.checks = List.copyOf(checks);
        this.spelling = spelling;
    }

    /** With the lists that come with the program, without spelling. */
    public static PlainLanguage shipped() {
        return new PlainLanguage(List.of(new WordCheck(WordList.shipped()), new AbbreviationCheck(), new CapitalCheck(),
                new SentenceLengthCheck(), new VerbPlaceCheck(), new AttributeCheck(), new PassiveCheck(), new NounCheck(),
                new EmptyVerbCheck(), new NakedNounCheck(), new EnumerationCheck(), new LawCheck(), new LayoutCheck(), new OutlineCheck(),
                new AnswerCheck(), new ChildrenCheck(), new DecisionsCheck(), new FixedTextCheck(), new JournalCheck()), null);
    }

    /** Tells of spelling too, of words that have been looked up, see {@link #lookUp}. */
    public static PlainLanguage withSpelling() {
        return new PlainLanguage(shipped().checks, new SpellingCheck(new Spelling()));
    }

    /** A text of which nothing is known but its words. */
    public Findings check(LetterText letter) {
        return check(letter, LetterCase.UNKNOWN);
    }

    public Findings check(LetterText letter, LetterCase about) {
        FindingList found = new FindingList();
        checks.forEach(check -> check.look(letter, about, found));
        if (spelling != null) {
            // last: it is silent where another check has said something of the word
            spelling.look(letter, about, found);
        }
        List<Finding> all = new ArrayList<>(found.found());
        all.sort(Comparator.comparingInt((Finding f) -> f.block() < 0 ? Integer.MAX_VALUE : f.block())
                .thenComparingInt(Finding::from)
                .thenComparing(Finding::weight)
                .thenComparing(Finding::check));
        return new Findings(all, Measures.of(letter, Limits.of(about)));
    }

    /** Whether words are looked up at all. */
    public boolean spells() {
        return spelling != null;
    }

    /**
     * Looks up the letter's words in the word list: those that have not been, and the first time the list is read, which takes a second. Answers
     * whether there is anything to tell of them.
     */
    public boolean lookUp(LetterText letter, LetterCase about) {
        return spelling != null && spelling.lookUp(letter, about);
    }
}
