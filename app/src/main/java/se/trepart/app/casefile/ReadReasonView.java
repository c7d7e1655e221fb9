package se.trepart.app.casefile;

import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** Asks why somebody opens a case that is not their own, before anything of it is shown (R31). Nothing is chosen beforehand. */
public final class ReadReasonView extends VBox {

    private final OpenCase openCase;
    private final ToggleGroup reasons = new ToggleGroup();
    private final TextField ownWords = new TextField();
    private final Button read;

    /** @param leave takes the user away without anything of the case having been shown */
    public ReadReasonView(OpenCase openCase, Runnable leave) {
        this.openCase = openCase;
        Texts texts = openCase.desk().texts();
        getStyleClass().addAll(Styles.PAGE, Styles.READING);
        getChildren().addAll(Labels.title(texts.of("casefile.read.title")), Labels.text(texts.of("casefile.read.text")));
        VBox choices = new VBox();
        choices.getStyleClass().add(Styles.ROWS);
        for (ReadReason reason : ReadReason.values()) {
            RadioButton choice = new RadioButton(texts.name("casefile.read.reason", reason));
            choice.setToggleGroup(reasons);
            choice.setUserData(reason);
            choices.getChildren().add(choice);
        }
        ownWords.setAccessibleText(texts.of("casefile.read.own-words"));
        ownWords.setPromptText(texts.of("casefile.read.own-words"));
        ownWords.setMaxWidth(Double.MAX_VALUE);
        read = new Button(texts.of("casefile.read.open"));
        read.getStyleClass().add(Styles.ACCENT);
        read.setOnAction(_ -> read());
        Button away = new Button(texts.of("casefile.read.leave"));
        away.setOnAction(_ -> leave.run());
        HBox actions = new HBox(read, away);
        actions.getStyleClass().add(Styles.ROW);
        getChildren().addAll(choices, ownWords, actions);
        reasons.selectedToggleProperty().addListener((_, _, _) -> refresh());
        ownWords.textProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    /** For Ctrl+Enter: opens the case when a reason is given. */
    public void read() {
        if (!read.isDisabled()) {
            openCase.giveReason(words());
        }
    }

    private String words() {
        return switch (reasons.getSelectedToggle()) {
            case null -> "";
            case RadioButton chosen when chosen.getUserData() == ReadReason.OWN_WORDS -> ownWords.getText().strip();
            case RadioButton chosen -> chosen.getText();
            default -> "";
        };
    }

    private void refresh() {
        boolean own = reasons.getSelectedToggle() instanceof RadioButton chosen && chosen.getUserData() == ReadReason.OWN_WORDS;
        ownWords.setVisible(own);
        ownWords.setManaged(own);
        read.setDisable(words().isEmpty());
    }
}
