package se.trepart.app.letter;

import java.util.List;
import java.util.UUID;

import se.trepart.app.control.Choice;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

/**
 * What the place Brev shows at one moment (brevets sida).
 *
 * @param letter the one chosen; null while there is none
 * @param subjects what there are or can be letters about, newest first; the value is the id of what a letter is about
 * @param editable whether its text may be changed
 * @param appeal how and until when it can be appealed, in words; empty when it tells of no decision
 * @param sent how it was sent, in words; empty until sent
 * @param confirmation who must confirm or has confirmed it (R34), in words; empty for most
 * @param confirmationMissing it cannot be sent before a second person has confirmed it
 * @param mayConfirm the user is such a second person
 */
public record LetterSheet(@Nullable Letter letter, List<Choice<UUID>> subjects, boolean editable, String appeal, String sent,
        String confirmation, boolean confirmationMissing, boolean mayConfirm) {

    static final LetterSheet NOTHING = new LetterSheet(null, List.of(), false, "", "", "", false, false);

    public LetterSheet {
        subjects = List.copyOf(subjects);
    }

    /** What the page is made of; while it is the same nothing is built anew and nothing typed is lost. */
    List<Object> shape() {
        return List.of(letter == null ? "" : letter.id(), subjects, editable, appeal, sent, confirmation, confirmationMissing, mayConfirm);
    }
}
