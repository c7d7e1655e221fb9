package se.trepart.model.plan;

import java.util.List;

/** R21, R26: a referral is not sent, and a person not returned, while something is missing. */
public final class ReferralIncomplete extends IllegalStateException {

    /** What can be missing. */
    public enum Part {
        NEED,
        PURPOSE,
        GOAL,
        CONTENT,
        CONSEQUENCES,
        /** that the applicant was told how and when */
        TOLD,
        ASSESSMENT,
        REASON,
        EVALUATION,
        /** that it was talked through with the caseworker */
        TALKED_THROUGH
    }

    private final List<Part> missing;

    public ReferralIncomplete(List<Part> missing) {
        super("missing: " + missing);
        this.missing = List.copyOf(missing);
    }

    public List<Part> missing() {
        return missing;
    }
}
