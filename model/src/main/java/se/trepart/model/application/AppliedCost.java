package se.trepart.model.application;

import java.util.UUID;

import se.trepart.model.Money;

/**
 * A cost the household applies for (sökt kostnad), in öre.
 *
 * @param specification what it is for, in the applicant's words
 * @param recipientOrPeriod who is paid, or for when
 */
public record AppliedCost(UUID id, CostType type, Money applied, String specification, String recipientOrPeriod) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "AppliedCost[" + id + "]";
    }
}
