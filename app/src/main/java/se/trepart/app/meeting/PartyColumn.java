package se.trepart.app.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.Party;

import org.kordamp.ikonli.feather.Feather;

/** What one of the three is to do (en parts kolumn): each task with what and by when, or nothing, said on purpose. */
final class PartyColumn extends VBox {

    private final Party party;
    private final NotesViewModel model;
    private final Texts texts;
    private final Label name = Labels.heading("");
    private final VBox tasks = new VBox();
    private final Button add;
    private final CheckBox nothing;
    private final Map<UUID, Task> lines = new HashMap<>();

    PartyColumn(Party party, NotesViewModel model) {
        this.party = party;
        this.model = model;
        texts = model.meeting().desk().texts();
        add = new Button(texts.of("meeting.task.add"), Icons.of(Feather.PLUS));
        add.setAccessibleText(texts.of("meeting.task.add-for", texts.name("meeting.party", party)));
        add.setOnAction(_ -> model.addTask(party, this::focus));
        nothing = new CheckBox(texts.of("meeting.task.nothing"));
        nothing.setAccessibleText(texts.of("meeting.task.nothing-for", texts.name("meeting.party", party)));
        nothing.setOnAction(_ -> model.nothing(party, nothing.isSelected()));
        getStyleClass().add(MeetingStyles.PARTY);
        getChildren().addAll(name, Labels.muted(texts.name("meeting.party", party)), tasks, add, nothing);
    }

    void show(MeetingSituation now) {
        boolean writable = model.writable();
        List<Agreement> mine = now.meeting().notes().agreements().stream().filter(agreement -> agreement.party() == party).toList();
        name.setText(now.name(party));
        List<Node> rows = mine.stream().<Node>map(agreement -> {
            Task task = lines.computeIfAbsent(agreement.id(), _ -> new Task(agreement));
            task.show(agreement, writable);
            return task;
        }).toList();
        if (!rows.equals(tasks.getChildren())) {
            tasks.getChildren().setAll(rows);
        }
        nothing.setSelected(now.meeting().notes().nothingFor().contains(party));
        nothing.setDisable(!writable || !mine.isEmpty());
        add.setVisible(writable);
        add.setManaged(writable);
    }

    /** Goes to where the party's task is written. */
    void focusFirst() {
        if (tasks.getChildren().isEmpty()) {
            add.requestFocus();
        } else {
            ((Task) tasks.getChildren().getFirst()).what.control().requestFocus();
        }
    }

    private void focus(UUID id) {
        Task task = lines.get(id);
        if (task != null) {
            task.what.control().requestFocus();
        }
    }

    /** One task. */
    private final class Task extends VBox {

        private final TypedField what;
        private final DatePicker by = new DatePicker();
        private final Button remove;
        private boolean showing;

        Task(Agreement agreement) {
            what = TypedField.area(texts.of("meeting.task.what"), "", model.what(agreement), 2, model.meeting().desk());
            by.setConverter(new DayConverter());
            by.valueProperty().addListener((_, _, day) -> {
                if (!showing) {
                    model.by(agreement.id(), day);
                }
            });
            remove = new Button(texts.of("meeting.task.remove"), Icons.of(Feather.X));
            remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            remove.setAccessibleText(texts.of("meeting.task.remove"));
            remove.getStyleClass().add(Styles.ICON_BUTTON);
            remove.setOnAction(_ -> {
                add.requestFocus();
                model.remove(agreement.id());
            });
            Field until = new Field(texts.of("meeting.task.by"), by);
            HBox.setHgrow(until, Priority.ALWAYS);
            HBox line = new HBox(until, remove);
            line.getStyleClass().add(MeetingStyles.NEXT);
            getStyleClass().add(MeetingStyles.TASK);
            getChildren().addAll(what, line);
        }

        void show(Agreement agreement, boolean writable) {
            showing = true;
            by.setValue(agreement.by());
            showing = false;
            what.locked(!writable);
            by.setDisable(!writable);
            remove.setVisible(writable);
        }
    }
}
