package se.trepart.model.letter;

import java.time.LocalDate;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * What a person chooses or types for one letter beside its texts (brevets uppgifter).
 *
 * @param heading what an own letter is about; the months of a recovery of more than one; empty for the others
 * @param day the day the letter names: when a late answer comes, when the change holds, when to pay; null where it names none
 * @param amount what is to be paid back, in öre; null in other letters
 * @param withoutNames leaves out who wrote and decided (FL 33 § last part)
 * @param large printed with large letters
 * @param dropped the draft is put away: it is not to be sent
 */
public record LetterDetails(String heading, @Nullable LocalDate day, @Nullable Money amount, boolean withoutNames, boolean large,
        boolean dropped) {

    public static final LetterDetails NONE = new LetterDetails("", null, null, false, false, false);

    public LetterDetails heading(String next) {
        return new LetterDetails(next, day, amount, withoutNames, large, dropped);
    }

    public LetterDetails day(@Nullable LocalDate next) {
        return new LetterDetails(heading, next, amount, withoutNames, large, dropped);
    }

    public LetterDetails amount(@Nullable Money next) {
        return new LetterDetails(heading, day, next, withoutNames, large, dropped);
    }

    public LetterDetails withoutNames(boolean next) {
        return new LetterDetails(heading, day, amount, next, large, dropped);
    }

    public LetterDetails large(boolean next) {
        return new LetterDetails(heading, day, amount, withoutNames, next, dropped);
    }

    LetterDetails drop() {
        return new LetterDetails(heading, day, amount, withoutNames, large, true);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterDetails[…]";
    }
}
