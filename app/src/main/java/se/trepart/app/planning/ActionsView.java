package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Folded;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.app.timeline.Timeline;
import se.trepart.app.timeline.TimelineRows;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionChange.Answer;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Plan;

/** The plan and its actions as the caseworker sees them: proposals to answer, extension, evaluations (plan och insatser). R23, R27 */
final class ActionsView extends PlanningPart {

    private final PlanningViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private final PlanningWords words;
    private final Consumer<String> go;

    /** @param go takes the user to an action by its id */
    ActionsView(PlanningViewModel model, OpenCase openCase, Consumer<String> go) {
        this.model = model;
        this.openCase = openCase;
        this.go = go;
        desk = openCase.desk();
        texts = desk.texts();
        words = new PlanningWords(desk);
    }

    @Override
    protected Object shape(PlanningPage page) {
        return List.of(page.adult().id(), Optional.ofNullable(page.plan()), page.running(), page.ended(), page.attendances(), page.today());
    }

    @Override
    protected List<Node> build(PlanningPage page) {
        Section section = new Section(texts.of("planning.actions"));
        Plan plan = page.plan();
        if (plan == null) {
            section.getChildren().add(Labels.hint(texts.of("planning.plan.none", page.name())));
        } else {
            Node facts = plan(plan, page);
            anchor(plan.id().toString(), facts);
            section.getChildren().add(facts);
        }
        if (page.running().isEmpty() && plan != null) {
            section.getChildren().add(Labels.hint(texts.of("planning.actions.none")));
        }
        List<Action> all = Stream.concat(page.running().stream(), page.ended().stream()).toList();
        if (!all.isEmpty()) {
            section.getChildren()
                    .add(new Timeline(TimelineRows.of(plan, all, page.attendances(), page.today()), texts, id -> go.accept(id.toString())));
        }
        page.running().forEach(action -> section.getChildren().add(card(action, page)));
        page.ended().forEach(action -> section.getChildren().add(ended(action, page)));
        return List.of(section);
    }

    private Node plan(Plan plan, PlanningPage page) {
        LocalDate next = plan.followUpOn();
        LocalDate closed = plan.closedOn();
        KeyValues facts = new KeyValues().add(texts.of("planning.plan.goal"), plan.selfSupportGoal())
                .add(texts.of("planning.plan.consultant"), PlanningWords.staff(plan.consultant(), page.now()));
        return closed == null
                ? facts.add(texts.of("planning.plan.follow-up"),
                        next == null ? texts.of("planning.plan.no-follow-up") : desk.formats().due(next))
                : facts.add(texts.of("planning.plan.closed"), Formats.date(closed));
    }

    private Node card(Action action, PlanningPage page) {
        VBox card = new VBox(head(action, page), terms(action.terms(), page));
        card.getStyleClass().add(Styles.CARD);
        anchor(action.id().toString(), card);
        for (ActionChange change : action.changes()) {
            if (!change.waits()) {
                card.getChildren().add(Labels.hint(made(change, page)));
            }
        }
        action.proposal().ifPresentOrElse(change -> card.getChildren().add(proposal(action, change, page)), () -> {
            if (openCase.mayChange()) {
                card.getChildren().add(extending(action));
            }
        });
        return card;
    }

    private Node head(Action action, PlanningPage page) {
        Action.Status status = action.status(page.today());
        String tone = switch (status) {
            case ONGOING, EXTENDED -> Styles.GOOD;
            case DUE_FOR_FOLLOW_UP -> Styles.URGENT;
            case PLANNED, ENDED -> Styles.BADGE;
        };
        HBox head = new HBox(Labels.strong(words.kind(action.terms().kind())), Labels.badge(texts.name("planning.action", status), tone));
        head.getStyleClass().add(Styles.ROW);
        if (action.endsWithin(page.now().registers().planning(page.today()).endingDays(), page.today())) {
            LocalDate last = action.terms().endsOn();
            String when = last.isBefore(page.today())
                    ? texts.of("planning.action.over", desk.formats().shortDate(last))
                    : texts.of("planning.action.ends", desk.formats().due(last));
            head.getChildren().add(Labels.badge(when, Styles.ATTENTION));
        }
        return head;
    }

