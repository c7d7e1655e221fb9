package se.trepart.model.norm;

import se.trepart.model.Money;

/**
 * One amount of the national norm (belopp i riksnormen), öre a month.
 *
 * @param verified whether the amount was read in a published source; otherwise it is derived and shown as "ej bekräftad"
 */
public record NormCell(String name, Money amount, boolean verified, String source) {}
