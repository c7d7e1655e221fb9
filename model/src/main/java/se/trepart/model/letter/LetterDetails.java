package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * What a person chooses or types for one letter beside its texts (brevets uppgifter).
 *
 * @param heading what an own letter is about; the months of a recovery of more than one; empty for the others
 * @param day the day the letter names: when a late answer comes, when the change holds, when to pay; null where it names none
 * @param amount what was paid, wholly or in part, and is to be paid back, in öre; null in other letters
 * @param withoutNames leaves out who wrote and decided (FL 33 § last part)
 * @param large printed with large letters
 * @param dropped the draft is put away: it is not to be sent
 * @param kept what the plain-language check remarked on and somebody keeps, each with its reason (R36)
 * @param language how it stood in that check when it was sent; null until then
 * @param easy in the easiest words, one thought a line (lättläst)
 * @param information the language of the page that is laid with it, such as {@code so}; null for none
 * @param recovery null in letters about something else than a recovery
 * @param representative who gets it in the place of the recipient, or beside; null in the recipient's own letter
 */
public record LetterDetails(String heading, @Nullable LocalDate day, @Nullable Money amount, boolean withoutNames, boolean large,
        boolean dropped, List<KeptFinding> kept, @Nullable PlainLanguageResult language, boolean easy, @Nullable String information,
        @Nullable RecoveryTerms recovery, @Nullable Representative representative) {

    public static final LetterDetails NONE = new LetterDetails("", null, null, false, false, false, List.of(), null, false, null, null,
            null);

    public LetterDetails {
        kept = List.copyOf(kept);
    }

    public LetterDetails heading(String next) {
        return new LetterDetails(next, day, amount, withoutNames, large, dropped, kept, language, easy, information, recovery,
                representative);
    }

    public LetterDetails day(@Nullable LocalDate next) {
        return new LetterDetails(heading, next, amount, withoutNames, large, dropped, kept, language, easy, information, recovery,
                representative);
    }

    public LetterDetails amount(@Nullable Money next) {
        return new LetterDetails(heading, day, next, withoutNames, large, dropped, kept, language, easy, information, recovery,
                representative);
    }

    public LetterDetails withoutNames(boolean next) {
        return new LetterDetails(heading, day, amount, next, large, dropped, kept, language, easy, information, recovery, representative);
    }

    public LetterDetails large(boolean next) {
        return new LetterDetails(heading, day, amount, withoutNames, next, dropped, kept, language, easy, information, recovery,
                representative);
    }

    public LetterDetails easy(boolean next) {
        return new LetterDetails(heading, day, amount, withoutNames, large, dropped, kept, language, next, information, recovery,
                representative);
    }

    public LetterDetails information(@Nullable String next) {
        return new LetterDetails(heading, day, amount, withoutNames, large, dropped, kept, language, easy, next, recovery, representative);
    }

    public LetterDetails recovery(@Nullable RecoveryTerms next) {
        return new LetterDetails(heading, day, amount, withoutNames, large, dropped, kept, language, easy, information, next,
                representative);
    }

    public LetterDetails representative(@Nullable Representative next) {
        return new LetterDetails(heading, day, amount, withoutNames, large, dropped, kept, language, easy, information, recovery, next);
    }

    /** One more that is kept; a new reason takes the place of the old. */
    public LetterDetails keep(KeptFinding finding) {
        List<KeptFinding> next = Stream
                .concat(kept.stream().filter(k -> !k.of(finding.check(), finding.quote(), finding.sentence())), Stream.of(finding))
                .toList();
        return new LetterDetails(heading, day, amount, withoutNames, large, dropped, next, language, easy, information, recovery,
                representative);
    }

    /** How it stands in the plain-language check; null in a letter that is not sent. */
    public LetterDetails language(@Nullable PlainLanguageResult next) {
        return new LetterDetails(heading, day, amount, withoutNames, large, dropped, kept, next, easy, information, recovery,
                representative);
    }

    LetterDetails drop() {
        return new LetterDetails(heading, day, amount, withoutNames, large, true, kept, language, easy, information, recovery,
                representative);
    }

    /** What is chosen about a recovery. */
    public RecoveryTerms terms() {
        return Optional.ofNullable(recovery).orElse(RecoveryTerms.NONE);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterDetails[…]";
    }
}
