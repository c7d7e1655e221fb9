package se.trepart.central.sync;

import se.trepart.wire.Problem;

/** The whole request is refused, nothing was done. */
public final class Refusal extends RuntimeException {

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Refusal(String code, String detail) {
        this(new Problem(code, detail, null));
    }

    public Problem problem() {
        return problem;
    }
}
