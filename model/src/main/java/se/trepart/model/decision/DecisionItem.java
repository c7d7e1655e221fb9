package se.trepart.model.decision;

import java.util.UUID;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * One thing applied for and what the decision says of it (beslutspost).
 *
 * @param sourceId the applied cost, null for the support of the month as a whole
 * @param code SUPPORT for the month's support, otherwise the cost type's name
 * @param granted in öre: for a cost what is accepted as reasonable, for the support what is paid in all
 * @param reasonCode a choice of the reason catalogue; empty for what is granted in full
 * @param ownWords the caseworker's own words to the applicant
 */
public record DecisionItem(UUID id, @Nullable UUID sourceId, String code, DecisionMatter matter, Money applied, Money granted,
        String reasonCode, String ownWords) {

    public static final String SUPPORT = "SUPPORT";

    public boolean forSupport() {
        return code.equals(SUPPORT);
    }

    public Outcome outcome() {
        if (granted.compareTo(applied) >= 0 && (applied.positive() || granted.positive())) {
            return Outcome.GRANTED;
        }
        return granted.positive() ? Outcome.PARTLY : Outcome.REFUSED;
    }

    DecisionItem with(Money granted, String reasonCode, String ownWords) {
        return new DecisionItem(id, sourceId, code, matter, applied, granted, reasonCode, ownWords);
    }

    DecisionItem with(DecisionMatter matter) {
        return new DecisionItem(id, sourceId, code, matter, applied, granted, reasonCode, ownWords);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "DecisionItem[" + id + "]";
    }
}
