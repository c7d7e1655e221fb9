package se.trepart.model.disclosure;

/** Why a document does not go out (skäl att utelämna). */
public enum Omission {
    /** noteringar om arbetet som inte hör till akten */
    OF_THE_PROGRAM(true),
    /** utkast (tryckfrihetsförordningen 2 kap. 12 §) */
    DRAFT(true),
    /** den andra sidan av ärendet */
    OTHER_SIDE(true),
    /** kan röja var en person med skyddade personuppgifter finns (OSL 21 kap. 3 §, 26 kap. 1 §) */
    PROTECTED(false),
    /** gäller en annan person än den som frågar (OSL 26 kap. 1 §) */
    OTHER_PERSON(false),
    /** sekretess i socialtjänsten (OSL 26 kap. 1 §) */
    SECRET(false),
    /** kan röja vem som har lämnat en uppgift (OSL 26 kap. 5 §) */
    INFORMANT(false);

    private final boolean always;

    Omission(boolean always) {
        this.always = always;
    }

    /** Whether no judgement is made: such a document never goes out. The others a person may judge otherwise. */
    public boolean always() {
        return always;
    }
}
