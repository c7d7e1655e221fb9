package se.trepart.app.calculation;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.OpenCase;
import se.trepart.local.cache.Intent;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;

/** Changes one calculation of an open case; one that was locked in the meantime stays as it is (R17). */
record CalculationEdit(OpenCase openCase, UUID calculationId) {

    void change(UnaryOperator<Calculation> change) {
        openCase.edit(documents -> documents.of(Calculation.class)
                .stream()
                .filter(c -> c.id().equals(calculationId) && !c.locked())
                .findFirst()
                .map(before -> Intent.change(before, change.apply(before)))
                .orElse(new Intent(List.of())));
    }

    /** Changes one line, and remembers how to take that back. A line that is gone in the meantime stays gone. */
    void changeLine(CalculationLine before, UnaryOperator<Calculation> change) {
        change(calculation -> has(calculation, before) ? change.apply(calculation) : calculation);
        openCase.undo().did(() -> change(calculation -> restore(calculation, before)));
    }

    private static Calculation restore(Calculation calculation, CalculationLine line) {
        if (!has(calculation, line)) {
            return calculation.add(line.id(), line.kind(), line.memberId(), line.code(), line.amount(), line.reason());
        }
        return line.caseworkerAmount() == null
                ? calculation.takeBack(line.id())
                : calculation.change(line.id(), line.caseworkerAmount(), line.reason());
    }

    private static boolean has(Calculation calculation, CalculationLine line) {
        return calculation.lines().stream().anyMatch(l -> l.id().equals(line.id()));
    }
}
