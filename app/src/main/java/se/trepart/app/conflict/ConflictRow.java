package se.trepart.app.conflict;

import java.util.UUID;

import se.trepart.model.merge.WaitingConflict.Urgency;

/**
 * An open conflict as lists show it (konfliktrad).
 *
 * @param who the applicant, or that it is about no case
 * @param what the document in question
 * @param between whose changes
 * @param since how long the later change has waited
 */
public record ConflictRow(UUID id, Urgency urgency, String who, String what, String between, String since, String why) {}
