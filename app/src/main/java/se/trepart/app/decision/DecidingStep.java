package se.trepart.app.decision;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.app.decision.DecisionPage.State;
import se.trepart.app.shell.CasePlace;

/** The step Beslut of a case. */
public final class DecidingStep implements CaseStep {

    private final OpenCase openCase;
    private final DecisionViewModel model;
    private final DecisionView view;
    private final HindranceWords words;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ObservableList<Reason> toDo = FXCollections.observableArrayList();

    public DecidingStep(OpenCase openCase, Rulebook rulebook) {
        this.openCase = openCase;
        model = new DecisionViewModel(openCase, rulebook);
        words = new HindranceWords(openCase, this::go);
        view = new DecisionView(model, openCase, words);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    public CasePlace place() {
        return CasePlace.DECISION;
    }

    @Override
    public ObservableStringValue progress() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public ObservableList<Reason> toDo() {
        return toDo;
    }

    @Override
    public void show(String anchor) {
        view.show(anchor);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void opened() {
        view.opened();
        model.open();
    }

    @Override
    public void closed() {
        model.close();
        view.closed();
    }

    @Override
    public void mainAction() {
        model.leaveThen(view::mainAction);
    }

    @Override
    public String help() {
        return openCase.desk().texts().of("decision.help");
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(DecisionPage page) {
        progress.set(page.state() == State.MADE ? "✓" : "");
        toDo.setAll(
                page.state() == State.PREPARED ? page.hindrances().stream().map(words::reason).distinct().toList() : java.util.List.of());
    }

    private void go(String anchor) {
        openCase.desk().navigator().openCase(openCase.id(), CasePlace.DECISION, anchor);
        view.show(anchor);
    }
}
