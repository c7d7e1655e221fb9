package se.trepart.model.decision;

/** Why aid may be claimed back (grund för återkrav). The law that holds it is that of the day the aid was granted (R15). */
public enum RecoveryGround {
    /** oriktiga eller uteblivna uppgifter */
    WRONG_INFORMATION(Statutes.RECOVERY),
    /** för mycket av ett annat skäl, och det borde ha märkts */
    SHOULD_HAVE_KNOWN("återkrav när det borde ha märkts"),
    /** förskott på en förmån eller ersättning */
    ADVANCE("återkrav av förskott"),
    /** arbetskonflikt */
    LABOUR_CONFLICT("återkrav vid arbetskonflikt"),
    /** hinder att använda egna pengar */
    OWN_MEANS_OUT_OF_REACH("återkrav när egna pengar inte gick att nå"),
    /** bistånd utöver rätten på villkor att det betalas tillbaka */
    CONDITION("återkrav av bistånd på villkor");

    private final String matter;

    RecoveryGround(String matter) {
        this.matter = matter;
    }

    /** The matter in the table of statutes. */
    public String matter() {
        return matter;
    }

    /** Whether too much was paid. On the other grounds the aid was right, and given so that it could be claimed back. */
    public boolean tooMuch() {
        return this == WRONG_INFORMATION || this == SHOULD_HAVE_KNOWN;
    }
}
