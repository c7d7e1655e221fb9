package se.trepart.app.timeline;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.app.timeline.TimelineRows.FollowUp;
import se.trepart.app.timeline.TimelineRows.Row;
import se.trepart.model.plan.Action;

import org.jspecify.annotations.Nullable;

/**
 * Draws a person's actions in time: a bar each, today's line, follow-ups and days away without a valid reason. Every bar says in words how it
 * stands, and shapes tell what colours do: hollow is planned, full runs, striped is the extension, pale has ended. Arrow keys go from bar to
 * bar, Enter opens the action.
 */
public final class Timeline extends Region {

    private static final double NAME = 16;
    private static final double ROW = 3.2;
    private static final double BAR = 1.7;
    private static final double LEAST_MONTH = 2.6;
    /** words on a bar of full colour */
    private static final PseudoClass ON_COLOUR = PseudoClass.getPseudoClass("on-colour");

    private final TimelineRows rows;
    private final Texts texts;
    private final List<Column> months = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Region today = new Region();
    private final Label todayName;
    private final Label followUps;
    private final Label legend;

    private record Column(YearMonth month, Label name, Region line) {}

    private record Bar(Row row, Label name, Region bar, Region extension, Label words, List<Mark> away) {}

    private record Mark(LocalDate on, Label shape) {}

