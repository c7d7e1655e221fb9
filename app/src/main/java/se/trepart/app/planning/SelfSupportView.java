package se.trepart.app.planning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.EarlyMeetingsView;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.control.PlanningSettings.ActivityRequirement;
import se.trepart.model.followup.ActivityDuty;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;

/** Goal, what stands in the way, early meeting, activity requirement of one adult (egen försörjning). R20 */
final class SelfSupportView extends PlanningPart {

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Texts texts;
    private final EarlyMeetingsView meetings;

    SelfSupportView(PlanningViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        texts = openCase.desk().texts();
        meetings = new EarlyMeetingsView(model.meetings(), openCase);
        getStyleClass().add(Styles.ROWS);
    }

    @Override
    protected Object shape(PlanningPage page) {
        SelfSupport support = page.support();
        meetings.show(model.meetings().lines(page.now()).stream().filter(line -> line.memberId().equals(page.adult().id())).toList());
        return List.of(page.adult().id(), support == null ? List.of() : support.obstacles(), page.duty(), requirement(page));
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        TypedField goal = TypedField.area(texts.of("planning.goal"), texts.of("planning.goal-help"), model.goal(page), 2, openCase.desk())
                .locked(!openCase.mayChange());
        goal.control().setId("planning-goal");
        anchor(PlanningView.GOAL, goal.control());
        anchor(openCase.id().toString(), meetings);
        VBox first = new VBox(goal);
        first.getStyleClass().add(Styles.SECTION);
        return List.of(first, obstacle(page), meetings, requirementOf(page));
    }

    private Node obstacle(PlanningPage page) {
        SelfSupport support = page.support();
        List<ObstaclePeriod> periods = support == null ? List.of() : support.obstacles();
        Section section = new Section(texts.of("planning.obstacle"));
        periods.stream()
                .filter(period -> period.to() == null)
                .forEach(period -> section.getChildren()
                        .add(Labels.text(
                                texts.of("planning.obstacle.since", PlanningWords.obstacle(period.key()), Formats.date(period.from())))));
        if (periods.stream().noneMatch(period -> period.to() == null)) {
            section.getChildren().add(Labels.hint(texts.of("planning.obstacle.none")));
        }
        for (ObstaclePeriod period : periods.reversed()) {
            LocalDate to = period.to();
            if (to != null) {
                section.getChildren()
                        .add(Labels.hint(texts.of("planning.obstacle.earlier", PlanningWords.obstacle(period.key()),
                                Formats.date(period.from()), Formats.date(to))));
            }
        }
        if (openCase.mayChange()) {
            section.getChildren().add(changing(page, periods.isEmpty()));
        }
        return section;
    }

    /** A button; once pressed, what to choose and from when. */
    private Node changing(PlanningPage page, boolean first) {
        VBox place = new VBox();
        place.getStyleClass().add(Styles.FIELD);
        Button start = new Button(texts.of(first ? "planning.obstacle.choose" : "planning.obstacle.change"));
        start.setId("planning-obstacle-change");
        start.setOnAction(_ -> {
            place.getChildren().setAll(form(page, place, start));
        });
        place.getChildren().add(start);
        return place;
    }

    private Node form(PlanningPage page, VBox place, Button start) {
        List<Choice<Obstacle>> choices = new ArrayList<>();
        choices.add(new Choice<>(texts.of("planning.obstacle.pick"), null));
        Obstacle.catalogue().forEach(obstacle -> choices.add(new Choice<>(PlanningWords.obstacle(obstacle), obstacle)));
        ObjectProperty<Choice<Obstacle>> chosen = new SimpleObjectProperty<>(choices.getFirst());
        String name = texts.of("planning.obstacle");
        ChoiceField<Obstacle> field = new ChoiceField<>(name, FXCollections.observableArrayList(choices), chosen);
        field.setId("planning-obstacle");
        ObjectProperty<LocalDate> from = new SimpleObjectProperty<>(page.today());
        DayField day = new DayField(texts.of("planning.obstacle.from"), "", texts, from::set);
        day.picker().setId("planning-obstacle-from");
        day.show(page.today());
        Button note = new Button(texts.of("planning.obstacle.note"));
        note.setId("planning-obstacle-note");
        Button leave = new Button(texts.of("planning.leave"));
        leave.setOnAction(_ -> {
            place.getChildren().setAll(start);
            start.requestFocus();
        });
        Runnable refresh = () -> {
            day.fault(model.obstacleFault(from.get()));
            note.setDisable(chosen.get().value() == null || !model.obstacleFault(from.get()).isEmpty());
        };
        chosen.subscribe(_ -> refresh.run());
        from.subscribe(_ -> refresh.run());
        note.setOnAction(_ -> {
            Obstacle obstacle = chosen.get().value();
            if (obstacle != null) {
                model.obstacle(page.adult().id(), obstacle, from.get());
            }
        });
        HBox buttons = new HBox(note, leave);
        buttons.getStyleClass().add(Styles.ROW);
        VBox form = new VBox(new Field(name, field), day, buttons);
        form.getStyleClass().addAll(Styles.CARD);
        javafx.application.Platform.runLater(field::requestFocus);
        return form;
    }

    private Node requirementOf(PlanningPage page) {
        ActivityRequirement requirement = requirement(page);
        ActivityDuty duty = page.duty();
        Section section = new Section(texts.of("planning.requirement"));
        if (!requirement.confirmed()) {
            HBox mark = new HBox(Labels.badge(texts.of("planning.requirement.unconfirmed"), Styles.ATTENTION));
            section.getChildren().add(mark);
        }
        section.getChildren()
                .addAll(Labels.text(texts.of("planning.requirement.facts", Formats.month(YearMonth.from(requirement.firstMonth())),
                        requirement.monthsInARow(), requirement.hoursAWeek(), requirement.hours(true), requirement.childUnder())),
                        Labels.text(texts.of(duty.reached() ? "planning.requirement.reached" : "planning.requirement.not-reached",
                                texts.count("planning.months", duty.monthsInARow()), page.name(), duty.mostHours())),
                        Labels.text(texts.of("planning.requirement.planned", duty.plannedHours())));
        if (!requirement.confirmed()) {
            section.getChildren().add(Labels.hint(texts.of("planning.requirement.unconfirmed-text")));
        }
        return section;
    }

    private static ActivityRequirement requirement(PlanningPage page) {
        return page.now().registers().planning(page.today()).activityRequirement();
    }
}
