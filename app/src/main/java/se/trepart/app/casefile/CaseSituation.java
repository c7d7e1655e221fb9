package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.Optional;

import se.trepart.model.application.Application;

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

    /** The application of an earlier month that the one at hand is compared with. */
    public Optional<Application> before() {
        return atHand().flatMap(documents::before);
    }
}
