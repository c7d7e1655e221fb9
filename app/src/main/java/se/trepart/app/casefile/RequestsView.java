package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.ApplicationViewModel.RequestDraft;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;

import org.jspecify.annotations.Nullable;

/** What is missing in the application, what has been asked for, and asking for more (komplettering). */
final class RequestsView extends VBox {

    private static final List<String> OFTEN_MISSING = List.of("casefile.paper.rent", "casefile.paper.bank", "casefile.paper.pay-slip",
            "casefile.paper.certificate", "casefile.paper.receipt", "casefile.paper.jobs");

    private final ApplicationViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final Section section;
    private final VBox asked = new VBox();
    private final VBox asking = new VBox();
    private final Button start;
    private final Button send;
    private final DatePicker day = new DatePicker();
    private final Field dayField;

    RequestsView(ApplicationViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        desk = openCase.desk();
        texts = desk.texts();
        start = new Button(texts.of("casefile.request.start"));
        start.setOnAction(_ -> model.startRequest());
        send = new Button(texts.of("casefile.request.send"));
        send.setOnAction(_ -> model.sendRequest());
        day.setConverter(new DayConverter());
        day.valueProperty().bindBidirectional(model.dueOnProperty());
        dayField = new Field(texts.of("casefile.request.day"), day);
        dayField.setMaxWidth(USE_PREF_SIZE);
        asked.getStyleClass().add(Styles.SECTION);
        section = new Section(texts.of("casefile.requests"), asked, asking);
        getChildren().add(section);
        model.draftProperty().subscribe(this::showDraft);
        model.dueOnProperty().subscribe(_ -> refresh());
    }

    void show(ApplicationPage page) {
        Application application = page.application();
        boolean mayAsk = application != null && !application.status().ended() && openCase.mayChange();
        asking.setVisible(mayAsk);
        asking.setManaged(mayAsk);
        if (page.requests().isEmpty()) {
            asked.getChildren().setAll(Labels.hint(texts.of("casefile.request.none")));
        } else {
            asked.getChildren().setAll(page.requests().stream().map(this::card).toList());
        }
    }

    private Node card(CompletionRequest request) {
        String due = desk.formats().due(request.dueOn());
        Node state = request.complete()
                ? Labels.badge(texts.of("casefile.request.complete"), Styles.GOOD)
                : request.overdue(desk.today())
                        ? Labels.badge(texts.of("casefile.request.overdue", due), Styles.URGENT)
                        : Labels.badge(texts.of("casefile.request.open", due), Styles.ATTENTION);
        HBox head = new HBox(Labels.strong(texts.of("casefile.request.sent", Formats.date(request.sentOn()))), state);
        head.getStyleClass().add(Styles.ROW);
        VBox card = new VBox(head);
        card.getStyleClass().add(Styles.CARD);
        for (MissingPaper paper : request.missing()) {
            card.getChildren().add(paper(request, paper));
        }
        card.getChildren().add(Labels.hint(request.consequence()));
        return card;
    }

    private CheckBox paper(CompletionRequest request, MissingPaper paper) {
        LocalDate cameOn = paper.receivedOn();
        boolean came = cameOn != null;
        CheckBox box = new CheckBox(cameOn == null ? paper.what() : texts.of("casefile.request.came", paper.what(), Formats.date(cameOn)));
        box.setWrapText(true);
        box.setSelected(came);
        box.setDisable(came || !openCase.mayChange());
        box.setOnAction(_ -> model.received(request, paper));
        return box;
    }

    private void showDraft(@Nullable RequestDraft draft) {
        asking.getChildren().clear();
        asking.getStyleClass().remove(Styles.CARD);
        if (draft == null) {
            asking.getChildren().add(start);
            return;
        }
        asking.getStyleClass().add(Styles.CARD);
        MenuButton often = new MenuButton(texts.of("casefile.request.often"));
        OFTEN_MISSING.forEach(key -> {
            MenuItem item = new MenuItem(texts.of(key));
            item.setOnAction(_ -> model.add(texts.of(key)));
            often.getItems().add(item);
        });
        TypedField papers = TypedField.area(texts.of("casefile.request.papers"), texts.of("casefile.request.papers-help"), draft.papers(),
                3, desk);
        TypedField consequence = TypedField.area(texts.of("casefile.request.consequence"), "", draft.consequence(), 2, desk);
        draft.papers().textProperty().subscribe(_ -> refresh());
        draft.consequence().textProperty().subscribe(_ -> refresh());
        Button drop = new Button(texts.of("casefile.request.drop"));
        drop.setOnAction(_ -> model.dropRequest());
        HBox actions = new HBox(send, drop);
        actions.getStyleClass().add(Styles.ROW);
        asking.getChildren().addAll(Labels.strong(texts.of("casefile.request.new")), papers, often, dayField, consequence, actions);
        refresh();
        papers.control().requestFocus();
    }

    private void refresh() {
        dayField.faultProperty().set(model.draftProperty().get() == null ? "" : model.dayFault());
        send.setDisable(!model.requestReady());
    }
}
