package se.trepart.app.cases;

import java.text.CollationKey;
import java.util.UUID;

/** A case as the list shows it (ärenderad), every cell ready. */
public record CaseRow(UUID caseId, String who, CollationKey order, String number, String phase, String since, String unit,
        String responsible) {}
