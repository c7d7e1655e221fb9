package se.trepart.app.attendance;

import java.time.DayOfWeek;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.attendance.AttendanceViewModel.Page;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.AttendanceSum;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One person's month in the grid (personens månad), week by week, with the month added up under it. */
final class PersonMonthView extends VBox {

    private final AttendanceViewModel model;
    private final PersonMonthViewModel person;
    private final Texts texts;
    private final AttendanceGrid grid;
    private final MarkStrip strip;
    private final MarkEditViewModel edit;
    private final Label name = Labels.heading("");
    private final Label month = Labels.strong("");
    private final Label sums = Labels.text("");
    private final Label saved = Labels.muted("");
    private final Label message = Labels.hint("");
    private Subscription bound = Subscription.EMPTY;

    PersonMonthView(AttendanceViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        person = model.person();
        edit = new MarkEditViewModel(model.desk(), person.grid());
        grid = new AttendanceGrid(person.grid(), texts, texts.of("attendance.week"), this::edit);
        grid.heads(day -> AttendanceView.shortDay(texts, DayOfWeek.of(day + 1)));
        strip = new MarkStrip(edit, person.grid(), texts, grid::requestFocus);
        Button back = new Button(texts.of("attendance.back-to-group"));
        back.setOnAction(_ -> model.show(Page.WEEK));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(name, AttendanceView.step(texts, Feather.CHEVRON_LEFT, "attendance.month-before", () -> person.month(-1)),
                month, AttendanceView.step(texts, Feather.CHEVRON_RIGHT, "attendance.month-after", () -> person.month(1)), space, back);
        bar.getStyleClass().add(Styles.ROW);
        HBox status = new HBox(saved, message);
        status.getStyleClass().add(Styles.ROW);
        grid.setPlaceholder(new EmptyState(texts.of("attendance.person-empty"), texts.of("attendance.person-empty-hint")));
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getStyleClass().add(AttendanceStyles.WEEK);
        getChildren().addAll(bar, AttendanceView.legend(texts), grid, strip, sums, status);
    }

    void opened() {
        grid.opened();
        name.textProperty().bind(person.name());
        message.textProperty().bind(person.grid().message());
        saved.textProperty()
                .bind(Bindings.createStringBinding(() -> AttendanceView.savedText(model, texts), model.writer().unsaved(),
                        model.writer().savedAt()));
        bound = Subscription.combine(strip.opened(), person.month().subscribe(of -> month.setText(Formats.month(of))),
                person.sum().subscribe(this::show), () -> {
                    name.textProperty().unbind();
                    message.textProperty().unbind();
                    saved.textProperty().unbind();
                    edit.leave();
                    grid.closed();
                });
        grid.requestFocus();
    }

    void closed() {
        bound.unsubscribe();
        bound = Subscription.EMPTY;
    }

    void mainAction() {
        person.grid().markAll();
    }

    private void edit() {
        strip.edit();
    }

    private void show(@Nullable AttendanceSum sum) {
        sums.setText(sum == null || sum.daysMarked() == 0 ? texts.of("attendance.month-unmarked") : words(sum));
    }

    private String words(AttendanceSum sum) {
        String kinds = AttendanceGrid.letters(texts)
                .values()
                .stream()
                .filter(presence -> sum.days(presence) > 0)
                .map(presence -> texts.count("attendance.days", sum.days(presence), texts.name("attendance.presence", presence)))
                .collect(Collectors.joining(", "));
        String weeks = sum.weeks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return texts.of("attendance.month-sum", Hours.text(sum.plannedMinutes()), Hours.text(sum.attendedMinutes()), kinds, weeks);
    }
}
