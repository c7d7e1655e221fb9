package se.trepart.app.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;

/**
 * A person's actions in time (tidslinje): whole months, wide enough for everything in them and for today.
 *
 * @param followUps done ones and the next
 */
public record TimelineRows(YearMonth first, YearMonth last, LocalDate today, List<Row> rows, List<FollowUp> followUps) {

    /**
     * One action.
     *
     * @param to the last day: of one that has ended the day it did
     * @param agreedTo the last day before it was extended; the same as {@code to} when it was not
     * @param invalid days away without a valid reason
     */
    public record Row(UUID actionId, String name, LocalDate from, LocalDate to, LocalDate agreedTo, Action.Status status,
            List<LocalDate> invalid) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Row[" + actionId + "]";
        }
    }

    /** A day on which the plan was followed up or is to be. */
    public record FollowUp(LocalDate on, boolean done) {}

    /** @param plan null when there is none yet */
    public static TimelineRows of(@Nullable Plan plan, Collection<Action> actions, Collection<Attendance> attendances, LocalDate today) {
        List<Row> rows = actions.stream()
                .sorted(Comparator.comparing((Action action) -> action.terms().startsOn()).thenComparing(Action::id))
                .map(action -> row(action, attendances, today))
                .toList();
        List<FollowUp> followUps = plan == null ? List.of() : followUps(plan);
        List<LocalDate> days = Stream
                .of(rows.stream().flatMap(row -> Stream.of(row.from, row.to, row.agreedTo)), followUps.stream().map(FollowUp::on),
                        Stream.of(today))
                .flatMap(all -> all)
                .sorted()
                .toList();
        return new TimelineRows(YearMonth.from(days.getFirst()), YearMonth.from(days.getLast()), today, rows, followUps);
    }

    private static Row row(Action action, Collection<Attendance> attendances, LocalDate today) {
        ActionEnding ending = action.ending();
        LocalDate to = ending == null ? action.terms().endsOn() : ending.on();
        LocalDate agreed = action.changes()
                .stream()
                .filter(change -> change.made() && change.extension())
                .findFirst()
                .map(ActionChange::before)
                .map(terms -> terms.endsOn())
                .orElse(to);
        List<LocalDate> invalid = attendances.stream()
                .filter(week -> week.actionId().equals(action.id()))
                .flatMap(week -> week.marks().stream())
                .filter(mark -> mark.presence() == Presence.INVALID)
                .map(Attendance.Mark::on)
                .sorted()
                .toList();
        String kind = ActionKind.nameOf(action.terms().kind());
        String place = action.terms().place();
        return new Row(action.id(), place.isBlank() ? kind : kind + ", " + place, action.terms().startsOn(), to,
                agreed.isBefore(to) ? agreed : to, action.status(today), invalid);
    }

    private static List<FollowUp> followUps(Plan plan) {
        LocalDate next = plan.followUpOn();
        return Stream
                .concat(plan.followUps().stream().map(done -> new FollowUp(done.on(), true)),
                        next == null ? Stream.empty() : Stream.of(new FollowUp(next, false)))
                .toList();
    }

    /** Where the day begins, as a share of the whole width. */
    double at(LocalDate day) {
        double all = ChronoUnit.DAYS.between(first.atDay(1), last.plusMonths(1).atDay(1));
        return ChronoUnit.DAYS.between(first.atDay(1), day) / all;
    }

    List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1)).toList();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "TimelineRows[" + first + " to " + last + "]";
    }
}
