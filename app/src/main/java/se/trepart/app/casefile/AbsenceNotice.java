package se.trepart.app.casefile;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.Labels;
import se.trepart.app.control.LinkList;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.InvalidAbsence;

import org.jspecify.annotations.Nullable;

/**
 * What whoever calculates and decides is shown of days away without a valid reason: which days, what the consultant noted, what it led to
 * (ogiltig frånvaro inför beslut). R24. Shown at the top of the calculation and the decision; nothing when there is none.
 */
public final class AbsenceNotice extends VBox {

    private final OpenCase openCase;
    private final Texts texts;
    private final AbsenceWords words;

    public AbsenceNotice(OpenCase openCase) {
        this.openCase = openCase;
        texts = openCase.desk().texts();
        words = new AbsenceWords(texts, openCase.desk().formats());
        getStyleClass().add(Styles.CARD);
        setId("absence-notice");
        show(List.of(), null);
    }

    /** Shows what the case says until the subscription ends. */
    public Subscription follow() {
        Runnable stop = openCase.follow(now -> show(
                now.atHand().map(application -> InvalidAbsence.weighedIn(now.absences(), application.period())).orElse(List.of()),
                now.documents()));
        return stop::run;
    }

    private void show(List<InvalidAbsence> absences, @Nullable CaseDocuments documents) {
        getChildren().clear();
        setVisible(!absences.isEmpty());
        setManaged(isVisible());
        if (documents == null || absences.isEmpty()) {
            return;
        }
        Label heading = Warnings.of(texts.of("casefile.absence.heading", words.days(absences.size())));
        getChildren().add(heading);
        for (InvalidAbsence absence : absences) {
            VBox day = new VBox(Labels.text(words.day(absence, documents)), Labels.hint(words.ledTo(absence)));
            getChildren().add(day);
        }
        if (absences.stream().anyMatch(InvalidAbsence::open) && openCase.mayChange()) {
            String first = absences.stream().filter(InvalidAbsence::open).findFirst().orElseThrow().mark().id().toString();
            getChildren().add(new LinkList(List.of(new Reason(texts.of("casefile.absence.record"),
                    () -> openCase.desk().navigator().openCase(openCase.id(), CasePlace.PLANNING, first)))));
        }
    }
}
