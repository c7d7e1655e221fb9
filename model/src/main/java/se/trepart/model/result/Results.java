package se.trepart.model.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import se.trepart.model.plan.Outcome;
import se.trepart.model.result.CaseResult.Start;

/**
 * Answers a question about results (uppföljning av resultat). R28
 *
 * <p>Most figures count actions. The national key figure U40455 counts persons who leave the municipality's labour-market activity: whoever
 * has an action that ended in the time asked about, none that runs on its last day, and whose last one did not lead on to another; each
 * once, in the group of the last one. To work as R28 has it (at least an unbroken month, never a municipal labour-market employment, which
 * is an action), or to studies. Whether studies entitle to student aid, which the national figure wants, nobody has noted: all are counted.
 */
public final class Results {

    private final Grouping grouping;
    private final List<Counted> counted;
    private final List<ResultRow> rows;
    private final ResultRow total;

    private Results(Grouping grouping, List<Counted> counted) {
        this.grouping = grouping;
        this.counted = List.copyOf(counted);
        rows = counted.stream()
                .collect(Collectors.groupingBy(this::key, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> ResultRow.of(group.getKey(), group.getValue()))
                .toList();
        total = ResultRow.of("", counted);
    }

    /**
     * @param marked the marked days of an action
     * @param among which of them to count; whether somebody left or came back is judged by all
     * @param today what begins later has not begun
     */
    public static Results of(Collection<CaseResult> cases, Function<Participation, List<MarkedDay>> marked, Predicate<Participation> among,
            Grouping grouping, Span span, LocalDate today) {
        List<Participation> begun = cases.stream()
                .flatMap(one -> one.participations().stream())
                .filter(one -> !one.startedOn().isAfter(today))
                .toList();
        Map<UUID, List<LocalDate>> starts = cases.stream()
                .flatMap(one -> one.starts().stream())
                .collect(Collectors.groupingBy(Start::person, Collectors.mapping(Start::on, Collectors.toList())));
        Set<UUID> left = left(begun, span);
        List<Counted> counted = new ArrayList<>();
        for (Participation one : begun.stream().filter(among).toList()) {
            Counted count = Counted.of(one, span, today, left.contains(one.actionId()), starts.getOrDefault(one.person(), List.of()),
                    marked.apply(one));
            if (!count.nothing()) {
                counted.add(count);
            }
        }
        return new Results(grouping, counted);
    }

    /** The actions by which somebody left. */
    private static Set<UUID> left(List<Participation> begun, Span span) {
        Map<UUID, Participation> last = new HashMap<>();
        Set<UUID> running = new HashSet<>();
        Comparator<Participation> order = Comparator.comparing(Participation::endedOn).thenComparing(one -> one.actionId().toString());
        for (Participation one : begun) {
            if (one.runs(span)) {
                running.add(one.person());
            } else if (one.endedWithin(span)) {
                last.merge(one.person(), one, (a, b) -> order.compare(a, b) < 0 ? b : a);
            }
        }
        last.keySet().removeAll(running);
        return last.values()
                .stream()
                .filter(one -> one.outcome() != Outcome.CONTINUES)
                .map(Participation::actionId)
                .collect(Collectors.toSet());
    }

    /** One a group in which anything happened, by key. */
    public List<ResultRow> rows() {
        return rows;
    }

    /** All of them together. */
    public ResultRow total() {
        return total;
    }

    /** Those whom a figure counts; of all groups when the row is the total. */
    public List<Participation> behind(ResultRow row, Measure measure) {
        return behind(row, measure::holds);
    }

    /** Those who ended so; of all groups when the row is the total. */
    public List<Participation> behind(ResultRow row, Outcome outcome) {
        return behind(row, one -> one.ended() && one.participation().outcome() == outcome);
    }

    private List<Participation> behind(ResultRow row, Predicate<Counted> which) {
        return counted.stream()
                .filter(one -> row == total || key(one).equals(row.key()))
                .filter(which)
                .map(Counted::participation)
                .toList();
    }

    private String key(Counted one) {
        return grouping.key(one.participation());
    }
}
