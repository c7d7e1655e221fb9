package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What an action is (insatsens villkor). R23: there is always a last day.
 *
 * @param kind a key of {@link ActionKind}
 * @param place where, in words
 * @param responsible who at the place or in the unit answers for it
 */
public record ActionTerms(String kind, String place, UUID responsible, LocalDate startsOn, LocalDate endsOn, int hoursAWeek, String goal) {

    private static final int HOURS_OF_A_WEEK = 7 * 24;

    /** @throws IllegalArgumentException when it ends before it starts or the hours are not those of a week */
    public ActionTerms {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("an action ends on the day it starts or later");
        }
        if (hoursAWeek < 0 || hoursAWeek > HOURS_OF_A_WEEK) {
            throw new IllegalArgumentException("hours a week");
        }
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
