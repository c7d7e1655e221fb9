package se.trepart.app.letter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.letter.PaperDelivery.Paper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PaperDeliveryTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsAllOfItOrNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("brev.pdf"), "before");
        Path same = Files.createLink(folder.resolve("same"), file);
        try (CaseDesk desk = new CaseDesk(folder.resolve("store"), CaseSamples.KARIN)) {
            PaperDelivery delivery = new PaperDelivery(desk.desk(), new LetterOffice(Rulebook.shipped()));
            desk.dialogs.answer(file);
            delivery.save("brev.pdf", () -> new Paper("Brev", new byte[]{1, 2}));
            assertThat(file).hasBinaryContent(new byte[]{1, 2});
            assertThat(same).as("what stood there is not written over bit by bit").hasContent("before");

            desk.dialogs.answer(folder.resolve("no/folder/brev.pdf"));
            delivery.save("brev.pdf", () -> new Paper("Brev", new byte[]{1, 2}));
            assertThat(desk.dialogs.shown).last().asString().contains(desk.desk().texts().of("letter.save.failed"));
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("brev.pdf", "same", "store");
            }
        }
    }
}
