package se.trepart.app.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import se.trepart.app.result.ResultSheet.Bar;
import se.trepart.app.result.ResultSheet.Bars;
import se.trepart.app.result.ResultSheet.Behind;
import se.trepart.app.result.ResultSheet.Cell;
import se.trepart.app.result.ResultSheet.Figure;
import se.trepart.app.result.ResultSheet.Line;
import se.trepart.app.result.ResultSheet.Section;
import se.trepart.app.text.Formats;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Outcome;
import se.trepart.model.result.Grouping;
import se.trepart.model.result.MarkedTime;
import se.trepart.model.result.Measure;
import se.trepart.model.result.Participation;
import se.trepart.model.result.ResultRow;
import se.trepart.model.result.Results;
import se.trepart.model.result.ShownCount;
import se.trepart.model.result.ShownResults;
import se.trepart.model.result.TypicalDays;

import org.jspecify.annotations.Nullable;

/** Turns results into words and numbers (resultat i ord). */
final class ResultSheets {

    private static final int MINUTES = 60;

    private final Texts texts;
    private final int smallCount;
    private final boolean lists;

    /** @param lists whether the user may see whom a number counts */
    ResultSheets(Texts texts, int smallCount, boolean lists) {
        this.texts = texts;
        this.smallCount = smallCount;
        this.lists = lists;
    }

    /**
     * @param others those that a filter left out; null when none was
     * @param before the same question about the time before; its own others beside it
     * @param markedRead whether the attendance has been read
     */
    ResultSheet sheet(String period, String choices, Grouping grouping, Results results, @Nullable ResultRow others, ShownResults before,
            boolean markedRead) {
        Page page = new Page(grouping, results, new ShownResults(results.rows(), results.total(), others, smallCount), before, markedRead);
        return new ResultSheet(period, choices, page.figures(), page.sections(), page.notes(), markedRead);
    }

    String group(Grouping grouping, String key) {
        return switch (grouping) {
            case NONE -> texts.of("result.total");
            case KIND -> ActionKind.nameOf(key);
            case PLACE -> key.isEmpty() ? texts.of("result.no-place") : key;
            case AGE -> coded("result.age", key);
            case OBSTACLE -> Obstacle.of(key)
                    .map(one -> one.choice().isEmpty() ? one.group() : one.group() + ", " + one.choice())
                    .orElse(texts.of("result.no-obstacle"));
            case TIME_ON_AID -> coded("result.aid", key);
        };
    }

    /** One page at work. */
    private final class Page {

        private final Grouping grouping;
        private final Results results;
        private final ShownResults shown;
        private final ShownResults before;
        private final boolean markedRead;
        private final ResultRow total;

        Page(Grouping grouping, Results results, ShownResults shown, ShownResults before, boolean markedRead) {
            this.grouping = grouping;
            this.results = results;
            this.shown = shown;
            this.before = before;
            this.markedRead = markedRead;
            total = results.total();
        }

        List<Figure> figures() {
            return List.of(counted(Measure.STARTED), counted(Measure.RUNNING), counted(Measure.ENDED), shareOf(Measure.WORK_OR_STUDIES),
                    shareOf(Measure.LEFT_TO_WORK_OR_STUDIES), waited(), absent(), cameBack());
        }

        private Figure counted(Measure measure) {
            return new Figure(name(measure), text(shown.count(total, measure)), earlier(text(before.count(before.total(), measure))),
                    behind(name(measure), total, measure));
        }

        private Figure shareOf(Measure measure) {
            return new Figure(name(measure), percent(shown.share(total, measure)),
                    coded("result.of", measure.name(), text(shown.count(total, measure)),
                            text(shown.count(total, measure.of().orElseThrow()))) + " "
                            + earlier(percent(before.share(before.total(), measure))),
                    behind(name(measure), total, measure));
        }

        private Figure cameBack() {
            return new Figure(name(Measure.CAME_BACK), text(shown.count(total, Measure.CAME_BACK)),
                    texts.of("result.came-back", text(shown.count(total, Measure.WORK_OR_STUDIES))),
                    behind(name(Measure.CAME_BACK), total, Measure.CAME_BACK));
        }

