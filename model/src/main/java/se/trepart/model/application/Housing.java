package se.trepart.model.application;

/** The home applied from (boende): its form, how many live there, its rooms beside the kitchen. */
public record Housing(HousingForm form, int people, int roomsPlusKitchen) {}
