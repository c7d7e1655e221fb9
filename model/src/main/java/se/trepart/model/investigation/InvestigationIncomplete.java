package se.trepart.model.investigation;

import java.util.List;

/** R5: the investigation cannot be finished while something is missing. */
public final class InvestigationIncomplete extends IllegalStateException {

    private final transient List<Missing> missing;

    public InvestigationIncomplete(List<Missing> missing) {
        super(missing.size() + " missing in the investigation");
        this.missing = List.copyOf(missing);
    }

    public List<Missing> missing() {
        return missing;
    }
}
