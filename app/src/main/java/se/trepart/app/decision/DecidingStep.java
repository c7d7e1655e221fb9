package se.trepart.app.decision;

import java.util.List;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.decision.DecisionPage.State;
import se.trepart.model.followup.CasePlace;

/** The step Beslut of a case. */
public final class DecidingStep extends CaseStep {

    private final DecisionViewModel model;
    private final DecisionView view;
    private final HindranceWords words;

    public DecidingStep(OpenCase openCase, Rulebook rulebook) {
        super(openCase, CasePlace.DECISION, "decision.help");
        model = new DecisionViewModel(openCase, rulebook);
        words = new HindranceWords(openCase, this::go);
        view = new DecisionView(model, openCase, words);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    public void opened() {
        super.opened();
        model.open();
    }

    @Override
    public void closed() {
        model.close();
        super.closed();
    }

    @Override
    public void mainAction() {
        model.leaveThen(view::mainAction);
    }

    @Override
    protected DecisionView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(DecisionPage page) {
        tell(page.state() == State.MADE ? DONE : "",
                page.state() == State.PREPARED ? page.hindrances().stream().map(words::reason).distinct().toList() : List.of());
    }
}