        private Figure waited() {
            String days = days(shown.toAction(total), TypicalDays::median).text();
            return new Figure(texts.of("result.waited"), days.equals("–") ? days : texts.of("result.days", days),
                    texts.of("result.waited-detail", days(shown.toReferral(total), TypicalDays::median).text()) + " "
                            + earlier(days(before.toAction(before.total()), TypicalDays::median).text()),
                    behind(texts.of("result.waited"), total, Measure.FIRST));
        }

        private Figure absent() {
            Optional<MarkedTime> time = shown.marked(total);
            return new Figure(texts.of("result.absent"), marked(time, MarkedTime::invalidDays).text(),
                    texts.of("result.absent-detail", marked(time, MarkedTime::days).text()),
                    behind(texts.of("result.marked"), total, Measure.MARKED));
        }

        private String earlier(String value) {
            return texts.of("result.before", value);
        }

        List<Section> sections() {
            return List.of(actions(), outcomes(), times(), attendance());
        }

        private Section actions() {
            List<String> headings = List.of(heading("started"), heading("running"), heading("ended"), heading("work"), heading("share"),
                    heading("national"), heading("extended"), heading("mean"), heading("median"));
            return new Section(texts.of("result.section.actions"), texts.name("result.by", grouping), headings, lines(row -> {
                Cell work = count(row, Measure.WORK_OR_STUDIES);
                Cell left = count(row, Measure.LEFT_TO_WORK_OR_STUDIES);
                return List.of(count(row, Measure.STARTED), count(row, Measure.RUNNING), count(row, Measure.ENDED), work,
                        share(row, Measure.WORK_OR_STUDIES, work), share(row, Measure.LEFT_TO_WORK_OR_STUDIES, left),
                        count(row, Measure.EXTENDED), days(shown.length(row), TypicalDays::mean),
                        days(shown.length(row), TypicalDays::median));
            }), grouping == Grouping.NONE ? null : shares());
        }

        private Section outcomes() {
            List<Outcome> all = List.of(Outcome.values());
            return new Section(texts.of("result.section.outcomes"), texts.name("result.by", grouping),
                    all.stream().map(outcome -> texts.name("result.outcome", outcome)).toList(),
                    lines(row -> all.stream().map(outcome -> outcome(row, outcome)).toList()), ended(all));
        }

        private Section times() {
            List<String> headings = List.of(heading("referral-mean"), heading("referral-median"), heading("action-mean"),
                    heading("action-median"), heading("came-back"));
            return new Section(texts.of("result.section.times"), texts.name("result.by", grouping), headings,
                    lines(row -> List.of(days(shown.toReferral(row), TypicalDays::mean), days(shown.toReferral(row), TypicalDays::median),
                            days(shown.toAction(row), TypicalDays::mean), days(shown.toAction(row), TypicalDays::median),
                            count(row, Measure.CAME_BACK))),
                    null);
        }

        private Section attendance() {
            List<String> headings = List.of(heading("planned"), heading("attended"), heading("attendance"), heading("invalid"));
            return new Section(texts.of("result.section.attendance"), texts.name("result.by", grouping), headings, lines(row -> {
                Optional<MarkedTime> time = shown.marked(row);
                return List.of(marked(time, sum -> sum.plannedMinutes() / MINUTES), marked(time, sum -> sum.attendedMinutes() / MINUTES),
                        attendance(time), marked(time, MarkedTime::invalidDays));
            }), null);
        }

        List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (shown.hides()) {
                notes.add(texts.of("result.note.hidden", smallCount));
            }
            notes.addAll(List.of(texts.of("result.note.work"), texts.of("result.note.national"), texts.of("result.note.back"),
                    texts.of("result.note.waited"), texts.of("result.note.aid")));
            return notes;
        }

        private List<Line> lines(Function<ResultRow, List<Cell>> cells) {
            List<Line> lines = new ArrayList<>();
            if (grouping != Grouping.NONE) {
                rows().forEach(row -> lines.add(new Line(group(grouping, row.key()), cells.apply(row), false)));
            }
            lines.add(new Line(texts.of("result.total"), cells.apply(total), true));
            return lines;
        }

