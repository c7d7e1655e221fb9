package se.trepart.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import se.trepart.app.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageCommandTest {

    private static final String HARD = "Angående din ansökan\n\nSökanden har ej inkommit med erforderliga handlingar.\nBistånd utgår inte.\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void passesAPlainText() throws IOException {
        Path file = Files.writeString(folder.resolve("brev.txt"), "Du får 4 390 kronor för maj. Pengarna kommer den 27 april.\n");
        assertThat(run("language", file.toString())).as(err + "" + out).isEqualTo(Trepart.DONE);
        assertThat(out.toString()).startsWith("Texten som helhet: grönt.").contains("Spärrar: 0. Varningar: 0.");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"brev.txt,UTF-8", "brev.txt,ISO-8859-1", "brev.html,UTF-8"})
    void tellsWhereAndWhatAndDoesNotPassAHardText(String name, String charset) throws IOException {
        String text = name.endsWith("html") ? "<p>" + HARD.replace("\n\n", "</p>\n\n<p>") + "</p>" : HARD;
        Path file = Files.writeString(folder.resolve(name), text, Charset.forName(charset));

        assertThat(run("language", file.toString())).isEqualTo(Trepart.REJECTED);

        assertThat(out.toString()).contains(file + ":3: Varning. ”Sökanden” talar om läsaren",
                file + ":3: Varning. ”ej” låter gammalt. Skriv: inte.", file + ":4: Spärr. ”Bistånd” är ett fackord");
    }

    @Test
    void tellsOfSpelling() throws IOException {
        Path file = Files.writeString(folder.resolve("brev.txt"), "Du får 4 390 kronor i noember.\n");
        assertThat(run("language", file.toString())).isEqualTo(Trepart.DONE);
        assertThat(out.toString()).contains(file + ":1: Varning. ”noember” finns inte i ordlistan. Menade du november");
    }

    @Test
    void answersAsJson() throws IOException {
        Path file = Files.writeString(folder.resolve("brev.txt"), HARD);
        assertThat(run("language", "--json", file.toString())).isEqualTo(Trepart.REJECTED);

        JsonNode answer = new JsonMapper().readTree(out.toString());
        assertThat(answer.get("passed").booleanValue()).isFalse();
        assertThat(answer.get("measures").get("words").intValue()).isEqualTo(13);
        assertThat(answer.get("findings").valueStream().filter(f -> f.get("check").stringValue().equals("SMALL_WORD"))).singleElement()
                .satisfies(f -> {
                    assertThat(f.get("rule").stringValue()).isEqualTo("L17");
                    assertThat(f.get("weight").stringValue()).isEqualTo("WARNING");
                    assertThat(f.get("line").intValue()).isEqualTo(3);
                    assertThat(f.get("quote").stringValue()).isEqualTo("ej");
                    assertThat(f.get("instead").get(0).stringValue()).isEqualTo("inte");
                });
    }

    @Test
    void readsTheProgramsOwnLetterAsPdf() throws Exception {
        Path pdf = folder.resolve("brev.pdf");
        run("letter", CommandLineTest.sample("ansokan-01.json").toString(), "--out", pdf.toString());
        out.getBuffer().setLength(0);

        assertThat(run("language", pdf.toString())).as(out.toString()).isEqualTo(Trepart.DONE);
        assertThat(out.toString()).contains("Spärrar: 0.");
    }

    @Test
    void wrongUsageIsNoVerdict() throws IOException {
        assertThat(run("language")).isEqualTo(Trepart.WRONG_USAGE);
        assertThat(run("language", folder.resolve("saknas.txt").toString())).isEqualTo(Trepart.WRONG_USAGE);
        assertThat(err.toString()).contains("saknas.txt:/: filen finns inte");
        Path picture = Files.write(folder.resolve("bild.png"), new byte[]{1, 0, 2, 0});
        assertThat(run("language", picture.toString())).isEqualTo(Trepart.WRONG_USAGE);
        Path broken = Files.write(folder.resolve("trasig.pdf"), "%PDF-1.7 inget mer".getBytes(StandardCharsets.UTF_8));
        assertThat(run("language", broken.toString())).isEqualTo(Trepart.WRONG_USAGE);
    }

    private int run(String... arguments) {
        return new Trepart(new Console(new Texts(), Clock.systemDefaultZone(), new PrintWriter(out, true), new PrintWriter(err, true)))
                .run(arguments);
    }
}
