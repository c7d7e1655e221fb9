package se.trepart.model.application;

/** How far an application has come. R1: every application ends in one of the last three. */
public enum ApplicationStatus {
    /** ny, registrerad */
    RECEIVED,
    /** väntar på komplettering */
    WAITING,
    /** utreds */
    INVESTIGATED,
    /** hos beslutsfattare */
    WITH_DECIDER,
    /** återsänd av beslutsfattaren */
    RETURNED,
    /** beslutad */
    DECIDED,
    /** avvisad */
    DISMISSED,
    /** återkallad */
    WITHDRAWN;

    public boolean ended() {
        return compareTo(DECIDED) >= 0;
    }
}
