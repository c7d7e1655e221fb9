package se.trepart.model.followup;

/** Which side of a case something belongs to (sida av ärendet): a consultant sees the plan side only. */
public enum Side {
    /** ekonomiskt bistånd */
    AID,
    /** planeringen */
    PLAN
}
