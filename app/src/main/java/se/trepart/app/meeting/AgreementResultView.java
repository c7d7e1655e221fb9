package se.trepart.app.meeting;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;

import org.jspecify.annotations.Nullable;

/** One thing agreed, with what became of it: done or not yet, and a few words. Nothing is chosen beforehand. */
final class AgreementResultView extends VBox {

    private final Agreement agreement;
    private final AgreementResults results;
    private final Desk desk;
    private final Texts texts;
    private final ToggleButton done;
    private final ToggleButton notYet;
    private final Button again;
    private @Nullable TypedField words;

    /**
     * @param who empty where a heading says it
     * @param agreeAgain agrees on the same anew at this meeting; null where that cannot be done
     */
    AgreementResultView(Agreement agreement, String who, AgreementResults results, Desk desk, @Nullable Runnable agreeAgain) {
        this.agreement = agreement;
        this.results = results;
        this.desk = desk;
        texts = desk.texts();
        done = new ToggleButton(texts.of("meeting.result.done"));
        notYet = new ToggleButton(texts.of("meeting.result.not-yet"));
        done.setOnAction(_ -> choose(true));
        notYet.setOnAction(_ -> choose(false));
        again = new Button(texts.of("meeting.result.again"));
        again.setOnAction(_ -> Optional.ofNullable(agreeAgain).ifPresent(Runnable::run));
        String task = new MeetingWords(texts).task(agreement);
        done.setAccessibleText(texts.of("meeting.result.done") + ": " + task);
        notYet.setAccessibleText(texts.of("meeting.result.not-yet") + ": " + task);
        Label party = Labels.strong(who);
        party.setMinWidth(USE_PREF_SIZE);
        party.setManaged(!who.isEmpty());
        Label what = Labels.text(task);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox choice = new HBox(done, notYet, again);
        choice.getStyleClass().add(Styles.ROW);
        choice.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(party, what, choice);
        line.getStyleClass().add(MeetingStyles.LINE);
        getStyleClass().add(MeetingStyles.TASK);
        getChildren().add(line);
        again.setVisible(false);
        again.managedProperty().bind(again.visibleProperty());
    }

    /**
     * @param writable whether the user can say what became of it
     * @param mayAgreeAgain whether it can be agreed on anew
     */
    void show(Optional<AgreementResult> result, boolean writable, boolean mayAgreeAgain) {
        done.setSelected(result.map(AgreementResult::done).orElse(false));
        notYet.setSelected(result.map(one -> !one.done()).orElse(false));
        done.setDisable(!writable);
        notYet.setDisable(!writable);
        again.setVisible(writable && mayAgreeAgain && notYet.isSelected());
        if (result.isPresent() && words == null) {
            TypedField field = TypedField.line(texts.of("meeting.result.words"), "", results.words(agreement), desk);
            words = field;
            getChildren().add(field);
        }
        if (words != null) {
            words.locked(!writable);
        }
    }

    private void choose(boolean isDone) {
        // one of the two stays chosen
        done.setSelected(isDone);
        notYet.setSelected(!isDone);
        results.done(agreement, isDone);
    }
}
