package se.trepart.app.casefile;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;

import se.trepart.app.shell.CasePlace;

/** The place Journal of a case. */
public final class JournalStep implements CaseStep {

    private final OpenCase openCase;
    private final JournalViewModel model;
    private final JournalView view;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");

    public JournalStep(OpenCase openCase) {
        this.openCase = openCase;
        model = new JournalViewModel(openCase);
        view = new JournalView(model, openCase);
    }

    @Override
    public CasePlace place() {
        return CasePlace.JOURNAL;
    }

    @Override
    public ObservableStringValue progress() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void opened() {}

    @Override
    public void closed() {}

    @Override
    public void mainAction() {
        view.mainAction();
    }

    @Override
    public String help() {
        return openCase.desk().texts().of("casefile.journal.help");
    }

    @Override
    public void dispose() {
        model.dispose();
    }
}
