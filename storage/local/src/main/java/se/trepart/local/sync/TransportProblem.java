package se.trepart.local.sync;

import se.trepart.wire.Problem;

/** The central store gave no usable answer. */
public final class TransportProblem extends RuntimeException {

    private final SyncStatus.Problem cause;
    private final Problem problem;

    public TransportProblem(SyncStatus.Problem cause, Problem problem) {
        super(problem.code());
        this.cause = cause;
        this.problem = problem;
    }

    public SyncStatus.Problem kind() {
        return cause;
    }

    /** Whether there is no such thing there, or the central store is of a version that does not know the question. */
    boolean notThere() {
        return problem.code().equals("http_404") || problem.code().equals("not_found");
    }

    /** What the server said; with a code of our own when it said nothing. */
    public Problem problem() {
        return problem;
    }
}
