package se.trepart.model.investigation;

import java.util.UUID;

import se.trepart.model.access.Role;

/**
 * A step of a checklist (kontroll/steg).
 *
 * @param key the step's name over all versions and templates, by which recurring checks are found again (R7)
 * @param source where the answer comes from
 * @param assessmentNeeded whether the result must always be assessed (R5)
 * @param intervalMonths how often it recurs, in months; 0 when it does not (R7)
 * @param mayBeSkippedBy who may mark it not relevant
 */
public record ChecklistStep(UUID id, String key, String question, String help, String source, boolean assessmentNeeded, int intervalMonths,
        AppliesTo appliesTo, Role mayBeSkippedBy) {

    /** Which households a step is for. */
    public enum AppliesTo {
        ALL,
        WITH_CHILDREN,
        LONG_TERM
    }

    private static final String AUTHORITY = "authority.";

    /** Whether the step asks another authority, so that its result is an {@link AuthorityAnswer} (R8). */
    public static boolean asksAuthority(String key) {
        return key.startsWith(AUTHORITY);
    }

    /** Whether the step comes back with an interval (R7). */
    public boolean recurs() {
        return intervalMonths > 0;
    }

}
