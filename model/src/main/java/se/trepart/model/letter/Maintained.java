package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;

import org.jspecify.annotations.Nullable;

/**
 * A text of the municipality's that a function owns, in versions (förvaltad text): a draft is decided on and published, then read again in
 * time or withdrawn. S10, R35
 *
 * @param <T> the kind of text
 */
public sealed interface Maintained<T extends Maintained<T>> extends Document permits LetterTemplate, Phrase {

    Upkeep upkeep();

    /** The same words with other upkeep. */
    T with(Upkeep next);

    /** @throws IllegalStateException when it is published */
    default T keptBy(String ownerFunction, @Nullable LocalDate decidedOn, @Nullable LocalDate reviewOn) {
        return with(upkeep().keptBy(ownerFunction, decidedOn, reviewOn));
    }

    /** It is used from the day on. @throws IllegalStateException when its upkeep has faults, or it is no draft */
    default T publish(LocalDate on) {
        return with(upkeep().publish(on));
    }

    /** It is not used from the day on. @throws IllegalStateException unless it is published */
    default T withdraw(LocalDate on) {
        return with(upkeep().withdraw(on));
    }

    /** R35: it was read again and stands. @throws IllegalStateException unless it is published */
    default T reviewed(LocalDate next) {
        return with(upkeep().reviewed(next));
    }

    @Override
    default @Nullable UUID caseId() {
        return null;
    }

    @Override
    default String documentState() {
        return upkeep().state().name();
    }
}
