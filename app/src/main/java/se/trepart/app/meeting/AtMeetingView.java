package se.trepart.app.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.View;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes.Part;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

/** One screen for three people to look at (mötesvyn): large type, nobody else's data, and at the end what was agreed and when next. */
final class AtMeetingView implements View {

    private static final List<Party> THREE = List.of(Party.APPLICANT, Party.CASEWORKER, Party.CONSULTANT);

    private final NotesViewModel model;
    private final MeetingPapers papers;
    private final Runnable leave;
    private final Desk desk;
    private final Texts texts;
    private final MeetingWords words;
    private final BorderPane root = new BorderPane();
    private final Label title = Labels.title("");
    private final Label corrects = Labels.text("");
    private final VBox saidBefore = new VBox();
    private final Label goal = Labels.text("");
    private final Section earlier;
    private final Map<UUID, AgreementResultView> results = new HashMap<>();
    private final VBox earlierRows = new VBox();
    private final RunningView running;
    private final TypedField own;
    private final TypedField notes;
    private final AgendaView agenda;
    private final List<PartyColumn> columns;
    private final DatePicker next = new DatePicker();
    private final Field nextField;
    private final TypedField noNext;
    private final MainAction finish;
    private final HBox after;
    private boolean showing;

    /** @param leave takes the user back to where the rest of the program is shown again */
    AtMeetingView(NotesViewModel model, MeetingPapers papers, Runnable leave) {
        this.model = model;
        this.papers = papers;
        this.leave = leave;
        desk = model.meeting().desk();
        texts = desk.texts();
        words = new MeetingWords(texts);
        running = new RunningView(words, texts);
        own = TypedField.area(texts.of("meeting.own-words"), texts.of("meeting.own-words-help"), model.applicantsWords(), 3, desk);
        notes = TypedField.area(texts.of("meeting.notes"), texts.of("meeting.notes-help"), model.notes(), 5, desk);
        agenda = new AgendaView(model);
        columns = THREE.stream().map(party -> new PartyColumn(party, model)).toList();
        earlier = new Section(texts.of("meeting.earlier"), earlierRows);
        next.setConverter(new DayConverter());
        next.valueProperty().addListener((_, _, day) -> {
            if (!showing) {
                model.nextOn(day);
            }
        });
        nextField = new Field(texts.of("meeting.next-on"), next);
        noNext = TypedField.line(texts.of("meeting.no-next"), "", model.noNextReason(), desk);
        finish = new MainAction(texts.of("meeting.finish"), model::finish);
        after = afterwards();
        model.noNextReason().textProperty().addListener((_, _, _) -> refresh());
        root.getStylesheets().add(MeetingStyles.stylesheet());
        root.getStyleClass().add(MeetingStyles.VIEW);
        root.setTop(top());
        root.setCenter(body());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !next.isShowing()) {
                leave.run();
                event.consume();
            }
        });
        model.situationProperty().subscribe(now -> now.ifPresent(this::show));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public void opened() {
        // what is scrolled is in the window only once it has its look
        root.applyCss();
        own.control().requestFocus();
    }

    @Override
    public void closed() {
        model.leave();
    }

    @Override
    public void mainAction() {
        if (finish.isVisible()) {
            // what stands in the field with the focus counts too
            model.leave();
            refresh();
            finish.fire();
        }
    }

    @Override
    public String help() {
        return texts.of("meeting.view-help");
    }

    private Node top() {
        Button away = new Button(texts.of("meeting.leave-view"));
        away.setOnAction(_ -> leave.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(title, space, away);
        top.getStyleClass().add(MeetingStyles.TOP);
        return top;
    }

    private Node body() {
        saidBefore.getStyleClass().add(Styles.TIGHT);
        earlierRows.getStyleClass().add(Styles.TIGHT);
        corrects.getStyleClass().add(Styles.HINT);
        goal.getStyleClass().add(MeetingStyles.QUOTE);
        Node parties = new EqualColumns(columns);
        HBox when = new HBox(nextField, noNext);
        when.getStyleClass().add(Styles.FORM_ROW);
        HBox.setHgrow(noNext, Priority.ALWAYS);
        VBox column = new VBox(corrects, new VBox(own, saidBefore), new Section(texts.of("meeting.goal"), goal), earlier, running,
                new Section(texts.of("meeting.agenda"), agenda), notes, new Section(texts.of("meeting.agreed"), parties),
                new Section(texts.of("meeting.next"), when), finish, after);
        column.getStyleClass().add(MeetingStyles.COLUMN);
        corrects.managedProperty().bind(corrects.visibleProperty());
        earlier.managedProperty().bind(earlier.visibleProperty());
        finish.managedProperty().bind(finish.visibleProperty());
        after.managedProperty().bind(after.visibleProperty());
        StackPane centred = new StackPane(column);
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private HBox afterwards() {
        Button print = new Button(texts.of("meeting.notes.print"));
        print.getStyleClass().add(Styles.ACCENT);
        print.setOnAction(_ -> model.situationProperty().get().ifPresent(papers::printNotes));
        Button save = new Button(texts.of("meeting.notes.save"));
        save.setOnAction(_ -> model.situationProperty().get().ifPresent(papers::saveNotes));
        HBox row = new HBox(Labels.strong(texts.of("meeting.finished")), print, save);
        row.getStyleClass().add(MeetingStyles.LINE);
        return row;
    }

    private void show(MeetingSituation now) {
        TripartiteMeeting meeting = now.meeting();
        boolean writable = model.writable();
        title.setText(texts.of("meeting.view-title", now.person().firstName(), Formats.longDate(meeting.on())));
        corrects.setText(texts.of("meeting.corrects", meeting.correctionReason()));
        corrects.setVisible(meeting.corrects() != null);
        String before = now.before().map(earlierOne -> earlierOne.notes().applicantsWords()).orElse("");
        Label said = Labels.text(before);
        said.getStyleClass().add(MeetingStyles.QUOTE);
        saidBefore.getChildren().setAll(before.isBlank() ? List.of() : List.of(Labels.hint(texts.of("meeting.said-before")), said));
        goal.setText(now.goal().isBlank() ? texts.of("meeting.no-goal") : now.goal());
        showEarlier(now, writable);
        running.show(now);
        agenda.show(now);
        columns.forEach(column -> column.show(now));
        showing = true;
        LocalDate nextOn = meeting.notes().nextOn();
        next.setValue(nextOn);
        showing = false;
        next.setDisable(!writable);
        noNext.setVisible(nextOn == null);
        List.of(own, notes, noNext).forEach(field -> field.locked(!writable));
        finish.setVisible(writable);
        after.setVisible(meeting.status() == Status.FINISHED);
        refresh();
    }

    private void showEarlier(MeetingSituation now, boolean writable) {
        Optional<TripartiteMeeting> before = now.before();
        List<Agreement> agreed = before.map(meeting -> meeting.notes().agreements()).orElse(List.of());
        earlier.setVisible(before.isPresent());
        if (agreed.isEmpty()) {
            earlierRows.getChildren().setAll(Labels.hint(texts.of("meeting.earlier-nothing")));
            return;
        }
        List<Node> rows = new ArrayList<>();
        for (Agreement agreement : agreed) {
            AgreementResultView row = results.computeIfAbsent(agreement.id(), _ -> new AgreementResultView(agreement,
                    now.name(agreement.party()), model.results(), desk, () -> model.agreeAgain(agreement)));
            row.show(now.result(agreement), writable, !model.agreedAgain(agreement));
            rows.add(row);
        }
        if (!rows.equals(earlierRows.getChildren())) {
            earlierRows.getChildren().setAll(rows);
        }
    }

    /** R25: what is missing stands beside the action, each the way to where it is put right. */
    private void refresh() {
        boolean early = model.situationProperty().get().map(now -> now.meeting().nextIsTooEarly()).orElse(false);
        nextField.faultProperty().set(early ? texts.of("meeting.next-too-early") : "");
        if (early) {
            nextField.showFault();
        }
        finish.reasons(model.missing().stream().map(part -> new Reason(texts.name("meeting.missing", part), () -> go(part))).toList());
    }

    private void go(Part part) {
        switch (part) {
            case FOR_APPLICANT -> columns.get(0).focusFirst();
            case FOR_CASEWORKER -> columns.get(1).focusFirst();
            case FOR_CONSULTANT -> columns.get(2).focusFirst();
            case NEXT -> next.requestFocus();
        }
    }
}
