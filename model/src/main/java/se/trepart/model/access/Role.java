package se.trepart.model.access;

/** What a member of staff may do (roll). Access is always the least that a role needs (Act 2001:454, section 10). */
public enum Role {
    /** socialsekreterare */
    CASEWORKER,
    /** arbetsmarknadskonsulent: sees no income, cost or bank data */
    CONSULTANT,
    /** förste socialsekreterare */
    TEAM_LEAD,
    /** enhetschef */
    UNIT_MANAGER,
    /** controller: changes no case */
    CONTROLLER,
    /** systemförvaltare: reads no case */
    ADMINISTRATOR,
    /** utskott: decides outside the program, recorded only */
    COMMITTEE
}
