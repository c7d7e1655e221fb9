package se.trepart.app.meeting;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.language.Weight;
import se.trepart.app.letter.LetterPdfTest;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.print.PrintLists;
import se.trepart.app.shell.Directory;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.TripartiteMeeting;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingPapersTest {

    private static final Instant NOW = CaseSamples.NOW;

    @TempDir
    Path folder;

    @Test
    void theInvitationIsAccessibleAndSaysWhoWhenWhereWhyAndWhatToDo() throws Exception {
        Paper paper = paper(MeetingSamples.TO_COME, true);
        LetterPdfTest.assertAccessibleAndArchivable(paper.pdf());
        assertThat(text(paper.pdf())).contains("Kom till ett möte den 3 december 2026 klockan 13.30",
                "torsdag den 3 december 2026 kl. 13.30–14.30", "ungefär 60 minuter", "Stadshuset, Torget 1, rum 4",
                "Vi pratar om vad du vill göra efter jul.", "Karin Berg, din socialsekreterare",
                "Ola Ek, din konsulent på arbetsmarknadsenheten", "Tolk, arabiska", "Ta med till mötet", "Om du inte kan komma",
                "Ring Karin Berg", "010-000 00 111");
        assertThat(paper.queueName()).isEqualTo("kallelse-2026-00417-2026-12-03.pdf");
    }

    @Test
    void whatWasAgreedIsPrintedForTheApplicantInPlainWords() throws Exception {
        Paper paper = paper(MeetingSamples.HELD, false);
        LetterPdfTest.assertAccessibleAndArchivable(paper.pdf());
        assertThat(text(paper.pdf())).contains("Det här kom vi överens om den 19 oktober 2026",
                "Det här ska du göra Lämna cv till Ola – senast 2 november 2026", "Det här ska Karin Berg göra Inget den här gången.",
                "Ringa skolköket om fler dagar", "Vi träffas igen torsdag den 3 december 2026",
                "Jag vill jobba. Det svåra är att hinna lämna Leo på skolan.", "Praktikplats", "Amina trivs i köket");
    }

    /** R36 */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothPapersPassThePlainLanguageCheckWithoutWarning(boolean invitation) throws Exception {
        Paper paper = paper(invitation ? MeetingSamples.TO_COME : MeetingSamples.HELD, invitation);
        Findings findings = PlainLanguage.shipped().check(LetterText.ofPdf(paper.pdf()));
        assertThat(findings.all()).filteredOn(f -> f.weight() != Weight.NOTE).extracting(f -> f.check() + ": " + f.quote()).isEmpty();
        assertThat(findings.measures().lix()).isLessThanOrEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-03T13:30, 2026-12-03T12:30:00Z", "2027-03-28T09:00, 2027-03-28T07:00:00Z",
            "2026-10-25T01:30, 2026-10-24T23:30:00Z", "2026-10-25T09:00, 2026-10-25T08:00:00Z"})
    void theCalendarFileHasTheRightHourAlsoWhenTheClocksChange(LocalDateTime at, Instant begins) throws Exception {
        VEvent event = event(read(file(MeetingSamples.call(MeetingSamples.TO_COME, at))));
        assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(begins);
        assertThat(Instant.from(event.getDateTimeEnd().getDate())).isEqualTo(begins.plusSeconds(3600));
    }

    @Test
    void theCalendarFileCarriesTheRulesOfItsZone() throws Exception {
        String file = file(MeetingSamples.toCome());
        assertThat(file).contains("DTSTART;TZID=Europe/Stockholm:20261203T133000", "TZID:Europe/Stockholm\r\n");
        assertThat(read(file).validate().hasErrors()).isFalse();
    }

    @Test
    void theCalendarFileNamesNobodyAndSaysNothingOfTheMatter() throws Exception {
        VEvent event = event(read(file(MeetingSamples.toCome())));
        assertThat(event.getSummary().getValue()).isEqualTo("Möte");
        assertThat(event.getLocation().getValue()).isEqualTo("Stadshuset, Torget 1, rum 4");
        assertThat(event.getPropertyList().getAll()).extracting(Property::getName)
                .containsExactlyInAnyOrder("DTSTAMP", "UID", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "ORGANIZER", "STATUS");
        assertThat(file(MeetingSamples.toCome())).doesNotContain("Amina", "Öberg", "Karin", "Ola", "praktik", "2026-00417");
    }

    @Test
    void aMovedMeetingTakesThePlaceOfTheOldAndACancelledOneIsTakenOut() throws Exception {
        TripartiteMeeting moved = MeetingSamples.toCome()
                .move(UUID.randomUUID(), new MeetingTime(LocalDateTime.of(2026, 12, 4, 9, 0), 45, "", "https://mote.exempelstad.se/4"),
                        "sjuk", CaseSamples.KARIN.id(), LocalDate.of(2026, 11, 22));
        List<Calendar> files = List.of(read(file(MeetingSamples.toCome())), read(file(moved)), read(file(moved.cancel("sjuk igen"))));
        assertThat(files).extracting(file -> event(file).getUid().orElseThrow().getValue())
                .containsOnly(MeetingSamples.TO_COME + "@trepart");
        assertThat(files).extracting(file -> event(file).getRequiredProperty(Property.SEQUENCE).getValue()).containsExactly("0", "1", "2");
        assertThat(files).extracting(file -> file.getMethod().getValue()).containsExactly("PUBLISH", "PUBLISH", "CANCEL");
        assertThat(event(files.get(1)).getUrl().getValue()).isEqualTo("https://mote.exempelstad.se/4");
        assertThat(event(files.get(2)).getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void thePapersAreSavedWhereTheUserSays() throws Exception {
        try (CaseDesk desk = new CaseDesk(folder.resolve("store"), CaseSamples.KARIN).with(MeetingSamples.all())) {
            MeetingSituation now = new MeetingInCase(desk.open(CaseSamples.CASE), MeetingSamples.TO_COME).situation().orElseThrow();
            Path pdf = folder.resolve("kallelse.pdf");
            Path ics = folder.resolve("mote.ics");
            desk.dialogs.answer(pdf).answer(ics);
            MeetingViewModelTest.papers(desk).saveInvitation(now);
            MeetingViewModelTest.papers(desk).saveCalendar(now);
            assertThat(Files.size(pdf)).isPositive();
            assertThat(event(read(Files.readString(ics))).getSummary().getValue()).isEqualTo("Möte");
            assertThat(desk.errors).isEmpty();
        }
    }

    @Test
    void theInvitationIsKeptAsItWasSentWithHowAndByWhom() throws Exception {
        try (CaseDesk desk = new CaseDesk(folder, CaseSamples.KARIN).with(MeetingSamples.all());
                Directory directory = new Directory(desk.desk().documents(), CaseSamples.KARIN)) {
            MeetingPapers papers = MeetingViewModelTest.papers(desk);
            MeetingSituation now = new MeetingInCase(desk.open(CaseSamples.CASE), MeetingSamples.TO_COME).situation().orElseThrow();
            desk.dialogs.answer(Way.POST);
            papers.send(now);
            SentPaper sent = desk.desk().documents().inCase(SentPaper.class, CaseSamples.CASE).getFirst();
            assertThat(sent.kind()).isEqualTo(SentPaper.Kind.MEETING_INVITATION);
            assertThat(sent.sending()).isEqualTo(new Sending(Way.POST, CaseSamples.TODAY, CaseSamples.KARIN.id()));
            assertThat(sent.recipientId()).isEqualTo(now.meeting().memberId());
            assertThat(sent.fileName()).isEqualTo("kallelse-2026-11-22.pdf");
            byte[] kept = desk.desk().workstation().blobs().find(sent.pdfSha256()).orElseThrow();
            assertThat(kept).isEqualTo(papers.invitation(now).pdf());
            assertThat(new PrintLists(desk.desk(), directory).waiting()).as("among the letters to print").isEqualTo(1);
            assertThat(desk.errors).isEmpty();
        }
    }

    private Paper paper(UUID meeting, boolean invitation) {
        try (CaseDesk desk = new CaseDesk(folder, CaseSamples.KARIN).with(MeetingSamples.all())) {
            MeetingSituation now = new MeetingInCase(desk.open(CaseSamples.CASE), meeting).situation().orElseThrow();
            MeetingPapers papers = MeetingViewModelTest.papers(desk);
            return invitation ? papers.invitation(now) : papers.notes(now);
        }
    }

    private static String file(TripartiteMeeting meeting) {
        return MeetingCalendar.of(meeting, "Möte", "ekonomi@exempelstad.se", NOW);
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }
}
