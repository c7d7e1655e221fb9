package se.trepart.model.letter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Appeal;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.Outcome;
import se.trepart.model.decision.Statute;
import se.trepart.model.decision.Statutes;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;

import org.jspecify.annotations.Nullable;

/**
 * What a letter about a decision must tell (beslutsbrev, FL 31–33 §§): the facts, in no layout.
 *
 * @param together the co-applicant, null for a single adult
 * @param granted what is paid in all, in öre
 * @param result income − norm − costs: positive is a surplus; nothing for a decision without a calculation
 * @param calculation null for a dismissal or a withdrawal
 * @param laws each law once, in the order of reading
 * @param decidedBy null while the decision is not made, as in a preview
 */
public record DecisionLetter(LetterKind kind, String caseNumber, Municipality municipality, YearMonth period, Adult recipient,
        @Nullable Adult together, boolean protectedIdentity, List<Child> children, Money granted, Money result,
        @Nullable Calculation calculation, List<ItemOutcome> items, String reasons, String childEffect,
        @Nullable Communication communication, List<Statute> laws, Appeal appeal, @Nullable UUID decidedBy, @Nullable Role decidedAs,
        @Nullable LocalDate decidedOn, @Nullable UUID corrects) {

    /**
     * How one thing applied for went.
     *
     * @param matter the ground it was judged by
     * @param reason the words of the reason catalogue; empty where none is given
     */
    public record ItemOutcome(UUID itemId, String code, DecisionMatter matter, Outcome outcome, Money applied, Money granted, String reason,
            String ownWords) {

        boolean beyondRight() {
            return matter == DecisionMatter.BEYOND_RIGHT;
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "ItemOutcome[" + itemId + "]";
        }
    }

    public DecisionLetter {
        children = List.copyOf(children);
        items = List.copyOf(items);
        laws = List.copyOf(laws);
    }

    /** The facts of a decision, as a letter sent on the day tells them. */
    public static DecisionLetter of(Decision decision, @Nullable Calculation calculation, Household household, CaseFile caseFile,
            Settings settings, Statutes statutes, List<DecisionReason> reasons, LocalDate sentOn) {
        List<ItemOutcome> items = decision.items().stream().map(item -> outcome(decision, item, reasons)).toList();
        LocalDate lawDate = Optional.ofNullable(decision.decidedOn()).orElse(sentOn);
        return new DecisionLetter(kind(decision), caseFile.number(), settings.municipality(), decision.period(), household.applicant(),
                household.coApplicant().orElse(null), household.isProtected(), household.children(), decision.granted(),
                calculation == null ? Money.ZERO : calculation.result(), calculation, items, decision.reasons(), decision.childEffect(),
                decision.communication(), laws(decision, calculation, household, reasons, statutes, lawDate),
                Appeal.of(decision, sentOn, settings), decision.decidedBy(), decision.decidedAs(), decision.decidedOn(),
                decision.corrects());
    }

    /** The items that were refused or cut: each is explained by itself. */
    public List<ItemOutcome> refusals() {
        return items.stream().filter(item -> item.outcome() != Outcome.GRANTED).toList();
    }

    /**
     * S9: what was decided when help beyond the right was tried after what there is a right to. None when there was one decision only,
     * also when the whole was tried as help beyond the right.
     */
    public List<ItemOutcome> secondDecision() {
        boolean support = items.stream().anyMatch(item -> item.code().equals(DecisionItem.SUPPORT) && item.beyondRight());
        return support ? List.of() : items.stream().filter(ItemOutcome::beyondRight).toList();
    }

    /** S9: what was decided when something was tried as an emergency, after what there is a right to. */
    public List<ItemOutcome> emergencyDecision() {
        return items.stream().filter(item -> item.matter() == DecisionMatter.EMERGENCY).toList();
    }

    public static LetterKind kind(Decision decision) {
        return switch (decision.kind()) {
            case DISMISSAL -> LetterKind.DISMISSED;
            case WITHDRAWAL -> LetterKind.WITHDRAWN;
            case AID -> switch (decision.outcome()) {
                case GRANTED -> LetterKind.GRANTED;
                case PARTLY -> LetterKind.PARTLY;
                case REFUSED -> LetterKind.REFUSED;
            };
        };
    }

    private static ItemOutcome outcome(Decision decision, DecisionItem item, List<DecisionReason> reasons) {
        String reason = DecisionReason.find(reasons, item.reasonCode()).map(DecisionReason::text).orElse("");
        return new ItemOutcome(item.id(), item.code(), item.matter(), decision.outcomeOf(item), item.applied(), item.granted(), reason,
                item.ownWords());
    }

    /** FL 32 §: the rules that decided, in the order of reading. A withdrawal rests on the applicant's own word, not on a rule. */
    private static List<Statute> laws(Decision decision, @Nullable Calculation calculation, Household household,
            List<DecisionReason> reasons, Statutes statutes, LocalDate date) {
        Set<String> matters = new LinkedHashSet<>();
        switch (decision.kind()) {
            case WITHDRAWAL -> {
                return List.of();
            }
            case DISMISSAL -> matters.add(Statutes.DISMISSAL);
            case AID -> matters.addAll(ofAid(decision, calculation, household, reasons));
        }
        Set<Appeal.Way> ways = Appeal.ways(decision);
        if (ways.contains(Appeal.Way.COURT)) {
            matters.addAll(List.of(Statutes.APPEAL, Statutes.APPEAL_TIME));
        }
        if (ways.contains(Appeal.Way.LEGALITY)) {
            matters.add(Statutes.LEGALITY);
        }
        return matters.stream().flatMap(matter -> statutes.ground(matter, date).stream()).toList();
    }

    private static Set<String> ofAid(Decision decision, @Nullable Calculation calculation, Household household,
            List<DecisionReason> reasons) {
        Set<String> matters = new LinkedHashSet<>(List.of(Statutes.RIGHT));
        decision.items().forEach(item -> Statutes.matter(item.matter()).ifPresent(matters::add));
        decision.items()
                .stream()
                .flatMap(item -> DecisionReason.find(reasons, item.reasonCode()).stream())
                .map(DecisionReason::matter)
                .filter(matter -> !matter.isBlank())
                .forEach(matters::add);
        if (calculation != null) {
            calculation.lines().stream().map(CalculationLine::matter).filter(matter -> !matter.isBlank()).forEach(matters::add);
        }
        if (!household.children().isEmpty()) {
            matters.add(Statutes.CHILD);
        }
        return matters;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "DecisionLetter[" + kind + "]";
    }
}
