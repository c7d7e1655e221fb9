package se.trepart.app.investigation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Staff;
import se.trepart.model.investigation.AuthorityAnswer;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.Missing;

import org.jspecify.annotations.Nullable;

/** One step of the checklist on the screen (kontroll): a line that opens to its fields. */
final class CheckView extends VBox {

    private final CheckViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final boolean locked;
    private final Button head = new Button();
    private final Label state = Labels.badge("");
    private final Label arrow = Labels.muted("▸");
    private final VBox body = new VBox();
    private final VBox fields = new VBox();
    private final Label by = Labels.muted("");
    private @Nullable Subscription following;
    private @Nullable Missing missing;

    /** @param opens closes the other checks and opens this one, or closes it when given none of them */
    CheckView(CheckViewModel model, OpenCase openCase, boolean locked, Consumer<CheckView> opens) {
        this.model = model;
        this.openCase = openCase;
        this.locked = locked;
        desk = openCase.desk();
        texts = desk.texts();
        head.setText(model.step().question());
        head.setWrapText(true);
        head.setGraphic(arrow);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().setAll(CaseStyles.CHECK_HEAD);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(head, state);
        line.getStyleClass().add(Styles.ROW);
        head.setOnAction(_ -> {
            if (isOpen()) {
                open(false);
            } else {
                opens.accept(this);
            }
        });
        head.addEventHandler(KeyEvent.KEY_PRESSED, this::upAndDown);
        body.getStyleClass().add(CaseStyles.CHECK_BODY);
        fields.getStyleClass().add(CaseStyles.FIELDS);
        getStyleClass().add(CaseStyles.CHECK);
        getChildren().add(line);
    }

    /** What the step says now. */
    void show(InvestigationPage page) {
        missing = page.missingIn(model).orElse(null);
        CheckItem item = model.item();
        state.setText(words(item));
        state.getStyleClass().removeAll(Styles.GOOD, Styles.ATTENTION, Styles.URGENT);
        tone(item).ifPresent(state.getStyleClass()::add);
        head.setAccessibleText(model.step().question() + " " + state.getText());
        by.setText(checkedBy(item));
        by.setVisible(!by.getText().isEmpty());
        by.setManaged(by.isVisible());
    }

    boolean isOpen() {
        return getChildren().contains(body);
    }

    void open(boolean open) {
        if (open == isOpen()) {
            return;
        }
        arrow.setText(open ? "▾" : "▸");
        if (open) {
            build();
            getChildren().add(body);
            following = model.skippingProperty().subscribe(this::showFields);
        } else {
            model.leave();
            getChildren().remove(body);
            if (following != null) {
                following.unsubscribe();
            }
            following = null;
        }
    }

    /** The focus to the first field that misses something. */
    void focusMissing() {
        List<Node> inputs = fields.lookupAll(".text-input").stream().toList();
        if (inputs.isEmpty()) {
            head.requestFocus();
            return;
        }
        inputs.get(missing instanceof Missing.Assessment && inputs.size() > 1 ? 1 : 0).requestFocus();
    }

    private void build() {
        KeyValues about = new KeyValues().add(texts.of("investigation.source"), model.step().source());
        if (model.step().recurs()) {
            about.add(texts.of("investigation.interval"), texts.count("investigation.months", model.step().intervalMonths()));
        }
        CheckBox skip = new CheckBox(texts.of("investigation.not-relevant"));
        skip.setSelected(model.skippingProperty().get());
        skip.setDisable(locked || !model.maySkip());
        skip.setOnAction(_ -> {
            if (skip.isSelected()) {
                model.skippingProperty().set(true);
            } else {
                model.relevantAgain();
            }
        });
        body.getChildren().setAll(Labels.hint(model.step().help()), about, fields, skip);
        if (!model.maySkip()) {
            body.getChildren()
                    .add(Labels.hint(texts.of("investigation.skip-by", texts.name("investigation.role", model.step().mayBeSkippedBy()))));
        }
        body.getChildren().add(by);
    }

    private void showFields(boolean skipping) {
        fields.getChildren().clear();
        if (skipping) {
            fields.getChildren().add(field("investigation.reason", "", model.reason(), 1));
            return;
        }
        if (model.asksAuthority()) {
            fields.getChildren().add(answers());
        }
        String result = model.asksAuthority() ? "investigation.details" : "investigation.result";
        String assessmentHelp = model.step().assessmentNeeded() ? "" : texts.of("investigation.assessment-optional");
        fields.getChildren()
                .addAll(field(result, "", model.result(), 2), field("investigation.assessment", assessmentHelp, model.assessment(), 2),
                        field("investigation.effect", "", model.effect(), 1));
    }

    private TypedField field(String key, String help, TypedText text, int rows) {
        return TypedField.area(texts.of(key), help, text, rows, desk).locked(locked);
    }

    /** R8: three answers, of which "no answer" is none of the other two. */
    private Node answers() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add(Styles.ROW);
        Label label = new Label(texts.of("investigation.answer"));
        label.getStyleClass().add(Styles.FIELD_LABEL);
        for (AuthorityAnswer answer : AuthorityAnswer.values()) {
            RadioButton button = new RadioButton(texts.name("investigation.answer", answer));
            button.setToggleGroup(group);
            button.setDisable(locked);
            button.setSelected(model.answerProperty().get() == answer);
            button.setOnAction(_ -> model.authorityAnswered(answer));
            row.getChildren().add(button);
        }
        label.setLabelFor(row);
        VBox all = new VBox(label, row);
        all.getStyleClass().add(Styles.FIELD);
        return all;
    }

    private String words(CheckItem item) {
        if (item.state() == CheckState.NOT_RELEVANT) {
            return texts.of("investigation.state.not-relevant");
        }
        Optional<AuthorityAnswer> answer = item.authorityAnswer();
        boolean noAnswer = answer.equals(Optional.of(AuthorityAnswer.NO_ANSWER));
        return switch (missing) {
            case Missing.Assessment _ ->
                noAnswer ? texts.of("investigation.state.no-answer-unassessed") : texts.of("investigation.state.unassessed");
            case Missing.Answer _ -> texts.of("investigation.state.choose-answer");
            case Missing _ -> texts.of("investigation.state.missing");
            case null -> answer.map(a -> texts.name("investigation.answer", a)).orElseGet(() -> texts.of("investigation.state.done"));
        };
    }

    private Optional<String> tone(CheckItem item) {
        if (item.state() == CheckState.NOT_RELEVANT || missing instanceof Missing.Result) {
            return Optional.empty();
        }
        boolean noAnswer = item.authorityAnswer().equals(Optional.of(AuthorityAnswer.NO_ANSWER));
        return Optional.of(missing != null || noAnswer ? Styles.ATTENTION : Styles.GOOD);
    }

    private String checkedBy(CheckItem item) {
        if (item.checkedOn() == null) {
            return "";
        }
        String who = openCase.situation().flatMap(now -> now.registers().staff(item.checkedBy())).map(Staff::name).orElse("–");
        return texts.of("investigation.checked-by", who, Formats.date(item.checkedOn()));
    }

    /** Up and down go from line to line. */
    private void upAndDown(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0 && getParent() instanceof VBox list) {
            int next = list.getChildren().indexOf(this) + step;
            if (next >= 0 && next < list.getChildren().size() && list.getChildren().get(next) instanceof CheckView view) {
                view.head.requestFocus();
            }
            event.consume();
        }
    }
}
