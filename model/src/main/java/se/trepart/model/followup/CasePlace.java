package se.trepart.model.followup;

/** The places of a case, in the order of the work (plats i ärendet). */
public enum CasePlace {
    APPLICATION,
    INVESTIGATION,
    CALCULATION,
    DECISION,
    LETTER,
    PLANNING,
    JOURNAL
}
