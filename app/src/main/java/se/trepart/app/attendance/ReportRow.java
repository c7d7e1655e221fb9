package se.trepart.app.attendance;

import java.text.CollationKey;
import java.util.UUID;

import se.trepart.app.casefile.TypedText;
import se.trepart.model.plan.AttendanceSum;
import se.trepart.model.plan.AttendanceSummary;

import org.jspecify.annotations.Nullable;

/**
 * One person's month on the page of reports (rad bland månadsrapporterna).
 *
 * @param sum what is marked now
 * @param sent what was told the caseworker; null when nothing has been
 * @param status how it stands, in words
 * @param remains whether there is something to tell that has not been told
 * @param words the consultant's own, kept as typed until they are sent
 */
public record ReportRow(UUID unitId, UUID caseId, UUID memberId, String who, CollationKey order, AttendanceSum sum,
        @Nullable AttendanceSummary sent, String status, boolean remains, TypedText words) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ReportRow[" + memberId + "]";
    }
}
