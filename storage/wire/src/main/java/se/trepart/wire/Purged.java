package se.trepart.wire;

import java.util.UUID;

/**
 * A workstation's word that nothing of a withdrawn unit lies on it any more (utrensad).
 *
 * @param seq the cursor at which the unit was withdrawn
 */
public record Purged(UUID unitId, long seq) {}
