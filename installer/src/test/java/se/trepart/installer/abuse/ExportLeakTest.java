package se.trepart.installer.abuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.trepart.app.command.Trepart;
import se.trepart.installer.demo.TestOffice;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.person.Person;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What the command line writes: a sealed store, a letter, and lines on the screen. Each holds what it is for, and no more. */
@Timeout(200)
class ExportLeakTest {

    private static final String PASSPHRASE = "kanariefagel-losenfras-9c2";

    @TempDir
    Path home;

    /** How a command ended, and everything it said. */
    private record Said(int code, String text) {}

    @Test
    void theProgramWritesNoSecretWhereItDoesNotBelong() throws Exception {
        Path file = home.resolve("ansokan.json");
        ReceivedApplication received = TestOffice.applicationFile(file);
        Person applicant = received.declaration().adults().getFirst().person();
        Path data = home.resolve("data");
        Path temporary = Files.createDirectories(home.resolve("tmp"));

        Said imported = run(temporary, "import", file.toString(), "--data", data.toString());
        assertThat(imported.code()).as(imported.text()).isZero();
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (String word : List.of(PASSPHRASE, applicant.lastName(), applicant.number().value())) {
            secrets.put(word, word.getBytes(UTF_8));
        }
        assertThat(Canaries.found(home, secrets)).as("the file it came in alone")
                .isNotEmpty()
                .allMatch(found -> found.endsWith("ansokan.json"));
        assertThat(imported.text()).as("on the screen").doesNotContain(secrets.keySet());

        Said verified = run(temporary, "verify", "--data", data.toString());
        assertThat(verified.code()).as(verified.text()).isZero();
        assertThat(verified.text()).doesNotContain(secrets.keySet());

        Path pdf = home.resolve("brev.pdf");
        Said written = run(temporary, "letter", file.toString(), "--out", pdf.toString(), "--data", data.toString());
        assertThat(written.code()).as(written.text()).isZero();
        assertThat(written.text()).doesNotContain(secrets.keySet());
        String letter = everythingIn(pdf);
        assertThat(letter).as("it is the applicant's letter").contains(applicant.lastName());
        assertThat(letter).doesNotContain(PASSPHRASE, applicant.number().value(), home.toString(), System.getProperty("user.name") + "@");
        assertThat(Canaries.found(temporary, secrets)).as("nothing is left in the temporary folder").isEmpty();
    }

    /** The pages' text, and what the file says of itself. */
    private static String everythingIn(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            StringBuilder all = new StringBuilder(new PDFTextStripper().getText(document));
            for (String key : document.getDocumentInformation().getMetadataKeys()) {
                all.append(document.getDocumentInformation().getPropertyStringValue(key)).append('\n');
            }
            if (document.getDocumentCatalog().getMetadata() != null) {
                all.append(new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8));
            }
            return all.toString();
        }
    }

    /** As the launcher starts it. */
    private static Said run(Path temporary, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Trepart.class.getName()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("TREPART_PASSPHRASE", PASSPHRASE);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }
}
