package se.trepart.app.letter;

import java.util.List;
import java.util.UUID;

import se.trepart.app.language.Colour;
import se.trepart.app.language.Weight;
import se.trepart.app.letter.TypedPlace.Where;
import se.trepart.model.letter.KeptFinding;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LetterRemarksTest {

    private static final Remark SENTENCE = remark("sentence", Weight.WARNING, new TypedPlace(Where.WHY, 0, 90));
    private static final Remark FIRST_WORD = remark("first", Weight.WARNING, new TypedPlace(Where.WHY, 0, 8));
    private static final Remark LAST_WORD = remark("last", Weight.BLOCK, new TypedPlace(Where.WHY, 80, 90));
    private static final Remark NOW = remark("now", Weight.WARNING, new TypedPlace(Where.WHAT_NOW, 4, 9));
    private static final Remark NOTE = remark("note", Weight.NOTE, new TypedPlace(Where.WHY, 20, 25));
    private static final Remark TEMPLATE = remark("template", Weight.BLOCK, null);
    private static final LetterRemarks ALL = new LetterRemarks(List.of(NOTE, SENTENCE, FIRST_WORD, NOW, LAST_WORD, TEMPLATE), null,
            Colour.YELLOW);

    private static Remark remark(String check, Weight weight, @Nullable TypedPlace place) {
        return new Remark(check, weight, "", "", "ord", "", List.of(), place, null);
    }

    @Test
    void theNextIsTheNextInTheTextAndEveryOneIsReached() {
        assertThat(ALL.next(null, Where.HEADING, -1, 1)).contains(SENTENCE);
        assertThat(ALL.next(SENTENCE, Where.WHY, 0, 1)).as("begins at the same word").contains(FIRST_WORD);
        assertThat(ALL.next(FIRST_WORD, Where.WHY, 0, 1)).contains(LAST_WORD);
        assertThat(ALL.next(null, Where.WHY, 85, 1)).contains(NOW);
        assertThat(ALL.next(NOW, Where.WHAT_NOW, 4, 1)).as("from the top again").contains(SENTENCE);
        assertThat(ALL.next(null, Where.WHAT_NOW, 2, -1)).contains(LAST_WORD);
        assertThat(LetterRemarks.NOTHING.next(null, Where.WHY, 0, 1)).isEmpty();
    }

    @Test
    void theKeysMeanTheFewestWordsAtTheCaret() {
        assertThat(ALL.at(Where.WHY, 5, _ -> true)).contains(FIRST_WORD);
        assertThat(ALL.at(Where.WHY, 50, Remark::keepable)).contains(SENTENCE);
        assertThat(ALL.at(Where.WHY, 85, Remark::keepable)).as("a block is not kept").contains(SENTENCE);
    }

    @Test
    void R36_aBlockThatCannotBeMendedHereAsksForAReasonAsAWarningDoes() {
        assertThat(ALL.stopping()).containsExactly(LAST_WORD);
        assertThat(ALL.asking()).containsExactly(TEMPLATE, SENTENCE, FIRST_WORD, NOW);
        Remark kept = new Remark("template", Weight.BLOCK, "", "", "", "", List.of(), null,
                new KeptFinding("template", "", "", "Mallen rättas i morgon.", new UUID(1, 1)));
        assertThat(new LetterRemarks(List.of(kept, NOTE), null, Colour.YELLOW).sendable()).isTrue();
        assertThat(new LetterRemarks(List.of(kept, LAST_WORD), null, Colour.YELLOW).sendable()).isFalse();
    }
}
