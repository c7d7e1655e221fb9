package se.trepart.model.decision;

/** How an applied item, or all of them together, went: bifall, delvis bifall, avslag. */
public enum Outcome {
    GRANTED,
    PARTLY,
    REFUSED
}
