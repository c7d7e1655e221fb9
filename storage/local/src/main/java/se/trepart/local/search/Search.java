package se.trepart.local.search;

import java.util.List;
import java.util.UUID;

/** Finds cases by name, personal number or case number (R32). Kept in memory, built once at unlock, follows every change. */
public interface Search {

    /**
     * A case found.
     *
     * @param who the member's name, last name first
     * @param personalNumber as written, 19900125-2387
     */
    record Hit(UUID caseId, UUID memberId, String caseNumber, String who, String personalNumber) {}

    /**
     * Hits in Swedish order, at most {@code limit}. Case and hyphens do not matter; å, ä and ö are letters of their own. A protected
     * household is found by nobody but its named handlers (R34).
     */
    List<Hit> find(String text, int limit);
}