    private Node terms(ActionTerms terms, PlanningPage page) {
        return new KeyValues().add(texts.of("planning.action.place"), terms.place())
                .add(texts.of("planning.action.time"),
                        texts.of("planning.action.from-to", Formats.date(terms.startsOn()), Formats.date(terms.endsOn())))
                .add(texts.of("planning.action.hours"), texts.of("planning.action.hours-a-week", terms.hoursAWeek()))
                .add(texts.of("planning.action.responsible"), PlanningWords.staff(terms.responsible(), page.now()))
                .add(texts.of("planning.action.goal"), terms.goal());
    }

    private String made(ActionChange change, PlanningPage page) {
        String line = texts.of("planning.change", Formats.date(change.on()), PlanningWords.staff(change.by(), page.now()), what(change),
                change.reason());
        Answer answer = change.answer();
        if (answer == null) {
            return line;
        }
        String said = texts.of(answer.accepted() ? "planning.change.accepted" : "planning.change.declined",
                PlanningWords.staff(answer.by(), page.now()), Formats.date(answer.on()), answer.reason());
        return line + " " + said.strip();
    }

    /** What differs, one after the other. */
    private String what(ActionChange change) {
        ActionTerms before = change.before();
        ActionTerms after = change.terms();
        List<String> parts = new ArrayList<>();
        if (!before.kind().equals(after.kind()) || !before.place().equals(after.place())) {
            parts.add(texts.of("planning.change.action", words.action(before), words.action(after)));
        }
        if (!before.startsOn().equals(after.startsOn())) {
            parts.add(texts.of("planning.change.start", Formats.date(before.startsOn()), Formats.date(after.startsOn())));
        }
        if (!before.endsOn().equals(after.endsOn())) {
            parts.add(texts.of("planning.change.end", Formats.date(before.endsOn()), Formats.date(after.endsOn())));
        }
        if (before.hoursAWeek() != after.hoursAWeek()) {
            parts.add(texts.of("planning.change.hours", before.hoursAWeek(), after.hoursAWeek()));
        }
        if (!before.goal().equals(after.goal())) {
            parts.add(texts.of("planning.change.goal", after.goal()));
        }
        return parts.isEmpty() ? texts.of("planning.change.responsible") : String.join("; ", parts);
    }

    private Node proposal(Action action, ActionChange change, PlanningPage page) {
        VBox box = new VBox(
                Labels.strong(texts.of("planning.proposal", PlanningWords.staff(change.by(), page.now()), Formats.date(change.on()))),
                Labels.text(what(change)), Labels.text(texts.of("planning.proposal.why", change.reason())));
        box.getStyleClass().addAll(Styles.SECTION, Styles.CHANGED);
        if (!openCase.mayChange() || !openCase.role().covers(change.answeredBy())) {
            box.getChildren().add(Labels.hint(texts.of("planning.proposal.waits")));
            return box;
        }
        ActionDesk answering = model.action(action.id());
        TypedField reason = TypedField.area(texts.of("planning.proposal.reason"), texts.of("planning.proposal.reason-help"),
                answering.answer(), 1, desk);
        reason.control().setId("planning-proposal-reason");
        Button yes = new Button(texts.of("planning.proposal.accept"));
        yes.setId("planning-proposal-accept");
        yes.setOnAction(_ -> answering.answer(true));
        Button no = new Button(texts.of("planning.proposal.decline"));
        no.setId("planning-proposal-decline");
        no.setOnAction(_ -> answering.answer(false));
        answering.answer().textProperty().subscribe(_ -> no.setDisable(!answering.mayDecline()));
        HBox buttons = new HBox(yes, no);
        buttons.getStyleClass().add(Styles.ROW);
        box.getChildren().addAll(reason, buttons);
        return box;
    }

