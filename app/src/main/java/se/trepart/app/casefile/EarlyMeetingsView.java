package se.trepart.app.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.EarlyMeetings.Line;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** A day for each adult's early planning meeting, or the reason why none is booked (tidigt planeringssamtal). R20 */
public final class EarlyMeetingsView extends VBox {

    private final EarlyMeetings meetings;
    private final OpenCase openCase;
    private final Texts texts;
    private final Section section;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    public EarlyMeetingsView(EarlyMeetings meetings, OpenCase openCase) {
        this.meetings = meetings;
        this.openCase = openCase;
        texts = openCase.desk().texts();
        section = new Section(texts.of("casefile.early-meeting"));
        getChildren().add(section);
    }

    /** Shows these adults; a field that stands there already is kept with what is being written in it. */
    public void show(List<Line> lines) {
        if (!lines.stream().map(Line::memberId).toList().equals(List.copyOf(rows.keySet()))) {
            rows.clear();
            lines.forEach(line -> rows.put(line.memberId(), new Row(line)));
            section.getChildren().setAll(section.getChildren().getFirst());
            section.getChildren().addAll(rows.values());
        }
        lines.forEach(line -> {
            if (rows.get(line.memberId()) instanceof Row row) {
                row.show(line);
            }
        });
    }

    private final class Row extends VBox {

        private final UUID memberId;
        private final DayField day;
        private final Label words = Labels.hint("");
        private final VBox place = new VBox();
        private final Button none = new Button(texts.of("casefile.early-meeting.book-none"));
        private final Button again = new Button(texts.of("casefile.early-meeting.book-again"));

        Row(Line line) {
            memberId = line.memberId();
            day = new DayField(texts.of("casefile.early-meeting.of", line.name()), "", texts, on -> meetings.book(memberId, on))
                    .locked(!openCase.mayChange());
            day.picker().setId("early-meeting-" + memberId);
            none.setId("early-meeting-none-" + memberId);
            none.setOnAction(_ -> begin());
            again.setId("early-meeting-again-" + memberId);
            again.setOnAction(_ -> meetings.bookAfterAll(memberId));
            place.managedProperty().bind(Bindings.isNotEmpty(place.getChildren()));
            getStyleClass().add(Styles.TIGHT);
            getChildren().addAll(day, words, place);
            if (openCase.mayChange() && !meetings.reason(memberId).text().isEmpty()) {
                // what was typed and left is found again
                place.getChildren().setAll(form());
            }
        }

        void show(Line line) {
            day.show(line.on());
            day.setVisible(!line.without());
            day.setManaged(!line.without());
            words.setText(line.words());
            words.setManaged(!line.words().isEmpty());
            boolean writing = !place.getChildren().isEmpty() && !(place.getChildren().getFirst() instanceof Button);
            if (line.without() || line.on() != null || !writing) {
                put(button(line));
            }
        }

        /** The focus stays here when what had it goes. */
        private void put(List<Node> nodes) {
            if (!place.getChildren().equals(nodes)) {
                boolean focused = place.isFocusWithin();
                place.getChildren().setAll(nodes);
                if (focused && !nodes.isEmpty()) {
                    nodes.getFirst().requestFocus();
                }
            }
        }

        private List<Node> button(Line line) {
            return !openCase.mayChange() || line.on() != null ? List.of() : List.of(line.without() ? again : none);
        }

        private void begin() {
            place.getChildren().setAll(form());
            Platform.runLater(() -> {
                if (place.lookup("#early-meeting-why-" + memberId) instanceof Node field) {
                    field.requestFocus();
                }
            });
        }

        private Node form() {
            TypedText reason = meetings.reason(memberId);
            TypedField why = TypedField.area(texts.of("casefile.early-meeting.why"), "", reason, 1, openCase.desk());
            why.control().setId("early-meeting-why-" + memberId);
            Button note = new Button(texts.of("casefile.early-meeting.note"));
            note.setId("early-meeting-note-" + memberId);
            note.setOnAction(_ -> meetings.bookNone(memberId));
            reason.textProperty().subscribe(text -> note.setDisable(text.isBlank()));
            Button leave = new Button(texts.of("casefile.early-meeting.leave"));
            leave.setOnAction(_ -> {
                reason.textProperty().set("");
                place.getChildren().setAll(none);
                none.requestFocus();
            });
            HBox buttons = new HBox(note, leave);
            buttons.getStyleClass().add(Styles.ROW);
            VBox form = new VBox(why, buttons);
            form.getStyleClass().add(Styles.CARD);
            return form;
        }
    }
}