    /** @param open what Enter or a click on an action does */
    public Timeline(TimelineRows rows, Texts texts, Consumer<UUID> open) {
        this.rows = rows;
        this.texts = texts;
        getStyleClass().add("timeline");
        getStylesheets().add("/se/trepart/app/timeline/timeline.css");
        todayName = label(texts.of("timeline.today"), "timeline-today-name");
        followUps = label(texts.of("timeline.follow-ups"), "timeline-name");
        legend = label(texts.of("timeline.legend"), "timeline-legend");
        today.getStyleClass().add("timeline-today");
        rows.months().forEach(this::month);
        getChildren().addAll(today, todayName);
        followUps.setVisible(!rows.followUps().isEmpty());
        getChildren().add(followUps);
        rows.followUps().forEach(this::followUp);
        rows.rows().forEach(row -> bar(row, open));
        getChildren().add(legend);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    private void month(YearMonth month) {
        Region line = new Region();
        line.getStyleClass().add("timeline-month-line");
        String named = Formats.shortMonth(month);
        boolean withYear = month.equals(rows.first()) || month.getMonth() == Month.JANUARY;
        Label name = label(withYear ? named : named.split("\\p{Z}")[0], "timeline-month");
        months.add(new Column(month, name, line));
        getChildren().addAll(line, name);
    }

    private void followUp(FollowUp followUp) {
        Label shape = label(followUp.done() ? "◆" : "◇", "timeline-follow-up");
        shape.setTooltip(new Tooltip(texts.of(followUp.done() ? "timeline.followed-up" : "timeline.follow-up", day(followUp.on()))));
        shape.setAccessibleText(shape.getTooltip().getText());
        marks.add(new Mark(followUp.on(), shape));
        getChildren().add(shape);
    }

    private void bar(Row row, Consumer<UUID> open) {
        Label name = label(row.name(), "timeline-name");
        name.setWrapText(true);
        name.setTooltip(new Tooltip(row.name()));
        Region bar = new Region();
        bar.getStyleClass().addAll("timeline-bar", "timeline-" + row.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        bar.setFocusTraversable(true);
        bar.setAccessibleRole(AccessibleRole.BUTTON);
        bar.setAccessibleText(sentence(row));
        Tooltip.install(bar, new Tooltip(sentence(row)));
        bar.setOnMouseClicked(_ -> open.accept(row.actionId()));
        bar.setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                open.accept(row.actionId());
                pressed.consume();
            }
        });
        Region extension = new Region();
        extension.getStyleClass().add("timeline-extension");
        extension.setMouseTransparent(true);
        extension.setVisible(row.agreedTo().isBefore(row.to()));
        Label words = label(standing(row), "timeline-words");
        words.setMouseTransparent(true);
        List<Mark> away = row.invalid().stream().map(on -> new Mark(on, label("✕", "timeline-away"))).toList();
        bars.add(new Bar(row, name, bar, extension, words, away));
        getChildren().addAll(name, bar, extension, words);
        away.forEach(mark -> getChildren().add(mark.shape()));
    }

    /** How it stands, in the bar. */
    private String standing(Row row) {
        return switch (row.status()) {
            case PLANNED -> texts.of("timeline.planned", day(row.from()));
            case ONGOING, EXTENDED -> texts.count("timeline.left", row.to().toEpochDay() - rows.today().toEpochDay());
            case DUE_FOR_FOLLOW_UP -> texts.of("timeline.due");
            case ENDED -> texts.of("timeline.ended", day(row.to()));
        };
    }

    /** All of it, for who listens and for who points. */
    private String sentence(Row row) {
        StringBuilder sentence = new StringBuilder(
                texts.of("timeline.sentence", row.name(), day(row.from()), day(row.to()), standing(row)));
        if (row.agreedTo().isBefore(row.to())) {
            sentence.append(' ').append(texts.of("timeline.extended", day(row.agreedTo())));
        }
        if (!row.invalid().isEmpty()) {
            sentence.append(' ').append(texts.count("timeline.away", row.invalid().size()));
        }
        return sentence.toString();
    }

    private static String day(LocalDate day) {
        return Formats.longDate(day);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private void step(KeyEvent pressed) {
        int by = switch (pressed.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        List<Region> all = bars.stream().map(Bar::bar).toList();
        int next = all.indexOf(focused()) + by;
        if (by != 0 && next >= 0 && next < all.size()) {
            all.get(next).requestFocus();
            pressed.consume();
        }
    }

    private @Nullable Node focused() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    private double em() {
        return legend.getFont().getSize();
    }

    private int lines() {
        return bars.size() + (rows.followUps().isEmpty() ? 0 : 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return em() * (ROW + lines() * ROW + 2.2);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return em() * 30;
    }

    @Override
    protected double computePrefWidth(double height) {
        return em() * 54;
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double left = NAME * em;
        double wide = Math.max(0, getWidth() - left - em);
        double row = ROW * em;
        double bottom = row + lines() * row;
        layoutMonths(left, wide, em, row, bottom);
        double now = left + wide * rows.at(rows.today());
        today.resizeRelocate(now - 1, row * 0.55, 2, bottom - row * 0.55);
        todayName.autosize();
        todayName.relocate(within(now - todayName.getWidth() / 2, todayName.getWidth()), 0);
        double top = row;
        if (followUps.isVisible()) {
            name(followUps, left, top, row);
            for (Mark mark : marks) {
                centre(mark.shape(), left + wide * rows.at(mark.on()), top + row / 2);
            }
            top += row;
        }
        for (Bar bar : bars) {
            layout(bar, left, wide, top, em, row);
            top += row;
        }
        legend.autosize();
        legend.relocate(left, bottom + em * 0.6);
    }

    private void layoutMonths(double left, double wide, double em, double row, double bottom) {
        int every = (int) Math.max(1, Math.ceil(months.size() * LEAST_MONTH * em / Math.max(1, wide)));
        for (int i = 0; i < months.size(); i++) {
            Column month = months.get(i);
            double x = left + wide * rows.at(month.month.atDay(1));
            month.line.resizeRelocate(x, row * 0.55, 1, bottom - row * 0.55);
            month.name.setVisible(i % every == 0);
            month.name.autosize();
            month.name.relocate(x + em * 0.3, row * 0.5);
        }
    }

    private void layout(Bar bar, double left, double wide, double top, double em, double row) {
        name(bar.name, left, top, row);
        double height = BAR * em;
        double y = top + (row - height) / 2;
        double from = left + wide * rows.at(bar.row.from());
        double to = left + wide * rows.at(bar.row.to().plusDays(1));
        double agreed = left + wide * rows.at(bar.row.agreedTo().plusDays(1));
        double length = Math.max(em * 0.5, to - from);
        bar.bar.resizeRelocate(from, y, length, height);
        bar.extension.resizeRelocate(agreed, y, Math.max(0, from + length - agreed), height);
        bar.words.autosize();
        boolean inside = bar.words.getWidth() + em * 1.2 < length;
        boolean beside = from + length + bar.words.getWidth() + em < getWidth();
        bar.words.pseudoClassStateChanged(ON_COLOUR, inside && full(bar.row.status()));
        double words = inside
                ? from + em * 0.6
                : beside ? from + length + em * 0.4 : Math.max(left, from - bar.words.getWidth() - em * 0.4);
        bar.words.relocate(words, y + (height - bar.words.getHeight()) / 2);
        for (Mark mark : bar.away) {
            centre(mark.shape, left + wide * (rows.at(mark.on) + rows.at(mark.on.plusDays(1))) / 2, y - em * 0.1);
        }
    }

    private static boolean full(Action.Status status) {
        return status == Action.Status.ONGOING || status == Action.Status.EXTENDED;
    }

    private void name(Label name, double left, double top, double row) {
        double width = left - em();
        double height = Math.min(row, name.prefHeight(width));
        name.resizeRelocate(0, top + (row - height) / 2, width, height);
    }

    private static void centre(Label shape, double x, double y) {
        shape.autosize();
        shape.relocate(x - shape.getWidth() / 2, y - shape.getHeight() / 2);
    }

    private double within(double x, double width) {
        return Math.max(0, Math.min(x, getWidth() - width));
    }
}
