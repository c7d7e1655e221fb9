package se.trepart.model.decision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.access.Role;

import org.jspecify.annotations.Nullable;

/**
 * A decision on an application (beslut). Locked when made; a correction is a new decision that names the old (R17).
 *
 * @param calculationId the calculation it rests on, null for a dismissal or a withdrawal
 * @param reasons why, in plain words to the applicant
 * @param childEffect how the decision affects the children; empty when there are none
 * @param decidedBy who made it, null until made
 * @param decidedAs the role it was made in, by delegation; null until made
 * @param corrects the decision that this one corrects (FL 36–38 §§), null otherwise
 */
public record Decision(UUID id, UUID unitId, UUID caseId, UUID applicationId, @Nullable UUID calculationId, DecisionKind kind,
        DecisionStatus status, YearMonth period, LocalDate preparedOn, UUID preparedBy, List<DecisionItem> items, String reasons,
        String childEffect, @Nullable Communication communication, List<HandOver> handOvers, @Nullable UUID decidedBy,
        @Nullable Role decidedAs, @Nullable LocalDate decidedOn, @Nullable UUID corrects) implements Document {

    public Decision {
        items = List.copyOf(items);
        handOvers = List.copyOf(handOvers);
    }

    public boolean made() {
        return status == DecisionStatus.MADE;
    }

    /** What is paid in all, in öre. */
    public Money granted() {
        return Money.sum(items.stream().filter(DecisionItem::forSupport).map(DecisionItem::granted).toList());
    }

    /** How it went as a whole: granted only when nothing was refused or cut. */
    public Outcome outcome() {
        if (!granted().positive()) {
            return Outcome.REFUSED;
        }
        return items.stream().allMatch(i -> i.outcome() == Outcome.GRANTED) ? Outcome.GRANTED : Outcome.PARTLY;
    }

    /** How one item went. Nothing is granted of a cost that is accepted as reasonable but covered by the household's own means. */
    public Outcome outcomeOf(DecisionItem item) {
        return granted().positive() ? item.outcome() : Outcome.REFUSED;
    }

    /** @throws IllegalArgumentException when there is no such item */
    public DecisionItem item(UUID itemId) {
        return items.stream()
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such item"));
    }

    /** The last step between the one who prepares and the one who decides. */
    public Optional<HandOver> lastHandOver() {
        return handOvers.isEmpty() ? Optional.empty() : Optional.of(handOvers.getLast());
    }

    Decision with(List<DecisionItem> items) {
        return new Decision(id, unitId, caseId, applicationId, calculationId, kind, status, period, preparedOn, preparedBy, items, reasons,
                childEffect, communication, handOvers, decidedBy, decidedAs, decidedOn, corrects);
    }

    Decision with(UUID calculationId, List<DecisionItem> items) {
        return new Decision(id, unitId, caseId, applicationId, calculationId, kind, status, period, preparedOn, preparedBy, items, reasons,
                childEffect, communication, handOvers, decidedBy, decidedAs, decidedOn, corrects);
    }

    Decision with(String reasons, String childEffect) {
        return new Decision(id, unitId, caseId, applicationId, calculationId, kind, status, period, preparedOn, preparedBy, items, reasons,
                childEffect, communication, handOvers, decidedBy, decidedAs, decidedOn, corrects);
    }

    Decision with(Communication communication) {
        return new Decision(id, unitId, caseId, applicationId, calculationId, kind, status, period, preparedOn, preparedBy, items, reasons,
                childEffect, communication, handOvers, decidedBy, decidedAs, decidedOn, corrects);
    }

    Decision with(DecisionStatus status, HandOver handOver) {
        return new Decision(id, unitId, caseId, applicationId, calculationId, kind, status, period, preparedOn, preparedBy, items, reasons,
                childEffect, communication, Stream.concat(handOvers.stream(), Stream.of(handOver)).toList(), decidedBy, decidedAs,
                decidedOn, corrects);
    }

    Decision made(UUID by, Role as, LocalDate on) {
        return new Decision(id, unitId, caseId, applicationId, calculationId, kind, DecisionStatus.MADE, period, preparedOn, preparedBy,
                items, reasons, childEffect, communication, handOvers, by, as, on, corrects);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.DECISION;
    }

    @Override
    public String documentState() {
        return status.name();
    }

    @Override
    public LocalDate documentDate() {
        return period.atDay(1);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Decision[" + id + "]";
    }
}
