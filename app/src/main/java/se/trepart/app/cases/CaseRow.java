package se.trepart.app.cases;

import java.text.CollationKey;
import java.util.UUID;

/**
 * A case as the list shows it (ärenderad), every cell ready.
 *
 * @param answerBy by when a referral that waits for an answer is to have one; empty when none does
 */
public record CaseRow(UUID caseId, String who, CollationKey order, String number, String phase, String since, String unit,
        String responsible, String answerBy) {}
