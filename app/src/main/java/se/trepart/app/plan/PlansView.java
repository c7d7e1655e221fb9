package se.trepart.app.plan;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

/** The list of participants (Planer). */
public final class PlansView implements View {

    private final PlansViewModel model;
    private final Texts texts;
    private final TableView<PlansRow> table;
    private final Label count = Labels.muted("");
    private final VBox page;
    private Subscription bound = Subscription.EMPTY;

    public PlansView(PlansViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("plan.list.title"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("plan.list.who"), 13, PlansRow::who, PlansRow::order),
                        Tables.column(texts.of("plan.list.standing"), 9, PlansRow::standingName),
                        Tables.column(texts.of("plan.list.follow-up"), 10, PlansRow::followUp),
                        Tables.column(texts.of("plan.list.actions"), 18, PlansRow::actions),
                        Tables.column(texts.of("plan.list.responsible"), 10, PlansRow::responsible)));
        table.setItems(model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("plan.list.title")), count);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        page = new VBox(head, filters(), table);
        page.getStyleClass().add(Styles.PAGE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.loading().get() ? texts.of("plan.list.loading") : texts.count("plan.list.count", model.rows().size()),
                        model.rows(), model.loading()));
        table.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.rows(), model.loading()));
        bound = Subscription.combine(count.textProperty()::unbind, table.placeholderProperty()::unbind);
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
    }

    @Override
    public String help() {
        return texts.of("plan.list.help");
    }

    private Node placeholder() {
        if (model.loading().get()) {
            return Labels.hint(texts.of("plan.list.loading"));
        }
        return model.nobody()
                ? new EmptyState(texts.of("plan.list.nobody"), texts.of("plan.list.nobody-hint"))
                : new EmptyState(texts.of("plan.list.empty"), texts.of("plan.list.empty-hint"));
    }

    private HBox filters() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button offers = ParticipantPage.button(texts.of("plan.offers.open"), "plan-offers", model::openOffers);
        HBox filters = new HBox(new ChoiceField<>(texts.of("plan.list.standing"), model.standings(), model.standing()),
                new ChoiceField<>(texts.of("plan.list.responsible"), model.people(), model.responsible()), space, offers);
        filters.getStyleClass().add(Styles.FILTERS);
        return filters;
    }
}
