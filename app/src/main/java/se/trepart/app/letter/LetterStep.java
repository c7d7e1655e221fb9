package se.trepart.app.letter;

import java.util.List;

import se.trepart.app.casefile.CaseStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.model.followup.CasePlace;

/** The step Brev of a case. */
public final class LetterStep extends CaseStep {

    private final LetterViewModel model;
    private final LetterView view;

    public LetterStep(OpenCase openCase, LetterOffice office) {
        super(openCase, CasePlace.LETTER, "letter.help");
        model = new LetterViewModel(openCase, office, LetterViewModel.PAUSE);
        view = new LetterView(model, openCase);
        model.sheetProperty().subscribe(this::show);
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
    protected LetterView view() {
        return view;
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    private void show(LetterSheet sheet) {
        boolean sent = !sheet.letters().isEmpty() && !sheet.unsent();
        tell(sent ? DONE : "", sheet.unsent() ? List.of(new Reason(texts().of("letter.to-do.send"), () -> go(""))) : List.of());
    }
}
