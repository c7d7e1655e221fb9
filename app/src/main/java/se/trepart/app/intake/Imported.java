package se.trepart.app.intake;

import java.nio.file.Path;
import java.util.List;

import se.trepart.model.application.Application;

/** What importing one file came to (utfall av inläsning). */
public sealed interface Imported {

    Path file();

    /**
     * Registered and stored.
     *
     * @param newCase a new case was opened for it
     * @param applicantTooYoung the applicant has not reached 15 years (R2): to be pointed out
     */
    record Stored(Path file, Application application, String caseNumber, boolean newCase, boolean applicantTooYoung) implements Imported {}

    /** The same application is here already; nothing was stored. */
    record AlreadyImported(Path file, Application application) implements Imported {}

    /** Nothing was stored of it. */
    record Rejected(Path file, byte[] content, List<Fault> faults) implements Imported {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
