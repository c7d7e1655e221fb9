package se.trepart.app.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.StepColumn;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.KeyValues;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.SentPapersView;
import se.trepart.app.meeting.MeetingPageViewModel.Lacking;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.View;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Staff;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** A meeting before and after it is held (mötets sida). */
final class MeetingPageView implements View {

    private final MeetingPageViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final MeetingWords words;
    private final BorderPane root = new BorderPane();
    private final VBox column = new VBox();
    private final VBox head = new VBox();
    private final Label peopleHeading = Labels.heading("");
    private final AnswersView answers;
    private final OtherTimesView otherTimes;
    private final VBox people;
    private final VBox times = new VBox();
    private final VBox notes = new VBox();
    private final VBox versions = new VBox();
    private final MainAction main;
    private final VBox moveCard = new VBox();
    private final Map<UUID, AgreementResultView> results = new HashMap<>();

    MeetingPageView(MeetingPageViewModel model) {
        this.model = model;
        desk = model.meeting().desk();
        texts = desk.texts();
        words = new MeetingWords(texts);
        main = new MainAction(texts.of("meeting.open-view"), model::openMeetingView);
        answers = new AnswersView(model, texts);
        otherTimes = new OtherTimesView(model.otherTime(), desk, () -> main.button().requestFocus());
        people = new VBox(peopleHeading, otherTimes, answers);
        people.getStyleClass().add(Styles.SECTION);
        VBox foot = new VBox(main);
        foot.getStyleClass().add(MeetingStyles.FOOT);
        List.of(head, people, times, moveCard, notes, versions).forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        moveCard.getStyleClass().add(Styles.CARD);
        moveCard.visibleProperty().bind(model.moving());
        column.getChildren().addAll(head, moveCard, people, times, notes, versions);
        root.getStylesheets().add(MeetingStyles.stylesheet());
        StepColumn scroll = new StepColumn(column);
        column.getStyleClass().setAll(MeetingStyles.PAGE);
        root.setCenter(scroll);
        root.setBottom(foot);
        model.situationProperty().subscribe(now -> now.ifPresent(this::show));
        model.moving().subscribe(this::showMove);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void opened() {
        main.button().requestFocus();
    }

    @Override
    public void closed() {
        model.results().leave();
    }

    @Override
    public void mainAction() {
        main.fire();
    }

    @Override
    public String help() {
        return texts.of("meeting.page-help");
    }

    private void show(MeetingSituation now) {
        TripartiteMeeting meeting = now.meeting();
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        head.getChildren().setAll(title(now), facts(now), actions(now), new SentPapersView(model.papers().posting(), meeting.id(), texts));
        head.getStyleClass().setAll(Styles.ROWS);
        answers.show(now);
        otherTimes.show(now, model.callable());
        peopleHeading.setText(texts.of(meeting.status() == Status.CALLED ? "meeting.people" : "meeting.people-called"));
        times.setVisible(!meeting.moves().isEmpty());
        times.getChildren()
                .setAll(new Section(texts.of("meeting.moved"),
                        meeting.moves()
                                .stream()
                                .map(move -> Labels
                                        .text(texts.of("meeting.moved-line", words.when(move.from()), Formats.date(move.on()), move.why())))
                                .toArray(Node[]::new)));
        boolean finished = meeting.status() == Status.FINISHED;
        notes.setVisible(finished);
        notes.getChildren().setAll(finished ? List.of(new FinishedNotes(now, words, this::task)) : List.of());
        showVersions(now);
        main.setVisible(meeting.status() != Status.CANCELLED && (finished || model.answerable()));
        main.button().setText(texts.of(finished ? "meeting.open-finished" : "meeting.open-view"));
        if (focused != null && focused.getScene() == null) {
            // what was pressed is gone: the way goes on from here, not from the top of the window
            main.button().requestFocus();
        }
    }

    private Node title(MeetingSituation now) {
        Labeled who = Labels.strong(now.person().name());
        if (MeetingLinks.leadToCase(desk)) {
            Hyperlink link = new Hyperlink(now.person().name());
            link.getStyleClass().add(Styles.LINK);
            link.setAccessibleText(texts.of("meeting.open-case", now.person().name()));
            link.setOnAction(_ -> model.openCase());
            who = link;
        }
        String[] tone = switch (now.meeting().status()) {
            case CALLED -> new String[]{Styles.ACCENT};
            case CANCELLED -> new String[]{};
            case FINISHED -> new String[]{Styles.GOOD};
        };
        HBox line = new HBox(Labels.title(texts.of("meeting.page-title")), who,
                Labels.badge(words.status(now.meeting(), now.today()), tone));
        line.getStyleClass().add(Styles.PAGE_HEAD);
        return line;
    }

    private Node facts(MeetingSituation now) {
        TripartiteMeeting meeting = now.meeting();
        KeyValues facts = new KeyValues().add(texts.of("meeting.fact.when"), words.when(meeting.time()))
                .add(texts.of("meeting.fact.where"), MeetingWords.where(meeting.time()))
                .add(texts.of("meeting.fact.why"), meeting.purpose());
        now.now()
                .registers()
                .staff(meeting.calledBy())
                .ifPresent(by -> facts.add(texts.of("meeting.fact.called"),
                        texts.of("meeting.fact.called-by", by.name(), Formats.date(meeting.calledOn()))));
        if (meeting.cancelledReason() != null) {
            facts.add(texts.of("meeting.fact.cancelled"), meeting.cancelledReason());
        }
        if (meeting.corrects() != null) {
            facts.add(texts.of("meeting.fact.corrects"), meeting.correctionReason());
        }
        return facts;
    }

    private Node actions(MeetingSituation now) {
        TripartiteMeeting meeting = now.meeting();
        List<Node> buttons = new ArrayList<>();
        boolean called = meeting.status() == Status.CALLED && meeting.corrects() == null;
        if (called) {
            Button print = button("meeting.invitation.print", () -> model.papers().printInvitation(now));
            Button save = button("meeting.invitation.save", () -> model.papers().saveInvitation(now));
            boolean unread = meeting.confirmationMissing(now.household());
            Button send = button("letter.paper.send", () -> model.papers().send(now));
            List.of(print, save, send).forEach(one -> one.setDisable(unread));
            buttons.addAll(List.of(print, save));
            if (model.meeting().mayWrite()) {
                buttons.add(send);
            }
        }
        if (called || meeting.status() == Status.CANCELLED) {
            buttons.add(button("meeting.calendar.save", () -> model.papers().saveCalendar(now)));
        }
        if (model.callable()) {
            buttons.add(button("meeting.move.start", model::startMoving));
            buttons.add(button("meeting.cancel.start", model::cancel));
        }
        if (meeting.status() == Status.FINISHED) {
            buttons.add(button("meeting.notes.print", () -> model.papers().printNotes(now)));
            buttons.add(button("meeting.notes.save", () -> model.papers().saveNotes(now)));
            if (model.meeting().mayWrite() && !now.replaced()) {
                buttons.add(button("letter.paper.send", () -> model.papers().send(now)));
                buttons.add(button(now.beingCorrected().isPresent() ? "meeting.correct.go-on" : "meeting.correct.start", model::correct));
            }
        }
        if (model.answerable() && meeting.corrects() != null) {
            buttons.add(button("meeting.give-up.start", model::giveUpCorrection));
        }
        FlowPane row = new FlowPane();
        row.getChildren().addAll(buttons);
        row.getStyleClass().add(MeetingStyles.ACTIONS);
        if (!called || !now.household().isProtected()) {
            return row;
        }
        VBox both = new VBox(row, confirmation(now));
        both.getStyleClass().add(Styles.ROWS);
        return both;
    }

    /** R34: an invitation to somebody with protected identity is read by a second person before it leaves the program. */
    private Node confirmation(MeetingSituation now) {
        TripartiteMeeting meeting = now.meeting();
        VBox card = new VBox(Labels.text(meeting.confirmedBy()
                .map(by -> texts.of("meeting.invitation.confirmed", now.now().registers().staff(by).map(Staff::name).orElse("–")))
                .orElseGet(() -> texts.of("meeting.invitation.to-confirm"))));
        card.getStyleClass().add(Styles.CARD);
        if (meeting.confirmedBy().isEmpty()) {
            card.getChildren()
                    .add(model.mayConfirm()
                            ? button("meeting.invitation.confirm", model::confirm)
                            : Labels.hint(texts.of("meeting.invitation.confirm-other")));
        }
        return card;
    }

    private Button button(String text, Runnable action) {
        Button button = new Button(texts.of(text));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node task(Agreement agreement, MeetingSituation now) {
        AgreementResultView row = results.computeIfAbsent(agreement.id(),
                _ -> new AgreementResultView(agreement, "", model.results(), desk, null));
        row.show(now.result(agreement), model.meeting().mayWrite() && !now.replaced(), false);
        return row;
    }

    private void showVersions(MeetingSituation now) {
        List<TripartiteMeeting> all = now.versions();
        boolean several = all.size() > 1 || now.meeting().corrects() != null;
        versions.setVisible(several);
        if (several) {
            List<Node> lines = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                TripartiteMeeting version = all.get(i);
                String by = now.now().registers().staff(version.finishedBy()).map(one -> one.name()).orElse("–");
                String on = version.finishedAt() == null ? "–" : desk.formats().time(version.finishedAt());
                String text = version.correctionReason().isEmpty()
                        ? texts.of("meeting.version-first", i + 1, on, by)
                        : texts.of("meeting.version", i + 1, on, by, version.correctionReason());
                if (version.id().equals(now.meeting().id())) {
                    lines.add(Labels.text(text));
                } else {
                    Hyperlink link = new Hyperlink(text);
                    link.getStyleClass().add(Styles.LINK);
                    link.setOnAction(_ -> model.open(version.id()));
                    lines.add(link);
                }
            }
            versions.getChildren().setAll(new Section(texts.of("meeting.versions"), lines.toArray(Node[]::new)));
        }
    }

    private void showMove(boolean moving) {
        if (!moving) {
            moveCard.getChildren().clear();
            return;
        }
        MainAction move = new MainAction(texts.of("meeting.move.do"), model::move);
        Button leave = button("meeting.move.leave", () -> model.moving().set(false));
        TypedField why = TypedField.line(texts.of("meeting.move.why"), texts.of("meeting.move.why-help"), model.whyMove(), desk);
        List<TimeFields> fields = new ArrayList<>();
        Runnable refresh = () -> move.reasons(model.lackingToMove()
                .stream()
                .map(lacking -> new Reason(texts.name("meeting.lacking", lacking), () -> go(lacking, fields.getFirst(), why)))
                .toList());
        TimeFields time = new TimeFields(model.moveTo(), desk, refresh);
        fields.add(time);
        model.whyMove().textProperty().addListener((_, _, _) -> refresh.run());
        model.moveTo().minutes().addListener((_, _, _) -> refresh.run());
        refresh.run();
        moveCard.getChildren().setAll(Labels.heading(texts.of("meeting.move.title")), time, why, move.beside(leave));
        time.focusFirst();
    }

    private static void go(Lacking lacking, TimeFields time, TypedField why) {
        switch (lacking) {
            case DAY, CHANGE -> time.focusDay();
            case HOUR -> time.focusHour();
            case PLACE -> time.focusPlace();
            case WHY -> why.control().requestFocus();
        }
    }
}
