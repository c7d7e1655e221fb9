package se.trepart.app.result;

import java.text.CollationKey;
import java.util.UUID;

/** Somebody whom a number counts (deltagare bakom ett tal). */
record PeopleRow(UUID caseId, UUID memberId, String who, CollationKey order, String kind, String place, String from, String to,
        String outcome) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PeopleRow[" + caseId + "]";
    }
}
