package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/** What a letter about a recovery lacks before it can be sent (det som saknas i ett återkrav). */
public enum RecoveryLack {
    /** nobody has chosen the ground */
    GROUND,
    /** all of it is waived, so that nothing is claimed */
    AMOUNT,
    /** the reader was not told before, and nobody has said why (R18) */
    NOTICE,
    /** the reader still has time to answer (R18) */
    ANSWER_TIME;

    /** @param notice the notice that was sent; null when none was */
    public static List<RecoveryLack> of(Letter letter, @Nullable Letter notice) {
        List<RecoveryLack> lacks = new ArrayList<>();
        RecoveryTerms terms = letter.chosen().terms();
        Money amount = letter.chosen().amount();
        Money waived = terms.waived();
        if (terms.ground() == null) {
            lacks.add(GROUND);
        }
        if (amount != null && waived != null && waived.compareTo(amount) >= 0) {
            lacks.add(AMOUNT);
        }
        if (letter.kind() == LetterKind.RECOVERY && terms.unannounced().isBlank()) {
            LocalDate until = notice == null ? null : notice.chosen().day();
            LocalDate decidedOn = letter.sending() == null ? letter.writtenOn() : letter.sending().on();
            if (until == null) {
                lacks.add(NOTICE);
            } else if (!decidedOn.isAfter(until)) {
                lacks.add(ANSWER_TIME);
            }
        }
        return lacks;
    }
}
