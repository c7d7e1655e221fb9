package se.trepart.model.decision;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * That the applicant was told of the material before a decision that goes against them (kommunicering, FL 25 §, SoL 14 kap. 8 §, R18),
 * or why that was obviously unnecessary.
 *
 * @param sentOn null when it was unnecessary
 * @param answerBy the last day to answer
 * @param answer what the applicant said; empty while nothing
 * @param unnecessaryBecause the caseworker's reason; empty when it was sent
 */
public record Communication(@Nullable LocalDate sentOn, @Nullable LocalDate answerBy, String material, String answer,
        String unnecessaryBecause) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Communication[…]";
    }
}
