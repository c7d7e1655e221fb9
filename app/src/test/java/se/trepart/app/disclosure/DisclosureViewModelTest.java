package se.trepart.app.disclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.disclosure.DisclosureViewModel.Asked;
import se.trepart.app.disclosure.DisclosureViewModel.Hindrance;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterPdfTest;
import se.trepart.app.letter.LetterViewModel;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.disclosure.Asker;
import se.trepart.model.disclosure.Omission;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.NewLetters.Subject;
import se.trepart.model.plan.Referral;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A case's file taken out: what is proposed, what is judged, and the PDF that comes of it. */
class DisclosureViewModelTest {

    private static final UUID COUPLE = CaseSamples.id(110);
    private static final UUID HODAN = CaseSamples.id(221);
    private static final UUID SVEN = CaseSamples.id(222);

    @TempDir
    private Path folder;
    private CaseDesk desk;
    private DisclosureViewModel model;

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        assertThat(desk.dialogs.everythingAnswered()).isTrue();
        model.dispose();
        desk.close();
    }

    private void open(UUID caseId) {
        OpenCase openCase = desk.open(caseId);
        model = new DisclosureViewModel(openCase, new LetterOffice(Rulebook.shipped()), Rulebook.shipped().reasons());
    }

    /** A couple's case with a letter to each, and a referral that is about Sven alone. */
    private void couple() {
        Referral aboutSven = Referral
                .begin(CaseSamples.id(1010), CaseSamples.UNIT, COUPLE, SVEN, PlanningSamples.LABOUR_MARKET.id(), CaseSamples.KARIN.id(),
                        CaseSamples.TODAY)
                .write("Sven behöver hitta jobb.", "", "Att få ett jobb.", "Ett jobb i vår.", "Du träffar en coach.",
                        "Du kan få mindre pengar.", new Referral.Told(Referral.Told.How.PHONE, CaseSamples.TODAY))
                .send(CaseSamples.id(1011), CaseSamples.KARIN.id(), CaseSamples.NOW);
        desk = new CaseDesk(folder.resolve("store"), CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.large())
                .with(aboutSven, new JournalNote(CaseSamples.id(1012), CaseSamples.UNIT, COUPLE, CaseSamples.NOW, CaseSamples.TODAY,
                        CaseSamples.KARIN.id(), NoteKind.PHONE, "Grannen 李 ringde om bråk.", null));
        LetterViewModel letters = new LetterViewModel(desk.open(COUPLE), new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        letters.open();
        desk.dialogs.answer(new Subject(LetterKind.OWN, desk.desk().documents().find(CaseFile.class, COUPLE).orElseThrow()));
        letters.begin();
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi ses den 2 december.");
        letters.leave();
        letters.markSent();
        letters.dispose();
        open(COUPLE);
    }

    private void choose(Asker asker, UUID member) {
        model.asked().set(model.askers().stream().filter(one -> new Asked(asker, member).equals(one.value())).findFirst().orElseThrow());
    }

    private DisclosureRow row(String title) {
        return model.rows().stream().filter(row -> row.title().equals(title)).findFirst().orElseThrow();
    }

    private Path write(String name) {
        model.to().textProperty().set("Hodan");
        model.purpose().textProperty().set("Vill läsa sin akt");
        Path file = folder.resolve(name);
        desk.dialogs.answer(file);
        model.write();
        return file;
    }

    private static String text(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    @Test
    void nothingIsProposedBeforeItIsSaidWhoAsksAndWhy() {
        couple();
        assertThat(model.rows()).isEmpty();
        assertThat(model.hindrances()).containsExactly(Hindrance.values());
        assertThat(model.askers()).extracting(Choice::label).first().isEqualTo("Välj");
        choose(Asker.OTHER, null);
        assertThat(model.rows()).isNotEmpty().allMatch(row -> row.proposal().omission() == Omission.SECRET);
    }

    @Test
    void theFileIsOneAccessiblePdfWithTheLettersAsTheyWereSentAndWithoutWhatIsOthers() throws Exception {
        couple();
        choose(Asker.PARTY, HODAN);
        assertThat(row("Remiss").state()).isEqualTo("Utelämnas: Gäller en annan person");
        assertThat(row("Journalanteckning: telefonsamtal").state()).isEqualTo("Tas med. Har egna ord: läs först");

        Path file = write("akt.pdf");

        assertThat(model.message().get()).isEqualTo("Akten är sparad som akt.pdf. Utlämnandet står i loggen.");
        LetterPdfTest.assertAccessibleAndArchivable(Files.readAllBytes(file));
        assertThat(text(file))
                .contains("Lämnas ut till Hodan", "Ändamål Vill läsa sin akt", "Uttaget av Karin Berg",
                        "Remiss 1 Gäller en annan person (26 kap. 1 § offentlighets- och sekretesslagen)",
                        "Text: Grannen [U+674E] ringde om bråk.", "Vi ses den 2 december.")
                .doesNotContain("Sven behöver hitta jobb");
        Letter letter = desk.desk().documents().inCase(Letter.class, COUPLE).getFirst();
        byte[] archived = desk.desk().workstation().blobs().find(letter.pdfSha256()).orElseThrow();
        try (PDDocument pdf = Loader.loadPDF(file.toFile()); PDDocument sent = Loader.loadPDF(archived)) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pdf.getNumberOfPages() - sent.getNumberOfPages() + 1);
            assertThat(last.getText(pdf)).isEqualTo(new PDFTextStripper().getText(sent));
            assertThat(bookmarks(pdf)).startsWith("Försättsblad", "Ärende, 20 oktober 2026")
                    .anyMatch(one -> one.startsWith("Journalanteckning: telefonsamtal, 22 november"));
        }
    }

    private static List<String> bookmarks(PDDocument pdf) {
        return Stream
                .iterate(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild(), one -> one != null, PDOutlineItem::getNextSibling)
                .map(PDOutlineItem::getTitle)
                .toList();
    }

    @Test
    void aPersonLeavesOutMoreWithAReasonAndTakesInWhatWasJudged() throws Exception {
        couple();
        choose(Asker.PARTY, HODAN);
        desk.dialogs.answer(Omission.INFORMANT);
        model.judge(row("Journalanteckning: telefonsamtal"));
        assertThat(row("Journalanteckning: telefonsamtal").state()).contains("vem som har lämnat en uppgift");
        model.judge(row("Remiss"));
        assertThat(row("Remiss").state()).isEqualTo("Tas med efter din bedömning");
        Path file = write("akt.pdf");
        assertThat(text(file)).contains("Sven behöver hitta jobb", "Kan röja vem som har lämnat en uppgift").doesNotContain("Grannen");
        choose(Asker.COURT, null);
        assertThat(row("Journalanteckning: telefonsamtal").included()).as("judged for another").isTrue();
    }

    @Test
    void R31_toWhomAndWhyIsInTheLogBeforeTheFileIs() {
        couple();
        choose(Asker.PARTY, HODAN);
        write("no/such/folder/akt.pdf");
        assertThat(model.message().get()).startsWith("Filen gick inte att spara.");
        assertThat(desk.desk().documents().inCase(ReadEvent.class, COUPLE)).filteredOn(event -> event.what().equals(ReadEvent.DISCLOSURE))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.staffId()).isEqualTo(CaseSamples.KARIN.id()))
                .extracting(ReadEvent::reason)
                .anyMatch(reason -> reason.startsWith("Lämnade ut akten till Hodan. Ändamål: Vill läsa sin akt. Med: "))
                .contains("Akten till Hodan blev inte skriven. Ändamål: Vill läsa sin akt.");
    }

    private void protectedFile() {
        Staff named = new Staff(CaseSamples.KARIN.id(), CaseSamples.KARIN.unitId(), CaseSamples.KARIN.subject(), CaseSamples.KARIN.name(),
                CaseSamples.KARIN.title(), CaseSamples.KARIN.phone(), CaseSamples.KARIN.roles(), CaseSamples.KARIN.units(),
                List.of(protectedId()), true, CaseSamples.TODAY);
        desk = new CaseDesk(folder.resolve("store"), named).with(CaseSamples.municipality()).with(CaseSamples.protectedCase());
        open(protectedId());
    }

    @Test
    void R34_aProtectedPersonsFileTellsNotWhereAnybodyIs() throws Exception {
        protectedFile();
        choose(Asker.COURT, null);
        Path file = write("akt.pdf");
        assertThat(text(file))
                .contains("utelämnat (skyddade personuppgifter)", "Någon i akten har skyddade personuppgifter.",
                        "Brev och andra papper är så som de skickades.")
                .doesNotContain("Storgatan", "070-");
    }

    @Test
    void R34_whoIsNotAPartyIsNotToldWhomAProtectedCaseIsAbout() throws Exception {
        protectedFile();
        choose(Asker.OTHER, null);
        assertThat(text(write("annan.pdf"))).contains("Gäller utelämnat (skyddade personuppgifter)", "Ingen handling lämnas ut.")
                .doesNotContain("Åström", "Björn");
    }

    private static UUID protectedId() {
        return CaseSamples.protectedCase()
                .stream()
                .filter(CaseFile.class::isInstance)
                .map(CaseFile.class::cast)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void stoppedNothingIsWritten() throws Exception {
        couple();
        choose(Asker.PARTY, HODAN);
        model.progress().subscribe(now -> {
            if (now.doubleValue() > 0) {
                model.stop();
            }
        });
        Path file = write("akt.pdf");
        assertThat(model.message().get()).isEqualTo("Avbrutet. Ingen fil skrevs.");
        assertThat(file).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("store");
        }
    }
}
