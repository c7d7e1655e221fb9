package se.trepart.app.decision;

import java.util.List;
import java.util.UUID;

import se.trepart.model.decision.Decision;
import se.trepart.model.decision.Hindrance;

import org.jspecify.annotations.Nullable;

/**
 * What the place Beslut shows at one moment (beslutets sida).
 *
 * @param editable whether the user may write in it now
 * @param main what the main action is
 * @param hindrances what stops the main action
 * @param status where the decision stands, in words; empty while nothing is prepared
 * @param delegation who may decide, in words; empty when nothing is to be decided
 * @param history the steps between who prepared and who decides
 * @param laws the legal grounds of the day, in words
 * @param communication the communication that was made, in words; empty when none is
 */
public record DecisionPage(State state, @Nullable Decision decision, boolean editable, Main main, List<Hindrance> hindrances,
        List<ItemRow> items, String status, String delegation, List<String> history, List<String> laws, Communicated communication,
        List<String> earlier) {

    static final DecisionPage NOTHING = empty(State.NO_APPLICATION, false);

    /** How far the decision has come. */
    public enum State {
        NO_APPLICATION,
        NO_CALCULATION,
        NOT_PREPARED,
        PREPARED,
        WITH_DECIDER,
        MADE
    }

    /** The one main action of the page. */
    public enum Main {
        NONE,
        PREPARE,
        DECIDE,
        SEND,
        APPROVE,
        TAKE_BACK,
        TO_LETTER
    }

    /** How far the communication has come (R18). */
    public enum Stage {
        NOT_NEEDED,
        MISSING,
        SENT,
        ANSWERED,
        UNNECESSARY
    }

    /** The communication in words. */
    public record Communicated(Stage stage, String words) {}

    public DecisionPage {
        hindrances = List.copyOf(hindrances);
        items = List.copyOf(items);
        history = List.copyOf(history);
        laws = List.copyOf(laws);
        earlier = List.copyOf(earlier);
    }

    static DecisionPage empty(State state, boolean mayPrepare) {
        return new DecisionPage(state, null, false, mayPrepare ? Main.PREPARE : Main.NONE, List.of(), List.of(), "", "", List.of(),
                List.of(), new Communicated(Stage.NOT_NEEDED, ""), List.of());
    }

    /** What the page is made of; while it is the same nothing is built anew and nothing typed is lost. */
    List<Object> shape() {
        UUID id = decision == null ? null : decision.id();
        return List.of(state, id == null ? "" : id, editable, main, items.stream().map(ItemRow::shape).toList(), status, delegation,
                history, laws, communication, earlier, decision == null ? "" : decision.kind());
    }
}
