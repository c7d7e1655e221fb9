package se.trepart.model.result;

import java.util.function.Function;

/** What results are laid out by (gruppering); the key of each group is turned into words by the screen. */
public enum Grouping {
    /** all of them together */
    NONE(_ -> ""),
    /** insatstyp */
    KIND(Participation::kind),
    /** plats */
    PLACE(Participation::place),
    /** ålder */
    AGE(participation -> ageGroup(participation.age())),
    /** försörjningshinder */
    OBSTACLE(Participation::obstacle),
    /** tid med bistånd: since the case was opened, breaks counted */
    TIME_ON_AID(participation -> aidGroup(participation.monthsOnAid()));

    private static final int YOUNG_TO = 24;
    private static final int MIDDLE_TO = 44;
    /** the months of the warnings about a long time without a referral (R22) */
    private static final int[] LIMITS = {6, 12, 24};

    private final Function<Participation, String> key;

    Grouping(Function<Participation, String> key) {
        this.key = key;
    }

    public String key(Participation participation) {
        return key.apply(participation);
    }

    private static String ageGroup(int age) {
        return age <= YOUNG_TO ? "18-24" : age <= MIDDLE_TO ? "25-44" : "45-";
    }

    private static String aidGroup(int months) {
        return months < LIMITS[0] ? "00-05" : months < LIMITS[1] ? "06-11" : months < LIMITS[2] ? "12-23" : "24-";
    }
}
