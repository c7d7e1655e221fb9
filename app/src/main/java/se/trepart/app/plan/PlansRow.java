package se.trepart.app.plan;

import java.text.CollationKey;
import java.util.UUID;

import se.trepart.model.plan.Standing;

import org.jspecify.annotations.Nullable;

/**
 * A participant as the list of plans shows one (deltagare), every cell ready.
 *
 * @param keptBy the consultant; null while nobody has taken the referral
 * @param actions those that run, each with its last day
 */
record PlansRow(UUID caseId, UUID memberId, String who, CollationKey order, Standing standing, String standingName, String followUp,
        String actions, @Nullable UUID keptBy, String responsible) {}
