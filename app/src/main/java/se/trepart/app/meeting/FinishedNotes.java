package se.trepart.app.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;
import se.trepart.model.meeting.Party;

/** Finished notes, to read (färdiga mötesanteckningar). */
final class FinishedNotes extends VBox {

    /** @param task shows one task with what became of it */
    FinishedNotes(MeetingSituation now, MeetingWords words, BiFunction<Agreement, MeetingSituation, Node> task) {
        MeetingNotes notes = now.meeting().notes();
        getStyleClass().add(Styles.ROWS);
        for (Party party : List.of(Party.APPLICANT, Party.CASEWORKER, Party.CONSULTANT)) {
            List<Node> tasks = notes.agreements()
                    .stream()
                    .filter(agreement -> agreement.party() == party)
                    .map(agreement -> task.apply(agreement, now))
                    .toList();
            getChildren().add(new Section(words.of("meeting.does", now.name(party)),
                    tasks.isEmpty() ? new Node[]{Labels.text(words.of("meeting.does-nothing"))} : tasks.toArray(Node[]::new)));
        }
        LocalDate next = notes.nextOn();
        getChildren().add(new Section(words.of("meeting.next"),
                Labels.text(next == null ? words.of("meeting.no-next-because", notes.noNextReason()) : MeetingWords.day(next))));
        if (!notes.applicantsWords().isBlank()) {
            Label own = Labels.text(notes.applicantsWords());
            own.getStyleClass().add(MeetingStyles.QUOTE);
            getChildren().add(new Section(words.of("meeting.own-words"), own));
        }
        if (!notes.agenda().isEmpty()) {
            getChildren().add(
                    new Section(words.of("meeting.agenda"), notes.agenda().stream().map(item -> item(item, words)).toArray(Node[]::new)));
        }
        if (!notes.notes().isBlank()) {
            getChildren().add(new Section(words.of("meeting.notes"), Labels.text(notes.notes())));
        }
    }

    private static Label item(AgendaItem item, MeetingWords words) {
        return Labels.text(words.of(item.talkedAbout() ? "meeting.talked-about" : "meeting.not-talked-about", item.what()));
    }
}