        /** Ages and times in their own order, all else as it is read. */
        private List<ResultRow> rows() {
            boolean ownOrder = grouping == Grouping.AGE || grouping == Grouping.TIME_ON_AID;
            return ownOrder ? shown.rows() : SwedishOrder.sorted(shown.rows(), row -> group(grouping, row.key()));
        }

        private Bars shares() {
            String title = texts.of("result.chart.shares");
            List<Bar> bars = rows().stream()
                    .map(row -> bar(group(grouping, row.key()), shown.share(row, Measure.WORK_OR_STUDIES).orElse(0.0),
                            percent(shown.share(row, Measure.WORK_OR_STUDIES))))
                    .toList();
            return bars(title, bars);
        }

        private Bars ended(List<Outcome> all) {
            List<Bar> bars = all.stream()
                    .map(outcome -> bar(texts.name("result.outcome", outcome), shown.outcome(total, outcome).count(),
                            text(shown.outcome(total, outcome))))
                    .sorted(Comparator.comparing(Bar::value).reversed())
                    .toList();
            return bars(texts.of("result.chart.outcomes"), bars);
        }

        private Bar bar(String name, double value, String text) {
            return new Bar(texts.of("result.bar", name, text), value);
        }

        private Bars bars(String title, List<Bar> bars) {
            return new Bars(title, bars,
                    texts.of("result.chart.words", title, bars.stream().map(Bar::name).collect(Collectors.joining(", "))));
        }

        private Cell count(ResultRow row, Measure measure) {
            ShownCount count = shown.count(row, measure);
            return new Cell(text(count), text(count), behind(name(measure), row, measure));
        }

        private Cell outcome(ResultRow row, Outcome outcome) {
            String text = text(shown.outcome(row, outcome));
            return new Cell(text, text, behind(texts.name("result.outcome", outcome), row, () -> results.behind(row, outcome)));
        }

        private Cell share(ResultRow row, Measure measure, Cell count) {
            Optional<Double> share = shown.share(row, measure);
            return new Cell(percent(share), share.map(ResultSheets::decimal).orElse(""), count.behind());
        }

        private Cell attendance(Optional<MarkedTime> time) {
            if (!markedRead) {
                return new Cell("…");
            }
            Optional<Double> share = time.filter(sum -> sum.plannedMinutes() > 0)
                    .map(sum -> 100.0 * sum.attendedMinutes() / sum.plannedMinutes());
            return new Cell(percent(share), share.map(ResultSheets::decimal).orElse(""), null);
        }

        private Cell marked(Optional<MarkedTime> time, Function<MarkedTime, Integer> number) {
            return markedRead ? time.map(number).map(ResultSheets.this::whole).orElse(new Cell("–", "", null)) : new Cell("…");
        }

        private @Nullable Behind behind(String what, ResultRow row, Measure measure) {
            return behind(what, row, () -> results.behind(row, measure));
        }

        private @Nullable Behind behind(String what, ResultRow row, Supplier<List<Participation>> people) {
            String group = row == total || grouping == Grouping.NONE ? "" : ", " + group(grouping, row.key());
            return lists ? new Behind(what + group, people) : null;
        }
    }

    private String name(Measure measure) {
        return texts.name("result.measure", measure);
    }

    /** The text of a code that is no constant. */
    private String coded(String prefix, String code, Object... values) {
        return texts.of(prefix + "." + code, values);
    }

    private String heading(String column) {
        return coded("result.column", column);
    }

    private String text(ShownCount count) {
        return switch (count.state()) {
            case SHOWN -> grouped(count.count());
            case SMALL -> "<" + smallCount;
            case HELD -> texts.of("result.held");
        };
    }

    private Cell whole(int number) {
        return new Cell(grouped(number), Integer.toString(number), null);
    }

    private Cell days(Optional<TypicalDays> days, Function<TypicalDays, Double> number) {
        return days.map(number)
                .map(value -> new Cell(grouped((int) Math.round(value)), decimal(value), null))
                .orElse(new Cell("–", "", null));
    }

    private static String percent(Optional<Double> share) {
        return share.map(value -> Math.round(value) + "\u00A0%").orElse("–");
    }

    private static String decimal(double value) {
        return String.format(Formats.SWEDISH, "%.1f", value);
    }

    /** 1 234 with spaces that do not break. */
    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00A0');
    }

}
