package se.trepart.model.casefile;

import java.util.UUID;

import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/**
 * An adult of the household (vuxen).
 *
 * @param jobStimulus whether 25 % of this person's income from employment is not counted now (R12)
 * @param account null when aid is paid another way
 */
public record Adult(UUID id, AdultRole role, Person person, boolean jobStimulus, @Nullable BankAccount account) {}
