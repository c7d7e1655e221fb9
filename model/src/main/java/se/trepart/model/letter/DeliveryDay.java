package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

import se.trepart.model.control.Settings;
import se.trepart.model.decision.Appeal;
import se.trepart.model.decision.Decision;

import org.jspecify.annotations.Nullable;

/**
 * The day a sent letter reached its reader, from which the time to appeal runs (FL 44 §, delgivningsdag). R19
 *
 * @param known somebody has noted it, or it was handed over; otherwise presumed from the days the post takes
 * @param noted what was noted; null when nothing was
 */
public record DeliveryDay(LocalDate on, boolean known, @Nullable LetterDelivered noted) {

    /** Empty for a letter that is not sent. */
    public static Optional<DeliveryDay> of(Letter letter, Collection<LetterDelivered> all, Settings settings) {
        Sending sending = letter.sending();
        if (sending == null) {
            return Optional.empty();
        }
        LetterDelivered noted = LetterDelivered.last(letter, all).orElse(null);
        if (noted != null) {
            return Optional.of(new DeliveryDay(noted.on(), true, noted));
        }
        return Optional.of(sending.way() == Sending.Way.HANDED_OVER
                ? new DeliveryDay(sending.on(), true, null)
                : new DeliveryDay(Appeal.presumedReceipt(sending.on(), settings), false, null));
    }

    /** How and until when the decision can be appealed. */
    public Appeal appeal(Decision decision) {
        return Appeal.received(decision, on);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "DeliveryDay[" + on + "]";
    }
}
