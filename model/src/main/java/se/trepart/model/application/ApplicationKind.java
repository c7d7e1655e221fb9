package se.trepart.model.application;

/** What kind of application it is: first one or after a break (nyansökan), next month's (återansökan), for a single purpose (tillägg). */
public enum ApplicationKind {
    NEW,
    RENEWAL,
    SUPPLEMENTARY
}
