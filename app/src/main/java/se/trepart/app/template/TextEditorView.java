package se.trepart.app.template;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.TemplateFields.TemplateField;
import se.trepart.app.letter.TemplateRemark;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Upkeep;

import org.jspecify.annotations.Nullable;

/** A template or phrase on the screen (redigering): its text and who answers for it to the left, what is remarked and the pages to the right. */
final class TextEditorView extends BorderPane {

    /** So much of what is missing stands beside the main action. */
    private static final int NAMED = 3;

    private final TextEditor editor;
    private final Desk desk;
    private final Texts texts;
    private final VBox writing = new VBox();
    private final ProofPane proof;
    private final StackPane foot = new StackPane();
    private List<Object> shape = List.of();
    private @Nullable TextInputControl text;
    private @Nullable MainAction action;
    private Subscription typing = Subscription.EMPTY;
    private final Subscription bound;

    TextEditorView(TextEditor editor) {
        this.editor = editor;
        desk = editor.desk();
        texts = editor.texts();
        proof = new ProofPane(editor, this::go);
        getStylesheets().addAll(CaseStyles.stylesheet(), TemplateStyles.stylesheet());
        writing.getStyleClass().add(TemplateStyles.WRITING);
        ScrollPane left = new ScrollPane(writing);
        left.setFitToWidth(true);
        left.setFocusTraversable(false);
        left.getStyleClass().add(TemplateStyles.LEFT);
        HBox.setHgrow(proof, Priority.ALWAYS);
        HBox both = new HBox(left, proof);
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(both);
        setBottom(foot);
        bound = Subscription.combine(editor.sheetProperty().subscribe(this::show), editor.proofProperty().subscribe(_ -> reasons()));
    }

    void mainAction() {
        if (action != null) {
            action.fire();
        }
    }

    void focusFirst() {
        if (text != null) {
            text.requestFocus();
        }
    }

    void closed() {
        editor.leave();
        editor.cancel();
        typing.unsubscribe();
        proof.closed();
        bound.unsubscribe();
    }

    private void show(EditorSheet sheet) {
        if (!sheet.shape().equals(shape)) {
            shape = sheet.shape();
            build(sheet);
        }
        reasons();
    }

    private void build(EditorSheet sheet) {
        typing.unsubscribe();
        Label title = Labels.title(sheet.title());
        title.setWrapText(true);
        List<Node> parts = new ArrayList<>(List.of(title, versions(sheet)));
        List<TypedText> typed = new ArrayList<>(List.of(editor.text(), editor.owner()));
        if (editor instanceof PhraseEditor phrase) {
            typed.add(phrase.name());
            parts.addAll(ofPhrase(phrase, sheet));
        }
        parts.add(text(sheet));
        if (editor instanceof TemplateEditor template && sheet.editable()) {
            parts.add(fields(template));
        }
        parts.addAll(upkeep(sheet));
        writing.getChildren().setAll(parts);
        typing = Subscription
                .combine(typed.stream().map(one -> one.textProperty().subscribe((_, _) -> typed())).toArray(Subscription[]::new));
        actions(sheet);
    }

    private void typed() {
        editor.typed();
        reasons();
    }

    private Node versions(EditorSheet sheet) {
        SimpleObjectProperty<Choice<UUID>> chosen = new SimpleObjectProperty<>(
                sheet.version() == null ? sheet.versions().getFirst() : sheet.version());
        ChoiceField<UUID> field = new ChoiceField<>(texts.of("template.which"), FXCollections.observableList(sheet.versions()), chosen);
        field.setId("template-version");
        field.valueProperty().addListener((_, _, next) -> {
            if (next != null && next.value() != null) {
                editor.choose(next.value());
            }
        });
        return new Field(texts.of("template.which"), field);
    }

    private List<Node> ofPhrase(PhraseEditor phrase, EditorSheet sheet) {
        TypedField name = TypedField.line(texts.of("template.name"), texts.of("template.name-help"), phrase.name(), desk)
                .locked(!sheet.editable());
        name.control().setId("template-name");
        SimpleObjectProperty<Choice<Phrase.Place>> chosen = new SimpleObjectProperty<>(
                phrase.places().stream().filter(one -> phrase.place() == one.value()).findFirst().orElseThrow());
        ChoiceField<Phrase.Place> place = new ChoiceField<>(texts.of("template.where"), FXCollections.observableList(phrase.places()),
                chosen);
        place.setId("template-place");
        place.setDisable(!sheet.editable());
        place.valueProperty().addListener((_, _, next) -> {
            if (next != null && next.value() != null) {
                phrase.choosePlace(next.value());
            }
        });
        FlowPane kinds = new FlowPane();
        kinds.getStyleClass().add(TemplateStyles.KINDS);
        for (LetterKind kind : LetterKind.values()) {
            CheckBox box = new CheckBox(texts.name("letter.kind", kind));
            box.setSelected(phrase.kinds().contains(kind));
            box.setDisable(!sheet.editable());
            box.selectedProperty().addListener((_, _, on) -> phrase.chooseKind(kind, on));
            kinds.getChildren().add(box);
        }
        Label which = new Label(texts.of("template.kinds"));
        which.getStyleClass().add(Styles.FIELD_LABEL);
        VBox all = new VBox(which, kinds, Labels.hint(texts.of("template.kinds-help")));
        all.getStyleClass().add(Styles.FIELD);
        return List.of(name, new Field(texts.of("template.where"), place), all);
    }

