package se.trepart.app.planning;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Labels;
import se.trepart.app.control.LinkList;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.shell.Place.CallMeeting;
import se.trepart.app.shell.Place.OfMeeting;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.TripartiteMeeting;

/** The meetings of the three, a line each with the way to it, and calling another (trepartsmöten). R25 */
final class MeetingsPart extends PlanningPart {

    private final OpenCase openCase;
    private final Texts texts;

    MeetingsPart(OpenCase openCase) {
        this.openCase = openCase;
        texts = openCase.desk().texts();
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
            String words = texts.of("planning.meeting", Formats.date(meeting.on()), texts.name("planning.meeting", meeting.status()));
            LinkList line = new LinkList(List.of(new Reason(words, () -> openCase.desk().navigator().open(new OfMeeting(meeting.id())))));
            anchor(meeting.id().toString(), line);
            meeting.notes().agreements().forEach(agreement -> anchor(agreement.id().toString(), line));
            section.getChildren().add(line);
        }
        if (openCase.mayChange()) {
            Button call = new Button(texts.of("planning.meeting.call"));
            call.setId("planning-meeting-call");
            call.setOnAction(_ -> openCase.desk().navigator().open(new CallMeeting(openCase.id(), page.adult().id())));
            section.getChildren().add(call);
        }
        return List.of(section);
    }
}
