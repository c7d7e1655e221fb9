package se.trepart.app.language;

/** Who wrote the words of a block (ursprung): templates and phrases are judged harder than what a person types (S10). */
public enum Origin {
    TEMPLATE,
    PHRASE,
    FREE
}
