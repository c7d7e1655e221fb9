package se.trepart.app.calculation;

import java.util.List;

import se.trepart.app.calculation.CalculationPage.State;
import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.model.followup.CasePlace;

/** The step Beräkning of a case. */
public final class CalculationStep extends CaseStep {

    private final CalculationViewModel model;
    private final CalculationView view;

    public CalculationStep(OpenCase openCase, Rulebook rulebook) {
        super(openCase, CasePlace.CALCULATION, "calculation.help");
        model = new CalculationViewModel(openCase, rulebook);
        view = new CalculationView(model, openCase);
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
    protected CalculationView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(CalculationPage page) {
        tell(page.state() == State.LOCKED ? DONE : "", page.outdated() ? outdated() : withoutReason());
    }

    private List<Reason> outdated() {
        return List.of(new Reason(texts().of("calculation.to-do.outdated"), () -> go("")));
    }

    private List<Reason> withoutReason() {
        return model.reasonsMissing()
                .stream()
                .map(row -> new Reason(texts().of("calculation.to-do.reason", row.words().name()), () -> go(row.id().toString())))
                .toList();
    }
}
