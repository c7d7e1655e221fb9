package se.trepart.model.norm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * A line beside the same line of last month (rad jämförd med förra månaden).
 *
 * @param line null when the line is gone
 * @param lastMonth null when the line is new
 */
public record ComparedLine(@Nullable CalculationLine line, @Nullable CalculationLine lastMonth) {

    /** What the amount has grown by; negative when it has shrunk. */
    public Money difference() {
        return amount(line).minus(amount(lastMonth));
    }

    public boolean isNew() {
        return lastMonth == null;
    }

    public boolean isGone() {
        return line == null;
    }

    static List<ComparedLine> compare(List<CalculationLine> lines, List<CalculationLine> lastMonth) {
        Map<Subject, Deque<CalculationLine>> before = new LinkedHashMap<>();
        lastMonth.forEach(line -> before.computeIfAbsent(Subject.of(line), _ -> new ArrayDeque<>()).add(line));
        List<ComparedLine> compared = new ArrayList<>();
        for (CalculationLine line : lines) {
            Deque<CalculationLine> same = before.getOrDefault(Subject.of(line), new ArrayDeque<>());
            compared.add(new ComparedLine(line, same.poll()));
        }
        before.values().stream().flatMap(Collection::stream).forEach(gone -> compared.add(new ComparedLine(null, gone)));
        return compared;
    }

    private static Money amount(@Nullable CalculationLine line) {
        return line == null ? Money.ZERO : line.amount();
    }

    /** What a line is about in any month: a norm line stays the same when the child grows or the household does. */
    private record Subject(LineKind kind, @Nullable UUID memberId, String code) {

        static Subject of(CalculationLine line) {
            String code = switch (line.kind()) {
                case PERSONAL -> "";
                case SHARED -> line.code().equals(Norm.EACH_MORE) ? Norm.EACH_MORE : "";
                case COST, INCOME -> line.code();
            };
            return new Subject(line.kind(), line.memberId(), code);
        }
    }
}
