package se.trepart.app.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;

import org.kordamp.ikonli.feather.Feather;

/** What is talked about (dagordning): lines to add, tick and take away. */
final class AgendaView extends VBox {

    private final NotesViewModel model;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final Button add;
    private final Map<UUID, Line> known = new HashMap<>();

    AgendaView(NotesViewModel model) {
        this.model = model;
        texts = model.meeting().desk().texts();
        add = new Button(texts.of("meeting.agenda.add"), Icons.of(Feather.PLUS));
        add.setOnAction(_ -> model.addToAgenda(this::focus));
        lines.getStyleClass().add(Styles.ROWS);
        getStyleClass().add(Styles.ROWS);
        getChildren().addAll(lines, add);
    }

    void show(MeetingSituation now) {
        boolean writable = model.writable();
        List<Node> rows = now.meeting().notes().agenda().stream().<Node>map(item -> {
            Line line = known.computeIfAbsent(item.id(), _ -> new Line(item));
            line.show(item, writable);
            return line;
        }).toList();
        if (!rows.equals(lines.getChildren())) {
            lines.getChildren().setAll(rows);
        }
        add.setVisible(writable);
        add.setManaged(writable);
    }

    private void focus(UUID id) {
        Line line = known.get(id);
        if (line != null) {
            line.what.requestFocus();
        }
    }

    private final class Line extends HBox {

        private final CheckBox talkedAbout = new CheckBox();
        private final TextField what = new TextField();
        private final Button remove;

        Line(AgendaItem item) {
            TypedText text = model.what(item);
            what.textProperty().bindBidirectional(text.textProperty());
            what.setAccessibleText(texts.of("meeting.agenda.what"));
            what.setPromptText(texts.of("meeting.agenda.what"));
            what.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    text.leave();
                }
            });
            // one more at the end, as on paper
            what.setOnAction(_ -> add.fire());
            HBox.setHgrow(what, Priority.ALWAYS);
            talkedAbout.accessibleTextProperty().bind(what.textProperty().map(words -> texts.of("meeting.agenda.talked-about", words)));
            talkedAbout.setOnAction(_ -> model.tick(item.id(), talkedAbout.isSelected()));
            remove = new Button(texts.of("meeting.agenda.remove"), Icons.of(Feather.X));
            remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            remove.setAccessibleText(texts.of("meeting.agenda.remove"));
            remove.getStyleClass().add(Styles.ICON_BUTTON);
            remove.setOnAction(_ -> {
                add.requestFocus();
                model.remove(item.id());
            });
            getStyleClass().add(MeetingStyles.LINE);
            getChildren().addAll(talkedAbout, what, remove);
        }

        void show(AgendaItem item, boolean writable) {
            talkedAbout.setSelected(item.talkedAbout());
            talkedAbout.setDisable(!writable);
            what.setEditable(writable);
            remove.setVisible(writable);
        }
    }
}
