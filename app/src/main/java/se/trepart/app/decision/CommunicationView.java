package se.trepart.app.decision;

import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.decision.DecisionPage.Communicated;
import se.trepart.app.decision.DecisionPage.Stage;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;

/** That the applicant gets to see the material before a no, or why that is obviously unnecessary (kommunicering, R18). */
final class CommunicationView extends VBox {

    private final DecisionViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final VBox writing = new VBox();

    CommunicationView(DecisionViewModel model, Desk desk, Communicated now, boolean editable) {
        this.model = model;
        this.desk = desk;
        texts = desk.texts();
        writing.getStyleClass().add(Styles.TIGHT);
        Section section = new Section(texts.of("decision.communication"));
        if (!now.words().isEmpty()) {
            section.getChildren().add(Labels.text(now.words()));
        }
        if (now.stage() == Stage.ANSWERED && !editable) {
            section.getChildren().add(Labels.text(model.answer().text()));
        }
        if (editable) {
            edit(section, now.stage());
        }
        getChildren().add(section);
    }

    private void edit(Section section, Stage stage) {
        if (stage == Stage.SENT || stage == Stage.ANSWERED) {
            TypedField answer = TypedField.area(texts.of("decision.communication.answer"), texts.of("decision.communication.answer-help"),
                    model.answer(), 2, desk);
            answer.control().setId("decision-communication-answer");
            section.getChildren().add(answer);
            return;
        }
        section.getChildren().add(Labels.hint(texts.of("decision.communication.help")));
        ToggleGroup ways = new ToggleGroup();
        RadioButton send = new RadioButton(texts.of("decision.communication.send"));
        send.setId("decision-communication-send");
        RadioButton unnecessary = new RadioButton(texts.of("decision.communication.unnecessary"));
        unnecessary.setId("decision-communication-unnecessary");
        send.setToggleGroup(ways);
        unnecessary.setToggleGroup(ways);
        FlowPane both = new FlowPane(send, unnecessary);
        both.setHgap(16);
        both.setVgap(8);
        send.selectedProperty().addListener((_, _, _) -> show(send.isSelected()));
        (stage == Stage.UNNECESSARY || model.unnecessary().unsavedProperty().get() ? unnecessary : send).setSelected(true);
        show(send.isSelected());
        section.getChildren().addAll(both, writing);
    }

    private void show(boolean send) {
        if (send) {
            TypedField material = TypedField.area(texts.of("decision.communication.material"),
                    texts.of("decision.communication.material-help"), model.material(), 2, desk);
            material.control().setId("decision-communication-material");
            Button sent = new Button(texts.of("decision.communication.sent-today"));
            sent.setId("decision-communication-sent");
            sent.setOnAction(_ -> {
                if (!model.communicate()) {
                    material.field().faultProperty().set(texts.of("decision.communication.material-missing"));
                    material.field().showFault();
                    material.control().requestFocus();
                }
            });
            writing.getChildren().setAll(material, sent);
        } else {
            TypedField why = TypedField.area(texts.of("decision.communication.why-unnecessary"), "", model.unnecessary(), 2, desk);
            why.control().setId("decision-communication-why");
            writing.getChildren().setAll(why);
        }
    }
}
