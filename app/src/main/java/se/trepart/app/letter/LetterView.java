package se.trepart.app.letter;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStepView;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.DayConverter;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Sending.Way;

/** A letter on the screen (brev): its texts to the left, its pages as they print to the right. */
final class LetterView extends CaseStepView {

    private final LetterViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final VBox texting = new VBox();
    private final VBox pages = new VBox();
    private final ScrollPane paper = new ScrollPane(pages);
    private final ProgressIndicator drawing = new ProgressIndicator();
    private final StackPane foot = new StackPane();
    private final HBox both;
    private final MainAction send;
    private List<Object> shape = List.of();

    LetterView(LetterViewModel model, OpenCase openCase) {
        this.model = model;
        desk = openCase.desk();
        texts = desk.texts();
        getStylesheets().add(LetterStyles.stylesheet());
        Button print = new Button(texts.of("letter.print"));
        print.setId("letter-print");
        print.setMinWidth(Button.USE_PREF_SIZE);
        print.setOnAction(_ -> model.print());
        Button save = new Button(texts.of("letter.save"));
        save.setId("letter-save");
        save.setMinWidth(Button.USE_PREF_SIZE);
        save.setOnAction(_ -> model.save());
        send = new MainAction(texts.of("letter.mark-sent"), model::markSent).beside(print, save);
        send.button().setId("letter-mark-sent");
        texting.getStyleClass().add(LetterStyles.TEXTING);
        pages.getStyleClass().add(LetterStyles.PAGES);
        pages.setId("letter-pages");
        paper.setFitToWidth(true);
        paper.getStyleClass().add(LetterStyles.PAPER);
        paper.setAccessibleText(texts.of("letter.preview"));
        drawing.setMaxSize(32, 32);
        drawing.visibleProperty().bind(model.drawingProperty());
        StackPane shown = new StackPane(paper, drawing);
        HBox.setHgrow(shown, Priority.ALWAYS);
        ScrollPane left = new ScrollPane(texting);
        left.setFitToWidth(true);
        left.setFocusTraversable(false);
        left.getStyleClass().add(LetterStyles.LEFT);
        both = new HBox(left, shown);
        foot.getStyleClass().add(CaseStyles.FOOT);
        foot.getChildren().add(send);
    }

    @Override
    protected Subscription follow() {
        return Subscription.combine(model.sheetProperty().subscribe(this::show), model.previewProperty().subscribe(this::show));
    }

    @Override
    protected void hidden() {
        shape = List.of();
    }

    @Override
    protected void mainAction() {
        if (send.isVisible()) {
            send.fire();
        }
    }

    private void show(LetterPreview preview) {
        pages.getChildren().clear();
        if (!preview.problem().isEmpty()) {
            pages.getChildren().add(Warnings.of(preview.problem()));
        }
        if (!preview.hint().isEmpty()) {
            pages.getChildren().add(Warnings.of(preview.hint()));
        }
        preview.pages().forEach(page -> {
            ImageView image = new ImageView(SwingFXUtils.toFXImage(page, null));
            image.setPreserveRatio(true);
            image.setSmooth(true);
            image.fitWidthProperty().bind(paper.widthProperty().subtract(64).map(w -> Math.min(w.doubleValue(), page.getWidth())));
            StackPane sheet = new StackPane(image);
            sheet.getStyleClass().add(LetterStyles.SHEET);
            pages.getChildren().add(sheet);
        });
        reasons();
    }

    private void reasons() {
        boolean sent = !model.sheet().sent().isEmpty();
        send.button().setVisible(!sent);
        send.button().setManaged(!sent);
        send.reasons(sent || !model.sheet().editable()
                ? List.of()
                : model.hindrances().stream().map(why -> new Reason(why, texting::requestFocus)).toList());
    }

    private void show(LetterSheet sheet) {
        if (!sheet.shape().equals(shape)) {
            shape = sheet.shape();
            build(sheet);
        }
        reasons();
    }

    private void build(LetterSheet sheet) {
        texting.getChildren().clear();
        if (sheet.letter() == null) {
            setCenter(new EmptyState(texts.of("letter.nothing"), texts.of("letter.nothing-text")));
            setBottom(null);
            return;
        }
        setCenter(both);
        setBottom(foot);
        boolean request = sheet.letter().kind() == LetterKind.COMPLETION_REQUEST;
        if (sheet.subjects().size() > 1) {
            texting.getChildren().add(chooser(sheet));
        } else {
            texting.getChildren().add(Labels.heading(sheet.subjects().getFirst().label()));
        }
        if (!sheet.sent().isEmpty()) {
            Label sent = Labels.text(sheet.sent());
            sent.setId("letter-sent");
            texting.getChildren().add(sent);
        }
        if (!sheet.confirmation().isEmpty()) {
            texting.getChildren().add(confirmation(sheet));
        }
        if (sheet.editable()) {
            TypedField why = TypedField.area(texts.of(request ? "letter.why-request" : "letter.why"), texts.of("letter.why-help"),
                    model.why(), 4, desk);
            why.control().setId("letter-why");
            TypedField whatNow = TypedField.area(texts.of("letter.what-now"), texts.of("letter.what-now-help"), model.whatNow(), 3, desk);
            whatNow.control().setId("letter-what-now");
            texting.getChildren().addAll(why, whatNow, sending());
        }
        if (!sheet.appeal().isEmpty()) {
            Label appeal = Labels.text(sheet.appeal());
            appeal.setId("letter-appeal");
            texting.getChildren().add(new Section(texts.of("letter.appeal"), appeal));
        }
    }

    private Node chooser(LetterSheet sheet) {
        Choice<UUID> now = sheet.subjects()
                .stream()
                .filter(s -> sheet.letter() != null && sheet.letter().aboutId().equals(s.value()))
                .findFirst()
                .orElse(sheet.subjects().getFirst());
        SimpleObjectProperty<Choice<UUID>> chosen = new SimpleObjectProperty<>(now);
        ChoiceField<UUID> field = new ChoiceField<>(texts.of("letter.which"), FXCollections.observableList(sheet.subjects()), chosen);
        field.setId("letter-which");
        chosen.addListener((_, _, next) -> {
            if (next.value() != null) {
                model.choose(next.value());
            }
        });
        return new Field(texts.of("letter.which"), field);
    }

    private Node confirmation(LetterSheet sheet) {
        VBox box = new VBox(Labels.text(sheet.confirmation()));
        box.getStyleClass().add(Styles.CARD);
        if (sheet.mayConfirm()) {
            Button confirm = new Button(texts.of("letter.confirm"));
            confirm.setId("letter-confirm");
            confirm.setOnAction(_ -> model.confirm());
            box.getChildren().add(confirm);
        }
        return box;
    }

    private Node sending() {
        ChoiceField<Way> way = new ChoiceField<>(texts.of("letter.way"), FXCollections.observableList(model.ways()), model.way());
        way.setId("letter-way");
        DatePicker day = new DatePicker();
        day.setId("letter-sent-on");
        day.setConverter(new DayConverter());
        day.valueProperty().bindBidirectional(model.sentOn());
        Field dayField = new Field(texts.of("letter.sent-on"), day);
        Field wayField = new Field(texts.of("letter.way"), way);
        HBox line = new HBox(wayField, dayField);
        line.getStyleClass().add(Styles.ROW);
        HBox.setHgrow(wayField, Priority.ALWAYS);
        HBox.setHgrow(dayField, Priority.ALWAYS);
        return new Section(texts.of("letter.sending"), line);
    }
}
