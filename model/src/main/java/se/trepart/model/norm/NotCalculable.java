package se.trepart.model.norm;

import java.util.List;

/** The facts do not allow a calculation; {@link NormCalculation#faults} lists the same faults ahead. */
public final class NotCalculable extends IllegalArgumentException {

    private final List<CalculationFault> faults;

    public NotCalculable(List<CalculationFault> faults) {
        super("cannot calculate: " + faults.stream().map(CalculationFault::kind).toList());
        this.faults = List.copyOf(faults);
    }

    public List<CalculationFault> faults() {
        return faults;
    }
}
