package se.trepart.wire;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One document in the feed.
 *
 * @param type the document type's name; unknown ones are kept for a newer client
 * @param body the whole document; null for a tombstone or a leave
 */
public record Entry(long commitSeq, String type, UUID id, UUID unitId, @Nullable UUID caseId, long version, Kind kind,
        @Nullable JsonNode body) {

    /** What happened to the document, as this workstation may know it. */
    public enum Kind {
        PUT,
        TOMBSTONE,
        LEAVE,
        ERASE
    }
}
