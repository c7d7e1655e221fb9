package se.trepart.model.result;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.plan.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * One person's time in one action, as results count it (deltagande). It tells nothing of who the person is but what groups are made of.
 *
 * @param person the same for the same person in every case
 * @param kind a key of the catalogue of kinds
 * @param endedOn null while it runs
 * @param outcome null while it runs
 * @param workCountsFrom the day from which it counts as work (R28); null when it never does
 * @param age of the person on the day it started
 * @param obstacle a key of the catalogue, as it was that day; empty when nobody had chosen one
 * @param monthsOnAid whole months from the day the case was opened to the day it started; breaks are not taken out, since whether aid was
 *            granted is for those who see money only
 * @param daysToReferral from the day the case was opened to the person's first referral; null unless this is the person's first action of
 *            the case, or without referral
 * @param daysToAction from the day the case was opened; null unless this is the person's first action of the case
 */
public record Participation(UUID actionId, UUID caseId, UUID memberId, UUID unitId, UUID person, String kind, String place,
        LocalDate startedOn, @Nullable LocalDate endedOn, @Nullable Outcome outcome, @Nullable LocalDate workCountsFrom, boolean extended,
        int age, String obstacle, int monthsOnAid, @Nullable Integer daysToReferral, @Nullable Integer daysToAction) {

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

    /** R28: led to work that had lasted an unbroken month by that day, or to studies. */
    public boolean workOrStudies(LocalDate today) {
        return outcome == Outcome.STUDIES || workCountsFrom != null && !workCountsFrom.isAfter(today);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Participation[" + actionId + "]";
    }
}
