package se.trepart.app.casefile;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.JournalEntry.Group;
import se.trepart.app.casefile.JournalViewModel.Writing;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;

import org.jspecify.annotations.Nullable;

/** The journal on the screen: a note to write on top, then everything that happened, newest first. */
final class JournalView extends CaseStepView {

    private final JournalViewModel model;
    private final OpenCase openCase;
    private final Texts texts;
    private final VBox note = new VBox();
    private final VBox timeline = new VBox();
    private final DatePicker day = new DatePicker();
    private final Field dayField;
    private final MainAction write;
    private final ReadersView readers;

    JournalView(JournalViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        texts = openCase.desk().texts();
        write = new MainAction(texts.of("casefile.journal.write"), model::write);
        day.valueProperty().bindBidirectional(model.eventOnProperty());
        day.setConverter(new DayConverter());
        dayField = new Field(texts.of("casefile.journal.day"), day);
        readers = new ReadersView(openCase);
        note.getStyleClass().add(Styles.CARD);
        timeline.getStyleClass().add(CaseStyles.TIMELINE);
        ChoiceField<Group> filter = new ChoiceField<>(texts.of("casefile.journal.filter"), model.filters(), model.filterProperty());
        Label filterLabel = new Label(texts.of("casefile.journal.filter"));
        filterLabel.setLabelFor(filter);
        HBox narrowing = new HBox(filterLabel, filter);
        narrowing.getStyleClass().add(Styles.ROW);
        VBox column = new VBox(note, new Section(texts.of("casefile.journal.happened"), narrowing, timeline), readers);
        setCenter(new StepColumn(column));
        model.writingProperty().subscribe(this::showNote);
        model.eventOnProperty().subscribe(_ -> refresh());
        model.entries().addListener((ListChangeListener<JournalEntry>) _ -> showTimeline());
        showTimeline();
    }

    /** The timeline is kept up to date also while it is not shown. */
    @Override
    protected Subscription follow() {
        return Subscription.EMPTY;
    }

    @Override
    protected void mainAction() {
        if (openCase.mayChange()) {
            write.fire();
        }
    }

    void dispose() {
        readers.dispose();
    }

    private void showNote(@Nullable Writing writing) {
        note.getChildren().clear();
        boolean shown = writing != null && openCase.mayChange();
        note.setVisible(shown);
        note.setManaged(shown);
        if (writing == null) {
            return;
        }
        JournalNote corrects = writing.corrects();
        String heading = corrects == null
                ? texts.of("casefile.journal.new")
                : texts.of("casefile.journal.new-correction", Formats.date(corrects.eventOn()));
        ChoiceField<NoteKind> kind = new ChoiceField<>(texts.of("casefile.journal.kind"), model.kinds(), model.kindProperty());
        HBox about = new HBox(dayField, new Field(texts.of("casefile.journal.kind"), kind));
        about.getStyleClass().add(Styles.ROW);
        TypedField text = TypedField.area(texts.of("casefile.journal.text"), texts.of("casefile.journal.text-help"), writing.text(), 4,
                openCase.desk());
        writing.text().textProperty().subscribe(_ -> refresh());
        note.getChildren().addAll(Labels.heading(heading), about, text);
        HBox foot = new HBox(write);
        HBox.setHgrow(write, javafx.scene.layout.Priority.ALWAYS);
        if (corrects != null) {
            Button leave = new Button(texts.of("casefile.journal.leave-correction"));
            leave.setOnAction(_ -> model.stopCorrecting());
            foot.getChildren().addFirst(leave);
        }
        note.getChildren().add(foot);
        refresh();
    }

    private void refresh() {
        dayField.faultProperty().set(model.dayFault());
        write.button().setDisable(!model.ready());
    }

    private void showTimeline() {
        if (model.entries().isEmpty()) {
            timeline.getChildren().setAll(new EmptyState(texts.of("casefile.journal.nothing"), ""));
        } else {
            timeline.getChildren().setAll(model.entries().stream().map(this::row).toList());
        }
    }

    private Node row(JournalEntry entry) {
        String who = entry.who().isEmpty() ? "" : " · " + entry.who();
        HBox head = new HBox(Labels.strong(entry.when()), new Label(entry.what() + who));
        head.getStyleClass().add(Styles.ROW);
        VBox row = new VBox(head);
        row.getStyleClass().add(CaseStyles.ENTRY);
        if (!entry.text().isEmpty()) {
            row.getChildren().add(Labels.text(entry.text()));
        }
        if (!entry.remark().isEmpty()) {
            row.getChildren().add(Labels.hint(entry.remark()));
        }
        JournalNote written = entry.note();
        if (written != null && openCase.mayChange()) {
            Hyperlink correct = new Hyperlink(texts.of("casefile.journal.correct"));
            correct.getStyleClass().add(Styles.LINK);
            correct.setAccessibleText(texts.of("casefile.journal.correct-of", entry.when()));
            correct.setOnAction(_ -> model.correct(written));
            row.getChildren().add(correct);
        }
        return row;
    }
}
