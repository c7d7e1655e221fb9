package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was checked in one step (kontroll): result, assessment of the result, effect on the right to aid. R5.
 *
 * @param stepKey the {@link ChecklistStep#key()}
 * @param reason why the step is not relevant; empty otherwise
 * @param checkedBy who answered last, null while nothing is answered
 */
public record CheckItem(UUID id, String stepKey, CheckState state, String result, String assessment, String effect, String reason,
        @Nullable UUID checkedBy, @Nullable LocalDate checkedOn) {

    /** What another authority said; empty when the step asks none or nothing is answered yet (R8). */
    public Optional<AuthorityAnswer> authorityAnswer() {
        return ChecklistStep.asksAuthority(stepKey) ? AuthorityAnswer.read(result) : Optional.empty();
    }

    /** Where a step stands. */
    public enum CheckState {
        /** saknas */
        MISSING,
        /** klar */
        DONE,
        /** ej aktuellt */
        NOT_RELEVANT
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CheckItem[" + id + "]";
    }
}
