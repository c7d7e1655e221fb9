package se.trepart.model.decision;

/** What a decision is about, as the delegation order divides it (ärendetyp). The key names the row of the order. */
public enum DecisionMatter {
    /** försörjningsstöd enligt riksnorm och skäliga kostnader */
    SUPPORT,
    /** levnadskostnader i övrigt */
    OTHER_LIVING_COSTS,
    /** boendekostnad över skälig nivå */
    HOUSING_OVER_LEVEL,
    /** ekonomiskt bistånd utöver rätten (SoL 12 kap. 2 §) */
    BEYOND_RIGHT,
    /** nödprövning: what the norm leaves no right to, tried as an emergency (SoL 12 kap. 1 §) */
    EMERGENCY,
    /** avslag och delvis avslag */
    REFUSAL,
    /** neka eller sätta ned (SoL 12 kap. 5 §) */
    REDUCTION,
    /** återkrav */
    RECOVERY,
    /** talan i förvaltningsrätten: outside the program, recorded only */
    COURT_CLAIM;

    /** Whether a person judges an item by it, so that its amount is no sum of the calculation. */
    public boolean ofItsOwn() {
        return this == BEYOND_RIGHT || this == REDUCTION || this == EMERGENCY;
    }
}
