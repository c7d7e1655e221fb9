package se.trepart.app.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
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
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.letter.TypedPlace.Where;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

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
    private final ScrollPane left;
    private final RemarkList remarks;
    private final Button readBack;
    private final HBox readingHead;
    private final VBox right;
    private final MainAction send;
    private List<Object> shape = List.of();
    /** who had the focus when the reading began */
    private @Nullable Node writing;

    LetterView(LetterViewModel model, OpenCase openCase) {
        this.model = model;
        texts = openCase.desk().texts();
        form = new LetterForm(model, openCase);
        getStylesheets().add(LetterStyles.stylesheet());
        Button print = new Button(texts.of("letter.print"));
        print.setId("letter-print");
        print.setMinWidth(Button.USE_PREF_SIZE);
        print.setOnAction(_ -> model.print());
        Button save = new Button(texts.of("letter.save"));
        save.setId("letter-save");
        save.setMinWidth(Button.USE_PREF_SIZE);
        save.setOnAction(_ -> model.save());
        Button read = new Button(texts.of("letter.read"));
        read.setId("letter-read");
        read.setMinWidth(Button.USE_PREF_SIZE);
        read.setOnAction(_ -> reading(true));
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
        VBox.setVgrow(shown, Priority.ALWAYS);
        remarks = new RemarkList(texts, read, this::go, this::take, model::keep);
        readBack = new Button(texts.of("letter.read-back"));
        readBack.setId("letter-read-back");
        readBack.setOnAction(_ -> reading(false));
        readingHead = new HBox(readBack);
        readingHead.getStyleClass().add(LetterStyles.READING);
        right = new VBox(remarks, shown);
        remarks.within(right.heightProperty());
        // in a low window the pages give way, not the buttons under them
        right.setMinHeight(0);
        shown.setMinHeight(0);
        paper.setMinHeight(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        left = new ScrollPane(form);
        left.setFitToWidth(true);
        left.setFocusTraversable(false);
        left.getStyleClass().add(LetterStyles.LEFT);
        both = new HBox(left, right);
        foot.getStyleClass().add(CaseStyles.FOOT);
        foot.getChildren().add(send);
    }

    @Override
    protected Subscription follow() {
        return Subscription.combine(model.sheetProperty().subscribe(this::show), model.previewProperty().subscribe(this::show),
                model.remarksProperty().subscribe(this::show));
    }

    @Override
    protected void hidden() {
        reading(false);
        shape = List.of();
    }

    @Override
    protected boolean press(Shortcut shortcut) {
        if (model.sheet().letter() == null) {
            return false;
        }
        if (shortcut == Shortcut.READING_VIEW) {
            reading(!reading());
            return true;
        }
        return model.sheet().editable() && !reading() && switch (shortcut) {
            case NEXT_REMARK -> step(1);
            case PREVIOUS_REMARK -> step(-1);
            case TAKE_SUGGESTION -> meant(Remark::takeable).map(this::take).orElse(false);
            case KEEP_REMARK -> {
                Optional<Remark> meant = meant(Remark::keepable);
                meant.ifPresent(model::keep);
                yield meant.isPresent();
            }
            default -> false;
        };
    }

    /** The one that is chosen in the list, or that the caret stands on. */
    private Optional<Remark> meant(Predicate<Remark> able) {
        return remarks.hasTheFocus()
                ? remarks.selected().filter(able)
                : form.writing().flatMap(where -> model.remarks().at(where, form.caret(where), able));
    }

    private boolean step(int step) {
        Where where = form.writing().orElse(step > 0 ? Where.HEADING : Where.WHAT_NOW);
        int caret = form.writing().map(form::caret).orElse(step > 0 ? -1 : Integer.MAX_VALUE);
        Remark now = remarks.selected().filter(remark -> begins(remark, where, caret)).orElse(null);
        Optional<Remark> next = model.remarks().next(now, where, caret, step).or(() -> model.remarks().asking().stream().findFirst());
        next.ifPresent(this::go);
        return next.isPresent();
    }

    private static boolean begins(Remark remark, Where where, int caret) {
        TypedPlace place = remark.place();
        return place != null && place.where() == where && place.from() == caret;
    }

    private void go(Remark remark) {
        TypedPlace place = remark.place();
        if (place == null) {
            remarks.focus(remark);
        } else {
            remarks.select(remark);
            form.go(place, remark.text());
        }
    }

    private boolean take(Remark remark) {
        Optional<Correction> taken = model.suggested(remark);
        taken.ifPresent(correction -> {
            form.put(correction);
            form.go(correction.after(), texts.of("letter.language.taken"));
        });
        return taken.isPresent();
    }

    /** The pages as the reader gets them and nothing else, or back to the writing. */
    private void reading(boolean on) {
        if (on != reading()) {
            Node focus = getScene() == null ? null : getScene().getFocusOwner();
            both.getChildren().setAll(on ? List.of(right) : List.of(left, right));
            right.getChildren().set(0, on ? readingHead : remarks);
            setBottom(on || model.sheet().letter() == null ? null : foot);
            Node back = on || writing == null ? form : writing;
            writing = focus;
            (on ? readBack : back).requestFocus();
        }
    }

    private boolean reading() {
        return !both.getChildren().contains(left);
    }

    private void show(LetterRemarks now) {
        remarks.show(now);
        form.show(now);
        reasons();
    }

    @Override
    protected void mainAction() {
        // nothing is sent by a key while its button is not to be seen
        if (send.isVisible() && !reading()) {
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
                : model.hindrances().stream().map(hindrance -> new Reason(hindrance.text(), () -> go(hindrance))).toList());
    }

    private void go(LetterHindrance hindrance) {
        Remark remark = hindrance.remark();
        if (remark == null) {
            form.requestFocus();
        } else {
            go(remark);
        }
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
        reading(false);
        form.build(sheet, letter);
        form.show(model.remarks());
        setCenter(both);
        setBottom(foot);
    }
}
