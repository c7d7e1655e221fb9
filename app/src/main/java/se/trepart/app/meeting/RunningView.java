package se.trepart.app.meeting;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.app.timeline.Timeline;
import se.trepart.app.timeline.TimelineRows;

import org.jspecify.annotations.Nullable;

/** What the person takes part in now, drawn in time, and how the attendance is this month (det som pågår). */
final class RunningView extends VBox {

    private final MeetingWords words;
    private final Texts texts;
    private final VBox actions = new VBox();
    private final VBox attendance = new VBox();
    private final Label month = Labels.heading("");
    private @Nullable TimelineRows drawn;

    RunningView(MeetingWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
        VBox below = new VBox(month, attendance);
        below.getStyleClass().add(Styles.SECTION);
        getChildren().addAll(new Section(texts.of("meeting.running"), actions), below);
    }

    void show(MeetingSituation now) {
        TimelineRows rows = now.timeline();
        if (!rows.equals(drawn)) {
            drawn = rows;
            actions.getChildren()
                    .setAll(rows.rows().isEmpty() ? Labels.hint(texts.of("meeting.running-nothing")) : new Timeline(rows, texts, _ -> {}));
        }
        month.setText(texts.of("meeting.attendance", MeetingWords.month(now.today())));
        attendance.getChildren().setAll(words.attendance(now.attendance()).stream().map(Labels::text).toList());
    }
}
