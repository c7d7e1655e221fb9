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
    /** tid med bistånd */
    TIME_ON_AID(participation -> aidGroup(participation.monthsOnAid()));

    private static final int YOUNG_TO = 24;
    private static final int MIDDLE_TO = 44;
    private static final int SHORT = 3;
    private static final int LONG = 10;

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

    /** Short, middling, and long as the national statistics have it: ten months of twelve. */
    private static String aidGroup(int months) {
        return months <= SHORT ? "0-3" : months < LONG ? "4-9" : "10-12";
    }
}
