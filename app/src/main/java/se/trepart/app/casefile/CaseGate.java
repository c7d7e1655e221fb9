package se.trepart.app.casefile;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import se.trepart.app.control.EmptyState;
import se.trepart.app.shell.Focus;
import se.trepart.app.shell.Navigator;
import se.trepart.app.shell.Place;
import se.trepart.app.text.Texts;

/** Shows an open case's page, or why nothing of it is shown (ärendets dörr): R31, R34. */
public final class CaseGate extends StackPane {

    private final OpenCase openCase;
    private final Node page;
    private final ReadReasonView reason;
    private boolean open;

    public CaseGate(OpenCase openCase, Node page) {
        this.openCase = openCase;
        this.page = page;
        reason = new ReadReasonView(openCase, this::leave);
        openCase.stateProperty().addListener((_, _, now) -> show(now));
        show(openCase.stateProperty().get());
    }

    /** The place is shown: whoever is asked for a reason can answer at once. */
    public void opened() {
        open = true;
        openCase.shownAgain();
        if (asks()) {
            Focus.first(reason);
        }
    }

    public void closed() {
        open = false;
    }

    /** Whether the page waits for a reason; Ctrl+Enter then gives it. */
    public boolean asks() {
        return openCase.stateProperty().get() == OpenCase.State.REASON_NEEDED;
    }

    /** Goes on with the reason that was chosen. */
    public void read() {
        reason.read();
    }

    private void leave() {
        Navigator navigator = openCase.desk().navigator();
        if (navigator.place().get() instanceof Place.Open here) {
            navigator.close(here.key());
        } else {
            navigator.back();
        }
    }

    private void show(OpenCase.State state) {
        Texts texts = openCase.desk().texts();
        getChildren().setAll(switch (state) {
            case LOADING -> new EmptyState(texts.of("casefile.loading"), "");
            case REASON_NEEDED -> reason;
            case OPEN -> page;
            case NOT_HERE -> new EmptyState(texts.of("casefile.not-here.title"), texts.of("casefile.not-here.text"));
            case LOCKED -> new EmptyState(texts.of("casefile.locked.title"), texts.of("casefile.locked.text"));
            case CLOSED_TO_OTHERS -> new EmptyState(texts.of("casefile.closed.title"), texts.of("casefile.closed.text"));
        });
        if (state == OpenCase.State.REASON_NEEDED && open) {
            Focus.first(reason);
        }
    }
}
