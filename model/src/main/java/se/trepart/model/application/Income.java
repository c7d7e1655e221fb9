package se.trepart.model.application;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * An income of a member of the household (inkomst), net, in öre. Amount, date and source merge as one.
 *
 * @param receivedOn the day it was paid, null when not told
 * @param memberId the adult's or child's id
 * @param source who told: the applicant's form, an authority, a pay slip
 */
public record Income(UUID id, IncomeType type, Money amount, @Nullable LocalDate receivedOn, UUID memberId, String source) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Income[" + id + "]";
    }
}
