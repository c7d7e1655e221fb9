package se.trepart.model.plan;

/** What an action led to (resultat av insats). R28 */
public enum Outcome {
    /** arbete utan stöd */
    EMPLOYMENT,
    /** arbete med stöd */
    SUPPORTED_EMPLOYMENT,
    /** studier */
    STUDIES,
    /** varaktig ersättning från annan myndighet */
    OTHER_AUTHORITY,
    /** flyttat från kommunen */
    MOVED,
    /** fortsätter i en annan insats: one of the others in the national figures */
    CONTINUES,
    /** annat */
    OTHER;

    /** Work of one's own, with support or without; a municipal labour-market employment is an action and never this (R28). */
    public boolean work() {
        return this == EMPLOYMENT || this == SUPPORTED_EMPLOYMENT;
    }
}
