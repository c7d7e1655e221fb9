package se.trepart.app.today;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.reminder.PutOffView;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;
import se.trepart.app.today.TodayRow.Group;

import org.jspecify.annotations.Nullable;

/** What needs the user today (Min dag), the most urgent first. Enter opens the case at the right place. */
public final class TodayView implements View {

    private final TodayViewModel model;
    private final Texts texts;
    private final ListView<TodayRow> list = new ListView<>();
    private final Label day = Labels.muted("");
    private final PutOffView putOff;
    private final VBox page;
    private Subscription bound = Subscription.EMPTY;

    public TodayView(TodayViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        putOff = new PutOffView(model.putOff(), texts, list::requestFocus);
        list.setItems(model.rows());
        list.setAccessibleText(texts.of("today.title"));
        list.getStyleClass().add("today-list");
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (plain && event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            } else if (plain && putOff.key(event.getCode())) {
                event.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> model.putOff().select(row == null ? null : row.item()));
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("today.title")), day);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        if (model.keepsCatalogueOnly()) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Button offers = new Button(texts.of("plan.offers.open"));
            offers.setOnAction(_ -> model.openCatalogue());
            head.getChildren().addAll(space, offers);
        }
        page = new VBox(head, list, putOff);
        if (model.filter().offered()) {
            page.getChildren().add(1, filters());
        }
        page.getStyleClass().add(Styles.PAGE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        day.textProperty().bind(model.day());
        list.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.loaded()));
        bound = putOff.opened();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        list.requestFocus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
        day.textProperty().unbind();
        list.placeholderProperty().unbind();
    }

    @Override
    public void mainAction() {
        openSelected();
    }

    @Override
    public String help() {
        return texts.of("today.help");
    }

    /** Whose lines, for who leads a unit. */
    private HBox filters() {
        TodayFilter filter = model.filter();
        ChoiceField<?> people = new ChoiceField<>(texts.of("reminder.responsible"), filter.people(), filter.responsible());
        ChoiceField<?> kinds = new ChoiceField<>(texts.of("reminder.lines"), filter.kinds(), filter.kind());
        HBox filters = new HBox(new ChoiceField<>(texts.of("reminder.scope"), filter.scopes(), filter.scope()), people, kinds);
        for (ChoiceField<?> ofUnit : List.of(people, kinds)) {
            ofUnit.visibleProperty().bind(filter.scope().map(scope -> scope.value() == TodayFilter.Scope.UNIT));
            ofUnit.managedProperty().bind(ofUnit.visibleProperty());
        }
        filters.getStyleClass().add(Styles.FILTERS);
        return filters;
    }

    private Node placeholder() {
        return model.loaded().get()
                ? new EmptyState(texts.of("today.empty"), texts.of("today.empty-hint"))
                : Labels.hint(texts.of("today.loading"));
    }

    private void openSelected() {
        TodayRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            row.open().run();
        }
    }

    /** Two lines: what and who with when to the right, and why under it; the first of a group has its heading over it. */
    private final class Cell extends ListCell<TodayRow> {

        private final Label heading = Labels.heading("");
        private final Label what = Labels.strong("");
        private final Label who = new Label();
        private final Label when = Labels.badge("");
        private final Label why = Labels.muted("");
        private final VBox box;

        Cell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(who, what, space, when);
            line.getStyleClass().add("today-line");
            VBox row = new VBox(line, why);
            row.getStyleClass().add("today-row");
            box = new VBox(heading, row);
            heading.getStyleClass().add("today-group");
            heading.managedProperty().bind(heading.visibleProperty());
            who.getStyleClass().add(Styles.STRONG);
            what.getStyleClass().setAll("label");
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    openSelected();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable TodayRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null ? null : box);
            if (row == null) {
                return;
            }
            heading.setVisible(firstOfGroup(row.group()));
            heading.setText(texts.name("today.group", row.group()));
            what.setText(row.what());
            who.setText(row.who());
            who.setManaged(!row.who().isEmpty());
            when.setText(row.when());
            when.setVisible(!row.when().isEmpty());
            when.getStyleClass().remove(Styles.URGENT);
            if (row.late()) {
                when.getStyleClass().add(Styles.URGENT);
            }
            why.setText(row.why());
            setAccessibleText(String.join(", ", row.who(), row.what(), row.when(), row.why()));
        }

        private boolean firstOfGroup(Group group) {
            return getIndex() == 0 || getListView().getItems().get(getIndex() - 1).group() != group;
        }
    }
}
