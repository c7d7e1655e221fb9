package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;

import se.trepart.app.letter.Lacking.Lack;
import se.trepart.model.letter.RecoveryLack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LackingTest {

    private static final String PREFIX = "lack.";

    @Test
    void whatALetterLacksHasWordsAndNoWordsAreLeftOver() throws IOException {
        try (InputStreamReader in = new InputStreamReader(LetterWords.class.getResourceAsStream("words.properties"),
                StandardCharsets.UTF_8)) {
            assertThat(new PropertyResourceBundle(in).keySet().stream().filter(key -> key.startsWith(PREFIX)))
                    .containsExactlyInAnyOrderElementsOf(Stream.<Enum<?>>concat(Stream.of(Lack.values()), Stream.of(RecoveryLack.values()))
                            .map(lack -> PREFIX + lack.name())
                            .toList());
        }
    }
}