    private Node text(EditorSheet sheet) {
        boolean template = editor instanceof TemplateEditor;
        String help = !sheet.editable() ? "" : texts.of(template ? "template.text-help" : "template.phrase-help");
        TypedField field = TypedField.area(texts.of("template.text"), help, editor.text(), template ? 14 : 6, desk)
                .locked(!sheet.editable());
        field.control().setId("template-text");
        if (template) {
            field.getStyleClass().add(CaseStyles.FORM_TEXT);
        }
        text = field.control();
        return field;
    }

    /** Enter, a space or a double click puts one of them where the caret stands. */
    private Node fields(TemplateEditor template) {
        ListView<TemplateField> list = new ListView<>(FXCollections.observableList(template.fields()));
        list.setId("template-fields");
        list.getStyleClass().add(TemplateStyles.FIELDS);
        list.setCellFactory(_ -> new FieldCell(field -> words(template, field)));
        Lists.onChosen(list, this::insert);
        return new Field(texts.of("template.fields"), list, texts.of("template.fields-help"));
    }

    private String words(TemplateEditor template, TemplateField field) {
        String example = template.example(field);
        return example.isBlank() ? field.word() : texts.of("template.field", field.word(), example);
    }

    private void insert(TemplateField field) {
        TextInputControl into = text;
        if (into != null && into.isEditable()) {
            into.insertText(into.getCaretPosition(), field.insert());
            into.requestFocus();
        }
    }

    private List<Node> upkeep(EditorSheet sheet) {
        Upkeep upkeep = sheet.upkeep();
        if (!sheet.editable() && upkeep.equals(Upkeep.NONE)) {
            return List.of(Labels.hint(texts.of("template.shipped-hint")));
        }
        TypedField owner = TypedField.line(texts.of("template.owner"), texts.of("template.owner-help"), editor.owner(), desk)
                .locked(!sheet.editable());
        owner.control().setId("template-owner");
        DayField decided = new DayField(texts.of("template.decided"), "", texts,
                on -> editor.keptBy(editor.owner().text(), on, editor.sheet().upkeep().reviewOn()));
        decided.picker().setId("template-decided");
        DayField review = new DayField(texts.of("template.review"), "", texts,
                on -> editor.keptBy(editor.owner().text(), editor.sheet().upkeep().decidedOn(), on));
        review.picker().setId("template-review");
        decided.show(upkeep.decidedOn());
        review.show(upkeep.reviewOn());
        HBox days = new HBox(decided.locked(!sheet.editable()), review.locked(!sheet.editable()));
        days.getStyleClass().add(Styles.FORM_ROW);
        return List.of(owner, days);
    }

    private void actions(EditorSheet sheet) {
        MainAction main = new MainAction(texts.name("template.action", sheet.action()), editor::act);
        main.button().setId("template-do");
        List<Node> beside = new ArrayList<>(List.of(button("template.to-list", "template-to-list", editor.host()::toList)));
        if (sheet.inForce()) {
            beside.add(button("template.withdraw", "template-withdraw", editor::askWithdraw));
            beside.add(button("template.reviewed", "template-reviewed", editor::askReviewed));
        }
        main.beside(beside.toArray(Node[]::new));
        action = main;
        foot.getChildren().setAll(main);
    }

    private Button button(String key, String id, Runnable does) {
        Button button = new Button(texts.of(key));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void reasons() {
        if (action != null) {
            action.reasons(editor.sheet().action() == EditorSheet.Action.PUBLISH
                    ? editor.hindrances().stream().limit(NAMED).map(why -> new Reason(why, this::focusFirst)).toList()
                    : List.of());
        }
    }

    /** Takes the writer to the line. */
    private void go(TemplateRemark remark) {
        TextInputControl into = text;
        if (into == null) {
            return;
        }
        into.requestFocus();
        if (remark.line() > 0) {
            int from = 0;
            for (int line = 1; line < remark.line(); line++) {
                from = into.getText().indexOf('\n', from) + 1;
            }
            int end = into.getText().indexOf('\n', from);
            into.selectRange(from, end < 0 ? into.getLength() : end);
        }
    }
}
