package se.trepart.app.meeting;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.letter.LetterHead;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.PaperDelivery;
import se.trepart.app.letter.PaperDelivery.Paper;
import se.trepart.app.letter.PaperPosting;
import se.trepart.app.letter.WholeFile;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Staff;
import se.trepart.model.control.Municipality;
import se.trepart.model.letter.ConfirmationMissing;
import se.trepart.model.letter.SentPaper.Kind;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** The papers of a meeting (kallelse, minnesanteckning och kalenderfil): printed or saved, in plain Swedish, for the applicant. */
final class MeetingPapers {

    private final Desk desk;
    private final LetterOffice office;
    private final PaperDelivery delivery;
    private final PaperPosting posting;
    private final Texts texts;
    private final MeetingWords words;

    MeetingPapers(OpenCase openCase, LetterOffice office) {
        desk = openCase.desk();
        posting = new PaperPosting(openCase, office);
        this.office = office;
        delivery = new PaperDelivery(desk, office);
        texts = desk.texts();
        words = new MeetingWords(texts);
    }

    void printInvitation(MeetingSituation now) {
        delivery.print(() -> invitation(now));
    }

    void saveInvitation(MeetingSituation now) {
        delivery.save(fileName("kallelse", now, "pdf"), () -> invitation(now));
    }

    void printNotes(MeetingSituation now) {
        delivery.print(() -> notes(now));
    }

    void saveNotes(MeetingSituation now) {
        delivery.save(fileName("overenskommet", now, "pdf"), () -> notes(now));
    }

    /** Markera som skickad: keeps the invitation, or when the meeting is held what was agreed. */
    void send(MeetingSituation now) {
        boolean held = now.meeting().status() == Status.FINISHED;
        posting.send(held ? Kind.MEETING_NOTES : Kind.MEETING_INVITATION, now.meeting().id(), now.meeting().memberId(),
                () -> held ? notes(now) : invitation(now));
    }

    /** Where what was sent of the meeting is kept. */
    PaperPosting posting() {
        return posting;
    }

    /** The file that each party opens in the calendar of its own. */
    void saveCalendar(MeetingSituation now) {
        String text = MeetingCalendar.of(now.meeting(), texts.of("meeting.calendar.title"), municipality(now).email(),
                desk.clock().instant());
        // no case number: the file is sent by mail and lies in calendars
        String name = "mote-" + now.meeting().on() + ".ics";
        desk.dialogs()
                .pickSaveFile(texts.of("meeting.calendar.save"), name, texts.of("meeting.calendar.kind"), "ics")
                .ifPresent(file -> desk.tasks()
                        .of(() -> WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8)))
                        .on(UncheckedIOException.class,
                                _ -> desk.dialogs().error(texts.of("meeting.calendar.save"), texts.of("meeting.calendar.failed")))
                        .start());
    }

    /** Not on the JavaFX thread. @throws ConfirmationMissing when the household is protected and nobody has confirmed it (R34) */
    Paper invitation(MeetingSituation now) {
        if (now.meeting().confirmationMissing(now.household())) {
            throw new ConfirmationMissing();
        }
        return paper("meeting-invitation", "kallelse", now, Map.of("m", called(now)));
    }

    /** Not on the JavaFX thread. */
    Paper notes(MeetingSituation now) {
        return paper("meeting-notes", "overenskommet", now, Map.of("m", agreed(now)));
    }

    /**
     * What an invitation says, as it is read.
     *
     * @param oldTime when it was to be, for a meeting that was moved; empty otherwise
     * @param also the other times of a series
     */
    record Called(String when, String title, int minutes, String place, String link, List<String> who, List<String> purpose, String oldTime,
            List<String> also) {

        @Override
        public String toString() {
            return "Called[…]";
        }
    }

    /**
     * What was agreed, as it is read.
     *
     * @param next empty when they do not meet again
     * @param why the reason when they do not
     * @param correction why the notes were changed; empty for the first version
     */
    record Agreed(String day, String caseworker, String consultant, List<String> yours, List<String> caseworkers, List<String> consultants,
            String next, String why, List<String> own, List<String> talkedAbout, List<String> notes, String correction) {

        @Override
        public String toString() {
            return "Agreed[…]";
        }
    }

    private Called called(MeetingSituation now) {
        TripartiteMeeting meeting = now.meeting();
        List<String> who = meeting.participants()
                .stream()
                .filter(participant -> participant.party() != Party.APPLICANT)
                .map(participant -> participant.party().oneOfThree()
                        ? texts.of("meeting.who", participant.name(), texts.name("meeting.party-in-words", participant.party()))
                        : participant.name())
                .toList();
        List<String> also = meeting.seriesId() == null
                ? List.of()
                : MeetingSituation.all(now.now().documents())
                        .stream()
                        .filter(other -> meeting.seriesId().equals(other.seriesId()) && other.status() == Status.CALLED
                                && other.on().isAfter(meeting.on())
                                // R34: a time that no second person has read is told of by nobody
                                && !other.confirmationMissing(now.household()))
                        .sorted(Comparator.comparing(TripartiteMeeting::on))
                        .map(other -> words.when(other.time()))
                        .toList();
        return new Called(words.when(meeting.time()), words.title(meeting.time()), meeting.time().minutes(), meeting.time().place(),
                meeting.time().link(), who, paragraphs(meeting.purpose()),
                meeting.moves().isEmpty() ? "" : words.when(meeting.moves().getLast().from()), also);
    }

    private Agreed agreed(MeetingSituation now) {
        MeetingNotes notes = now.meeting().notes();
        LocalDate next = notes.nextOn();
        return new Agreed(MeetingWords.unparted(now.meeting().on()), now.name(Party.CASEWORKER), now.name(Party.CONSULTANT),
                tasks(notes, Party.APPLICANT), tasks(notes, Party.CASEWORKER), tasks(notes, Party.CONSULTANT),
                next == null ? "" : MeetingWords.day(next), notes.noNextReason(), paragraphs(notes.applicantsWords()),
                notes.agenda().stream().filter(AgendaItem::talkedAbout).map(AgendaItem::what).toList(), paragraphs(notes.notes()),
                now.meeting().correctionReason());
    }

    private List<String> tasks(MeetingNotes notes, Party party) {
        return notes.agreements().stream().filter(agreement -> agreement.party() == party).map(words::task).toList();
    }

    private Paper paper(String template, String name, MeetingSituation now, Map<String, Object> values) {
        LocalDate writtenOn = now.meeting().status() == Status.FINISHED
                ? desk.formats().dateOf(Objects.requireNonNull(now.meeting().finishedAt()))
                : desk.today();
        LetterHead head = LetterHead.of(now.now().documents().file(), now.now().documents().household(), now.meeting().memberId(),
                municipality(now), contact(now), writtenOn);
        return new Paper(head.queueName(fileName(name, now, "pdf")), office.pdf(template, head, values));
    }

    private Municipality municipality(MeetingSituation now) {
        return now.now().registers().settings(desk.today()).municipality();
    }

    /** Whom to ask: the caseworker who comes. */
    private Staff contact(MeetingSituation now) {
        return now.meeting()
                .participant(Party.CASEWORKER)
                .map(Participant::staffId)
                .flatMap(id -> now.now().registers().staff(id))
                .orElse(desk.staff());
    }

    private static String fileName(String name, MeetingSituation now, String ending) {
        String number = now.now().documents().file().number().replaceAll("[^0-9A-Za-z-]", "");
        return name + "-" + number + "-" + now.meeting().on() + "." + ending;
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
