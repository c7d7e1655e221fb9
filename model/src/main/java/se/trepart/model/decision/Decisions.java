package se.trepart.model.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import se.trepart.model.Money;
import se.trepart.model.access.Actor;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.decision.HandOver.Step;
import se.trepart.model.norm.Calculation;
import se.trepart.model.time.Deadline;

import org.jspecify.annotations.Nullable;

/**
 * The verbs of decisions (beslut): prepare, set, communicate, decide, send, approve, send back, correct. Every verb that changes a
 * decision throws {@link DecisionLocked} when it is made (R17) and {@link NotInThisStatus} when it lies with the decider.
 */
public final class Decisions {

    private Decisions() {}

    /** A decision on aid with an item for the month's support and one for each applied cost, as the calculation gives them. */
    public static DecisionStep prepare(DecisionBasis basis, Calculation calculation, Actor actor, Supplier<UUID> ids) {
        Application application = basis.application();
        Decision decision = blank(application, DecisionKind.AID, calculation.id(), Items.of(basis, calculation, ids), "", actor, ids.get(),
                null);
        return step(decision, application, ApplicationStatus.INVESTIGATED);
    }

    /** The application cannot be tried (avvisning, FL 20 §). R1 */
    public static DecisionStep dismiss(Application application, String reasons, Actor actor, Supplier<UUID> ids) {
        return step(blank(application, DecisionKind.DISMISSAL, null, List.of(), reasons, actor, ids.get(), null), application,
                ApplicationStatus.INVESTIGATED);
    }

    /** The applicant has withdrawn the application (avskrivning). R1 */
    public static DecisionStep withdraw(Application application, String reasons, Actor actor, Supplier<UUID> ids) {
        return step(blank(application, DecisionKind.WITHDRAWAL, null, List.of(), reasons, actor, ids.get(), null), application,
                ApplicationStatus.INVESTIGATED);
    }

    /** Takes the amounts of the calculation again after it was changed; reasons stay. */
    public static Decision follow(Decision decision, DecisionBasis basis, Calculation calculation, Supplier<UUID> ids) {
        return open(decision).with(calculation.id(), Items.follow(decision.items(), basis, calculation, ids));
    }

    /**
     * What the decision says of one item. An amount that is not the calculation's is allowed while writing: {@link Hindrance}.
     *
     * @throws IllegalArgumentException when there is no such item or the amount is negative
     */
    public static Decision set(Decision decision, UUID itemId, Money granted, String reasonCode, String ownWords) {
        if (granted.negative()) {
            throw new IllegalArgumentException("negative amount");
        }
        return replace(decision, itemId, item -> item.with(granted, reasonCode, ownWords));
    }

    /** Judges an item by another ground, such as aid beyond the right (SoL 12 kap. 2 §) or a reduction (12 kap. 5 §). */
    public static Decision judgeAs(Decision decision, UUID itemId, DecisionMatter matter) {
        return replace(decision, itemId, item -> item.with(matter));
    }

    /** Why, in plain words to the applicant. */
    public static Decision reasons(Decision decision, String reasons) {
        return open(decision).with(reasons, decision.childEffect());
    }

    /** How the decision affects the children. */
    public static Decision childEffect(Decision decision, String childEffect) {
        return open(decision).with(decision.reasons(), childEffect);
    }

    /** The material was sent to the applicant, who may answer for so many days (R18). */
    public static Decision communicate(Decision decision, String material, LocalDate sentOn, int days) {
        return open(decision).with(new Communication(sentOn, Deadline.lastDay(sentOn, days), material, "", ""));
    }

    /** What the applicant said of the material (R18). */
    public static Decision answered(Decision decision, String answer) {
        Communication sent = open(decision).communication();
        if (sent == null || sent.sentOn() == null) {
            throw new IllegalArgumentException("nothing was communicated");
        }
        return decision.with(new Communication(sent.sentOn(), sent.answerBy(), sent.material(), answer, ""));
    }

    /** Why communication is obviously unnecessary (FL 25 §, R18). @throws IllegalArgumentException when the reason is blank */
    public static Decision communicationUnnecessary(Decision decision, String because) {
        return open(decision).with(new Communication(null, null, "", "", required(because)));
    }

    /**
     * Makes the decision within one's own delegation and locks it (R16, R17).
     *
     * @throws DecisionHindered with everything that stops it
     */
    public static DecisionStep decide(Decision decision, DecisionBasis basis, Actor actor, UUID handOverId) {
        open(decision);
        return make(decision, basis, actor, handOverId);
    }

    /** Sends the decision to someone who may make it. @throws DecisionHindered with everything that stops it */
    public static DecisionStep send(Decision decision, DecisionBasis basis, Actor actor, String words, UUID handOverId) {
        open(decision);
        refuse(Hindrance.toSend(decision, basis, actor.on()));
        return step(decision.with(DecisionStatus.SENT, new HandOver(handOverId, Step.SENT, actor.id(), actor.at(), words)),
                basis.application(), ApplicationStatus.WITH_DECIDER);
    }

