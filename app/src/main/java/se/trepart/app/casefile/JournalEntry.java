package se.trepart.app.casefile;

import java.util.UUID;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.followup.Timeline.Entry;

import org.jspecify.annotations.Nullable;

/**
 * One event of the case, as the journal shows it (händelse).
 *
 * @param when the day, and the time where it is known
 * @param what what happened
 * @param text a note's own words; empty for other events
 * @param remark what else the reader should know, such as that a later note corrects this one; may be empty
 * @param note null for what is not a note
 */
public record JournalEntry(UUID documentId, Group group, String when, String what, String who, String text, String remark,
        @Nullable JournalNote note) {

    /** What a journal can be narrowed to. */
    public enum Group {
        NOTES,
        APPLICATION,
        INVESTIGATION,
        DECISION,
        PLANNING,
        CASE
    }

    static JournalEntry of(Entry entry, CaseSituation now, Texts texts, Formats formats) {
        JournalNote note = now.documents().notes().stream().filter(n -> n.id().equals(entry.documentId())).findFirst().orElse(null);
        String day = Formats.date(note == null ? entry.on() : note.eventOn());
        String who = now.registers().staff(entry.by()).map(Staff::name).orElse("");
        if (note == null) {
            return new JournalEntry(entry.documentId(), group(entry.type()), day, texts.name("casefile.event", entry.event()), who, "", "",
                    null);
        }
        return new JournalEntry(entry.documentId(), Group.NOTES, day, texts.name("casefile.note", note.kind()), who, note.text(),
                remark(note, now, texts, formats), note);
    }

    private static String remark(JournalNote note, CaseSituation now, Texts texts, Formats formats) {
        String written = texts.of("casefile.journal.written", Formats.date(formats.dateOf(note.writtenAt())));
        String later = formats.dateOf(note.writtenAt()).equals(note.eventOn()) ? "" : written;
        String corrects = note.corrects() == null
                ? ""
                : now.documents()
                        .notes()
                        .stream()
                        .filter(n -> n.id().equals(note.corrects()))
                        .findFirst()
                        .map(n -> texts.of("casefile.journal.corrects", Formats.date(n.eventOn())))
                        .orElse("");
        String corrected = now.documents()
                .notes()
                .stream()
                .filter(n -> note.id().equals(n.corrects()))
                .findFirst()
                .map(n -> texts.of("casefile.journal.corrected", Formats.date(formats.dateOf(n.writtenAt()))))
                .orElse("");
        return String.join(" ", java.util.stream.Stream.of(corrects, corrected, later).filter(s -> !s.isEmpty()).toList());
    }

    private static Group group(DocumentType type) {
        return switch (type) {
            case APPLICATION, COMPLETION_REQUEST -> Group.APPLICATION;
            case INVESTIGATION, CALCULATION -> Group.INVESTIGATION;
            case DECISION, LETTER, LETTER_DELIVERED -> Group.DECISION;
            case REFERRAL, PLAN, ACTION, ABSENCE_RESPONSE, SENT_PAPER -> Group.PLANNING;
            case JOURNAL_NOTE -> Group.NOTES;
            default -> Group.CASE;
        };
    }
}
