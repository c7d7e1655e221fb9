package se.trepart.model.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.access.Actor;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;

/** One thing that still stops a decision from being sent or made, said so that a screen can take the user there. */
public sealed interface Hindrance {

    /** The investigation is not begun or not finished (R5). */
    record InvestigationOpen() implements Hindrance {}

    record CalculationMissing() implements Hindrance {}

    /** The caseworker's amount differs from the system's without a reason (R14). */
    record LineReasonMissing(UUID lineId) implements Hindrance {}

    /** The item's amount is not that of the calculation. */
    record DiffersFromCalculation(UUID itemId) implements Hindrance {}

    /** The item is refused or cut without a reason (FL 32 §). */
    record ItemReasonMissing(UUID itemId) implements Hindrance {}

    /** A dismissal, or a correction, without reasons. */
    record ReasonsMissing() implements Hindrance {}

    /** A refusal or partial refusal without communication (R18). */
    record NotCommunicated() implements Hindrance {}

    /** The applicant may still answer (R18). */
    record AnswerTimeRunning(LocalDate answerBy) implements Hindrance {}

    /** There are children and nothing says how the decision affects them. */
    record ChildEffectMissing() implements Hindrance {}

    /** Two people's changes to this household wait for someone to choose. */
    record OpenConflict() implements Hindrance {}

    /** Above what the role may decide (R16). */
    record AboveDelegation(DecisionMatter matter, Role lowest) implements Hindrance {}

    /** The one who prepared or sent it cannot approve it (R16). */
    record PreparedByOneself() implements Hindrance {}

    /** What stops the decision from being sent to a decider. */
    static List<Hindrance> toSend(Decision decision, DecisionBasis basis, LocalDate today) {
        List<Hindrance> found = new ArrayList<>();
        if (basis.conflictOpen()) {
            found.add(new OpenConflict());
        }
        if (decision.reasons().isBlank() && (decision.kind() == DecisionKind.DISMISSAL || decision.corrects() != null)) {
            found.add(new ReasonsMissing());
        }
        if (decision.kind() == DecisionKind.AID) {
            ofAid(found, decision, basis, today);
        }
        return found;
    }

    /** What stops this person from making the decision. */
    static List<Hindrance> toMake(Decision decision, DecisionBasis basis, Actor actor) {
        List<Hindrance> found = new ArrayList<>(toSend(decision, basis, actor.on()));
        found.addAll(aboveDelegation(decision, basis.order(), actor.role(), actor.on()));
        preparedByOneself(decision, actor.id()).ifPresent(found::add);
        return found.stream().distinct().toList();
    }

    /** What of the decision the role may not make (R16). */
    static List<Hindrance> aboveDelegation(Decision decision, DelegationOrder order, Role role, LocalDate on) {
        List<Hindrance> found = new ArrayList<>();
        Role lowest = order.lowest(decision, on);
        if (!role.handlesCases()) {
            found.add(new AboveDelegation(DecisionMatter.SUPPORT, lowest));
        }
        order.above(role, decision, on).forEach(matter -> found.add(new AboveDelegation(matter, lowest)));
        return found;
    }

    /** A sent decision is not approved by the one who prepared or sent it (R16). */
    static Optional<Hindrance> preparedByOneself(Decision decision, UUID staffId) {
        return decision.status() == DecisionStatus.SENT && Decisions.handledBy(decision, staffId)
                ? Optional.of(new PreparedByOneself())
                : Optional.empty();
    }

    private static void ofAid(List<Hindrance> found, Decision decision, DecisionBasis basis, LocalDate today) {
        Investigation investigation = basis.investigation();
        if (investigation == null || !investigation.finished()) {
            found.add(new InvestigationOpen());
        }
        Calculation calculation = basis.calculation();
        if (calculation == null || !calculation.id().equals(decision.calculationId())) {
            found.add(new CalculationMissing());
        } else {
            calculation.reasonsMissing().stream().map(CalculationLine::id).forEach(line -> found.add(new LineReasonMissing(line)));
            decision.items()
                    .stream()
                    .filter(item -> Items.differs(item, calculation))
                    .forEach(item -> found.add(new DiffersFromCalculation(item.id())));
        }
        decision.items()
                .stream()
                .filter(item -> item.outcome() != Outcome.GRANTED && item.reasonCode().isBlank() && item.ownWords().isBlank())
                .forEach(item -> found.add(new ItemReasonMissing(item.id())));
        communication(found, decision, today);
        Household household = basis.household();
        if (!household.children().isEmpty() && decision.childEffect().isBlank()) {
            found.add(new ChildEffectMissing());
        }
    }

    private static void communication(List<Hindrance> found, Decision decision, LocalDate today) {
        if (decision.outcome() == Outcome.GRANTED) {
            return;
        }
        Communication communication = decision.communication();
        if (communication == null) {
            found.add(new NotCommunicated());
        } else if (communication.answerBy() != null && communication.answer().isBlank() && !today.isAfter(communication.answerBy())) {
            found.add(new AnswerTimeRunning(communication.answerBy()));
        }
    }
}
