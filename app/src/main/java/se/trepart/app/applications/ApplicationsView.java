package se.trepart.app.applications;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.applications.ApplicationsViewModel.Page;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

import org.kordamp.ikonli.feather.Feather;

/** What has come in (Ansökningar): the list, the files that were set aside, and the form for what came another way. */
public final class ApplicationsView implements View {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ApplicationsViewModel model;
    private final Texts texts;
    private final TableView<ApplicationRow> table;
    private final Label count = Labels.muted("");
    private final Label message = Labels.muted("");
    private final VBox list;
    private final VBox aside;
    private final StackPane page = new StackPane();
    private Subscription bound = Subscription.EMPTY;

    public ApplicationsView(ApplicationsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = table();
        list = new VBox(head(), notices(), filters(), table);
        list.getStyleClass().add(Styles.PAGE);
        aside = new VBox(asideHead(), Labels.hint(texts.of("applications.aside-hint")), new SetAsideView(model.setAside(), texts));
        aside.getStyleClass().add(Styles.PAGE);
        VBox.setVgrow(aside.getChildren().getLast(), Priority.ALWAYS);
        page.setOnDragOver(this::over);
        page.setOnDragExited(_ -> page.pseudoClassStateChanged(DROP, false));
        page.setOnDragDropped(this::dropped);
        page.getStyleClass().add("drop-target");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> model.importing().get()
                        ? texts.of("applications.importing")
                        : model.loading().get() ? texts.of("applications.loading") : texts.count("applications.count", model.rows().size()),
                        model.rows(), model.loading(), model.importing()));
        message.textProperty().bind(model.message());
        bound = Subscription.combine(count.textProperty()::unbind, message.textProperty()::unbind, model.page().subscribe(this::show));
    }

    @Override
    public void closed() {
        bound.unsubscribe();
    }

    @Override
    public void mainAction() {
        if (page.getChildren().getFirst() instanceof NewApplicationView form) {
            form.mainAction();
        } else {
            model.startNew();
        }
    }

    @Override
    public String help() {
        return texts.of("applications.help");
    }

    private void show(Page shown) {
        switch (shown) {
            case LIST -> {
                page.getChildren().setAll(list);
                if (table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
                table.requestFocus();
            }
            case SET_ASIDE -> page.getChildren().setAll(aside);
            case NEW -> {
                NewApplicationView form = new NewApplicationView(model.newApplication(), texts);
                page.getChildren().setAll(form);
                form.focusFirst();
            }
        }
    }

    private HBox head() {
        Button takeIn = new Button(texts.of("applications.import"));
        takeIn.setOnAction(_ -> model.pickFiles());
        Button writeDown = new Button(texts.of("applications.new"));
        writeDown.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
        writeDown.setOnAction(_ -> model.startNew());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label title = Labels.title(texts.of("applications.title"));
        // in a narrow window the count and the folder give way
        List.of(title, takeIn, writeDown).forEach(whole -> whole.setMinWidth(Region.USE_PREF_SIZE));
        HBox head = new HBox(title, count, space, more(), takeIn, writeDown);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        return head;
    }

    private MenuButton more() {
        MenuButton more = new MenuButton();
        more.textProperty()
                .bind(Bindings.createStringBinding(() -> model.watched().get().isEmpty()
                        ? texts.of("applications.watch-none")
                        : texts.of("applications.watching", model.watched().get()), model.watched()));
        more.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.QUIET_BUTTON);
        more.setGraphic(Icons.of(Feather.FOLDER));
        MenuItem watch = new MenuItem(texts.of("applications.watch"));
        watch.setOnAction(_ -> model.watchFolder());
        MenuItem stop = new MenuItem(texts.of("applications.watch-stop"));
        stop.disableProperty().bind(model.watched().isEmpty());
        stop.setOnAction(_ -> model.stopWatching());
        more.getItems().addAll(watch, stop);
        return more;
    }

    /** What the last taking in came to, and the way to what could not be taken in. */
    private FlowPane notices() {
        Hyperlink toAside = new Hyperlink();
        toAside.getStyleClass().add(Styles.LINK);
        toAside.textProperty()
                .bind(Bindings.createStringBinding(() -> texts.count("applications.aside-link", model.setAside().rows().size()),
                        model.setAside().rows()));
        toAside.visibleProperty().bind(Bindings.isNotEmpty(model.setAside().rows()));
        toAside.managedProperty().bind(toAside.visibleProperty());
        toAside.setOnAction(_ -> model.page().set(Page.SET_ASIDE));
        FlowPane notices = new FlowPane(8, 4, message, toAside);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        notices.managedProperty().bind(message.managedProperty().or(toAside.managedProperty()));
        return notices;
    }

    private HBox asideHead() {
        Button back = new Button(texts.of("applications.back"), Icons.of(Feather.ARROW_LEFT));
        back.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        back.setOnAction(_ -> model.page().set(Page.LIST));
        HBox head = new HBox(back, Labels.title(texts.of("applications.aside")));
        head.getStyleClass().add(Styles.PAGE_HEAD);
        return head;
    }

    private HBox filters() {
        HBox filters = new HBox(new ChoiceField<>(texts.of("applications.status"), model.statuses(), model.status()),
                new ChoiceField<>(texts.of("applications.month"), model.months(), model.month()),
                new ChoiceField<>(texts.of("applications.unit"), model.units(), model.unit()),
                new ChoiceField<>(texts.of("applications.responsible"), model.people(), model.responsible()));
        filters.getStyleClass().add(Styles.FILTERS);
        return filters;
    }

    private TableView<ApplicationRow> table() {
        TableView<ApplicationRow> made = Tables.table(texts.of("applications.title"), model::open);
        made.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("applications.who"), 11.9, ApplicationRow::who, ApplicationRow::order),
                        Tables.column(texts.of("applications.month"), 6.6, ApplicationRow::month),
                        Tables.column(texts.of("applications.kind"), 4.5, ApplicationRow::kind),
                        Tables.column(texts.of("applications.received"), 4.7, ApplicationRow::received),
                        Tables.column(texts.of("applications.status"), 11.3, ApplicationRow::status),
                        Tables.column(texts.of("applications.unit"), 9.2, ApplicationRow::unit),
                        Tables.column(texts.of("applications.responsible"), 10.6, ApplicationRow::responsible)));
        made.setItems(model.rows());
        made.setPlaceholder(new EmptyState(texts.of("applications.empty"), texts.of("applications.empty-hint")));
        VBox.setVgrow(made, Priority.ALWAYS);
        return made;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            page.pseudoClassStateChanged(DROP, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            model.takeIn(board.getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(board.hasFiles());
        event.consume();
    }
}
