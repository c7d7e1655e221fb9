package se.trepart.app.shell;

/** The places of a case, in the order of the work (plats i ärendet). */
public enum CasePlace {
    /** Ansökan */
    APPLICATION,
    /** Utredning */
    INVESTIGATION,
    /** Beräkning */
    CALCULATION,
    /** Beslut */
    DECISION,
    /** Brev */
    LETTER,
    /** Journal */
    JOURNAL
}
