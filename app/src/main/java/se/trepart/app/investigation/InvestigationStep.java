package se.trepart.app.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.app.investigation.InvestigationPage.State;
import se.trepart.model.casefile.Household;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.investigation.Missing;
import se.trepart.model.person.Person;

/** The step Utredning of a case. */
public final class InvestigationStep extends CaseStep {

    /** So many checks are named one by one in what is left to do. */
    private static final int FEW = 4;

    private final InvestigationViewModel model;
    private final InvestigationView view;

    public InvestigationStep(OpenCase openCase) {
        super(openCase, CasePlace.INVESTIGATION, "investigation.help");
        model = new InvestigationViewModel(openCase);
        view = new InvestigationView(model, openCase, this::reason);
        model.pageProperty().subscribe(this::show);
    }

    @Override
    public void closed() {
        model.leave();
        super.closed();
    }

    @Override
    protected InvestigationView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(InvestigationPage page) {
        String progress = switch (page.state()) {
            case OPEN -> texts().of("investigation.progress", page.done(), page.total());
            case FINISHED -> DONE;
            case NO_APPLICATION, NO_CHECKLIST, NOT_STARTED -> "";
        };
        tell(progress, page.state() == State.OPEN ? left(page) : start(page));
    }

    /** The children and the long-term themes one by one, the checks one by one when they are few. */
    private List<Reason> left(InvestigationPage page) {
        List<Missing> checks = page.missing()
                .stream()
                .filter(m -> !(m instanceof Missing.ChildText || m instanceof Missing.ReviewTheme))
                .toList();
        List<Reason> left = new ArrayList<>();
        if (checks.size() <= FEW) {
            checks.forEach(missing -> left.add(reason(missing)));
        } else {
            left.add(new Reason(texts().count("investigation.to-do.checks", checks.size()), reason(checks.getFirst()).go()));
        }
        page.missing().stream().filter(m -> !checks.contains(m)).map(this::reason).forEach(left::add);
        page.unanswered()
                .forEach(check -> left.add(
                        new Reason(texts().of("investigation.to-do.no-answer", check.step().question()), () -> go(check.step().key()))));
        return left;
    }

    private List<Reason> start(InvestigationPage page) {
        return page.state() == State.NOT_STARTED ? List.of(new Reason(texts().of("investigation.to-do.start"), () -> go(""))) : List.of();
    }

    private Reason reason(Missing missing) {
        return switch (missing) {
            case Missing.Result r -> new Reason(texts().of("investigation.missing.result", question(r.stepKey())), () -> go(r.stepKey()));
            case Missing.Assessment a ->
                new Reason(texts().of("investigation.missing.assessment", question(a.stepKey())), () -> go(a.stepKey()));
            case Missing.Answer a -> new Reason(texts().of("investigation.missing.answer", question(a.stepKey())), () -> go(a.stepKey()));
            case Missing.ChildText c ->
                new Reason(texts().of("investigation.missing.child", name(c.childId())), () -> go(c.childId().toString()));
            case Missing.ReviewTheme t -> new Reason(
                    texts().of("investigation.missing.theme", texts().name("investigation.theme", t.theme())), () -> go(t.theme().name()));
        };
    }

    private String question(String stepKey) {
        return model.page()
                .checks()
                .stream()
                .filter(check -> check.step().key().equals(stepKey))
                .map(check -> check.step().question())
                .findFirst()
                .orElse(stepKey);
    }

    private String name(UUID childId) {
        return openCase().situation()
                .map(now -> now.documents().household())
                .flatMap((Household household) -> household.member(childId))
                .map(Person::firstName)
                .orElse("–");
    }
}
