package se.trepart.model.decision;

/** How an application ends (R1): a decision on aid, dismissed (avvisad), withdrawn by the applicant (avskriven). */
public enum DecisionKind {
    AID,
    DISMISSAL,
    WITHDRAWAL
}
