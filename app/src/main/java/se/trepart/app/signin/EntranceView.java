package se.trepart.app.signin;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.signin.EntranceScreen.Action;
import se.trepart.app.signin.EntranceScreen.Ask;
import se.trepart.app.signin.EntranceScreen.Passphrase;
import se.trepart.app.text.Texts;

/** What stands in the window while nobody has come in (inloggning och låst läge): the program's name, a few words, one thing to do. */
final class EntranceView extends StackPane {

    private final VBox column = new VBox();
    private final Texts texts;

    EntranceView(ReadOnlyObjectProperty<EntranceScreen> screen, Texts texts) {
        this.texts = texts;
        getStyleClass().add("entrance");
        getStylesheets().add("/se/trepart/app/signin/signin.css");
        column.getStyleClass().add("entrance-column");
        getChildren().add(column);
        screen.subscribe(this::show);
    }

    private void show(EntranceScreen screen) {
        Label program = Labels.muted(texts.of("shell.program"));
        program.getStyleClass().add("entrance-program");
        column.getChildren().setAll(program, Labels.title(screen.heading()));
        if (!screen.fault().isEmpty()) {
            Label fault = Labels.text(screen.fault());
            fault.getStyleClass().add("entrance-fault");
            column.getChildren().add(fault);
        }
        if (!screen.text().isEmpty()) {
            column.getChildren().add(Labels.hint(screen.text()));
        }
        if (screen.waiting()) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.getStyleClass().add("entrance-waiting");
            turning.setAccessibleText(screen.heading());
            column.getChildren().add(turning);
        }
        Ask ask = screen.ask();
        Node first = ask == null ? null : ask(ask);
        for (Action action : screen.actions()) {
            Button button = button(action);
            boolean main = first == null && !screen.waiting();
            if (main) {
                button.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
                button.setDefaultButton(true);
            } else {
                button.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
            }
            if (first == null) {
                first = button;
            }
            column.getChildren().add(button);
        }
        if (first != null) {
            first.requestFocus();
        }
    }

    private Node ask(Ask ask) {
        PasswordField written = new PasswordField();
        PasswordField again = new PasswordField();
        column.getChildren().add(new Field(ask.label(), written, ask.help()));
        if (!ask.repeat().isEmpty()) {
            column.getChildren().add(new Field(ask.repeat(), again));
        }
        Button done = new Button(ask.doIt());
        done.getStyleClass().addAll(atlantafx.base.theme.Styles.ACCENT, "entrance-action");
        done.setMaxWidth(Double.MAX_VALUE);
        done.setDefaultButton(true);
        done.disableProperty().bind(written.textProperty().isEmpty());
        done.setOnAction(_ -> {
            Passphrase passphrase = new Passphrase(written.getText().toCharArray(), again.getText().toCharArray());
            List.of(written, again).forEach(PasswordField::clear);
            ask.done().accept(passphrase);
        });
        HBox row = new HBox(done);
        HBox.setHgrow(done, javafx.scene.layout.Priority.ALWAYS);
        column.getChildren().add(row);
        return written;
    }

    private static Button button(Action action) {
        Button button = new Button(action.text());
        button.getStyleClass().add("entrance-action");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run().run());
        return button;
    }
}
