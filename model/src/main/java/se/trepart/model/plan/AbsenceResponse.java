package se.trepart.model.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

/**
 * What an invalid absence led to, by the caseworker (följd av ogiltig frånvaro). R24. The id follows from the mark, so that an absence has
 * one.
 *
 * @param markId the {@link Attendance.Mark} it is about
 * @param absentOn the day
 * @param why the caseworker's reasons
 */
public record AbsenceResponse(UUID id, UUID unitId, UUID caseId, UUID memberId, UUID markId, LocalDate absentOn, Led led, String why,
        UUID by, Instant at) implements Document {

    /** What it led to. */
    public enum Led {
        /** samtal, ingen följd för biståndet */
        TALKED,
        /** frånvaron visade sig giltig */
        WAS_VALID,
        /** biståndet sätts ned eller nekas i nästa beslut */
        IN_NEXT_DECISION,
        /** insatsen ändras */
        ACTION_CHANGED
    }

    /** @throws IllegalArgumentException without a reason */
    public static AbsenceResponse record(Attendance attendance, Attendance.Mark mark, Led led, String why, UUID by, Instant at) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("what an absence led to has a reason");
        }
        return new AbsenceResponse(Attendance.idOf("response/" + mark.id()), attendance.unitId(), attendance.caseId(),
                attendance.memberId(), mark.id(), mark.on(), led, why, by, at);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.ABSENCE_RESPONSE;
    }

    @Override
    public String documentState() {
        return led.name();
    }

    @Override
    public LocalDate documentDate() {
        return absentOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "AbsenceResponse[" + id + "]";
    }
}
