package se.trepart.model.application;

import java.util.UUID;

/**
 * What an adult does towards self-support, as told in the form (planering).
 *
 * @param kind WORK, JOBSEEKING, SICK_LEAVE, SFI or OTHER
 */
public record Planning(UUID id, UUID memberId, PlanningKind kind, String description) {

    /** What a planning is about. */
    public enum PlanningKind {
        WORK,
        JOBSEEKING,
        SICK_LEAVE,
        SFI,
        OTHER
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Planning[" + id + "]";
    }
}
