package se.trepart.model.norm;

/** The matters in the table of statutes that a calculation's lines rest on; the table chooses the law by date (R15). */
final class Matter {

    static final String NORM_AMOUNTS = "riksnormens belopp";
    static final String SUPPORT_PARTS = "försörjningsstödets delar och riksnorm";
    static final String RIGHT = "rätt till försörjningsstöd och levnadskostnader i övrigt";
    static final String JOB_STIMULUS = "jobbstimulans";
    static final String CHILD_INCOME = "barns och skolungdomars inkomster";

    private Matter() {}
}
