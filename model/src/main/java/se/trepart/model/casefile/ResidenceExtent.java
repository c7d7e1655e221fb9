package se.trepart.model.casefile;

/** How much a child lives in the household (boende): all of the time, half of it, or a number of days. */
public enum ResidenceExtent {
    FULL_TIME,
    HALF_TIME,
    OTHER
}
