package se.trepart.app.attendance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.attendance.AttendanceViewModel.Page;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.View;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;

import org.kordamp.ikonli.feather.Feather;

/** The place where attendance is marked (Närvaro): the week of a group, the month of a person, the month's reports. */
public final class AttendanceView implements View {

    private static final int SUNDAY = 6;

    private final AttendanceViewModel model;
    private final Texts texts;
    private final AttendanceGrid grid;
    private final MarkStrip strip;
    private final MarkEditViewModel edit;
    private final PersonMonthView person;
    private final MonthReportView report;
    private final ToggleGroup pages = new ToggleGroup();
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final Label weekTitle = Labels.strong("");
    private final Label saved = Labels.muted("");
    private final Label message = Labels.hint("");
    private final ChoiceField<AttendanceViewModel.Group> groups;
    private final VBox week = new VBox();
    private final VBox body = new VBox();
    private final VBox page;
    private final MainAction allPresent;
    private Subscription bound = Subscription.EMPTY;

    public AttendanceView(AttendanceViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        edit = new MarkEditViewModel(model.desk(), model.grid());
        grid = new AttendanceGrid(model.grid(), texts, texts.of("attendance.who"), this::edit);
        strip = new MarkStrip(edit, model.grid(), texts, grid::requestFocus);
        person = new PersonMonthView(model, texts);
        report = new MonthReportView(model.report(), texts);
        groups = new ChoiceField<>(texts.of("attendance.group"), model.groups(), model.group());
        allPresent = new MainAction(texts.of("attendance.all-present"), model.grid()::markAll);
        saved.setMinWidth(Region.USE_PREF_SIZE);
        HBox status = new HBox(saved, message);
        status.getStyleClass().add(Styles.ROW);
        HBox.setHgrow(message, Priority.ALWAYS);
        allPresent.getChildren().addFirst(status);
        HBox.setHgrow(status, Priority.ALWAYS);
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox.setVgrow(week, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        week.getStyleClass().add(AttendanceStyles.WEEK);
        week.getChildren().addAll(weekBar(), legend(texts), grid, strip, allPresent);
        page = new VBox(head(), body);
        page.getStyleClass().add(Styles.PAGE);
        page.getStylesheets().add(AttendanceStyles.stylesheet());
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        model.opened();
        grid.opened();
        message.textProperty().bind(model.grid().message());
        saved.textProperty().bind(Bindings.createStringBinding(this::savedText, model.writer().unsaved(), model.writer().savedAt()));
        grid.placeholderProperty().bind(Bindings.createObjectBinding(this::placeholder, model.loaded(), model.loading(), model.group()));
        bound = Subscription.combine(strip.opened(), model.monday().subscribe(this::showWeek), model.page().subscribe(this::showPage),
                () -> {
                    message.textProperty().unbind();
                    saved.textProperty().unbind();
                    grid.placeholderProperty().unbind();
                    grid.closed();
                    person.closed();
                    report.closed();
                });
    }

    @Override
    public void closed() {
        edit.leave();
        bound.unsubscribe();
        model.closed();
    }

    @Override
    public void mainAction() {
        switch (model.page().get()) {
            case WEEK -> allPresent.fire();
            case PERSON -> person.mainAction();
            case REPORT -> report.mainAction();
        }
    }

    @Override
    public void undo() {
        if (model.page().get() == Page.PERSON) {
            model.person().grid().undo();
        } else {
            model.grid().undo();
        }
    }

    @Override
    public String help() {
        return texts.of("attendance.help");
    }

    /** Each kind by its letter, shape and name, and what else the keys do. */
    static Node legend(Texts texts) {
        StringBuilder words = new StringBuilder();
        AttendanceGrid.letters(texts)
                .forEach((letter, presence) -> words.append(letter)
                        .append('\u00A0')
                        .append(texts.name("attendance.presence", presence).replace(' ', '\u00A0'))
                        .append("   "));
        Label legend = Labels.hint(words + texts.of("attendance.keys"));
        legend.getStyleClass().add(AttendanceStyles.LEGEND);
        return legend;
    }

    /** "mån 16" for the days of a week. */
    static String dayHead(Texts texts, LocalDate day) {
        return texts.name("attendance.short-day", day.getDayOfWeek()) + " " + day.getDayOfMonth();
    }

    static Button step(Texts texts, Feather icon, String key, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add(Styles.ICON_BUTTON);
        button.setAccessibleText(texts.of(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox head() {
        HBox tabRow = new HBox();
        tabRow.getStyleClass().add(AttendanceStyles.PAGES);
        for (Page one : Page.values()) {
            ToggleButton tab = new ToggleButton(texts.name("attendance.page", one));
            tab.setToggleGroup(pages);
            tab.setOnAction(_ -> {
                tab.setSelected(true);
                model.show(one);
            });
            tabs.put(one, tab);
            tabRow.getChildren().add(tab);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("attendance.title")), space, tabRow);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        return head;
    }

    private HBox weekBar() {
        Button today = new Button(texts.of("attendance.this-week"));
        today.setOnAction(_ -> model.thisWeek());
        CheckBox weekend = new CheckBox(texts.of("attendance.weekend"));
        weekend.selectedProperty().bindBidirectional(model.weekend());
        HBox bar = new HBox(groups, step(texts, Feather.CHEVRON_LEFT, "attendance.week-before", () -> model.week(-1)), weekTitle,
                step(texts, Feather.CHEVRON_RIGHT, "attendance.week-after", () -> model.week(1)), today, weekend);
        bar.getStyleClass().addAll(Styles.ROW, Styles.FILTERS);
        return bar;
    }

    private void edit() {
        strip.edit();
    }

    private void showWeek(LocalDate monday) {
        LocalDate sunday = monday.plusDays(SUNDAY);
        String from = monday.getMonth() == sunday.getMonth()
                ? Integer.toString(monday.getDayOfMonth())
                : model.desk().formats().shortDate(monday);
        weekTitle.setText(texts.of("attendance.week-title", monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), from, Formats.longDate(sunday)));
        grid.heads(day -> dayHead(texts, monday.plusDays(day)));
    }

    private void showPage(Page now) {
        tabs.forEach((one, tab) -> tab.setSelected(one == now));
        person.closed();
        report.closed();
        switch (now) {
            case WEEK -> {
                body.getChildren().setAll(week);
                grid.requestFocus();
            }
            case PERSON -> {
                body.getChildren().setAll(person);
                person.opened();
            }
            case REPORT -> {
                body.getChildren().setAll(report);
                report.opened();
            }
        }
    }

    private String savedText() {
        return savedText(model, texts);
    }

    static String savedText(AttendanceViewModel model, Texts texts) {
        int unsaved = model.writer().unsaved().get();
        if (unsaved > 0) {
            return texts.count("attendance.unsaved", unsaved);
        }
        var at = model.writer().savedAt().get();
        return at == null ? "" : texts.of("attendance.saved", model.desk().formats().time(at));
    }

    private Node placeholder() {
        if (model.loading().get() || !model.loaded().get()) {
            return Labels.hint(texts.of("attendance.loading"));
        }
        return new EmptyState(texts.of("attendance.empty"), texts.of("attendance.empty-hint"));
    }

    static String shortDay(Texts texts, DayOfWeek day) {
        return texts.name("attendance.short-day", day);
    }
}
