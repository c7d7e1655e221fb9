package se.trepart.model.letter;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LetterOutlineTest {

    /** As a caseworker would say it: the parts every letter of the kind has, from top to bottom. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANTED            | besked, varför, räkning, gör nu, lagen, beslutat, överklaga, frågor
            PARTLY             | besked, varför, räkning, gör nu, lagen, beslutat, överklaga, frågor
            REFUSED            | besked, varför, gör nu, lagen, beslutat, överklaga, frågor
            DISMISSED          | besked, varför, gör nu, lagen, beslutat, överklaga, frågor
            WITHDRAWN          | besked, gör nu, beslutat, överklaga, frågor
            COMMUNICATION      | besked, varför, svara, annars, lagen, frågor
            COMPLETION_REQUEST | besked, lämna in, svara, annars, frågor
            REFERRAL_COPY      | besked, varför, text, gör nu, annars, frågor
            CASEWORKER_CHANGE  | besked, gör nu, frågor
            CONFIRMATION       | besked, när, gör nu, frågor
            DELAY              | besked, varför, gör nu, lagen, frågor
            OWN                | besked, frågor
            RECOVERY_NOTICE    | besked, varför, svara, annars, lagen, frågor
            RECOVERY           | besked, varför, betala, annars, lagen, beslutat, frågor
            """)
    void everyKindHasItsPartsInTheOrderOfReading(LetterKind kind, String parts) {
        assertThat(kind.parts()
                .stream()
                .filter(LetterOutline.Part::always)
                .map(part -> inWords(part.part()))
                .collect(Collectors.joining(", "))).isEqualTo(parts);
    }

    /** lättläst: nothing is left out, what to do comes before why, and the law comes last of all that must be told. */
    @ParameterizedTest
    @EnumSource
    void anEasyLetterHasTheSamePartsInAnotherOrder(LetterKind kind) {
        List<LetterOutline.Part> easy = LetterOutline.easy(kind);
        assertThat(easy).containsExactlyInAnyOrderElementsOf(kind.parts()).extracting(LetterOutline.Part::easy).doesNotHaveDuplicates();
        List<LetterPart> parts = easy.stream().map(LetterOutline.Part::part).toList();
        assertThat(parts).startsWith(LetterPart.RESULT).endsWith(LetterPart.QUESTIONS);
        if (parts.contains(LetterPart.LAW)) {
            assertThat(parts.indexOf(LetterPart.LAW)).isEqualTo(parts.size() - 2);
        }
        if (parts.contains(LetterPart.WHY) && parts.contains(LetterPart.DO_NOW)) {
            assertThat(parts.indexOf(LetterPart.DO_NOW)).isLessThan(parts.indexOf(LetterPart.WHY));
        }
    }

    /** letters.md: the child only where there is one, R19: no appeal where nothing is decided. */
    @ParameterizedTest
    @EnumSource
    void everyKindBeginsWithTheMessageAndEndsWithWhomToAsk(LetterKind kind) {
        List<LetterPart> parts = kind.parts().stream().map(LetterOutline.Part::part).toList();
        assertThat(parts).startsWith(LetterPart.RESULT).endsWith(LetterPart.QUESTIONS).doesNotHaveDuplicates();
        assertThat(kind.parts().stream().filter(part -> part.part() == LetterPart.CHILDREN)).noneMatch(LetterOutline.Part::always);
        assertThat(parts.contains(LetterPart.APPEAL)).isEqualTo(kind.tellsDecision());
        assertThat(parts.contains(LetterPart.DECIDER)).isEqualTo(kind.tellsDecision() || kind == LetterKind.RECOVERY);
    }

    /** S11: the same words in the heading, the title and the name of the file, and no outcome in the latter. */
    @Test
    void theFileIsCalledWhatTheLetterIs() {
        assertThat(LetterKind.COMPLETION_REQUEST.fileStem()).isEqualTo("vi-behover-mer-fran-dig");
        assertThat(List.of(LetterKind.values())).allSatisfy(kind -> assertThat(kind.fileStem()).matches("[a-z-]+"));
        assertThat(List.of(LetterKind.GRANTED, LetterKind.REFUSED, LetterKind.DISMISSED))
                .allMatch(kind -> kind.fileStem().equals("beslut"));
    }

    @ParameterizedTest
    @EnumSource
    void aPartIsFoundByItsMark(LetterPart part) {
        assertThat(part.mark()).matches("[a-z-]+");
        assertThat(LetterPart.of(part.mark())).isEqualTo(part);
    }

    private static String inWords(LetterPart part) {
        return switch (part) {
            case RESULT -> "besked";
            case BRIDGE -> "bro";
            case WHY -> "varför";
            case REFUSALS -> "nej till";
            case CHILDREN -> "barnen";
            case SUMS -> "räkning";
            case PAYMENT -> "betala";
            case DO_NOW -> "gör nu";
            case HAND_IN -> "lämna in";
            case WHEN_WHERE -> "när";
            case OTHERWISE -> "annars";
            case ANSWER -> "svara";
            case LAW -> "lagen";
            case DECIDER -> "beslutat";
            case APPEAL -> "överklaga";
            case QUESTIONS -> "frågor";
            case TEXT -> "text";
        };
    }
}
