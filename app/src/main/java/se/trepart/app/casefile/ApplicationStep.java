package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import se.trepart.app.control.Reason;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;
import se.trepart.model.followup.CasePlace;

/** The step Ansökan of a case. */
public final class ApplicationStep extends CaseStep {

    /** Goes to the comparison with the month before. */
    public static final String COMPARE = "compare";
    /** Goes to what is missing. */
    public static final String REQUESTS = "requests";

    private final ApplicationViewModel model;
    private final ApplicationView view;

    public ApplicationStep(OpenCase openCase) {
        super(openCase, CasePlace.APPLICATION, "casefile.application.help");
        model = new ApplicationViewModel(openCase);
        view = new ApplicationView(model, openCase);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    protected ApplicationView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(ApplicationPage page) {
        Application application = page.application();
        List<Reason> left = new ArrayList<>();
        if (application != null && !application.status().ended()) {
            if (!application.attested()) {
                left.add(new Reason(texts().of("casefile.to-do.attest"), () -> go(REQUESTS)));
            }
            page.open().forEach(request -> left.add(new Reason(waiting(request), () -> go(REQUESTS))));
        }
        tell(application == null ? "" : left.isEmpty() ? DONE : texts().count("casefile.application.progress", left.size()), left);
    }

    private String waiting(CompletionRequest request) {
        String papers = request.stillMissing().stream().map(MissingPaper::what).collect(Collectors.joining(", "));
        String due = openCase().desk().formats().due(request.dueOn());
        return texts().of(request.overdue(openCase().desk().today()) ? "casefile.to-do.overdue" : "casefile.to-do.waiting", papers, due);
    }
}
