package se.trepart.model.application;

/** How the household lives (boendeform). */
public enum HousingForm {
    NO_HOUSING_OR_INSTITUTION,
    RENTAL,
    SUBLET,
    LODGER,
    CONDOMINIUM,
    OWNED_HOUSE,
    RENTED_HOUSE,
    LIVING_WITH_PARENTS
}
