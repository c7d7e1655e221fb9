package se.trepart.model.norm;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Why nothing can be calculated (hinder för beräkning).
 *
 * @param subjectId the child or the income it is about, null for the household or the month
 */
public record CalculationFault(Kind kind, @Nullable UUID subjectId) {

    /** What is wrong. */
    public enum Kind {
        /** there is no norm for the month */
        NO_NORM,
        /** one applicant, or an applicant and a co-applicant, is needed */
        ADULTS,
        /** 18 years or more and not in upper secondary school, or 21 and more: a case of one's own (R10) */
        OWN_CASE,
        /** born after the month */
        NOT_BORN,
        /** days in the home outside 1–31 */
        DAYS_IN_HOME,
        /** the shared home holds fewer people than the household (R9) */
        SHARED_HOME_SIZE,
        /** the income belongs to nobody in the household */
        UNKNOWN_MEMBER
    }
}
