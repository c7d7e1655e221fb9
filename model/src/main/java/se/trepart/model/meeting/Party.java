package se.trepart.model.meeting;

/** One of those who meet (part). */
public enum Party {
    /** den sökande */
    APPLICANT,
    /** socialsekreteraren */
    CASEWORKER,
    /** arbetsmarknadskonsulenten */
    CONSULTANT,
    /** tolk */
    INTERPRETER,
    /** annan deltagare */
    OTHER;

    /** Whether it is one of the three that each leave with a task or with nothing (R25). */
    public boolean oneOfThree() {
        return this == APPLICANT || this == CASEWORKER || this == CONSULTANT;
    }
}
