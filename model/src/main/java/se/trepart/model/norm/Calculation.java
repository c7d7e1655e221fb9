package se.trepart.model.norm;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;

/** What a household needs and has in one month, line by line (normberäkning). Locked with the decision that rests on it (R17). */
public record Calculation(UUID id, UUID unitId, UUID caseId, UUID applicationId, YearMonth period, LocalDate madeOn, UUID madeBy,
        List<CalculationLine> lines, boolean locked) implements Document {

    public Calculation {
        lines = List.copyOf(lines);
    }

    public Money sum(LineKind kind) {
        return Money.sum(lines.stream().filter(l -> l.kind() == kind).map(CalculationLine::amount).toList());
    }

    /** Personal and shared costs of the norm together. */
    public Money norm() {
        return sum(LineKind.PERSONAL).plus(sum(LineKind.SHARED));
    }

    public Money costs() {
        return sum(LineKind.COST);
    }

    public Money income() {
        return sum(LineKind.INCOME);
    }

    /** Income − norm − costs: negative is what is lacking, positive a surplus. */
    public Money result() {
        return income().minus(norm()).minus(costs());
    }

    /** What is lacking, never negative. */
    public Money lacking() {
        return result().negated().max(Money.ZERO);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.CALCULATION;
    }

    @Override
    public String documentState() {
        return locked ? "LOCKED" : "DRAFT";
    }

    @Override
    public LocalDate documentDate() {
        return period.atDay(1);
    }
}
