package se.trepart.model.decision;

import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.norm.Calculation;

import org.jspecify.annotations.Nullable;

/**
 * What a decision rests on (beslutsunderlag).
 *
 * @param investigation null while none is begun
 * @param calculation null while none is made
 * @param conflictOpen whether two people's changes to this household still wait for someone to choose
 */
public record DecisionBasis(Application application, Household household, @Nullable Investigation investigation,
        @Nullable Calculation calculation, Settings settings, DelegationOrder order, boolean conflictOpen) {

    /** The reasonable housing cost a month for a household of this size. */
    public Money housingLevel() {
        return settings.housingLevel(household.adults().size() + household.children().size());
    }
}
