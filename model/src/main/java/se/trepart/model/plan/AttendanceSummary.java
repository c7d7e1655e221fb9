package se.trepart.model.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * A month of a person's attendance as told to the caseworker (månadsrapport om närvaro), once a month; a correction is sent in the same
 * document and needs a receipt of its own. The id follows from the person and the month.
 *
 * @param month the month it is about
 * @param words the consultant's own; may be empty
 * @param receipt that the caseworker has read it; null until then
 */
public record AttendanceSummary(UUID id, UUID unitId, UUID caseId, UUID memberId, YearMonth month, AttendanceSum sum, String words,
        Instant sentAt, UUID sentBy, @Nullable Receipt receipt) implements Document {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** Who has read it and when. */
    public record Receipt(UUID by, Instant at) {}

    /** The month as it is marked now. */
    public static AttendanceSummary send(UUID unitId, UUID caseId, UUID memberId, YearMonth month, Collection<Attendance> attendances,
            String words, UUID by, Instant at) {
        AttendanceSum sum = AttendanceSum.of(attendances.stream().filter(attendance -> attendance.memberId().equals(memberId)).toList(),
                month.atDay(1), month.atEndOfMonth());
        return new AttendanceSummary(Attendance.idOf("summary/" + memberId + "/" + month), unitId, caseId, memberId, month, sum, words, at,
                by, null);
    }

    public AttendanceSummary receive(UUID by, Instant at) {
        return new AttendanceSummary(id, unitId, caseId, memberId, month, sum, words, sentAt, sentBy, new Receipt(by, at));
    }

    /** Whether what is marked now says something else than what was told. */
    public boolean outdated(Collection<Attendance> attendances) {
        return !send(unitId, caseId, memberId, month, attendances, words, sentBy, sentAt).sum.equals(sum);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.ATTENDANCE_SUMMARY;
    }

    @Override
    public String documentState() {
        return receipt == null ? "SENT" : "READ";
    }

    @Override
    public LocalDate documentDate() {
        return sentAt.atZone(SWEDEN).toLocalDate();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "AttendanceSummary[" + id + "]";
    }
}
