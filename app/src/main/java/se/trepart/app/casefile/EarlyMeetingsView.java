package se.trepart.app.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.EarlyMeetings.Line;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** A day for each adult's early planning meeting (tidigt planeringssamtal). R20 */
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

        private final DayField day;
        private final Label words = Labels.hint("");

        Row(Line line) {
            day = new DayField(texts.of("casefile.early-meeting.of", line.name()), "", texts, on -> meetings.book(line.memberId(), on))
                    .locked(!openCase.mayChange());
            day.picker().setId("early-meeting-" + line.memberId());
            getStyleClass().add(Styles.TIGHT);
            getChildren().addAll(day, words);
        }

        void show(Line line) {
            day.show(line.on());
            words.setText(line.words());
            words.setManaged(!line.words().isEmpty());
        }
    }
}
