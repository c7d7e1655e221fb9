package se.trepart.app.calculation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.model.application.Application;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.norm.Calculation;

/** Which of an application's calculations and decisions the work is about now (aktuell beräkning, aktuellt beslut). */
public final class CurrentCalculation {

    private CurrentCalculation() {}

    /** The one that can still be changed; when all are locked, the one that the newest decision rests on. */
    public static Optional<Calculation> of(CaseDocuments documents, Application application) {
        List<Calculation> all = documents.calculationsOf(application);
        return all.stream()
                .filter(c -> !c.locked())
                .max(Comparator.comparing(Calculation::madeOn))
                .or(() -> decision(documents, application)
                        .flatMap(decision -> all.stream().filter(c -> c.id().equals(decision.calculationId())).findFirst()))
                .or(() -> all.stream().max(Comparator.comparing(Calculation::madeOn)));
    }

    /** The one being prepared; when all are made, the one that no other corrects. */
    public static Optional<Decision> decision(CaseDocuments documents, Application application) {
        List<Decision> all = documents.decisionsOf(application);
        return all.stream()
                .filter(d -> !d.made())
                .max(Comparator.comparing(Decision::preparedOn))
                .or(() -> all.stream()
                        .filter(d -> all.stream().noneMatch(other -> d.id().equals(other.corrects())))
                        .max(Comparator.comparing(Decision::preparedOn)));
    }

    /** Whether the decision lies with the decider: nothing under it is changed meanwhile. */
    public static boolean withDecider(CaseDocuments documents, Application application) {
        return decision(documents, application).filter(d -> d.status() == DecisionStatus.SENT).isPresent();
    }
}
