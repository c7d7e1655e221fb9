package se.trepart.app.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.Office;
import se.trepart.app.StillWorkstation;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterPdfTest;
import se.trepart.app.print.TestPrinter.Job;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.signin.Session;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterPrint;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.person.Protection;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The day's letters on paper, with a printer within the process that the system lists. */
class PrintsTest {

    private static int printers;

    @TempDir
    Path folder;
    private Office office;
    private Desk desk;
    private Directory directory;
    private PrintsViewModel model;

    @BeforeEach
    void open() {
        office = new Office(folder);
        UUID hidden = Office.id(1009);
        desk = as(new Staff(Office.KARIN.id(), Office.KARIN.unitId(), Office.KARIN.subject(), Office.KARIN.name(), Office.KARIN.title(),
                Office.KARIN.phone(), Office.KARIN.roles(), Office.KARIN.units(), List.of(hidden), true, Office.TODAY));
    }

    @AfterEach
    void close() throws Exception {
        if (model != null) {
            model.close();
        }
        if (directory != null) {
            directory.close();
        }
        office.close();
    }

    @Test
    void theDaysLettersComeInTheOrderOfTheEnvelopesUnderTheirList() throws Exception {
        letter(1, "Amina", "Öberg", 2);
        letter(2, "Björn", "Ågren", 1);
        letter(3, "Dejan", "Lind", 3);
        TestPrinter printer = printer(true);
        begin(printer);
        assertThat(model.rows()).extracting(PrintRow::who).containsExactly("Lind, Dejan", "Ågren, Björn", "Öberg, Amina");
        model.tray().set(model.trays().getLast());

        model.printAll();

        assertThat(printer.jobs).extracting(Job::pages).containsExactly(1, 3, 1, 2);
        assertThat(printer.jobs).extracting(Job::name)
                .as("nobody's name in the queue")
                .containsExactly("Blad till breven", "Brev", "Brev", "Brev");
        assertThat(printer.jobs).allSatisfy(job -> assertThat(job).matches(Job::bothSides).matches(Job::tray));
        assertThat(printer.jobs.getFirst().text()).containsSubsequence("Lind, Dejan", "2026-00003", "Ågren, Björn", "Öberg, Amina");
        assertThat(printer.jobs.get(1).text()).contains("brev 3 sida 1");
        assertThat(prints()).hasSize(3).allSatisfy(print -> {
            assertThat(print.by()).isEqualTo(Office.KARIN.id());
            assertThat(print.printer()).isEqualTo(printer.getName());
            assertThat(print.failed()).isEmpty();
        });
        assertThat(model.rows()).allMatch(PrintRow::printed);
        assertThat(model.message().get()).isEqualTo("3 brev är skickade till " + printer.getName() + ".");
        assertThat(model.hindrances()).containsExactly("Det finns inget brev att skriva ut");
    }

    @Test
    void aPageThatDoesNotComeOutIsToldAndPrintedAlone() {
        letter(1, "Amina", "Öberg", 3);
        letter(2, "Björn", "Lind", 3);
        TestPrinter printer = printer(false);
        begin(printer);
        model.cover().set(false);
        printer.breaksAt = 2;

        model.printAll();

        assertThat(printer.jobs).isEmpty();
        assertThat(model.message().get()).contains("tog inte emot brevet");
        assertThat(model.rows()).extracting(PrintRow::who, PrintRow::state)
                .containsExactly(tuple("Lind, Björn", "Kom inte ut: sida 2, 3"), tuple("Öberg, Amina", "Ska skrivas ut"));
        assertThat(prints()).extracting(LetterPrint::pages, LetterPrint::failed).containsExactly(tuple(List.of(1), List.of(2, 3)));

        printer.breaksAt = 0;
        office.dialogs.answer(3);
        model.printPage(model.rows().getFirst());
        assertThat(printer.jobs).extracting(Job::pages).containsExactly(1);
        assertThat(model.rows().getFirst().state()).isEqualTo("Kom inte ut: sida 2");
        model.printAll();
        assertThat(printer.jobs).extracting(Job::pages).as("what was left, then the next letter").containsExactly(1, 1, 3);
        assertThat(model.rows()).allMatch(PrintRow::printed);
    }

    @Test
    void aPrinterThatRefusesALetterStopsTheRest() {
        letter(1, "Amina", "Öberg", 1);
        letter(2, "Björn", "Lind", 1);
        letter(3, "Dejan", "Ek", 1);
        TestPrinter printer = printer(true);
        begin(printer);
        printer.breaksAt = 3;
        model.printAll();
        assertThat(printer.jobs).hasSize(2);
        assertThat(model.rows()).extracting(PrintRow::state)
                .satisfiesExactly(lind -> assertThat(lind).isEqualTo("Kom inte ut: sida 1"),
                        oberg -> assertThat(oberg).isEqualTo("Ska skrivas ut"),
                        ek -> assertThat(ek).startsWith("Utskrivet 10:30 av Karin"));
    }

