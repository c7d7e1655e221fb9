package se.trepart.model.person;

/** How a person's identity is protected (skyddade personuppgifter). R34: unknown is treated as protected. */
public enum Protection {
    NONE,
    /** sekretessmarkering */
    MARKED,
    /** skyddad folkbokföring */
    PROTECTED_REGISTRATION,
    UNKNOWN;

    public boolean isProtected() {
        return this != NONE;
    }
}
