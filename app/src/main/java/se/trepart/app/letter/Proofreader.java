package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.Registers;
import se.trepart.app.language.Block;
import se.trepart.app.language.Check;
import se.trepart.app.language.Colour;
import se.trepart.app.language.Finding;
import se.trepart.app.language.FindingWords;
import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterCase;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.Measures;
import se.trepart.app.language.Weight;
import se.trepart.app.text.Texts;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.letter.KeptFinding;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

/**
 * Reads a letter as its reader will (korrekturläsning): the plain-language check of the whole letter, with what the case knows. Off the
 * JavaFX thread.
 */
final class Proofreader {

    /** The text as a whole is red: no check of its own, but it is kept as one. */
    private static final String HARD = "HARD_TEXT";

    private final LetterOffice office;
    private final Texts texts;
    private final FindingWords words;
    private volatile @Nullable KnownNames names;

    Proofreader(LetterOffice office, Texts texts) {
        this.office = office;
        this.texts = texts;
        words = new FindingWords(texts);
    }

    /** A letter as it is handed to the check. */
    private record Copy(Letter letter, LetterPage page, LetterText text, LetterCase about) {

        @Override
        public String toString() {
            return "Copy[…]";
        }
    }

    /**
     * At once: spelling only of words that have been looked up before.
     *
     * @throws LetterProblem when a template is broken
     */
    LetterRemarks read(Letter letter, CaseDocuments documents, Registers registers) {
        return copy(letter, documents, registers).map(this::read).orElse(LetterRemarks.NOTHING);
    }

    /** Whether there is more to be said by {@link #readMore}. */
    boolean spells() {
        return office.language().spells();
    }

    /**
     * Looks up the words that have not been, which takes time; empty when all are spelt right.
     *
     * @throws LetterProblem when a template is broken
     */
    Optional<LetterRemarks> readMore(Letter letter, CaseDocuments documents, Registers registers) {
        return copy(letter, documents, registers).filter(copy -> office.language().lookUp(copy.text(), copy.about())).map(this::read);
    }

    private Optional<Copy> copy(Letter letter, CaseDocuments documents, Registers registers) {
        return office.page(letter, documents, registers)
                .map(page -> new Copy(letter, page, LetterText.ofHtml(office.draft(page)), about(page, documents, registers)));
    }

    private LetterRemarks read(Copy copy) {
        Letter letter = copy.letter();
        LetterText text = copy.text();
        Findings findings = office.language().check(text, copy.about());
        TypedPlaces places = new TypedPlaces(letter, text);
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : findings.all()) {
            Block block = finding.block() < 0 ? null : text.blocks().get(finding.block());
            remarks.add(remark(letter, finding, block, block == null ? null : places.of(finding, block)));
        }
        if (!copy.page().missing().isEmpty()) {
            // what the letter lacks is said already; the parts it would stand in are not to be talked of twice
            remarks.removeIf(remark -> remark.place() == null || remark.check().equals(Check.EMPTY_PART.name()));
        } else if (findings.colour() == Colour.RED) {
            remarks.add(hard(letter, findings.measures()));
        }
        return new LetterRemarks(remarks, findings.measures(), findings.colour());
    }

    private Remark remark(Letter letter, Finding finding, @Nullable Block block, @Nullable TypedPlace place) {
        String check = finding.check().name();
        String quote = block == null ? "" : block.text().substring(finding.from(), finding.to());
        String sentence = sentence(finding, block);
        return new Remark(check, finding.weight(), words.of(finding), sentence, quote, where(letter, place), finding.instead(), place,
                kept(letter, check, quote, sentence));
    }

    /** What a reason to keep the words holds for; empty for the letter as a whole. */
    private static String sentence(Finding finding, @Nullable Block block) {
        if (block == null) {
            // a part that is missing; other figures of the whole letter change with every word
            return finding.check() == Check.MISSING_PART ? finding.value() : "";
        }
        // a name is spelt as it is wherever it stands
        return finding.check() == Check.SPELLING ? "" : block.sentenceAround(finding.from(), finding.to());
    }

    private Remark hard(Letter letter, Measures measures) {
        String text = texts.of("letter.language.hard", Math.round(measures.lix()), Math.round(measures.average()));
        return new Remark(HARD, Weight.WARNING, text, "", "", texts.of("letter.language.whole"), List.of(), null,
                kept(letter, HARD, "", ""));
    }

    private String where(Letter letter, @Nullable TypedPlace place) {
        if (place == null) {
            return texts.of("letter.language.elsewhere");
        }
        return texts.name(switch (place.where()) {
            case HEADING -> "letter.heading";
            case WHY -> "letter.why-label";
            case WHAT_NOW -> "letter.what-now-label";
        }, letter.kind());
    }

    private static @Nullable KeptFinding kept(Letter letter, String check, String quote, String sentence) {
        return letter.chosen().kept().stream().filter(kept -> kept.of(check, quote, sentence)).findFirst().orElse(null);
    }

    /** S6, S7: the journal that nothing should be pasted from, and what is said of these children and no others. */
    private LetterCase about(LetterPage page, CaseDocuments documents, Registers registers) {
        Stream<String> children = documents.household()
                .children()
                .stream()
                .flatMap(child -> Stream.of(child.person().firstName(), child.school()));
        Stream<String> amount = page.body() instanceof LetterBody.Decided decided ? Stream.of(decided.amount()) : Stream.empty();
        int count = page.body() instanceof LetterBody.Decided decided ? decided.childCount() : -1;
        return new LetterCase(page.kind(), page.sender().board(), count,
                Stream.concat(children, amount).map(String::strip).filter(fact -> !fact.isEmpty()).toList(),
                documents.notes().stream().map(JournalNote::text).toList(), page.easy(), names(documents, registers));
    }

    private KnownNames names(CaseDocuments documents, Registers registers) {
        KnownNames known = names;
        if (known == null || !known.of(documents, registers)) {
            known = new KnownNames(documents, registers);
            names = known;
        }
        return known;
    }
}
