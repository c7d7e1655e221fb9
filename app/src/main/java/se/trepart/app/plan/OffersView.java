package se.trepart.app.plan;

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

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** What the municipality offers, and the form for who keeps it (insatskatalog). */
public final class OffersView implements View {

    private final OffersViewModel model;
    private final Texts texts;
    private final TableView<OffersRow> table;
    private final Label count = Labels.muted("");
    private final VBox page;
    private final StackPane body = new StackPane();
    private Subscription bound = Subscription.EMPTY;
    private @Nullable PlanFormView form;

    public OffersView(OffersViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("plan.offers.title"), model::change);
        table.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("plan.offers.kind"), 13, OffersRow::kind, OffersRow::order),
                        Tables.column(texts.of("plan.offers.place"), 13, row -> row.offer().place()),
                        Tables.column(texts.of("plan.offers.seats"), 6, OffersRow::seats),
                        Tables.column(texts.of("plan.offers.cost"), 9, OffersRow::cost),
                        Tables.column(texts.of("plan.offers.owner"), 11, row -> row.offer().owner()),
                        Tables.column(texts.of("plan.offers.time"), 13, OffersRow::time)));
        table.setItems(model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("plan.offers.title")), count);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        HBox filters = new HBox(new ChoiceField<>(texts.of("plan.offers.shown"), model.choices(), model.shown()));
        filters.getStyleClass().add(Styles.FILTERS);
        page = new VBox(head, filters, table, model.mayKeep() ? actions() : Labels.hint(texts.of("plan.offers.reads")));
        page.getStyleClass().add(Styles.PAGE);
        body.getStylesheets().add(CaseStyles.stylesheet());
        model.formProperty().subscribe(this::showForm);
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public void opened() {
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> model.loaded().get()
                        ? texts.count("plan.offers.count", model.rows().size())
                        : texts.of("plan.offers.loading"), model.rows(), model.loaded()));
        table.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.rows(), model.loaded()));
        bound = Subscription.combine(count.textProperty()::unbind, table.placeholderProperty()::unbind);
        model.opened();
        focus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
        model.closed();
    }

    @Override
    public void mainAction() {
        PlanFormView filled = form;
        if (filled == null) {
            model.add();
        } else {
            filled.mainAction();
        }
    }

    @Override
    public String help() {
        return texts.of("plan.offers.help");
    }

    private void showForm(@Nullable PlanForm next) {
        PlanFormView before = form;
        if (before != null) {
            before.closed();
        }
        if (next == null) {
            form = null;
            body.getChildren().setAll(page);
            focus();
        } else {
            PlanFormView filled = new PlanFormView(next);
            form = filled;
            body.getChildren().setAll(filled);
            Platform.runLater(filled::focusFirst);
        }
    }

    private void focus() {
        if (form == null && body.getScene() != null) {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
            table.requestFocus();
        }
    }

    private Node actions() {
        Button change = ParticipantPage.button(texts.of("plan.offers.change"), "plan-offer-change", () -> {
            OffersRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                model.change(row);
            }
        });
        change.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        MainAction add = new MainAction(texts.of("plan.offers.new"), model::add).beside(change);
        add.button().setId("plan-offer-new");
        return add;
    }

    private Node placeholder() {
        if (!model.loaded().get()) {
            return Labels.hint(texts.of("plan.offers.loading"));
        }
        return model.nothing()
                ? new EmptyState(texts.of("plan.offers.nothing"), texts.of("plan.offers.nothing-hint"))
                : new EmptyState(texts.of("plan.offers.empty"), texts.of("plan.offers.empty-hint"));
    }
}
