package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.casefile.StepColumn;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.plan.PlanForm.Fault;
import se.trepart.app.plan.PlanForm.FormField;
import se.trepart.app.plan.PlanForm.Key;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Focus;

/** A form on the screen (blankett): its fields from the top down, and what is missing beside the button that does it. */
final class PlanFormView extends BorderPane {

    /** So much of what is missing stands beside the main action; the rest is counted. */
    private static final int NAMED = 2;

    private final PlanForm form;
    private final Desk desk;
    private final Map<Key, Node> nodes = new EnumMap<>(Key.class);
    private final Map<Key, Consumer<String>> faults = new EnumMap<>(Key.class);
    private final Map<Key, String> told = new EnumMap<>(Key.class);
    private final Map<Key, String> found = new EnumMap<>(Key.class);
    private final ScrollPane scroll;
    private final Label note = Warnings.of("");
    private final MainAction action;
    private final Subscription typing;

    PlanFormView(PlanForm form) {
        this.form = form;
        desk = form.desk();
        VBox column = new VBox(Labels.heading(form.title()));
        if (!form.about().isEmpty()) {
            column.getChildren().add(Labels.hint(form.about()));
        }
        form.fields().forEach(field -> column.getChildren().add(node(field)));
        note.managedProperty().bind(note.visibleProperty());
        column.getChildren().add(note);
        scroll = new StepColumn(column);
        Button leave = new Button(desk.texts().of("plan.form.leave"));
        leave.setId("plan-form-leave");
        leave.setOnAction(_ -> form.leave());
        action = new MainAction(form.action(), form::finish).beside(leave);
        action.button().setId("plan-form-do");
        StackPane foot = new StackPane(action);
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(scroll);
        setBottom(foot);
        List<Subscription> all = new ArrayList<>();
        form.fields().forEach(field -> all.add(field.text().textProperty().subscribe(_ -> refresh())));
        typing = Subscription.combine(all.toArray(Subscription[]::new));
    }

    void mainAction() {
        action.fire();
    }

    void focusFirst() {
        form.fields().stream().findFirst().ifPresent(field -> Focus.first(Objects.requireNonNull(nodes.get(field.key()))));
    }

    void closed() {
        typing.unsubscribe();
    }

    private void refresh() {
        List<Fault> missing = form.missing();
        List<Reason> reasons = new ArrayList<>();
        missing.stream().limit(NAMED).forEach(fault -> reasons.add(new Reason(fault.words(), () -> go(fault.key()))));
        if (missing.size() > NAMED) {
            reasons.add(new Reason(desk.texts().of("plan.missing.more", missing.size() - NAMED), () -> go(missing.get(NAMED).key())));
        }
        action.reasons(reasons);
        form.fields().forEach(field -> tell(field, missing));
        note.setText(form.note());
        note.setVisible(!form.note().isEmpty());
    }

    /** What is wrong stands under its field too; of a day not before somebody has chosen one. */
    private void tell(FormField field, List<Fault> missing) {
        String text = field.text().text();
        boolean untouched = field.kind() == PlanForm.Kind.DAY && text.equals(found.computeIfAbsent(field.key(), _ -> text));
        String words = untouched
                ? ""
                : missing.stream().filter(fault -> fault.key() == field.key()).map(Fault::words).findFirst().orElse("");
        if (!words.equals(told.put(field.key(), words))) {
            Objects.requireNonNull(faults.get(field.key())).accept(words);
        }
    }

    private void go(Key key) {
        Node node = Objects.requireNonNull(nodes.get(key));
        Scrolling.to(scroll, node);
        Focus.first(node);
    }

    private Node node(FormField field) {
        String id = "plan-" + field.key().name();
        Node node = switch (field.kind()) {
            case WORDS -> named(TypedField.area(field.label(), "", field.text(), 2, desk), field, id);
            case LINE, NUMBER -> named(TypedField.line(field.label(), "", field.text(), desk), field, id);
            case DAY -> day(field, id);
            case CHOICE -> choice(field, id);
        };
        nodes.put(field.key(), node);
        return node;
    }

    private TypedField named(TypedField typed, FormField field, String id) {
        typed.control().setId(id);
        faults.put(field.key(), typed.field().faultProperty()::set);
        return typed;
    }

    private Node day(FormField field, String id) {
        DayField day = new DayField(field.label(), "", desk.texts(),
                on -> field.text().textProperty().set(on == null ? "" : on.toString()));
        day.picker().setId(id);
        String text = field.text().text();
        day.show(text.isEmpty() ? null : LocalDate.parse(text));
        faults.put(field.key(), day::fault);
        return day;
    }

    private Node choice(FormField field, String id) {
        ObjectProperty<Choice<String>> chosen = new SimpleObjectProperty<>(now(field));
        ChoiceField<String> box = new ChoiceField<>(field.label(), FXCollections.observableArrayList(field.choices()), chosen);
        box.setId(id);
        chosen.subscribe((_, choice) -> field.text().textProperty().set(choice.value() == null ? "" : choice.value()));
        field.text().textProperty().subscribe((_, _) -> chosen.set(now(field)));
        Field all = new Field(field.label(), box);
        faults.put(field.key(), all.faultProperty()::set);
        box.setMaxWidth(Control.USE_PREF_SIZE);
        return all;
    }

    private static Choice<String> now(FormField field) {
        String text = field.text().text();
        return field.choices().stream().filter(one -> text.equals(one.value())).findFirst().orElse(field.choices().getFirst());
    }
}
