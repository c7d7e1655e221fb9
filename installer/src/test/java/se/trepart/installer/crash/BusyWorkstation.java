package se.trepart.installer.crash;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.letter.Letter;

/** Somebody who writes all day: a new note and a letter that a colleague writes in too. What is saved is said on standard output. */
final class BusyWorkstation {

    private static final long PAUSE_MILLIS = 15;

    private BusyWorkstation() {}

    /** Home and port of the office, folder and id of the workstation, the subject of who sits there, the letter. */
    public static void main(String[] words) throws Exception {
        Staff person = words[4].equals(DemoStaff.KARIN.subject()) ? DemoStaff.KARIN : DemoStaff.JOHAN;
        Seat seat = TestOffice.seat(Path.of(words[0]), Integer.parseInt(words[1]), Path.of(words[2]), person, UUID.fromString(words[3]),
                way -> way);
        UUID letterId = UUID.fromString(words[5]);
        while (seat.store().documents().find(Letter.class, letterId).isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
        }
        while (true) {
            write(seat, letterId);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** One intent: all of it is saved, or nothing. */
    static String write(Seat seat, UUID letterId) {
        Letter letter = seat.store().documents().find(Letter.class, letterId).orElseThrow();
        String noteText = "v-" + UUID.randomUUID();
        String letterText = "v-" + UUID.randomUUID();
        JournalNote note = new JournalNote(UUID.randomUUID(), letter.unitId(), letter.caseId(), Instant.now(), TestOffice.TODAY,
                seat.person().id(), NoteKind.PHONE, noteText, null);
        seat.store().documents().save(Intent.create(note));
        say(noteText);
        seat.store().documents().save(Intent.change(letter, letter.edit(letterText, letter.whatNow())));
        say(letterText);
        return noteText + " " + letterText;
    }

    private static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }
}
