package se.trepart.model.decision;

import java.util.List;

/** Something still stops the decision from being sent or made. */
public final class DecisionHindered extends IllegalStateException {

    private final transient List<Hindrance> hindrances;

    public DecisionHindered(List<Hindrance> hindrances) {
        super(hindrances.size() + " hindrances");
        this.hindrances = List.copyOf(hindrances);
    }

    public List<Hindrance> hindrances() {
        return hindrances;
    }
}
