package se.trepart.app.disclosure;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.View;
import se.trepart.model.decision.DecisionReason;

import org.jspecify.annotations.Nullable;

/** The place where a file is taken out; as it was left until that of another case is opened (utlämnandets plats). */
public final class DisclosurePlaces implements AutoCloseable {

    private final Desk desk;
    private final LetterOffice letters;
    private final List<DecisionReason> reasons;
    private final Duration draftPause;
    private @Nullable DisclosureView view;

    /** @param reasons the catalogue that decisions give their reasons from */
    public DisclosurePlaces(Desk desk, LetterOffice letters, List<DecisionReason> reasons, Duration draftPause) {
        this.desk = desk;
        this.letters = letters;
        this.reasons = reasons;
        this.draftPause = draftPause;
    }

    public View view(UUID caseId) {
        DisclosureView known = view;
        if (known != null && known.model().openCase().id().equals(caseId)) {
            return known;
        }
        close();
        OpenCase openCase = new OpenCase(caseId, desk, draftPause);
        DisclosureView made = new DisclosureView(new DisclosureViewModel(openCase, letters, reasons), desk.texts());
        view = made;
        openCase.open();
        return made;
    }

    @Override
    public void close() {
        if (view != null) {
            view.model().dispose();
        }
    }
}
