package se.trepart.model.casefile;

/** Who of the adults applies (sökande, medsökande). */
public enum AdultRole {
    APPLICANT,
    CO_APPLICANT
}
