package se.trepart.model.application;

import java.util.List;
import java.util.UUID;

import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

import org.jspecify.annotations.Nullable;

/** What a registration leads to (aktualiseringens utfall). */
public sealed interface RegistrationResult {

    /**
     * Registered: these documents are to be written together.
     *
     * @param newCase the case file and the household are new; otherwise they are the known ones with what changed
     */
    record Registered(Application application, Household household, CaseFile caseFile, boolean newCase) implements RegistrationResult {}

    /** The same application came in before; nothing is written. */
    record AlreadyRegistered(Application application) implements RegistrationResult {}

    /** Not registered; nothing is written. */
    record Refused(List<Fault> faults) implements RegistrationResult {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Why an application is not registered.
     *
     * @param applicationId the application that is already there for the month, null for the other faults
     */
    record Fault(Kind kind, @Nullable UUID applicationId) {

        /** What is wrong. */
        public enum Kind {
            /** no applicant */
            APPLICANT_MISSING,
            /** the household has an application for the month already (R2) */
            DUPLICATE
        }
    }
}
