package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.time.Holidays;

/**
 * What an action is (insatsens villkor). R23: there is always a last day.
 *
 * @param kind a key of {@link ActionKind}
 * @param place where, in words
 * @param responsible who at the place or in the unit answers for it
 */
public record ActionTerms(String kind, String place, UUID responsible, LocalDate startsOn, LocalDate endsOn, int hoursAWeek, String goal) {

    private static final int HOURS_OF_A_WEEK = 7 * 24;
    private static final int WORKING_DAYS = 5;
    private static final int DAY = 24 * 60;

    /** @throws IllegalArgumentException when it ends before it starts or the hours are not those of a week */
    public ActionTerms {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("an action ends on the day it starts or later");
        }
        if (hoursAWeek < 0 || hoursAWeek > HOURS_OF_A_WEEK) {
            throw new IllegalArgumentException("hours a week");
        }
    }

    /** The day's share of the week's hours, in minutes: a fifth on each working day that the action runs, nothing on a free day. */
    public int plannedMinutes(LocalDate day) {
        boolean runs = !day.isBefore(startsOn) && !day.isAfter(endsOn);
        return runs && !Holidays.isFree(day) ? Math.min(hoursAWeek * 60 / WORKING_DAYS, DAY) : 0;
    }

    public ActionTerms until(LocalDate newEndsOn) {
        return new ActionTerms(kind, place, responsible, startsOn, newEndsOn, hoursAWeek, goal);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ActionTerms[" + startsOn + " to " + endsOn + "]";
    }
}
