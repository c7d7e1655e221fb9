package se.trepart.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import se.trepart.app.intake.EApplicationReader;
import se.trepart.app.letter.LetterPdfTest;
import se.trepart.app.text.Texts;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneId.of("Europe/Stockholm"));

    private static final List<String> BROKEN = List.of("okand-kod.json", "fel-kontrollsiffra.json", "sambo-utan-medsokande.json",
            "negativt-belopp.json", "avklippt.json");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> samples() {
        return IntStream.rangeClosed(1, 12).mapToObj("ansokan-%02d.json"::formatted);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void calculatesToTheOre(String name) throws Exception {
        JsonNode expected = JSON.readTree(sample("expected.json").toFile()).get(name);

        assertThat(run("calculate", sample(name).toString())).isEqualTo(Trepart.DONE);

        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.get("period")).isEqualTo(expected.get("period"));
        assertThat(answer.get("unconfirmed")).isEqualTo(expected.get("unconfirmed"));
        for (String sum : List.of("norm", "costs", "income", "result")) {
            assertThat(answer.get(sum).decimalValue()).as(sum).isEqualByComparingTo(expected.get(sum).decimalValue());
        }
        assertThat(sum(answer, "PERSONAL", "SHARED")).isEqualByComparingTo(expected.get("norm").decimalValue());
        assertThat(sum(answer, "COST")).isEqualByComparingTo(expected.get("costs").decimalValue());
        assertThat(sum(answer, "INCOME")).isEqualByComparingTo(expected.get("income").decimalValue());
    }

    @Test
    void writesAmountsWithTwoDecimalsAndWhoEachLineIsAbout() throws Exception {
        run("calculate", sample("ansokan-03.json").toString());

        assertThat(out.toString()).startsWith("{\"period\":\"2025-09\",\"norm\":8925.00,\"costs\":9710.00,\"income\":11201.50,"
                + "\"result\":-7433.50,\"unconfirmed\":[],\"lines\":[{\"kind\":\"PERSONAL\",\"who\":\"Amina Hassan\","
                + "\"text\":\"Ensamstående vuxen\",\"amount\":3910.00,\"rule\":\"R9\"},");
        assertThat(out.toString()).contains("{\"kind\":\"SHARED\",\"who\":\"hushållet\",\"text\":\"Gemensamma kostnader, 3 personer\"",
                "\"text\":\"Barn 4–6 år, äter lunch utanför hemmet\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsEveryFaultWithFileAndPointer() throws Exception {
        Path file = changed("ansokan-04.json", "\"RENT\"", "\"RENTT\"");
        Files.writeString(file, Files.readString(file).replace("\"channel\": \"E_SERVICE\"", "\"channel\": 1"));

        assertThat(run("calculate", file.toString())).isEqualTo(Trepart.REJECTED);

        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith(file + ":/"));
        assertThat(err.toString()).contains(file + ":/costs/0/costType: okänd kod ”RENTT” (väntade någon av RENT, ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void rejectsAMonthWithoutNorm() throws Exception {
        Path file = changed("ansokan-05.json", "\"periodYear\": 2026", "\"periodYear\": 2031");

        assertThat(run("calculate", file.toString())).isEqualTo(Trepart.REJECTED);
        assertThat(err.toString()).isEqualTo(
                file + ":/periodYear: det finns ingen riksnorm för 2031-11 (väntade en månad under " + "2019, 2024, 2025, 2026)\n");
    }

    @Test
    void rejectsAFileThatIsNotThere() {
        Path file = folder.resolve("saknas å.json");

        assertThat(run("calculate", file.toString())).isEqualTo(Trepart.REJECTED);
        assertThat(err.toString()).isEqualTo(file + ":/: filen finns inte (väntade en ansökningsfil)\n");
    }

    @Test
    void importsTheTwelveTellsEveryFaultOfTheFiveAndStoresNothingTwice() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("import", "--data", folder.resolve("data").toString()));
        for (String name : samples().toList()) {
            arguments.add(sample(name).toString());
        }
        for (String name : BROKEN) {
            arguments.add(3, sample("broken/" + name).toString());
        }

        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Trepart.REJECTED);
        assertThat(out.toString()).endsWith("Inlästa: 12. Redan inlästa: 0. Avvisade: 5.\n");
        assertThat(err.toString().lines().filter(line -> line.contains(".json:/"))).hasSize(6);
        assertThat(err.toString().lines().filter(line -> !line.contains(".json:/"))).singleElement()
                .asString()
                .startsWith(folder.resolve("data") + ": varning: nycklarna ligger oskyddade.");
        assertThat(err.toString()).contains("okand-kod.json:/costs/0/costType: ", "okand-kod.json:/housingForm: ",
                "fel-kontrollsiffra.json:/persons/0/personalNumber: ", "sambo-utan-medsokande.json:/maritalStatus: ",
                "negativt-belopp.json:/costs/0/appliedAmount: är negativt (väntade 0 kronor eller mer)", "avklippt.json:/children/0");

        out.getBuffer().setLength(0);
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Trepart.REJECTED);
        assertThat(out.toString()).endsWith("Inlästa: 0. Redan inlästa: 12. Avvisade: 5.\n");

        out.getBuffer().setLength(0);
        assertThat(run("verify", "--data", folder.resolve("data").toString())).isEqualTo(Trepart.DONE);
        assertThat(out.toString()).contains("allt är helt och läsbart");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesTheLetterThatTheCalculatedSumWouldGive(String name) throws Exception {
        Path pdf = folder.resolve("brev.pdf");

        assertThat(run("letter", sample(name).toString(), "--out", pdf.toString())).as(err.toString()).isEqualTo(Trepart.DONE);

        long lacking = JSON.readTree(sample("expected.json").toFile()).get(name).get("result").decimalValue().negate().longValue();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]", "");
            assertThat(text).contains("Exempelstad", lacking > 0 ? String.valueOf(lacking) : "nej");
        }
    }

    @Test
    void tellsADamagedStore() throws Exception {
        Path data = folder.resolve("data");
        run("import", "--data", data.toString(), sample("ansokan-01.json").toString());
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("trepart.db"));
                var change = database.createStatement()) {
            change.execute("update overlay set body = zeroblob(length(body))");
        }

        assertThat(run("verify", "--data", data.toString())).isEqualTo(Trepart.REJECTED);
        assertThat(err.toString()).contains("ändrat eller flyttat utifrån");
    }

    @Test
    void saysWhereTheWorkstationsSettingsShouldBeAndTouchesNothing() {
        Path config = folder.resolve("trepart.properties");
        Path data = folder.resolve("data");
        assertThat(run("start", "--config", config.toString(), "--data", data.toString())).isEqualTo(Trepart.REJECTED);
        assertThat(err.toString()).startsWith(config + ": inställningarna för den här arbetsplatsen saknas")
                .contains("issuer = https://", "central = https://", "-Prun");
        assertThat(data).doesNotExist();

        err.getBuffer().setLength(0);
        assertThat(run("--config", config.toString())).isEqualTo(Trepart.REJECTED);
        assertThat(err.toString()).startsWith(config.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client-id=t;central=https://c.example                                        | det saknas en rad med issuer
            issuer=https://i.example;central=https://c.example                           | det saknas en rad med client-id
            issuer=http://i.example;client-id=t;central=https://c.example                | issuer ska vara en adress som börjar med https://
            issuer=https://i.example;client-id=t;central=http://c.example                | central ska vara en adress som börjar med https://
            issuer=https://i.example;client-id=t;central=https://c.example;idel-minutes=5 | känner inte till idel-minutes
            issuer=https://i.example;client-id=t;central=https://c.example;idle-minutes=0 | idle-minutes (1–60) ska vara ett heltal
            issuer=https://i.example;client-id=t;central=https://c.example;keys=paper    | keys ska vara system, passphrase eller none
            """)
    void saysWhatIsWrongInTheWorkstationsSettings(String lines, String fault) throws IOException {
        Path config = Files.writeString(folder.resolve("trepart.properties"), lines.replace(';', '\n'));
        assertThat(run("start", "--config", config.toString())).isEqualTo(Trepart.REJECTED);
        assertThat(err.toString()).startsWith(config + ": " + fault);
    }

    @Test
    void aLetterReadsAsARealOne() throws Exception {
        for (String name : List.of("ansokan-01.json", "ansokan-03.json", "ansokan-07.json")) {
            Path pdf = folder.resolve("brev.pdf");
            run("letter", sample(name).toString(), "--out", pdf.toString());
            LetterPdfTest.assertAccessibleAndArchivable(Files.readAllBytes(pdf));
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " "))
                        .contains("Ärende: 2026-00001", "Karin Berg, socialsekreterare, tog beslutet den 22 november 2026.")
                        .doesNotContain("0000-00000", "Handläggarens namn", "null", "{0}");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            import                 | Det saknas: FILE
            calculate              | Det saknas: FILE
            calculate a b          | Känner inte till: b
            calculate --fast a     | Känner inte till: --fast
            compute a              | Känner inte till: compute a
            """)
    void tellsWrongUsageInSwedish(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(Trepart.WRONG_USAGE);
        assertThat(err.toString()).startsWith(message + System.lineSeparator()).contains("trepart import FILE… [--data DIR]");
    }

    @Test
    void helps() {
        assertThat(run("--help")).isEqualTo(Trepart.DONE);
        assertThat(out.toString()).contains("trepart calculate FILE", "Svarskoder");
    }

    private int run(String... arguments) {
        return new Trepart(new Console(new Texts(), NOW, new PrintWriter(out, true), new PrintWriter(err, true))).run(arguments);
    }

    private Path changed(String sample, String what, String into) throws IOException, URISyntaxException {
        String text = Files.readString(sample(sample));
        assertThat(text).contains(what);
        return Files.writeString(folder.resolve(sample), text.replace(what, into));
    }

    static Path sample(String name) throws URISyntaxException {
        return Path.of(EApplicationReader.class.getResource(name).toURI());
    }

    private static BigDecimal sum(JsonNode answer, String... kinds) {
        return answer.get("lines")
                .valueStream()
                .filter(line -> List.of(kinds).contains(line.get("kind").stringValue()))
                .map(line -> line.get("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
