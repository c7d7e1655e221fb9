package se.trepart.model.casefile;

import java.util.UUID;

import se.trepart.model.person.Person;

/**
 * A child of the household (barn).
 *
 * @param daysInHome days a month in this home, 1–31; 31 when the child lives here all of the time
 * @param lunchAway eats lunch elsewhere five days a week; means something only from 0 to 6 years (R10)
 * @param inUpperSecondarySchool goes to gymnasium; from 18 years a child only then (R10)
 */
public record Child(UUID id, Person person, ResidenceExtent residence, int daysInHome, boolean lunchAway, boolean inUpperSecondarySchool,
        String school) {

    public boolean partTime() {
        return residence != ResidenceExtent.FULL_TIME;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Child[" + id + "]";
    }
}
