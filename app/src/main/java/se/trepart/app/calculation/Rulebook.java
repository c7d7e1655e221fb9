package se.trepart.app.calculation;

import java.util.List;

import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.Statutes;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;

/** The dated tables that calculations, decisions and letters follow (regelverk). Read once for the program. */
public record Rulebook(Norms norms, Statutes statutes, List<DecisionReason> reasons, DelegationOrder order) {

    public Rulebook {
        reasons = List.copyOf(reasons);
    }

    public static Rulebook shipped() {
        return new Rulebook(Norms.shipped(), Statutes.shipped(), DecisionReason.shipped(), DelegationOrder.shipped());
    }

    public NormCalculation calculation() {
        return new NormCalculation(norms);
    }
}
