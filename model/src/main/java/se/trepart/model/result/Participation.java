package se.trepart.model.result;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;

import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * One person's time in one action, as results count it (deltagande). It tells nothing of who the person is but what groups are made of.
 *
 * @param kind a key of the catalogue of kinds
 * @param endedOn null while it runs
 * @param outcome null while it runs
 * @param work whether it led to work that has lasted an unbroken month (R28)
 * @param age of the person on the day it started
 * @param obstacle a key of the catalogue, as it was that day; empty when nobody had chosen one
 * @param monthsOnAid of the household within the twelve before it started
 */
public record Participation(UUID actionId, UUID caseId, UUID unitId, String kind, String place, LocalDate startedOn,
        @Nullable LocalDate endedOn, @Nullable Outcome outcome, boolean work, boolean extended, int age, String obstacle, int monthsOnAid,
        AttendanceSum attendance) {

    /** Of an action that has begun. */
    public static Participation of(Action action, int age, String obstacle, int monthsOnAid, Collection<Attendance> attendances,
            LocalDate today) {
        var ending = action.ending();
        LocalDate last = ending == null ? today : ending.on();
        AttendanceSum sum = AttendanceSum.of(attendances.stream().filter(week -> week.actionId().equals(action.id())).toList(),
                action.terms().startsOn(), last);
        return new Participation(action.id(), action.caseId(), action.unitId(), action.terms().kind(), action.terms().place(),
                action.terms().startsOn(), ending == null ? null : ending.on(), ending == null ? null : ending.outcome(),
                ending != null && ending.countsAsWork(today), action.extended(), age, obstacle, monthsOnAid, sum);
    }

    public boolean startedWithin(Span span) {
        return span.holds(startedOn);
    }

    public boolean endedWithin(Span span) {
        return endedOn != null && span.holds(endedOn);
    }

    /** Whether it runs on the last day of the time asked about. */
    public boolean runs(Span span) {
        return !startedOn.isAfter(span.last()) && (endedOn == null || endedOn.isAfter(span.last()));
    }

    /** Days from the first to the last, both counted; of one that runs until the day given. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(startedOn, endedOn == null ? today : endedOn) + 1;
    }

    /** Work that has lasted, or studies. */
    public boolean workOrStudies() {
        return work || outcome == Outcome.STUDIES;
    }

    /**
     * As the national key figure U40455 counts it: ended to work or to studies, however long it lasted.
     */
    public boolean workOrStudiesNationally() {
        return outcome != null && (outcome.work() || outcome == Outcome.STUDIES);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Participation[" + actionId + "]";
    }
}