    /** Takes a sent decision back, by the one who prepared or sent it. @throws IllegalArgumentException by anybody else */
    public static DecisionStep takeBack(Decision decision, Application application, Actor actor, UUID handOverId) {
        sent(decision);
        if (!handledBy(decision, actor.id())) {
            throw new IllegalArgumentException("only the one who prepared or sent a decision takes it back");
        }
        return step(decision.with(DecisionStatus.PREPARED, new HandOver(handOverId, Step.TAKEN_BACK, actor.id(), actor.at(), "")),
                application, ApplicationStatus.INVESTIGATED);
    }

    /**
     * Makes a decision that another person prepared and locks it (R16, R17).
     *
     * @throws DecisionHindered with everything that stops it
     */
    public static DecisionStep approve(Decision decision, DecisionBasis basis, Actor actor, UUID handOverId) {
        sent(decision);
        return make(decision, basis, actor, handOverId);
    }

    /** Returns a decision to the one who prepared it (R16). @throws IllegalArgumentException without a reason or by that person */
    public static DecisionStep sendBack(Decision decision, Application application, Actor actor, String reason, UUID handOverId) {
        sent(decision);
        if (handledBy(decision, actor.id())) {
            throw new IllegalArgumentException("the one who prepared a decision takes it back");
        }
        return step(
                decision.with(DecisionStatus.RETURNED, new HandOver(handOverId, Step.RETURNED, actor.id(), actor.at(), required(reason))),
                application, ApplicationStatus.RETURNED);
    }

    /**
     * A new decision that corrects a made one (FL 36–38 §§, R17). It starts as the old one stood; the reasons are to be written.
     *
     * @throws NotInThisStatus when the old decision is not made
     */
    public static DecisionStep correct(Decision old, Application application, Actor actor, Supplier<UUID> ids) {
        if (!old.made()) {
            throw new NotInThisStatus(old.status());
        }
        List<DecisionItem> items = old.items()
                .stream()
                .map(item -> new DecisionItem(ids.get(), item.sourceId(), item.code(), item.matter(), item.applied(), item.granted(),
                        item.reasonCode(), item.ownWords()))
                .toList();
        return step(blank(application, old.kind(), old.calculationId(), items, "", actor, ids.get(), old.id()), application,
                application.status());
    }

    /** Whether this person prepared the decision or sent it on last: such a person cannot approve it (R16). */
    public static boolean handledBy(Decision decision, UUID staffId) {
        return decision.preparedBy().equals(staffId)
                || decision.handOvers().stream().anyMatch(step -> step.step() == Step.SENT && step.by().equals(staffId));
    }

    private static DecisionStep make(Decision decision, DecisionBasis basis, Actor actor, UUID handOverId) {
        refuse(Hindrance.toMake(decision, basis, actor));
        Decision made = decision.with(DecisionStatus.MADE, new HandOver(handOverId, Step.MADE, actor.id(), actor.at(), ""))
                .made(actor.id(), actor.role(), actor.on());
        ApplicationStatus status = switch (decision.kind()) {
            case AID -> ApplicationStatus.DECIDED;
            case DISMISSAL -> ApplicationStatus.DISMISSED;
            case WITHDRAWAL -> ApplicationStatus.WITHDRAWN;
        };
        return new DecisionStep(made, basis.application().with(status),
                decision.kind() == DecisionKind.AID ? Optional.ofNullable(basis.calculation()).map(Calculation::lock) : Optional.empty());
    }

    /** A correction leaves the application as it ended: it has its decision (R1). */
    private static DecisionStep step(Decision decision, Application application, ApplicationStatus status) {
        return new DecisionStep(decision, decision.corrects() == null ? application.with(status) : application, Optional.empty());
    }

    private static Decision blank(Application application, DecisionKind kind, @Nullable UUID calculationId, List<DecisionItem> items,
            String reasons, Actor actor, UUID id, @Nullable UUID corrects) {
        return new Decision(id, application.unitId(), application.caseId(), application.id(), calculationId, kind, DecisionStatus.PREPARED,
                application.period(), actor.on(), actor.id(), items, reasons, "", null, List.of(), null, null, null, corrects);
    }

    private static Decision replace(Decision decision, UUID itemId, UnaryOperator<DecisionItem> change) {
        DecisionItem old = open(decision).item(itemId);
        return decision.with(decision.items().stream().map(item -> item.id().equals(old.id()) ? change.apply(item) : item).toList());
    }

    private static Decision open(Decision decision) {
        if (decision.made()) {
            throw new DecisionLocked();
        }
        if (decision.status() == DecisionStatus.SENT) {
            throw new NotInThisStatus(decision.status());
        }
        return decision;
    }

    private static void sent(Decision decision) {
        if (decision.made()) {
            throw new DecisionLocked();
        }
        if (decision.status() != DecisionStatus.SENT) {
            throw new NotInThisStatus(decision.status());
        }
    }

    private static void refuse(List<Hindrance> hindrances) {
        if (!hindrances.isEmpty()) {
            throw new DecisionHindered(hindrances);
        }
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed");
        }
        return reason;
    }
}
