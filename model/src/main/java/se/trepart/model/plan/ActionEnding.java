package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How an action ended and what the three say of it (avslut och utvärdering). R23, R28
 *
 * @param done what was done
 * @param gave what it gave
 * @param nextStep what comes after it
 * @param workFrom the first day of work; null when the outcome is none
 * @param workTo the last day of that work; null while it lasts
 */
public record ActionEnding(LocalDate on, Outcome outcome, String done, String gave, String applicantSays, String caseworkerSays,
        String consultantSays, String nextStep, @Nullable LocalDate workFrom, @Nullable LocalDate workTo, UUID by) {

    /** What can be missing in an evaluation. */
    public enum Part {
        DONE,
        GAVE,
        APPLICANT,
        CASEWORKER,
        CONSULTANT,
        NEXT_STEP,
        /** from when, for an outcome that is work */
        WORK_FROM
    }

    /** R23: what is missing before the action can end. */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        blank(missing, Part.DONE, done);
        blank(missing, Part.GAVE, gave);
        blank(missing, Part.APPLICANT, applicantSays);
        blank(missing, Part.CASEWORKER, caseworkerSays);
        blank(missing, Part.CONSULTANT, consultantSays);
        blank(missing, Part.NEXT_STEP, nextStep);
        if (outcome.work() && workFrom == null) {
            missing.add(Part.WORK_FROM);
        }
        return missing;
    }

    /** R28: work counts when it has lasted one unbroken month. */
    public boolean countsAsWork(LocalDate today) {
        return workCountsFrom().filter(from -> !from.isAfter(today)).isPresent();
    }

    /** R28: the day on which it has lasted one unbroken month; empty when it is no work or ended before. */
    public Optional<LocalDate> workCountsFrom() {
        if (!outcome.work() || workFrom == null) {
            return Optional.empty();
        }
        LocalDate aMonth = workFrom.plusMonths(1).minusDays(1);
        return workTo == null || !workTo.isBefore(aMonth) ? Optional.of(aMonth) : Optional.empty();
    }

    private static void blank(List<Part> missing, Part part, String text) {
        if (text.isBlank()) {
            missing.add(part);
        }
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ActionEnding[" + on + ", " + outcome + "]";
    }
}
