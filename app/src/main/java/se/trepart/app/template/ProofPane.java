package se.trepart.app.template;

import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.TemplateProof;
import se.trepart.app.letter.TemplateRemark;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** What is remarked on the text as it is typed, and the pages of a sample letter written with it (provets sida). */
final class ProofPane extends VBox {

    private final Texts texts;
    private final ListView<TemplateRemark> remarks = new ListView<>();
    private final VBox pages = new VBox();
    private final ScrollPane paper = new ScrollPane(pages);
    private final ProgressIndicator drawing = new ProgressIndicator();
    private final Subscription bound;

    /** @param go takes the writer to what is remarked on */
    ProofPane(TextEditor editor, Consumer<TemplateRemark> go) {
        texts = editor.texts();
        getStyleClass().add(TemplateStyles.PROOF);
        remarks.setId("template-remarks");
        remarks.getStyleClass().add(TemplateStyles.REMARKS);
        remarks.setAccessibleText(texts.of("template.remarks"));
        remarks.setPlaceholder(new EmptyState(texts.of("template.nothing-wrong"), texts.of("template.nothing-wrong-text")));
        remarks.setCellFactory(_ -> new RemarkCell(texts));
        Lists.onChosen(remarks, go);
        pages.getStyleClass().add(TemplateStyles.PAGES);
        pages.setId("template-pages");
        paper.setFitToWidth(true);
        paper.getStyleClass().add(TemplateStyles.PAPER);
        paper.setAccessibleText(texts.of("template.pages"));
        drawing.setMaxSize(32, 32);
        drawing.visibleProperty().bind(editor.provingProperty());
        getChildren().add(remarks);
        if (editor instanceof TemplateEditor template) {
            SimpleObjectProperty<Choice<Integer>> chosen = new SimpleObjectProperty<>(template.samples().getFirst());
            ChoiceField<Integer> sample = new ChoiceField<>(texts.of("template.sample-which"),
                    FXCollections.observableList(template.samples()), chosen);
            sample.setId("template-sample");
            sample.valueProperty().addListener((_, _, next) -> {
                if (next != null && next.value() != null) {
                    template.chooseSample(next.value());
                }
            });
            HBox head = new HBox(sample);
            head.getStyleClass().add(TemplateStyles.REMARK);
            StackPane shown = new StackPane(paper, drawing);
            VBox.setVgrow(shown, Priority.ALWAYS);
            getChildren().addAll(head, shown);
        } else {
            VBox.setVgrow(remarks, Priority.ALWAYS);
        }
        bound = editor.proofProperty().subscribe(this::show);
    }

    void closed() {
        bound.unsubscribe();
    }

    private void show(TemplateProof proof) {
        remarks.getItems().setAll(proof.remarks());
        pages.getChildren().clear();
        proof.pages().forEach(page -> {
            ImageView image = new ImageView(SwingFXUtils.toFXImage(page, null));
            image.setPreserveRatio(true);
            image.setSmooth(true);
            image.fitWidthProperty().bind(paper.widthProperty().subtract(64).map(w -> Math.min(w.doubleValue(), page.getWidth())));
            StackPane sheet = new StackPane(image);
            sheet.getStyleClass().add(TemplateStyles.SHEET);
            pages.getChildren().add(sheet);
        });
        if (proof.pages().isEmpty()) {
            pages.getChildren().add(Labels.hint(texts.of("template.no-pages")));
        }
    }

    /** What is wrong, how much it weighs and where. */
    private static final class RemarkCell extends ListCell<TemplateRemark> {

        private final Texts texts;

        RemarkCell(Texts texts) {
            this.texts = texts;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable TemplateRemark remark, boolean empty) {
            super.updateItem(remark, empty);
            setText(null);
            if (remark == null) {
                setGraphic(null);
                return;
            }
            String weight = texts.of(remark.stops() ? "template.stop" : "template.warning");
            String words = remark.line() > 0 ? texts.of("template.on-line", remark.line(), remark.text()) : remark.text();
            Label badge = Labels.badge(weight, remark.stops() ? Styles.URGENT : Styles.ATTENTION);
            Label text = Labels.text(words);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(badge, text);
            row.getStyleClass().add(TemplateStyles.REMARK);
            setGraphic(row);
            setAccessibleText(weight + ". " + words);
        }
    }
}
