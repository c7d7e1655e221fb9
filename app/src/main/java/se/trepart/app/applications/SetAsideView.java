package se.trepart.app.applications;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** The files that could not be taken in (bortlagda filer). */
final class SetAsideView extends ScrollPane {

    private final SetAsideViewModel model;
    private final Texts texts;
    private final VBox list = new VBox();

    SetAsideView(SetAsideViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.getStyleClass().addAll(Styles.ROWS, Styles.READING);
        setContent(list);
        setFitToWidth(true);
        model.rows().addListener((ListChangeListener<SetAsideRow>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        list.getChildren().setAll(model.rows().stream().map(this::card).toList());
        if (model.rows().isEmpty()) {
            list.getChildren().add(new EmptyState(texts.of("applications.none-aside"), texts.of("applications.none-aside-hint")));
        }
    }

    private VBox card(SetAsideRow row) {
        VBox card = new VBox(Labels.strong(row.name()), Labels.muted(texts.of("applications.aside-since", row.when(), row.origin())));
        card.getStyleClass().add(Styles.CARD);
        row.faults().forEach(fault -> card.getChildren().add(fault(fault)));
        HBox actions = new HBox(button("applications.try-again", () -> model.tryAgain(row)),
                button("applications.open-source", () -> model.openSource(row)), button("applications.remove", () -> model.remove(row)));
        actions.getStyleClass().add(Styles.ROW);
        card.getChildren().add(actions);
        return card;
    }

    private static VBox fault(SetAsideRow.Fault fault) {
        return new VBox(Labels.text(fault.place() + ": " + fault.text()), Labels.hint(fault.pointer()));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.of(key));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
