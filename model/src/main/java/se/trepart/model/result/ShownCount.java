package se.trepart.model.result;

/**
 * A count as it may be shown (visat antal).
 *
 * @param count 0 unless it is shown
 */
public record ShownCount(State state, int count) {

    /** What is shown of it. */
    public enum State {
        /** the count itself */
        SHOWN,
        /** only that it is below the municipality's smallest: it would tell of a person */
        SMALL,
        /** nothing: with it, another that is too small could be worked out */
        HELD
    }

    static final ShownCount SMALL = new ShownCount(State.SMALL, 0);
    static final ShownCount HELD = new ShownCount(State.HELD, 0);

    static ShownCount of(int count) {
        return new ShownCount(State.SHOWN, count);
    }

    public boolean shown() {
        return state == State.SHOWN;
    }
}
