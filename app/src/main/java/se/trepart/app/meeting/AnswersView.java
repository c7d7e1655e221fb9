package se.trepart.app.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Labels;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** Who is called and what they have answered (vilka kommer). A row stays where it is when an answer comes, and keeps the focus. */
final class AnswersView extends GridPane {

    private final MeetingPageViewModel model;
    private final Texts texts;
    private final ObservableList<Choice<Answer>> choices;
    private final Map<UUID, Row> rows = new HashMap<>();
    private List<UUID> shown = List.of();
    private boolean open;

    AnswersView(MeetingPageViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        choices = FXCollections.observableArrayList(
                Stream.of(Answer.values()).map(answer -> new Choice<>(texts.name("meeting.answer", answer), answer)).toList());
        getStyleClass().add(MeetingStyles.ANSWERS);
    }

    void show(MeetingSituation now) {
        List<UUID> ids = new ArrayList<>();
        for (Participant participant : now.meeting().participants()) {
            ids.add(participant.id());
            rows.computeIfAbsent(participant.id(), _ -> new Row(participant)).show(participant);
        }
        boolean stillOpen = now.meeting().status() == Status.CALLED;
        if (!ids.equals(shown) || open != stillOpen) {
            shown = ids;
            open = stillOpen;
            getChildren().clear();
            for (int i = 0; i < ids.size(); i++) {
                Row row = rows.get(ids.get(i));
                if (row != null) {
                    row.place(i);
                }
            }
        }
    }

    /** One of those who are called. */
    private final class Row {

        private final Label name;
        private final Label party;
        private final Label when = Labels.muted("");
        private final Label answered = new Label();
        private final ObjectProperty<Choice<Answer>> chosen = new SimpleObjectProperty<>();
        private final ChoiceField<Answer> field;
        private final Button ask;
        private boolean showing;

        Row(Participant participant) {
            name = new Label(participant.name());
            party = Labels.muted(texts.name("meeting.party", participant.party()));
            field = new ChoiceField<>(texts.of("meeting.answer-of", participant.name()), choices, chosen);
            ask = new Button(texts.of("meeting.ask.start"));
            ask.setAccessibleText(texts.of("meeting.ask.title", participant.name()));
            ask.setOnAction(_ -> model.otherTime().start(participant.id()));
            ask.managedProperty().bind(ask.visibleProperty());
            chosen.addListener((_, _, choice) -> {
                Answer answer = choice.value();
                if (!showing && answer != null) {
                    model.answer(participant.id(), answer);
                }
            });
        }

        void show(Participant participant) {
            showing = true;
            choices.stream().filter(choice -> choice.value() == participant.answer()).findFirst().ifPresent(chosen::set);
            showing = false;
            answered.setText(texts.name("meeting.answer", participant.answer()));
            ask.setVisible(model.askable() && participant.answer() == Answer.OTHER_TIME && participant.proposal().isEmpty());
            when.setText(participant.answeredOn() == null ? "" : Formats.date(participant.answeredOn()));
        }

        void place(int row) {
            addRow(row, name, party);
            if (open) {
                add(model.answerable() ? field : answered, 2, row);
                add(when, 3, row);
                add(ask, 4, row);
            }
        }
    }
}
