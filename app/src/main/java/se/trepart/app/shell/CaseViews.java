package se.trepart.app.shell;

import java.util.UUID;

/** Makes the view of a case (ärendevyer); handed to the frame when the client is put together. */
@FunctionalInterface
public interface CaseViews {

    CaseView open(UUID caseId);
}