    /** A button; once pressed, until when and why. */
    private Node extending(Action action) {
        VBox place = new VBox();
        ActionDesk extending = model.action(action.id());
        Button start = new Button(texts.of("planning.extend"));
        start.setId("planning-extend-" + action.id());
        start.setOnAction(_ -> place.getChildren().setAll(extension(action, extending, place, start)));
        boolean begun = extending.until().get() != null || !extending.why().text().isEmpty();
        place.getChildren().setAll(begun ? extension(action, extending, place, start) : start);
        return place;
    }

    private Node extension(Action action, ActionDesk extending, VBox place, Button start) {
        DayField until = new DayField(texts.of("planning.extend.until"), "", texts, extending.until()::set);
        until.picker().setId("planning-extend-until");
        until.show(extending.until().get());
        TypedField why = TypedField.area(texts.of("planning.extend.why"), "", extending.why(), 1, desk);
        why.control().setId("planning-extend-why");
        Label asks = Labels.hint("");
        Button extend = new Button(texts.of("planning.extend.do"));
        extend.setId("planning-extend-do");
        extend.setOnAction(_ -> extending.extend());
        Button leave = new Button(texts.of("planning.leave"));
        leave.setOnAction(_ -> {
            extending.dropExtension();
            place.getChildren().setAll(start);
            start.requestFocus();
        });
        Runnable refresh = () -> {
            LocalDate day = extending.until().get();
            until.fault(day == null || day.isAfter(action.terms().endsOn())
                    ? ""
                    : texts.of("planning.extend.early", Formats.date(action.terms().endsOn())));
            boolean asking = extending.asks(action) == Asks.TEAM_LEAD;
            asks.setText(asking ? texts.of("planning.extend.asks") : "");
            asks.setManaged(asking);
            extend.setText(texts.of(asking ? "planning.extend.ask" : "planning.extend.do"));
            extend.setDisable(!extending.mayExtend(action));
        };
        extending.until().subscribe(_ -> refresh.run());
        extending.why().textProperty().subscribe(_ -> refresh.run());
        HBox buttons = new HBox(extend, leave);
        buttons.getStyleClass().add(Styles.ROW);
        VBox form = new VBox(until, why, asks, buttons);
        form.getStyleClass().add(Styles.SECTION);
        javafx.application.Platform.runLater(until.picker()::requestFocus);
        return form;
    }

    private Node ended(Action action, PlanningPage page) {
        ActionEnding ending = action.ending();
        if (ending == null) {
            throw new IllegalArgumentException("not ended");
        }
        KeyValues said = new KeyValues().add(texts.of("planning.ending.outcome"), texts.name("planning.outcome", ending.outcome()));
        LocalDate workFrom = ending.workFrom();
        if (workFrom != null) {
            LocalDate workTo = ending.workTo();
            said.add(texts.of("planning.ending.work-from"), Formats.date(workFrom))
                    .add(texts.of("planning.ending.work-to"), workTo == null ? texts.of("planning.ending.at-work") : Formats.date(workTo));
        }
        said.add(texts.of("planning.ending.done"), ending.done())
                .add(texts.of("planning.ending.gave"), ending.gave())
                .add(texts.of("planning.ending.applicant"), ending.applicantSays())
                .add(texts.of("planning.ending.caseworker"), ending.caseworkerSays())
                .add(texts.of("planning.ending.consultant"), ending.consultantSays())
                .add(texts.of("planning.ending.next"), ending.nextStep())
                .add(texts.of("planning.ending.by"), PlanningWords.staff(ending.by(), page.now()));
        Node folded = new Folded(texts.of("planning.ended", words.kind(action.terms().kind()), Formats.date(ending.on()),
                texts.name("planning.outcome", ending.outcome())), said);
        anchor(action.id().toString(), folded);
        return folded;
    }
}
