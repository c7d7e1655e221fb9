package se.trepart.model.result;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * A participation with what became of it in the time asked about (räknat deltagande).
 *
 * @param left whether the person left the labour-market activity by it
 * @param cameBack whether the person needed help again within twelve months after work or studies
 */
record Counted(Participation participation, Span span, LocalDate today, boolean left, boolean cameBack, MarkedTime marked) {

    private static final int MONTHS_TO_COME_BACK = 12;

    /** @param starts the person's, from every case */
    static Counted of(Participation one, Span span, LocalDate today, boolean left, Collection<LocalDate> starts,
            Collection<MarkedDay> marked) {
        LocalDate ended = one.endedOn();
        boolean back = ended != null && one.endedWithin(span) && one.workOrStudies(today) && starts.stream()
                .anyMatch(on -> on.isAfter(ended) && !on.isAfter(ended.plusMonths(MONTHS_TO_COME_BACK)) && !on.isAfter(today));
        return new Counted(one, span, today, left, back, MarkedTime.of(marked, one, span));
    }

    boolean started() {
        return participation.startedWithin(span);
    }

    boolean running() {
        return participation.runs(span);
    }

    boolean ended() {
        return participation.endedWithin(span);
    }

    boolean workOrStudies() {
        return ended() && participation.workOrStudies(today);
    }

    boolean leftToWorkOrStudies() {
        return left && participation.workOrStudies(today);
    }

    boolean extended() {
        return participation.extended() && (ended() || running());
    }

    boolean first() {
        return started() && participation.daysToAction() != null;
    }

    /** Days from the first to the last, both counted. */
    int days() {
        LocalDate ended = participation.endedOn();
        return (int) ChronoUnit.DAYS.between(participation.startedOn(), ended == null ? today : ended) + 1;
    }

    boolean nothing() {
        return !started() && !running() && !ended();
    }
}
