package se.trepart.model.letter;

import se.trepart.model.Money;
import se.trepart.model.decision.RecoveryGround;

import org.jspecify.annotations.Nullable;

/**
 * What is chosen in a letter about a recovery (återkravets villkor).
 *
 * @param ground null until somebody has chosen it
 * @param waived what is not claimed (eftergift), in öre; null for nothing
 * @param unannounced why no notice was needed before the decision (R18); empty when there was one
 */
public record RecoveryTerms(@Nullable RecoveryGround ground, @Nullable Money waived, String unannounced) {

    public static final RecoveryTerms NONE = new RecoveryTerms(null, null, "");

    public RecoveryTerms ground(@Nullable RecoveryGround next) {
        return new RecoveryTerms(next, waived, unannounced);
    }

    public RecoveryTerms waived(@Nullable Money next) {
        return new RecoveryTerms(ground, next, unannounced);
    }

    public RecoveryTerms unannounced(String next) {
        return new RecoveryTerms(ground, waived, next);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "RecoveryTerms[" + ground + "]";
    }
}
