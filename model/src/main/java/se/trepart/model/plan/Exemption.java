package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * That somebody is exempt from the activity requirement, as a caseworker has judged it (undantag från aktivitetskravet).
 *
 * @param ground a key of {@link ExemptionGround}
 * @param to the last day; null until further notice
 * @param reason the caseworker's own words
 */
public record Exemption(String ground, LocalDate from, @Nullable LocalDate to, String reason, UUID by, LocalDate on) {

    /** @throws IllegalArgumentException without a reason, or when it ends before it begins */
    public static Exemption note(ExemptionGround ground, LocalDate from, @Nullable LocalDate to, String reason, UUID by, LocalDate today) {
        if (reason.isBlank() || to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("an exemption has a reason and ends on the day it begins or later");
        }
        return new Exemption(ground.key(), from, to, reason, by, today);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Exemption[" + from + "]";
    }
}