    @Test
    void stoppedItEndsWithTheLetterAtHandAndTheRestWaits() {
        letter(1, "Amina", "Öberg", 1);
        letter(2, "Björn", "Lind", 1);
        TestPrinter printer = printer(true);
        begin(printer);
        model.cover().set(false);
        printer.afterJob = () -> model.stop();
        model.printAll();
        assertThat(printer.jobs).hasSize(1);
        assertThat(prints()).hasSize(1);
        assertThat(model.rows()).extracting(PrintRow::state).first().isEqualTo("Ska skrivas ut");
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void r34_aProtectedPersonsLetterIsPrintedByItselfAndStandsOnNoList() {
        letter(1, "Amina", "Öberg", 1);
        letter(2, "Björn", "Lind", 1);
        letter(9, "Siv", "Ek", 1, Protection.MARKED);
        TestPrinter printer = printer(true);
        begin(printer);
        assertThat(model.rows()).hasSize(3);
        assertThat(model.toPrint()).extracting(PrintRow::who).containsExactly("Lind, Björn", "Öberg, Amina");
        model.printAll();
        assertThat(printer.jobs).extracting(Job::text).noneMatch(text -> text.contains("Ek"));
        model.print(model.rows().getFirst());
        assertThat(printer.jobs.getLast()).satisfies(job -> {
            assertThat(job.name()).isEqualTo("Brev");
            assertThat(job.text()).contains("brev 9");
        });
        desk = office.desk();
        assertThat(new PrintLists(desk, new Directory(desk.documents(), desk.staff())).rows(false)).as("who is not named sees nothing")
                .extracting(PrintRow::who)
                .doesNotContain("Ek, Siv");
    }

    @Test
    void theListOnTopIsAccessible() throws Exception {
        letter(1, "Amina", "Öberg", 1);
        letter(2, "Björn", "Lind", 1);
        begin(printer(true));
        LetterPdfTest.assertAccessibleAndArchivable(CoverList.pdf(desk, new LetterOffice(Rulebook.shipped()), model.toPrint()));
    }

    @Test
    void whatIsKnownIsNotReadAgain() {
        letter(1, "Amina", "Öberg", 1);
        letter(2, "Björn", "Lind", 1);
        List<String> asked = new ArrayList<>();
        StillWorkstation counted = new StillWorkstation(desk.workstation(), counting(desk.documents(), asked));
        Desk counting = new Desk(counted, desk.session(), desk.clock(), desk.newId(), desk.tasks(), desk.dialogs(), desk.texts(),
                desk.formats(), desk.navigator());
        directory = new Directory(desk.documents(), desk.staff());
        PrintLists lists = new PrintLists(counting, directory);
        assertThat(lists.waiting()).isEqualTo(2);
        asked.clear();
        assertThat(lists.waiting()).isEqualTo(2);
        assertThat(asked).as("no letter is opened a second time").doesNotContain("list Letter", "find Letter");
        letter(3, "Dejan", "Ek", 1);
        assertThat(lists.waiting()).isEqualTo(3);
        assertThat(asked).filteredOn(one -> one.endsWith(" Letter")).containsExactly("ids Letter", "ids Letter", "find Letter");
    }

    /** The store, with what it is asked written down. */
    private static DocumentStore counting(DocumentStore store, List<String> asked) {
        return (DocumentStore) Proxy.newProxyInstance(PrintsTest.class.getClassLoader(), new Class<?>[]{DocumentStore.class},
                (_, method, values) -> {
                    if (values != null && values[0] instanceof Class<?> type) {
                        asked.add(method.getName() + " " + type.getSimpleName());
                    }
                    return method.invoke(store, values);
                });
    }

    private void begin(TestPrinter printer) {
        directory = new Directory(desk.documents(), desk.staff());
        model = new PrintsViewModel(desk, directory, new LetterOffice(Rulebook.shipped()));
        model.opened();
        model.printer().set(model.printers().stream().filter(one -> printer.getName().equals(one.value())).findFirst().orElseThrow());
    }

    /** Of a name of its own: the system never forgets one. */
    private static TestPrinter printer(boolean takesPdf) {
        printers++;
        return new TestPrinter("Testskrivare " + printers, takesPdf);
    }

    private List<LetterPrint> prints() {
        return desk.documents().list(LetterPrint.class, ListFilter.ALL);
    }

    private void letter(int number, String first, String last, int pages) {
        letter(number, first, last, pages, Protection.NONE);
    }

    private void letter(int number, String first, String last, int pages, Protection protection) {
        UUID caseId = office.household(number, first, last, Phase.RUNNING, ApplicationStatus.DECIDED, protection);
        Household household = office.workstation.documents().inCase(Household.class, caseId).getFirst();
        Application application = office.workstation.documents().inCase(Application.class, caseId).getFirst();
        Letter letter = Letter.write(Office.id(8000 + number), application, LetterKind.GRANTED, household.applicant().id(), "1", "", "",
                Office.MEHMET.id(), Office.TODAY);
        String sha = office.workstation.blobs().put(letter.unitId(), pdf(number, pages));
        Sending sending = new Sending(Way.POST, Office.TODAY, Office.KARIN.id());
        Letter confirmed = protection.isProtected() ? letter.confirm(Office.KARIN.id()) : letter;
        office.save(confirmed.markSent(sending, sha, household));
    }

    private static byte[] pdf(int number, int pages) {
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                    text.beginText();
                    text.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    text.newLineAtOffset(72, 700);
                    text.showText("brev " + number + " sida " + i);
                    text.endText();
                }
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Desk as(Staff staff) {
        Desk karins = office.desk();
        Session session = new Session() {
            @Override
            public Staff staff() {
                return staff;
            }

            @Override
            public UUID device() {
                return karins.session().device();
            }

            @Override
            public String token() {
                return karins.session().token();
            }
        };
        return new Desk(karins.workstation(), session, karins.clock(), karins.newId(), karins.tasks(), karins.dialogs(), karins.texts(),
                karins.formats(), karins.navigator());
    }
}
