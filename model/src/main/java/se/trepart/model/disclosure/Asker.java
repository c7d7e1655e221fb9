package se.trepart.model.disclosure;

/** Who asks for the file (den som begär ut akten). What is secret to one is not to another. */
public enum Asker {
    /** den som ärendet gäller (förvaltningslagen 10 §) */
    PARTY,
    /** domstolen som prövar ett överklagande */
    COURT,
    /** någon annan */
    OTHER
}
