package se.trepart.app.language;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Du får pengar. De kommer i maj.                       | 2
            Mötet är kl. 9.30. Kom i tid.                         | 2
            Beslut enligt 12 kap. 1 § i lagen.                    | 1
            Ta med t.ex. Kvitton och annat.                       | 1
            Fråga J. B. Lind om du undrar.                        | 1
            Det var den 1. december.                              | 1
            Du bor på Storgatan 12. Kl. 9 ringer vi.              | 2
            Ring oss! Vi svarar. Kan du inte? Skriv då.           | 4
            Läs mer på exempelstad.se. Skriv till a.b@exempel.se. | 2
            Du får 4 390,50 kronor.                               | 1
            Han sa: ”Jag kommer.” Sedan gick han.                 | 2
            Hyra, el m.m. Vi räknar på det.                       | 2
            """)
    void endsWhereAReaderWouldStop(String text, int sentences) {
        assertThat(Sentences.of(text)).hasSize(sentences);
    }

    @Test
    void countsAnAmountADateAndAnAddressAsTheyAreRead() {
        assertThat(words("Du får 4\u00a0390 kronor.")).containsExactly("Du", "får", "4\u00a0390", "kronor");
        assertThat(words("Den 1 december 2026 kl. 9.30")).containsExactly("Den", "1", "december", "2026", "kl", "9.30");
        assertThat(words("Skriv till ekonomi@exempelstad.se eller www.exempel.se/a.")).containsExactly("Skriv", "till",
                "ekonomi@exempelstad.se", "eller", "www.exempel.se/a");
        assertThat(words("och/eller t.ex. EU:s Marie-Louise Świątek")).containsExactly("och/eller", "t.ex", "EU:s", "Marie-Louise",
                "Świątek");
    }

    private static List<String> words(String text) {
        return Sentences.of(text).stream().flatMap(s -> s.words().stream()).map(Word::text).toList();
    }
}
