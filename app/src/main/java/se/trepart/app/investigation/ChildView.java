package se.trepart.app.investigation;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;

/** The assessment of one child's best interests on the screen (barnets bästa): three texts, and what is the same as elsewhere. */
final class ChildView extends VBox {

    private final ChildViewModel model;
    private final Texts texts;
    private final Label state = Labels.badge("");
    private final VBox same = new VBox();
    private final TypedField considered;
    private final InvalidationListener refresh = _ -> show();

    ChildView(ChildViewModel model, Desk desk, boolean locked) {
        this.model = model;
        texts = desk.texts();
        String name = model.child().person().firstName();
        int age = model.child().person().number().ageOn(desk.today());
        HBox head = new HBox(Labels.strong(texts.count("investigation.child", age, name)), state);
        head.getStyleClass().add(Styles.ROW);
        considered = area("investigation.child.considered", name, model.considered(), desk, locked);
        same.getStyleClass().add(Styles.TIGHT);
        getStyleClass().add(Styles.CARD);
        getChildren().addAll(head, considered, area("investigation.child.best", name, model.best(), desk, locked),
                area("investigation.child.effect", name, model.effect(), desk, locked), same);
        model.completeProperty().addListener(new WeakInvalidationListener(refresh));
        model.sameTexts().addListener(new WeakInvalidationListener(refresh));
        show();
    }

    /** Where writing begins. */
    Node first() {
        return considered.control();
    }

    private static TypedField area(String key, String name, TypedText text, Desk desk, boolean locked) {
        return TypedField.area(desk.texts().of(key, name), "", text, 2, desk).locked(locked);
    }

    private void show() {
        boolean complete = model.completeProperty().get();
        state.setText(texts.of(complete ? "investigation.state.done" : "investigation.state.missing"));
        state.getStyleClass().remove(Styles.GOOD);
        if (complete) {
            state.getStyleClass().add(Styles.GOOD);
        }
        same.getChildren().setAll(model.sameTexts().stream().map(Warnings::of).toList());
        same.setVisible(!model.sameTexts().isEmpty());
        same.setManaged(same.isVisible());
    }
}
