package se.trepart.model.plan;

import java.util.List;

import se.trepart.model.plan.ActionEnding.Part;

/** R23: an action does not end while something is missing in what the three say of it. */
public final class EvaluationIncomplete extends IllegalStateException {

    private final List<Part> missing;

    public EvaluationIncomplete(List<Part> missing) {
        super("missing: " + missing);
        this.missing = List.copyOf(missing);
    }

    public List<Part> missing() {
        return missing;
    }
}
