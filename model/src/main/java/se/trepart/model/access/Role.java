package se.trepart.model.access;

/** What a member of staff may do (roll). Access is always the least that a role needs (Act 2001:454, section 10). */
public enum Role {
    /** socialsekreterare */
    CASEWORKER(1),
    /** arbetsmarknadskonsulent: sees no income, cost or bank data */
    CONSULTANT(0),
    /** arbetsledare på arbetsmarknadsenheten: sees what a consultant sees, of the whole unit */
    LABOUR_MARKET_LEAD(0),
    /** förste socialsekreterare */
    TEAM_LEAD(2),
    /** enhetschef */
    UNIT_MANAGER(3),
    /** controller: changes no case */
    CONTROLLER(0),
    /** systemförvaltare: reads no case */
    ADMINISTRATOR(0),
    /** utskott: decides outside the program, recorded only */
    COMMITTEE(4);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** Whether this role handles money cases: works in them, and may decide what is delegated to it. */
    public boolean handlesCases() {
        return rank > 0;
    }

    /** Whether this role works on the plan side of cases only: no income, cost or bank data. */
    public boolean plansOnly() {
        return this == CONSULTANT || this == LABOUR_MARKET_LEAD;
    }

    /** Whether this role leads a unit, and is shown what waits in it. */
    public boolean leads() {
        return covers(TEAM_LEAD) || this == LABOUR_MARKET_LEAD;
    }

    /** Whether this role may do in a case what the other may: a team lead what a caseworker may, and so on upwards. */
    public boolean covers(Role other) {
        return this == other || rank > 0 && other.rank > 0 && rank >= other.rank;
    }
}
