package se.trepart.app.template;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.template.TemplatesViewModel.Shown;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** The municipality's templates and phrases, and the editor of one (brevmallar). */
public final class TemplatesView implements View {

    private final TemplatesViewModel model;
    private final Texts texts;
    private final TableView<TemplatesRow> table;
    private final Label count = Labels.muted("");
    private final VBox page;
    private final StackPane body = new StackPane();
    private Subscription bound = Subscription.EMPTY;
    private @Nullable TextEditorView editor;
    private @Nullable MunicipalityView municipality;
    private @Nullable Object at;

    public TemplatesView(TemplatesViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("template.title"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("template.column.name"), 16, TemplatesRow::name, TemplatesRow::order),
                        Tables.wrapped(texts.of("template.column.state"), 16, TemplatesRow::state),
                        Tables.wrapped(texts.of("template.owner"), 13, TemplatesRow::owner),
                        Tables.column(texts.of("template.decided"), 8, TemplatesRow::decided),
                        Tables.wrapped(texts.of("template.review"), 12, TemplatesRow::review)));
        table.setItems(model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("template.title")), count);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        HBox filters = new HBox(new ChoiceField<>(texts.of("template.shown-which"), model.choices(), model.shown()));
        filters.getStyleClass().add(Styles.FILTERS);
        page = new VBox(head, filters, table, actions());
        page.getStyleClass().add(Styles.PAGE);
        model.editorProperty().subscribe(this::showEditor);
        model.municipalityProperty().subscribe(this::showMunicipality);
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public void opened() {
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> model.due().get() == 0 ? "" : texts.count("template.due", model.due().get()),
                        model.due()));
        table.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.rows(), model.loaded(), model.shown()));
        bound = Subscription.combine(count.textProperty()::unbind, table.placeholderProperty()::unbind);
        model.opened();
        focus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
    }

    @Override
    public void mainAction() {
        if (editor != null) {
            editor.mainAction();
        } else if (municipality != null) {
            municipality.mainAction();
        } else {
            model.newPhrase();
        }
    }

    @Override
    public String help() {
        return texts.of("template.help");
    }

    private void showEditor(@Nullable TextEditor next) {
        TextEditorView before = editor;
        if (before != null) {
            before.closed();
        }
        if (next == null) {
            editor = null;
            body.getChildren().setAll(page);
            model.rows().stream().filter(row -> row.key().equals(at)).findFirst().ifPresent(table.getSelectionModel()::select);
            focus();
        } else {
            TemplatesRow row = table.getSelectionModel().getSelectedItem();
            at = row == null ? null : row.key();
            TextEditorView view = new TextEditorView(next);
            editor = view;
            body.getChildren().setAll(view);
            Platform.runLater(view::focusFirst);
        }
    }

    private void showMunicipality(@Nullable MunicipalityEditor next) {
        MunicipalityView before = municipality;
        if (before != null) {
            before.closed();
            municipality = null;
            body.getChildren().setAll(page);
            focus();
        }
        if (next != null) {
            MunicipalityView view = new MunicipalityView(next, model);
            municipality = view;
            body.getChildren().setAll(view);
            Platform.runLater(view::focusFirst);
        }
    }

    private void focus() {
        if (editor == null && municipality == null && body.getScene() != null) {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
            table.requestFocus();
        }
    }

    private Node actions() {
        Button open = new Button(texts.of("template.open"));
        open.setId("template-open");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(_ -> {
            TemplatesRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                model.open(row);
            }
        });
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button facts = new Button(texts.of("template.municipality"));
        facts.setId("template-municipality");
        facts.setMinWidth(Button.USE_PREF_SIZE);
        facts.setOnAction(_ -> model.openMunicipality());
        MainAction add = new MainAction(texts.of("template.new-phrase"), model::newPhrase).beside(facts, open);
        add.button().setId("template-new-phrase");
        return add;
    }

    private Node placeholder() {
        if (!model.loaded().get()) {
            return Labels.hint(texts.of("template.loading"));
        }
        return model.shown().get().value() == Shown.DUE
                ? new EmptyState(texts.of("template.none-due"), texts.of("template.none-due-hint"))
                : new EmptyState(texts.of("template.none"), texts.of("template.none-hint"));
    }
}
