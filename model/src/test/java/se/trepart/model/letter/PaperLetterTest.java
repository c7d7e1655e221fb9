package se.trepart.model.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.Sample;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.letter.PaperLetter.State;
import se.trepart.model.letter.Sending.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaperLetterTest {

    private static final UUID KARIN = Sample.id("karin");

    private static Letter draft() {
        return Letter.write(Sample.id("letter"), Sample.application(ApplicationKind.NEW), LetterKind.COMPLETION_REQUEST, Sample.id("amina"),
                "1", "", "", KARIN, Sample.TODAY);
    }

    private static Letter sent(Way way) {
        return draft().markSent(new Sending(way, Sample.TODAY, KARIN), "ab", Sample.household());
    }

    /** @param pages such as "1 2": what came out, then what did not, as "1 2/3" */
    private static LetterPrint print(int minute, UUID letter, String pages) {
        String[] parts = (pages + "/").split("/", -1);
        return new LetterPrint(Sample.id("print" + minute), draft().unitId(), draft().caseId(), letter, Instant.ofEpochSecond(60L * minute),
                Sample.TODAY, KARIN, "Kontoret", numbers(parts[0]), numbers(parts[1]));
    }

    private static List<Integer> numbers(String words) {
        return Stream.of(words.strip().split(" ")).filter(word -> !word.isEmpty()).map(Integer::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # prints, one after the other: pages that came out / pages that did not | state   | left
                                   | WAITING |
            1 2 3                  | PRINTED |
            1/2 3                  | FAILED  | 2 3
            1/2 3; 2               | FAILED  | 3
            1/2 3; 2 3             | PRINTED |
            1 2 3; /2              | FAILED  | 2
            /1 2 3; 1 2 3          | PRINTED |
            """)
    void whatHasNotComeOutIsLeft(String prints, State state, String left) {
        List<LetterPrint> all = new ArrayList<>();
        if (prints != null) {
            for (String one : prints.split(";")) {
                // the latest first: the order they are read in says nothing
                all.addFirst(print(all.size(), sent(Way.POST).id(), one));
            }
        }
        all.add(print(99, Sample.id("another letter"), "/1"));
        PaperLetter paper = PaperLetter.of(sent(Way.POST), all).orElseThrow();
        assertThat(paper.state()).isEqualTo(state);
        assertThat(paper.left()).isEqualTo(left == null ? List.of() : numbers(left));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyWhatGoesByPostIsPutOnPaper(Way way) {
        assertThat(PaperLetter.of(sent(way), List.of()).isPresent()).isEqualTo(way == Way.POST);
    }

    @Test
    void aDraftIsNotPutOnPaperWithTheDaysLetters() {
        assertThat(PaperLetter.of(draft(), List.of())).isEmpty();
    }

    @Test
    void whatNoPdfWasKeptOfIsNotPutOnPaper() {
        Letter without = draft().markSent(new Sending(Way.POST, Sample.TODAY, KARIN), "", Sample.household());
        assertThat(PaperLetter.of(without, List.of())).isEmpty();
    }
}
