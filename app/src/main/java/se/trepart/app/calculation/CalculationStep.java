package se.trepart.app.calculation;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

import se.trepart.app.calculation.CalculationPage.State;
import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.app.shell.CasePlace;
import se.trepart.app.text.Texts;

/** The step Beräkning of a case. */
public final class CalculationStep implements CaseStep {

    private final OpenCase openCase;
    private final CalculationViewModel model;
    private final CalculationView view;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ObservableList<Reason> toDo = FXCollections.observableArrayList();

    public CalculationStep(OpenCase openCase, Rulebook rulebook) {
        this.openCase = openCase;
        model = new CalculationViewModel(openCase, rulebook);
        view = new CalculationView(model, openCase);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    public CasePlace place() {
        return CasePlace.CALCULATION;
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
        view.mainAction();
    }

    @Override
    public String help() {
        return openCase.desk().texts().of("calculation.help");
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(CalculationPage page) {
        Texts texts = openCase.desk().texts();
        progress.set(page.state() == State.LOCKED ? "✓" : "");
        if (page.outdated()) {
            toDo.setAll(List.of(new Reason(texts.of("calculation.to-do.outdated"), () -> go(""))));
        } else {
            toDo.setAll(model.reasonsMissing()
                    .stream()
                    .map(row -> new Reason(texts.of("calculation.to-do.reason", row.words().name()), () -> go(row.id().toString())))
                    .toList());
        }
    }

    private void go(String anchor) {
        openCase.desk().navigator().openCase(openCase.id(), CasePlace.CALCULATION, anchor);
        view.show(anchor);
    }
}
