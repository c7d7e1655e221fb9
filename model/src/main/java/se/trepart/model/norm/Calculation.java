package se.trepart.model.norm;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

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

    /** The norm cells used that are not read in a published source, each once, in order of name. */
    public List<String> unconfirmed() {
        return lines.stream().filter(CalculationLine::unconfirmed).map(CalculationLine::code).distinct().sorted().toList();
    }

    /** R14: the lines whose amount differs from the system's without a reason. */
    public List<CalculationLine> reasonsMissing() {
        return lines.stream().filter(CalculationLine::reasonMissing).toList();
    }

    /**
     * Writes the caseworker's amount on a line (R14). A missing reason is allowed while writing: {@link #reasonsMissing}.
     *
     * @throws CalculationLocked when a decision rests on it (R17)
     * @throws IllegalArgumentException when there is no such line
     */
    public Calculation change(UUID lineId, Money amount, String reason) {
        return replace(lineId, line -> Optional.of(line.with(amount, reason)));
    }

    /** Takes the system's amount again; a line that the caseworker added goes away. Throws as {@link #change}. */
    public Calculation takeBack(UUID lineId) {
        return replace(lineId, line -> line.added() ? Optional.empty() : Optional.of(line.with(null, "")));
    }

    /**
     * Adds a cost or an income that the application does not have. The reason tells where it comes from.
     *
     * @throws CalculationLocked when a decision rests on it (R17)
     * @throws IllegalArgumentException for a line of the norm
     */
    public Calculation add(UUID lineId, LineKind kind, @Nullable UUID memberId, String code, Money amount, String reason) {
        if (kind == LineKind.PERSONAL || kind == LineKind.SHARED) {
            throw new IllegalArgumentException("the norm's lines come from the norm");
        }
        List<CalculationLine> longer = new ArrayList<>(lines);
        longer.add(new CalculationLine(lineId, kind, memberId, null, code, Money.ZERO, amount, reason, Money.ZERO, 1, 1, "", "", false));
        return withLines(longer);
    }

    /** The calculation as the decision that rests on it locks it (R17). */
    public Calculation lock() {
        return new Calculation(id, unitId, caseId, applicationId, period, madeOn, madeBy, lines, true);
    }

    /** Each line beside the same line of last month, and last month's lines that are gone. */
    public List<ComparedLine> comparedWith(Calculation lastMonth) {
        return ComparedLine.compare(lines, lastMonth.lines);
    }

    Calculation withLines(List<CalculationLine> next) {
        if (locked) {
            throw new CalculationLocked();
        }
        return new Calculation(id, unitId, caseId, applicationId, period, madeOn, madeBy, next, false);
    }

    private Calculation replace(UUID lineId, Function<CalculationLine, Optional<CalculationLine>> change) {
        if (lines.stream().noneMatch(line -> line.id().equals(lineId))) {
            throw new IllegalArgumentException("no such line");
        }
        return withLines(lines.stream().flatMap(line -> line.id().equals(lineId) ? change.apply(line).stream() : Stream.of(line)).toList());
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
