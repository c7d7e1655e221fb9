package se.trepart.app.letter;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.app.shell.CasePlace;
import se.trepart.model.letter.Letter;

/** The step Brev of a case. */
public final class LetterStep implements CaseStep {

    private final OpenCase openCase;
    private final LetterViewModel model;
    private final LetterView view;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ObservableList<Reason> toDo = FXCollections.observableArrayList();

    public LetterStep(OpenCase openCase, LetterOffice office) {
        this.openCase = openCase;
        model = new LetterViewModel(openCase, office, LetterViewModel.PAUSE);
        view = new LetterView(model, openCase);
        model.sheetProperty().subscribe(this::show);
    }

    @Override
    public CasePlace place() {
        return CasePlace.LETTER;
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
        return openCase.desk().texts().of("letter.help");
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(LetterSheet sheet) {
        Letter letter = sheet.letter();
        boolean sent = letter != null && letter.sending() != null;
        boolean toSend = !sent && !sheet.subjects().isEmpty();
        progress.set(sent ? "✓" : "");
        toDo.setAll(toSend
                ? List.of(new Reason(openCase.desk().texts().of("letter.to-do.send"),
                        () -> openCase.desk().navigator().openCase(openCase.id(), CasePlace.LETTER)))
                : List.of());
    }
}
