package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.Exemption;
import se.trepart.model.plan.ExemptionGround;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;

/**
 * Who is exempt from the activity requirement (undantag från aktivitetskravet): grounds that the facts speak for, with their source and as not
 * confirmed, and what the caseworker has judged.
 */
final class ExemptionView extends PlanningPart {

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Texts texts;

    ExemptionView(PlanningViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        texts = openCase.desk().texts();
    }

    @Override
    protected Object shape(PlanningPage page) {
        return List.of(page.adult(), noted(page), obstacle(page), page.today());
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        LocalDate begins = page.now().registers().planning(page.today()).activityRequirement().firstMonth();
        Optional<Exemption> noted = noted(page);
        if (noted.isEmpty() && page.today().isBefore(begins)) {
            return List.of();
        }
        Section section = new Section(texts.of("planning.exemption"));
        noted.ifPresentOrElse(one -> {
            section.getChildren().add(Labels.text(said(one, page)));
            if (!one.inForce(page.today())) {
                section.getChildren().add(Labels.hint(texts.of("planning.exemption.not-now")));
            }
        }, () -> propose(section, page));
        if (openCase.mayChange()) {
            section.getChildren().add(noting(page, noted));
        }
        return List.of(section);
    }

    private void propose(Section section, PlanningPage page) {
        List<ExemptionGround> proposed = ExemptionGround.proposed(age(page), obstacle(page).orElse(null), page.today());
        if (proposed.isEmpty()) {
            section.getChildren().add(Labels.hint(texts.of("planning.exemption.none")));
        }
        for (ExemptionGround ground : proposed) {
            HBox mark = new HBox(Labels.strong(texts.of("planning.exemption.proposal", ground.name())),
                    Labels.badge(texts.of("planning.exemption.unconfirmed"), Styles.ATTENTION));
            mark.getStyleClass().add(Styles.ROW);
            section.getChildren().addAll(mark, Labels.text(texts.of("planning.exemption.speaks", fact(ground, page), ground.source())));
        }
    }

    /** What speaks for it. */
    private String fact(ExemptionGround ground, PlanningPage page) {
        return obstacle(page).filter(period -> ground.obstacles().contains(period.key()))
                .map(period -> texts.of("planning.exemption.obstacle", PlanningWords.obstacle(period.key()), Formats.date(period.from())))
                .orElseGet(() -> texts.of("planning.exemption.age", age(page)));
    }

    private String said(Exemption noted, PlanningPage page) {
        LocalDate to = noted.to();
        String time = to == null
                ? texts.of("planning.exemption.since", Formats.date(noted.from()))
                : texts.of("planning.action.from-to", Formats.date(noted.from()), Formats.date(to));
        return texts.of("planning.exemption.noted", ExemptionGround.nameOf(noted.ground()), time, noted.reason(),
                PlanningWords.staff(noted.by(), page.now()), Formats.date(noted.on()));
    }

    /** Buttons; once pressed, what to choose and why. */
    private Node noting(PlanningPage page, Optional<Exemption> noted) {
        VBox place = new VBox();
        place.getStyleClass().add(Styles.FIELD);
        ExemptionDesk desk = model.exemption(page.adult().id());
        Button start = new Button(texts.of(noted.isPresent() ? "planning.exemption.change" : "planning.exemption.note"));
        start.setId("planning-exemption-start");
        HBox buttons = new HBox(start);
        buttons.getStyleClass().add(Styles.ROW);
        if (noted.isPresent()) {
            Button remove = new Button(texts.of("planning.exemption.remove"));
            remove.setId("planning-exemption-remove");
            remove.setOnAction(_ -> desk.remove());
            buttons.getChildren().add(remove);
        }
        start.setOnAction(_ -> {
            desk.writing().set(true);
            Platform.runLater(() -> {
                if (place.lookup("#planning-exemption-ground") instanceof Node field) {
                    field.requestFocus();
                }
            });
        });
        desk.writing().subscribe(writing -> {
            boolean focused = place.isFocusWithin();
            place.getChildren().setAll(writing ? form(desk) : buttons);
            if (focused && !writing) {
                start.requestFocus();
            }
        });
        return place;
    }

    private Node form(ExemptionDesk desk) {
        String name = texts.of("planning.exemption.ground");
        ChoiceField<ExemptionGround> ground = new ChoiceField<>(name, FXCollections.observableArrayList(desk.grounds()), desk.ground());
        ground.setId("planning-exemption-ground");
        DayField from = new DayField(texts.of("planning.exemption.from"), "", texts, desk.from()::set);
        from.picker().setId("planning-exemption-from");
        from.show(desk.from().get());
        DayField to = new DayField(texts.of("planning.exemption.to"), texts.of("planning.exemption.to-help"), texts, desk.to()::set);
        to.picker().setId("planning-exemption-to");
        to.show(desk.to().get());
        TypedField why = TypedField.area(texts.of("planning.exemption.why"), "", desk.why(), 2, openCase.desk());
        why.control().setId("planning-exemption-why");
        Button note = new Button(texts.of("planning.exemption.do"));
        note.setId("planning-exemption-do");
        note.setOnAction(_ -> desk.note());
        Button leave = new Button(texts.of("planning.leave"));
        leave.setOnAction(_ -> desk.drop());
        Runnable refresh = () -> {
            to.fault(desk.fault());
            note.setDisable(!desk.ready());
        };
        desk.ground().subscribe(_ -> refresh.run());
        desk.from().subscribe(_ -> refresh.run());
        desk.to().subscribe(_ -> refresh.run());
        desk.why().textProperty().subscribe(_ -> refresh.run());
        HBox last = new HBox(note, leave);
        last.getStyleClass().add(Styles.ROW);
        VBox form = new VBox(new Field(name, ground), from, to, why, last);
        form.getStyleClass().add(Styles.CARD);
        return form;
    }

    private static Optional<Exemption> noted(PlanningPage page) {
        return Optional.ofNullable(page.support()).map(SelfSupport::exemption);
    }

    private static Optional<ObstaclePeriod> obstacle(PlanningPage page) {
        return Optional.ofNullable(page.support()).flatMap(support -> support.obstacle(page.today()));
    }

    private static int age(PlanningPage page) {
        return page.adult().person().number().ageOn(page.today());
    }
}
