package se.trepart.app.language;

/**
 * One thing the check looks for (kontroll), the rule it follows and how much a finding weighs in a template or phrase and in free text. The
 * rules S1–S12 and L1–L17 are those of the README.
 */
public enum Check {
    /** svårt eller gammalt ord */
    WORD("S1", Weight.BLOCK, Weight.WARNING),
    /** skall, ej, samt … */
    SMALL_WORD("L17", Weight.BLOCK, Weight.WARNING),
    /** fackord utan förklaring */
    TERM("S3", Weight.BLOCK, Weight.BLOCK),
    /** förkortning */
    ABBREVIATION("S5", Weight.BLOCK, Weight.WARNING),
    /** den enskilde, klienten, undertecknad */
    ADDRESS("S6", Weight.BLOCK, Weight.WARNING),
    /** Du, Ni, Er inne i en mening */
    CAPITAL("L3", Weight.BLOCK, Weight.WARNING),
    /** lång mening; a note from 21 words, a warning from 26 */
    LONG_SENTENCE("S2", Weight.WARNING, Weight.WARNING),
    /** verbet kommer sent */
    LATE_VERB("S2", Weight.WARNING, Weight.WARNING),
    /** långt inskott */
    INSERTION("S2", Weight.WARNING, Weight.WARNING),
    /** lång bestämning före substantivet */
    ATTRIBUTE("S2", Weight.WARNING, Weight.WARNING),
    /** passiv form */
    PASSIVE("L6", Weight.NOTE, Weight.NOTE),
    /** två passiva former i rad */
    PASSIVE_PAIR("L6", Weight.WARNING, Weight.WARNING),
    /** många substantiv av verb */
    NOUNS("L7", Weight.WARNING, Weight.WARNING),
    /** tomt verb och substantiv */
    EMPTY_VERB("L7", Weight.WARNING, Weight.WARNING),
    /** naket substantiv */
    NAKED_NOUN("L7", Weight.WARNING, Weight.WARNING),
    /** uppräkning som borde vara en lista */
    ENUMERATION("L12", Weight.NOTE, Weight.NOTE),
    /** lagrum utanför lagavsnittet */
    LAW("S6", Weight.BLOCK, Weight.WARNING),
    /** lagrum utan förklaring */
    LAW_UNEXPLAINED("S6", Weight.BLOCK, Weight.WARNING),
    /** långt stycke */
    LONG_PARAGRAPH("L11", Weight.WARNING, Weight.WARNING),
    /** ärendemening som börjar med angående */
    SUBJECT("L8", Weight.BLOCK, Weight.WARNING),
    /** rubrik med punkt eller kolon */
    HEADING_END("L10", Weight.WARNING, Weight.WARNING),
    /** fler än tre rubriknivåer */
    HEADING_LEVEL("L10", Weight.WARNING, Weight.WARNING),
    /** tabell utan rubrik och mening före */
    TABLE("L16", Weight.WARNING, Weight.WARNING),
    /** rubrik som inte hör till brevtypen */
    HEADING("S4", Weight.BLOCK, Weight.BLOCK),
    /** avsnitt utan det som måste stå där */
    EMPTY_PART("S4", Weight.BLOCK, Weight.BLOCK),
    /** avsnitt som saknas */
    MISSING_PART("S12", Weight.BLOCK, Weight.BLOCK),
    /** avsnitt i fel ordning */
    PART_ORDER("S12", Weight.BLOCK, Weight.BLOCK),
    /** dokumentets titel är en annan än rubriken */
    TITLE("S11", Weight.BLOCK, Weight.BLOCK),
    /** beskedet kommer sent */
    ANSWER("L4", Weight.WARNING, Weight.WARNING),
    /** nämndens namn saknas i beslutsmeningen */
    BOARD("L3", Weight.WARNING, Weight.WARNING),
    /** barnavsnitt fast det inte finns barn */
    CHILDREN_NONE("S7", Weight.BLOCK, Weight.BLOCK),
    /** långt barnavsnitt */
    CHILDREN_LONG("S7", Weight.BLOCK, Weight.BLOCK),
    /** barnavsnitt utan något ur ärendet */
    CHILDREN_GENERAL("S7", Weight.BLOCK, Weight.BLOCK),
    /** beslut utan eget skäl */
    DECISION_REASON("S9", Weight.BLOCK, Weight.BLOCK),
    /** flera beslut utan bro */
    DECISION_BRIDGE("S9", Weight.BLOCK, Weight.BLOCK),
    /** mycket fast text */
    FIXED_TEXT("S8", Weight.WARNING, Weight.WARNING),
    /** inklistrad journaltext */
    JOURNAL("S6", Weight.WARNING, Weight.WARNING),
    /** ord som ordlistan inte har; a note where it has nothing alike */
    SPELLING("L1", Weight.WARNING, Weight.WARNING);

    private final String rule;
    private final Weight inTemplate;
    private final Weight inFreeText;

    Check(String rule, Weight inTemplate, Weight inFreeText) {
        this.rule = rule;
        this.inTemplate = inTemplate;
        this.inFreeText = inFreeText;
    }

    public String rule() {
        return rule;
    }

    Weight weight(Origin origin) {
        return origin == Origin.FREE ? inFreeText : inTemplate;
    }
}
