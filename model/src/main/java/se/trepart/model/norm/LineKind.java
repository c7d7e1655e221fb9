package se.trepart.model.norm;

/** What a line of a calculation is. */
public enum LineKind {
    /** personlig kostnad ur riksnormen */
    PERSONAL,
    /** gemensam kostnad ur riksnormen */
    SHARED,
    /** skälig kostnad utanför riksnormen */
    COST,
    /** inkomst */
    INCOME;

    /** Whether the line adds to what is needed; otherwise to what there is. */
    public boolean isNeed() {
        return this != INCOME;
    }
}
