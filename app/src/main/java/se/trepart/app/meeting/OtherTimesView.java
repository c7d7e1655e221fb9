package se.trepart.app.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Styles;
import se.trepart.app.meeting.MeetingPageViewModel.Lacking;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.OtherTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

import org.jspecify.annotations.Nullable;

/** The other times that those who are called have asked for, each with its answer, and the one that is being written (ny tid). */
final class OtherTimesView extends VBox {

    private final OtherTimeViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final MeetingWords words;
    private final VBox asked = new VBox();
    private final VBox writing = new VBox();
    private final Runnable goOn;

    /** @param goOn takes the focus on when what was being written is gone */
    OtherTimesView(OtherTimeViewModel model, Desk desk, Runnable goOn) {
        this.model = model;
        this.desk = desk;
        this.goOn = goOn;
        texts = desk.texts();
        words = new MeetingWords(texts);
        asked.getStyleClass().add(Styles.ROWS);
        writing.getStyleClass().add(Styles.CARD);
        getStyleClass().add(Styles.ROWS);
        model.askingFor().subscribe(this::write);
    }

    /** @param mayAnswer whether the user says yes or no */
    void show(MeetingSituation now, boolean mayAnswer) {
        TripartiteMeeting meeting = now.meeting();
        List<Node> lines = new ArrayList<>();
        if (meeting.status() != Status.CALLED) {
            model.leave();
        } else {
            for (Participant participant : meeting.participants()) {
                OtherTime time = participant.otherTime();
                if (time != null) {
                    lines.add(line(participant, time, now, mayAnswer));
                }
            }
        }
        asked.getChildren().setAll(lines);
        arrange();
    }

    private Node line(Participant participant, OtherTime time, MeetingSituation now, boolean mayAnswer) {
        MeetingTime as = now.meeting().time();
        String when = words.when(new MeetingTime(time.startsAt(), as.minutes(), as.place(), as.link()));
        if (time.refused() != null) {
            return Labels.text(texts.of("meeting.ask.refused", participant.name(), when, time.why(), time.refused()));
        }
        Node said = Labels.text(texts.of("meeting.ask.asks", participant.name(), when, time.why()));
        VBox card = new VBox(said);
        card.getStyleClass().add(Styles.CARD);
        if (!mayAnswer) {
            card.getChildren().add(Labels.hint(texts.of("meeting.ask.waits")));
            return card;
        }
        Button yes = button("meeting.ask.yes", participant, () -> model.agree(participant.id()));
        if (time.startsAt().toLocalDate().isBefore(now.today())) {
            yes.setDisable(true);
            card.getChildren().add(Labels.hint(texts.of("meeting.ask.has-been")));
        }
        HBox answers = new HBox(yes, button("meeting.ask.no", participant, () -> model.refuse(participant.id())));
        answers.getStyleClass().add(Styles.ROW);
        card.getChildren().add(answers);
        return card;
    }

    private Button button(String text, Participant participant, Runnable action) {
        Button button = new Button(texts.of(text));
        button.setAccessibleText(texts.of("meeting.ask.answer-to", texts.of(text), participant.name()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void write(@Nullable UUID participantId) {
        boolean wasHere = writing.isFocusWithin();
        writing.getChildren().clear();
        arrange();
        if (participantId == null) {
            if (wasHere) {
                goOn.run();
            }
            return;
        }
        MainAction ask = new MainAction(texts.of("meeting.ask.do"), model::ask);
        Button leave = new Button(texts.of("meeting.ask.leave"));
        leave.setOnAction(_ -> model.leave());
        TypedField why = TypedField.line(texts.of("meeting.ask.why"), texts.of("meeting.ask.why-help"), model.why(), desk);
        List<TimeFields> fields = new ArrayList<>();
        Runnable refresh = () -> ask.reasons(
                model.lacking().stream().map(lacking -> new Reason(words(lacking), () -> go(lacking, fields.getFirst(), why))).toList());
        TimeFields time = TimeFields.dayAndHour(model.form(), desk, refresh);
        fields.add(time);
        model.why().textProperty().addListener((_, _, _) -> refresh.run());
        refresh.run();
        writing.getChildren().setAll(Labels.heading(texts.of("meeting.ask.title", model.who())), time, why, ask.beside(leave));
        time.focusFirst();
    }

    private String words(Lacking lacking) {
        return switch (lacking) {
            case DAY, HOUR, PLACE -> texts.name("meeting.lacking", lacking);
            case CHANGE -> texts.of("meeting.ask.lacking-change");
            case WHY -> texts.of("meeting.ask.lacking-why");
        };
    }

    private static void go(Lacking lacking, TimeFields time, TypedField why) {
        switch (lacking) {
            case DAY, CHANGE, PLACE -> time.focusDay();
            case HOUR -> time.focusHour();
            case WHY -> why.control().requestFocus();
        }
    }

    /** What is empty takes no room. */
    private void arrange() {
        List<Node> shown = new ArrayList<>();
        if (model.askingFor().get() != null) {
            shown.add(writing);
        }
        if (!asked.getChildren().isEmpty()) {
            shown.add(asked);
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }
}
