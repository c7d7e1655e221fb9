package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

import se.trepart.app.control.Reason;
import se.trepart.app.shell.CasePlace;
import se.trepart.app.text.Texts;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;

/** The step Ansökan of a case. */
public final class ApplicationStep implements CaseStep {

    /** Goes to the comparison with the month before. */
    public static final String COMPARE = "compare";
    /** Goes to what is missing. */
    public static final String REQUESTS = "requests";

    private final OpenCase openCase;
    private final ApplicationViewModel model;
    private final ApplicationView view;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ObservableList<Reason> toDo = FXCollections.observableArrayList();

    public ApplicationStep(OpenCase openCase) {
        this.openCase = openCase;
        model = new ApplicationViewModel(openCase);
        view = new ApplicationView(model, openCase);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    public CasePlace place() {
        return CasePlace.APPLICATION;
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
    }

    @Override
    public void closed() {
        view.closed();
    }

    @Override
    public void mainAction() {
        view.mainAction();
    }

    @Override
    public String help() {
        return openCase.desk().texts().of("casefile.application.help");
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(ApplicationPage page) {
        Texts texts = openCase.desk().texts();
        Application application = page.application();
        List<Reason> left = new ArrayList<>();
        if (application != null && !application.status().ended()) {
            if (!application.attested()) {
                left.add(new Reason(texts.of("casefile.to-do.attest"), () -> go(REQUESTS)));
            }
            page.open().forEach(request -> left.add(new Reason(waiting(request), () -> go(REQUESTS))));
        }
        toDo.setAll(left);
        progress.set(application == null ? "" : left.isEmpty() ? "✓" : texts.count("casefile.application.progress", left.size()));
    }

    private String waiting(CompletionRequest request) {
        String papers = request.stillMissing().stream().map(MissingPaper::what).collect(Collectors.joining(", "));
        String due = openCase.desk().formats().due(request.dueOn());
        return openCase.desk()
                .texts()
                .of(request.overdue(openCase.desk().today()) ? "casefile.to-do.overdue" : "casefile.to-do.waiting", papers, due);
    }

    private void go(String anchor) {
        openCase.desk().navigator().openCase(openCase.id(), CasePlace.APPLICATION, anchor);
        view.show(anchor);
    }
}
