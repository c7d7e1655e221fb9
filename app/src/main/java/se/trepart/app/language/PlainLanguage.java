package se.trepart.app.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The plain-language check (klarspråkskontrollen). Reads its lists once; may be used by several threads at a time. R36 */
public final class PlainLanguage {

    private final List<LanguageCheck> checks;

    private PlainLanguage(List<LanguageCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** With the lists that come with the program. */
    public static PlainLanguage shipped() {
        return new PlainLanguage(List.of(new WordCheck(WordList.shipped()), new AbbreviationCheck(), new CapitalCheck(),
                new SentenceLengthCheck(), new VerbPlaceCheck(), new AttributeCheck(), new PassiveCheck(), new NounCheck(),
                new EmptyVerbCheck(), new NakedNounCheck(), new EnumerationCheck(), new LawCheck(), new LayoutCheck(), new OutlineCheck(),
                new AnswerCheck(), new ChildrenCheck(), new DecisionsCheck(), new FixedTextCheck(), new JournalCheck()));
    }

    /** A text of which nothing is known but its words. */
    public Findings check(LetterText letter) {
        return check(letter, LetterCase.UNKNOWN);
    }

    public Findings check(LetterText letter, LetterCase about) {
        FindingList found = new FindingList();
        checks.forEach(check -> check.look(letter, about, found));
        List<Finding> all = new ArrayList<>(found.found());
        all.sort(Comparator.comparingInt((Finding f) -> f.block() < 0 ? Integer.MAX_VALUE : f.block())
                .thenComparingInt(Finding::from)
                .thenComparing(Finding::weight)
                .thenComparing(Finding::check));
        return new Findings(all, Measures.of(letter, Limits.of(about)));
    }
}
