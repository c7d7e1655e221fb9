package se.trepart.app.shell;

/** Makes the view of a case or a participant (ärendevyer); handed to the frame when the client is put together. */
@FunctionalInterface
public interface CaseViews {

    CaseView open(Place.Open place);
}
