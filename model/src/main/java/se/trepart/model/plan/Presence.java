package se.trepart.model.plan;

/** How a planned day was (närvaro eller frånvaro). R24 */
public enum Presence {
    /** närvarande */
    PRESENT,
    /** sjuk med läkarintyg */
    SICK_WITH_CERTIFICATE,
    /** sjuk utan läkarintyg */
    SICK_WITHOUT_CERTIFICATE,
    /** vård av barn */
    CHILD,
    /** besök hos myndighet */
    AUTHORITY,
    /** annan giltig frånvaro */
    OTHER_VALID,
    /** ogiltig frånvaro: reaches the caseworker at once */
    INVALID;

    public boolean absent() {
        return this != PRESENT;
    }

    /** Whether it can be known before the day has come: sick leave can, that somebody came or stayed away cannot. */
    public boolean knownAhead() {
        return this != PRESENT && this != INVALID;
    }
}
