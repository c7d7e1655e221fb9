package se.trepart.model.result;

import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** What is counted (nyckeltal). R28 */
public enum Measure {
    /** påbörjade */
    STARTED(Counted::started),
    /** pågår på periodens sista dag */
    RUNNING(Counted::running),
    /** avslutade */
    ENDED(Counted::ended),
    /** till arbete som har varat en månad, eller studier (R28), av de avslutade */
    WORK_OR_STUDIES(Counted::workOrStudies, ENDED),
    /** har lämnat verksamheten: persons, see {@link Results} */
    LEFT(Counted::left),
    /** till arbete eller studier av dem som har lämnat verksamheten: Kolada U40455 */
    LEFT_TO_WORK_OR_STUDIES(Counted::leftToWorkOrStudies, LEFT),
    /** pågår på periodens sista dag eller har avslutats */
    COULD_BE_EXTENDED(one -> one.ended() || one.running()),
    /** förlängda, av dem som pågår eller har avslutats */
    EXTENDED(Counted::extended, COULD_BE_EXTENDED),
    /** tillbaka inom tolv månader, av dem som gick till arbete eller studier */
    CAME_BACK(Counted::cameBack, WORK_OR_STUDIES),
    /** med närvaro markerad under perioden */
    MARKED(one -> one.marked().days() > 0),
    /** personens första insats i ärendet, påbörjad under perioden */
    FIRST(Counted::first);

    private final Predicate<Counted> holds;
    private final @Nullable Measure of;

    Measure(Predicate<Counted> holds) {
        this(holds, null);
    }

    Measure(Predicate<Counted> holds, @Nullable Measure of) {
        this.holds = holds;
        this.of = of;
    }

    boolean holds(Counted one) {
        return holds.test(one);
    }

    /** What it is a share of; empty when it is none. */
    public Optional<Measure> of() {
        return Optional.ofNullable(of);
    }
}
