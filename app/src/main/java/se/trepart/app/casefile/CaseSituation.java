package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import se.trepart.model.application.Application;
import se.trepart.model.followup.CasePlanning;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.InvalidAbsence;

import org.jspecify.annotations.Nullable;

/**
 * What all parts of an open case show at one moment (läge): the case's documents, the registers, the application at hand and the day.
 *
 * @param application the one chosen, null in a case without applications
 */
public record CaseSituation(CaseDocuments documents, Registers registers, @Nullable Application application, LocalDate today) {

    /** The application chosen; the steps of the work are about it. */
    public Optional<Application> atHand() {
        return Optional.ofNullable(application);
    }

    /** The way to self-support, as the caseworker of the case sees it. */
    public CasePlanning planning() {
        return new CasePlanning(documents.file(), documents.household(), documents.all(), registers.planning(today), today);
    }

    /** R24: the days away without a valid reason, oldest first. */
    public List<InvalidAbsence> absences() {
        return InvalidAbsence.of(documents.of(Attendance.class), documents.of(AbsenceResponse.class));
    }

    /** The application of an earlier month that the one at hand is compared with. */
    public Optional<Application> before() {
        return atHand().flatMap(documents::before);
    }
}
