package se.trepart.app.planning;

import java.util.List;
import javafx.scene.Node;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.TripartiteMeeting;

/** The meetings of the three, a line each (trepartsmöten). R25 */
final class MeetingsPart extends PlanningPart {

    private final Texts texts;

    MeetingsPart(Desk desk) {
        texts = desk.texts();
    }

    @Override
    protected Object shape(PlanningPage page) {
        return List.of(page.adult().id(), page.meetings());
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        Section section = new Section(texts.of("planning.meetings"));
        if (page.meetings().isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("planning.meetings.none", page.name())));
        }
        for (TripartiteMeeting meeting : page.meetings()) {
            Node line = Labels
                    .text(texts.of("planning.meeting", Formats.date(meeting.on()), texts.name("planning.meeting", meeting.status())));
            anchor(meeting.id().toString(), line);
            section.getChildren().add(line);
        }
        return List.of(section);
    }
}
