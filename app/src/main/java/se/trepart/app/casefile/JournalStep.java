package se.trepart.app.casefile;

import se.trepart.model.followup.CasePlace;

/** The place Journal of a case. */
public final class JournalStep extends CaseStep {

    private final JournalViewModel model;
    private final JournalView view;

    public JournalStep(OpenCase openCase) {
        super(openCase, CasePlace.JOURNAL, "casefile.journal.help");
        model = new JournalViewModel(openCase);
        view = new JournalView(model, openCase);
    }

    @Override
    protected JournalView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
        view.dispose();
    }
}
