package se.trepart.model.merge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fields that mean something only together (fältgrupper), so that they are never brought together from two people's changes: half a
 * postal address of each, or one's amount with the other's reason, would be true for neither.
 */
final class FieldGroups {

    /**
     * Objects that are one value: a street without its city, an account number without its clearing number, half a sending; a meeting's
     * hour without its place, the time one asks for with another's reason, one's reading of an invitation with another's; one's outcome
     * with the other's evaluation; a sum of some marks with parts of another.
     */
    private static final Set<String> WHOLE_OBJECTS = Set.of("address", "account", "sending", "time", "otherTime", "confirmation", "ending",
            "told", "returned", "receipt", "answer", "sum");

    /** Members of the same object that go together. */
    private record Siblings(String parent, Set<String> members) {}

    private static final List<Siblings> SIBLINGS = List.of(
            // an amount is true for one day and one source
            new Siblings("incomes", Set.of("amount", "receivedOn", "source")),
            // R14: the reason explains that amount and no other
            new Siblings("lines", Set.of("caseworkerAmount", "reason")),
            // the system's amount is full × numerator / denominator
            new Siblings("lines", Set.of("systemAmount", "full", "numerator", "denominator")),
            // R5: the assessment and its effect are of that result; who and when sign the answer as a whole
            new Siblings("items", Set.of("state", "result", "assessment", "effect", "reason", "checkedBy", "checkedOn")),
            // R10: the days are counted for that residence
            new Siblings("children", Set.of("residence", "daysInHome")), new Siblings("", Set.of("phase", "phaseSince")),
            // R4: a case is closed on a day for a reason
            new Siblings("", Set.of("closedOn", "closingReason")), new Siblings("", Set.of("finishedOn", "finishedBy")),
            new Siblings("", Set.of("attested", "attestedAt")),
            // R24: who was there, how long, and why not
            new Siblings("marks", Set.of("presence", "plannedMinutes", "attendedMinutes", "note", "by", "at")),
            // R25: a next date or a reason that there is none
            new Siblings("notes", Set.of("nextOn", "noNextReason")), new Siblings("", Set.of("finishedAt", "finishedBy")));

    /** Periods, wherever they stand: a start from one and an end from another is nobody's period. */
    private static final List<Set<String>> PERIODS = List.of(Set.of("from", "to"), Set.of("startsOn", "endsOn"),
            Set.of("validFrom", "validTo"));

    /** R24: members that only say who marked a day and when; two who mark it alike differ in nothing else. */
    private static final Siblings SIGNATURE = new Siblings("marks", Set.of("at", "by"));

    private FieldGroups() {}

    /** A name of the group that the field belongs to, the same for all its members and no other field. */
    static Optional<String> of(String path) {
        int dot = path.lastIndexOf('.');
        String parent = dot < 0 ? "" : path.substring(0, dot);
        String member = path.substring(dot + 1);
        String parentName = nameOf(parent);
        if (WHOLE_OBJECTS.contains(parentName)) {
            return Optional.of(parent);
        }
        for (int i = 0; i < SIBLINGS.size(); i++) {
            Siblings siblings = SIBLINGS.get(i);
            if (siblings.parent.equals(parentName) && siblings.members.contains(member)) {
                return Optional.of(parent + "#" + i);
            }
        }
        return PERIODS.stream().filter(period -> period.contains(member)).findFirst().map(_ -> parent + "#period");
    }

    /** Whether the field only says who gave an answer and when. */
    static boolean signs(String path) {
        int dot = path.lastIndexOf('.');
        return dot > 0 && SIGNATURE.parent.equals(nameOf(path.substring(0, dot))) && SIGNATURE.members.contains(path.substring(dot + 1));
    }

    /** The last step of a path, without the id of a list's element. */
    private static String nameOf(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        int bracket = last.indexOf('[');
        return bracket < 0 ? last : last.substring(0, bracket);
    }
}
