package se.trepart.model.decision;

import java.time.LocalDate;

/**
 * A section of law as the ground of a matter (lagrum).
 *
 * @param law with its number: socialtjänstlagen (2025:400)
 * @param verified whether the section was read in a published source
 * @param words what it says, in plain words to the applicant; empty where no letter needs them
 */
public record Statute(String matter, LocalDate from, String law, String section, boolean verified, String words) {

    /** As it is cited: 12 kap. 1 § socialtjänstlagen (2025:400). */
    public String cited() {
        return section + " " + law;
    }
}
