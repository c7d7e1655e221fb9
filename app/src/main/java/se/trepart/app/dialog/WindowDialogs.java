package se.trepart.app.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

import se.trepart.app.control.Choice;
import se.trepart.app.control.Field;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** {@link Dialogs} as windows over the program's own. */
public final class WindowDialogs implements Dialogs {

    private final Stage owner;
    private final Texts texts;

    public WindowDialogs(Stage owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<String> ask(Prompt prompt) {
        TextInputControl input = prompt.manyLines() ? new TextArea(prompt.initial()) : new TextField(prompt.initial());
        if (input instanceof TextArea area) {
            area.setWrapText(true);
            area.setPrefRowCount(5);
        }
        Dialog<ButtonType> dialog = new Dialog<>();
        ButtonType doIt = new ButtonType(prompt.doIt(), ButtonData.OK_DONE);
        prepare(dialog, prompt.title(), prompt.text(), doIt, leave());
        dialog.getDialogPane().setContent(new Field(prompt.label(), input));
        dialog.getDialogPane()
                .lookupButton(doIt)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(() -> input.getText().isBlank(), input.textProperty()));
        dialog.setOnShown(_ -> input.requestFocus());
        return dialog.showAndWait().filter(doIt::equals).map(_ -> input.getText().strip());
    }

    @Override
    public <T> Optional<T> choose(String title, String text, List<Choice<T>> choices) {
        ListView<Choice<T>> list = new ListView<>();
        list.getItems().setAll(choices);
        list.setAccessibleText(text.isEmpty() ? title : text);
        list.setCellFactory(_ -> new ChoiceCell<>());
        list.setPrefHeight(Math.min(choices.size(), 8) * 38 + 4);
        list.getSelectionModel().selectFirst();
        Dialog<ButtonType> dialog = new Dialog<>();
        ButtonType doIt = new ButtonType(texts.of("dialog.choose"), ButtonData.OK_DONE);
        prepare(dialog, title, text, doIt, leave());
        dialog.getDialogPane().setContent(list);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                dialog.setResult(doIt);
            }
        });
        dialog.setOnShown(_ -> list.requestFocus());
        return dialog.showAndWait()
                .filter(doIt::equals)
                .map(_ -> list.getSelectionModel().getSelectedItem())
                .map(c -> Objects.requireNonNull(c.value()));
    }

    @Override
    public boolean confirm(String title, String text, String doIt) {
        ButtonType yes = new ButtonType(doIt, ButtonData.OK_DONE);
        Alert alert = new Alert(AlertType.NONE);
        prepare(alert, title, text, yes, leave());
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    @Override
    public void tell(String title, String text) {
        Alert alert = new Alert(AlertType.NONE);
        prepare(alert, title, text, new ButtonType(texts.of("dialog.close"), ButtonData.OK_DONE));
        alert.showAndWait();
    }

    @Override
    public void error(String title, String text) {
        Alert alert = new Alert(AlertType.NONE);
        prepare(alert, title, text, new ButtonType(texts.of("dialog.close"), ButtonData.OK_DONE));
        alert.getDialogPane().getStyleClass().add(Styles.FAULT_DIALOG);
        alert.showAndWait();
    }

    @Override
    public List<Path> pickFiles(String title, String kind, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, endings.stream().map(e -> "*." + e).toList()));
        @Nullable
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> pickSaveFile(String title, String name, String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> pickFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private ButtonType leave() {
        return new ButtonType(texts.of("dialog.leave"), ButtonData.CANCEL_CLOSE);
    }

    private void prepare(Dialog<?> dialog, String title, String text, ButtonType... buttons) {
        DialogPane pane = dialog.getDialogPane();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setGraphic(null);
        pane.setHeaderText(title);
        pane.setGraphic(null);
        pane.setContentText(text);
        pane.getButtonTypes().setAll(buttons);
        pane.getStyleClass().add(Styles.DIALOG);
        if (owner.getScene() != null) {
            pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        }
    }

    private static final class ChoiceCell<T> extends javafx.scene.control.ListCell<Choice<T>> {
        @Override
        protected void updateItem(@Nullable Choice<T> choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(choice == null ? null : choice.label());
        }
    }
}
