package se.trepart.app.result;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.result.ResultSheet.Section;
import se.trepart.app.result.ResultsViewModel.People;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** The page of results (Resultat): key figures, charts with their tables, and the lists behind the numbers. */
public final class ResultsView implements View {

    private final ResultsViewModel model;
    private final Texts texts;
    private final StackPane place = new StackPane();
    private final VBox numbers;
    private final VBox body = new VBox();
    private final ChoiceField<?> period;
    private @Nullable Node before;
    private @Nullable ResultSheet built;
    private Subscription bound = Subscription.EMPTY;

    public ResultsView(ResultsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        period = new ChoiceField<>(texts.of("result.period"), model.periods(), model.period());
        body.getStyleClass().add("result-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        numbers = new VBox(head(), filters(), scroll);
        numbers.getStyleClass().add(Styles.PAGE);
        place.getStyleClass().add("result-place");
        place.getStylesheets().add(Objects.requireNonNull(ResultsView.class.getResource("result.css")).toExternalForm());
        place.getChildren().setAll(numbers);
    }

    @Override
    public Node node() {
        return place;
    }

    @Override
    public void opened() {
        bound = Subscription.combine(model.sheet().subscribe(this::show), model.people().subscribe(this::show));
        model.opened();
        if (model.people().get() == null) {
            period.requestFocus();
        }
    }

    @Override
    public void closed() {
        bound.unsubscribe();
        model.closed();
    }

    @Override
    public void mainAction() {
        model.savePdf();
    }

    @Override
    public String help() {
        return texts.of("result.help");
    }

    private HBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button csv = new Button(texts.of("result.csv"));
        csv.setOnAction(_ -> model.saveCsv());
        Button pdf = new Button(texts.of("result.pdf"));
        pdf.setOnAction(_ -> model.savePdf());
        HBox head = new HBox(Labels.title(texts.of("result.title")), space, csv, pdf);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        return head;
    }

    private HBox filters() {
        HBox filters = new HBox(new Field(texts.of("result.period"), period),
                new Field(texts.of("result.grouping"), new ChoiceField<>(texts.of("result.grouping"), model.groupings(), model.grouping())),
                new Field(texts.of("result.unit"), new ChoiceField<>(texts.of("result.unit"), model.units(), model.unit())),
                new Field(texts.of("result.kind"), new ChoiceField<>(texts.of("result.kind"), model.kinds(), model.kind())));
        filters.getStyleClass().addAll(Styles.FILTERS, "result-filters");
        return filters;
    }

    private void show(@Nullable ResultSheet sheet) {
        if (sheet != null && sheet == built) {
            return;
        }
        built = sheet;
        if (sheet == null) {
            body.getChildren().setAll(Labels.muted(texts.of("result.loading")));
            return;
        }
        if (sheet.figures().stream().limit(3).allMatch(figure -> figure.value().equals("0"))) {
            body.getChildren().setAll(new EmptyState(texts.of("result.empty", sheet.period()), texts.of("result.empty-hint")));
            return;
        }
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("figure-cards");
        sheet.figures().forEach(figure -> cards.getChildren().add(new FigureCard(figure, model::open)));
        body.getChildren().setAll(cards);
        body.getChildren().add(Labels.hint(texts.of(model.lists() ? "result.lists" : "result.no-lists")));
        sheet.sections().forEach(section -> body.getChildren().add(section(section)));
        VBox notes = new VBox();
        notes.getStyleClass().addAll(Styles.SECTION, Styles.READING);
        notes.getChildren().add(Labels.heading(texts.of("result.notes")));
        sheet.notes().forEach(note -> notes.getChildren().add(Labels.hint(note)));
        body.getChildren().add(notes);
    }

    private VBox section(Section section) {
        VBox part = new VBox(Labels.heading(section.title()));
        part.getStyleClass().add(Styles.SECTION);
        if (section.bars() != null) {
            part.getChildren().add(new ResultChart(section.bars()));
        }
        part.getChildren().add(new FigureTable(section, model::open));
        return part;
    }

    private void show(@Nullable People people) {
        if (people == null) {
            place.getChildren().setAll(numbers);
            if (before != null) {
                before.requestFocus();
            }
            before = null;
            return;
        }
        before = place.getScene() == null ? null : place.getScene().getFocusOwner();
        PeopleView view = new PeopleView(people, model, texts);
        place.getChildren().setAll(view);
        view.takeFocus();
    }
}
