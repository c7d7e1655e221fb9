package se.trepart.model.followup;

/** The places of a case, in the order of the work (plats i ärendet). */
public enum Place {
    APPLICATION,
    INVESTIGATION,
    CALCULATION,
    DECISION,
    LETTER,
    JOURNAL
}
