package se.trepart.app.planning;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.AbsenceWords;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.casefile.Warnings;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.AbsenceResponse.Led;
import se.trepart.model.plan.InvalidAbsence;

/** Days away without a valid reason that nobody has dealt with, and what they led to (ogiltig frånvaro). R24 */
final class AbsenceView extends PlanningPart {

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Texts texts;
    private final AbsenceWords words;

    AbsenceView(PlanningViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        texts = openCase.desk().texts();
        words = new AbsenceWords(texts, openCase.desk().formats());
    }

    @Override
    protected Object shape(PlanningPage page) {
        return List.of(page.adult().id(), page.absences());
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        List<Node> nodes = new ArrayList<>();
        if (!page.openAbsences().isEmpty()) {
            nodes.add(toRecord(page));
        }
        List<InvalidAbsence> dealtWith = page.absences().stream().filter(absence -> !absence.open()).toList();
        if (!dealtWith.isEmpty()) {
            Section section = new Section(texts.of("planning.absence.earlier"));
            dealtWith.reversed().forEach(absence -> section.getChildren().add(line(absence, page)));
            nodes.add(section);
        }
        return nodes;
    }

    private Node line(InvalidAbsence absence, PlanningPage page) {
        VBox line = new VBox(Labels.text(words.day(absence, page.now().documents())), Labels.hint(words.ledTo(absence)));
        anchor(absence.mark().id().toString(), line);
        return line;
    }

    private Node toRecord(PlanningPage page) {
        List<InvalidAbsence> open = page.openAbsences();
        VBox card = new VBox(Warnings.of(texts.of("planning.absence.heading", page.name(), words.days(open.size()))));
        card.getStyleClass().add(Styles.CARD);
        card.setId("planning-absence");
        List<CheckBox> days = new ArrayList<>();
        for (InvalidAbsence absence : open) {
            String said = words.day(absence, page.now().documents());
            if (open.size() == 1 || !openCase.mayChange()) {
                card.getChildren().add(Labels.text(said));
            } else {
                CheckBox day = new CheckBox(said);
                day.setWrapText(true);
                day.setSelected(true);
                days.add(day);
                card.getChildren().add(day);
            }
            anchor(absence.mark().id().toString(), card);
        }
        if (openCase.mayChange()) {
            addForm(card, open, days);
        }
        return card;
    }

    private void addForm(VBox card, List<InvalidAbsence> open, List<CheckBox> days) {
        AbsenceDesk desk = model.absence(open.getFirst().attendance().memberId());
        Label question = new Label(texts.of("planning.absence.led"));
        question.getStyleClass().add(Styles.FIELD_LABEL);
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().add(Styles.TIGHT);
        for (Led led : Led.values()) {
            RadioButton choice = new RadioButton(texts.name("planning.absence.choice", led));
            choice.setId("planning-absence-" + led.name());
            choice.setToggleGroup(group);
            choice.setSelected(desk.led().get() == led);
            choice.setOnAction(_ -> desk.led().set(led));
            choices.getChildren().add(choice);
        }
        question.setLabelFor(choices);
        TypedField why = TypedField.area(texts.of("planning.absence.why"), "", desk.why(), 2, openCase.desk());
        why.control().setId("planning-absence-why");
        Button record = new Button(texts.of("planning.absence.record"));
        record.setId("planning-absence-record");
        record.setOnAction(_ -> desk.record(days.isEmpty() ? open : chosen(open, days)));
        Runnable refresh = () -> record.setDisable(!desk.ready() || !days.isEmpty() && days.stream().noneMatch(CheckBox::isSelected));
        desk.led().subscribe(_ -> refresh.run());
        desk.why().textProperty().subscribe(_ -> refresh.run());
        days.forEach(day -> day.selectedProperty().subscribe(_ -> refresh.run()));
        card.getChildren().addAll(question, choices, why, record);
    }

    private static List<InvalidAbsence> chosen(List<InvalidAbsence> open, List<CheckBox> days) {
        return open.stream().filter(absence -> days.get(open.indexOf(absence)).isSelected()).toList();
    }
}
