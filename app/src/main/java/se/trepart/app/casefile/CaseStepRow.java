package se.trepart.app.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import se.trepart.model.followup.CasePlace;

/** The steps of the work from left to right, each with how far it has come (stegrad). */
final class CaseStepRow extends HBox {

    private final Map<CasePlace, ToggleButton> buttons = new EnumMap<>(CasePlace.class);

    CaseStepRow(List<? extends CaseStep> steps, OpenCase openCase) {
        getStyleClass().add(CaseStyles.STEPS);
        ToggleGroup group = new ToggleGroup();
        for (CaseStep step : steps) {
            String name = openCase.desk().texts().name("casefile.place", step.place());
            Label progress = new Label();
            progress.getStyleClass().add(CaseStyles.PROGRESS);
            progress.textProperty().bind(step.progress());
            ToggleButton button = new ToggleButton(name, progress);
            button.getStyleClass().add(CaseStyles.STEP);
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            button.setMinWidth(USE_PREF_SIZE);
            button.accessibleTextProperty().bind(progress.textProperty().map(p -> name + " " + p));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                openCase.desk().navigator().openCase(openCase.id(), step.place());
            });
            buttons.put(step.place(), button);
            getChildren().add(button);
        }
    }

    void select(CasePlace place) {
        ToggleButton button = buttons.get(place);
        if (button != null) {
            button.setSelected(true);
        }
    }
}
