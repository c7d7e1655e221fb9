package se.trepart.model.application;

/** How an application came in (inkomstväg). */
public enum Channel {
    E_SERVICE,
    LETTER,
    EMAIL,
    ORAL
}
