package se.trepart.app.letter;

import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
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
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;

/** A letter on the screen (brev): its texts to the left, its pages as they print to the right. */
final class LetterView extends CaseStepView {

    private final LetterViewModel model;
    private final Texts texts;
    private final LetterForm form;
    private final VBox pages = new VBox();
    private final ScrollPane paper = new ScrollPane(pages);
    private final ProgressIndicator drawing = new ProgressIndicator();
    private final StackPane foot = new StackPane();
    private final HBox both;
    private final MainAction send;
    private List<Object> shape = List.of();

    LetterView(LetterViewModel model, OpenCase openCase) {
        this.model = model;
        texts = openCase.desk().texts();
        form = new LetterForm(model, openCase.desk());
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
        pages.getStyleClass().add(LetterStyles.PAGES);
        pages.setId("letter-pages");
        paper.setFitToWidth(true);
        paper.getStyleClass().add(LetterStyles.PAPER);
        paper.setAccessibleText(texts.of("letter.preview"));
        drawing.setMaxSize(32, 32);
        drawing.visibleProperty().bind(model.drawingProperty());
        StackPane shown = new StackPane(paper, drawing);
        HBox.setHgrow(shown, Priority.ALWAYS);
        ScrollPane left = new ScrollPane(form);
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
                : model.hindrances().stream().map(why -> new Reason(why, form::requestFocus)).toList());
    }

    private void show(LetterSheet sheet) {
        if (!sheet.shape().equals(shape)) {
            shape = sheet.shape();
            build(sheet);
        } else if (sheet.letter() != null) {
            form.refresh(sheet.letter());
        }
        reasons();
    }

    private void build(LetterSheet sheet) {
        Letter letter = sheet.letter();
        if (letter == null) {
            EmptyState nothing = new EmptyState(texts.of("letter.nothing"), texts.of("letter.nothing-text"));
            if (sheet.mayBegin()) {
                nothing.getChildren().add(form.newLetter());
            }
            setCenter(nothing);
            setBottom(null);
            return;
        }
        form.build(sheet, letter);
        setCenter(both);
        setBottom(foot);
    }
}
