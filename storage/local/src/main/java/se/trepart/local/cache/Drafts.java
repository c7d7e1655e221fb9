package se.trepart.local.cache;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the user is typing (utkast), kept sealed on this workstation until it is saved as part of a document or thrown away. */
public interface Drafts {

    /** @param key place and field, such as "journal/&lt;case id&gt;"; never personal data */
    record Draft(String key, String text, Instant savedAt) {}

    /** On disk when this returns. */
    void keep(String key, String text);

    Optional<Draft> find(String key);

    /** All drafts whose key starts with the prefix, newest first. */
    List<Draft> startingWith(String prefix);

    void discard(String key);
}
