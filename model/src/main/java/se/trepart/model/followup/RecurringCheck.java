package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Investigation;

import org.jspecify.annotations.Nullable;

/**
 * A check that comes back (återkommande kontroll) and when it is due next. R7.
 *
 * @param lastOn when it was last done, null when never
 * @param dueOn the last day plus the interval; the day the case's first investigation began when never done
 */
public record RecurringCheck(ChecklistStep step, @Nullable LocalDate lastOn, LocalDate dueOn) {

    /** The recurring steps of a template with their dates, the most urgent first. A step marked not relevant does not count as done. */
    public static List<RecurringCheck> of(Collection<Investigation> previous, ChecklistTemplate template, LocalDate today) {
        LocalDate first = previous.stream().map(Investigation::startedOn).min(Comparator.naturalOrder()).orElse(today);
        return template.steps().stream().filter(ChecklistStep::recurs).map(step -> {
            Optional<LocalDate> last = lastDone(previous, step.key());
            return new RecurringCheck(step, last.orElse(null), last.map(on -> on.plusMonths(step.intervalMonths())).orElse(first));
        }).sorted(Comparator.comparing(RecurringCheck::dueOn)).toList();
    }

    /** Keys of the steps that are due today: what an investigation starts with. */
    public static Set<String> due(Collection<Investigation> previous, ChecklistTemplate template, LocalDate today) {
        return of(previous, template, today).stream()
                .filter(check -> check.due(today))
                .map(check -> check.step().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean due(LocalDate today) {
        return !dueOn.isAfter(today);
    }

    /** Whether it is time to show it, so many days before it is due. */
    public boolean near(LocalDate today, int warningDays) {
        return !dueOn.minusDays(warningDays).isAfter(today);
    }

    private static Optional<LocalDate> lastDone(Collection<Investigation> previous, String key) {
        return previous.stream()
                .flatMap(investigation -> investigation.item(key).stream())
                .filter(item -> item.state() == CheckState.DONE && item.checkedOn() != null)
                .map(CheckItem::checkedOn)
                .max(Comparator.naturalOrder());
    }
}
