package se.trepart.app.meeting;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.StepColumn;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.meeting.CallViewModel.Lacking;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

/** Where a meeting is called (kalla till möte). */
final class CallView implements View {

    private final CallViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final TimeFields time;
    private final TypedField purpose;
    private final Field consultant;
    private final MainAction call;

    CallView(CallViewModel model) {
        this.model = model;
        Desk desk = model.desk();
        texts = desk.texts();
        call = new MainAction(texts.of("meeting.call.do"), model::call);
        time = new TimeFields(model.time(), desk, this::refresh);
        purpose = TypedField.area(texts.of("meeting.call.purpose"), texts.of("meeting.call.purpose-help"), model.purpose(), 3, desk);
        consultant = new Field(texts.of("meeting.party.CONSULTANT"),
                new ChoiceField<>(texts.of("meeting.party.CONSULTANT"), model.consultants(), model.consultant()));
        TypedField interpreter = TypedField.line(texts.of("meeting.call.interpreter"), texts.of("meeting.call.interpreter-help"),
                model.interpreter(), desk);
        TypedField others = TypedField.area(texts.of("meeting.call.others"), texts.of("meeting.call.others-help"), model.others(), 2, desk);
        Section who = new Section(texts.of("meeting.call.who"));
        if (model.members().size() > 1) {
            who.getChildren()
                    .add(new Field(texts.of("meeting.party.APPLICANT"),
                            new ChoiceField<>(texts.of("meeting.party.APPLICANT"), model.members(), model.member())));
        }
        who.getChildren().addAll(Labels.text(texts.of("meeting.call.always", model.caseworker().name())), consultant, interpreter, others);
        who.getStyleClass().add(Styles.ROWS);
        VBox column = new VBox(Labels.title(texts.of("meeting.call.title", model.who())), purpose,
                new Section(texts.of("meeting.call.when"), time, series()), who);
        StepColumn scroll = new StepColumn(column);
        column.getStyleClass().setAll(MeetingStyles.PAGE, Styles.READING);
        VBox foot = new VBox(call);
        foot.getStyleClass().add(MeetingStyles.FOOT);
        root.getStylesheets().add(MeetingStyles.stylesheet());
        root.setCenter(scroll);
        root.setBottom(foot);
        model.purpose().textProperty().addListener((_, _, _) -> refresh());
        model.consultant().addListener((_, _, _) -> refresh());
        refresh();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void opened() {
        // what is scrolled is in the window only once it has its look
        root.applyCss();
        purpose.control().requestFocus();
    }

    @Override
    public void closed() {
        // what is typed is kept as drafts
    }

    @Override
    public void mainAction() {
        call.fire();
    }

    @Override
    public String help() {
        return texts.of("meeting.call.help");
    }

    private Node series() {
        CheckBox several = new CheckBox(texts.of("meeting.call.series"));
        several.selectedProperty().bindBidirectional(model.series());
        ComboBox<?> apart = new ChoiceField<>(texts.of("meeting.call.how-often"), FXCollections.observableArrayList(model.weeks()),
                model.weeksApart());
        ComboBox<?> times = new ChoiceField<>(texts.of("meeting.call.how-many"), FXCollections.observableArrayList(model.times()),
                model.howMany());
        List.of(apart, times).forEach(box -> box.visibleProperty().bind(several.selectedProperty()));
        HBox row = new HBox(several, apart, times);
        row.getStyleClass().add(Styles.ROW);
        HBox.setHgrow(several, Priority.NEVER);
        return row;
    }

    private void refresh() {
        List<Reason> reasons = new ArrayList<>();
        model.lacking().forEach(lacking -> reasons.add(new Reason(texts.name("meeting.lacking", lacking), () -> go(lacking))));
        call.reasons(reasons);
        consultant.faultProperty().set(model.lacking().contains(Lacking.CONSULTANT) ? texts.of("meeting.lacking.CONSULTANT") : "");
        purpose.field().faultProperty().set(model.lacking().contains(Lacking.PURPOSE) ? texts.of("meeting.lacking.PURPOSE") : "");
    }

    private void go(Lacking lacking) {
        switch (lacking) {
            case CONSULTANT -> {
                consultant.showFault();
                consultant.control().requestFocus();
            }
            case DAY -> time.focusDay();
            case HOUR -> time.focusHour();
            case PLACE -> time.focusPlace();
            case PURPOSE -> {
                purpose.field().showFault();
                purpose.control().requestFocus();
            }
        }
    }
}
