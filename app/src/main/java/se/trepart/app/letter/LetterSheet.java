package se.trepart.app.letter;

import java.util.List;
import java.util.UUID;

import se.trepart.app.control.Choice;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.Phrase;

import org.jspecify.annotations.Nullable;

/**
 * What the place Brev shows at one moment (brevets sida).
 *
 * @param letter the one chosen; null while there is none
 * @param letters the letters there are, written or proposed; the value is the key of one
 * @param shown the one of them that is chosen; null when there is none
 * @param editable whether its text may be changed
 * @param droppable it was begun by choice and is not sent: it can be put away
 * @param mayBegin a letter can be begun
 * @param other another adult of the household who can get the same letter; null when there is none
 * @param unsent there is a letter that is not sent
 * @param appeal how and until when it can be appealed, in words; empty when it tells of no decision
 * @param deliverable when the reader got it can be noted
 * @param sent how it was sent, in words; empty until sent
 * @param confirmation who must confirm or has confirmed it (R34), in words; empty for most
 * @param confirmationMissing it cannot be sent before a second person has confirmed it
 * @param mayConfirm the user is such a second person
 * @param phrases those that can be put into it
 */
public record LetterSheet(@Nullable Letter letter, List<Choice<String>> letters, @Nullable Choice<String> shown, boolean editable,
        boolean droppable, boolean mayBegin, @Nullable Choice<UUID> other, boolean unsent, String appeal, boolean deliverable, String sent,
        String confirmation, boolean confirmationMissing, boolean mayConfirm, List<Phrase> phrases) {

    static final LetterSheet NOTHING = nothing(List.of(), null, false, false);

    public LetterSheet {
        letters = List.copyOf(letters);
        phrases = List.copyOf(phrases);
    }

    static LetterSheet nothing(List<Choice<String>> letters, @Nullable Choice<String> shown, boolean mayBegin, boolean unsent) {
        return new LetterSheet(null, letters, shown, false, false, mayBegin, null, unsent, "", false, "", "", false, false, List.of());
    }

    /** Those that go into one of its fields. */
    List<Phrase> phrases(Phrase.Place place) {
        return phrases.stream().filter(phrase -> phrase.place() == place).toList();
    }

    /** What the page is made of; while it is the same nothing is built anew and nothing typed is lost. */
    List<Object> shape() {
        return List.of(letter == null ? "" : letter.id(), letters, editable, droppable, mayBegin, other == null ? "" : other, appeal,
                deliverable, sent, confirmation, confirmationMissing, mayConfirm, phrases);
    }
}
