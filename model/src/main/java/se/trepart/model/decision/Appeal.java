package se.trepart.model.decision;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import se.trepart.model.control.Settings;
import se.trepart.model.time.Deadline;

import org.jspecify.annotations.Nullable;

/**
 * How a decision can be appealed (överklagande). R19. A decision on two grounds may have both ways; one that grants everything has none.
 *
 * @param receivedOn the day the reader got the letter, or counts as having got it
 * @param lastDay three weeks from receipt, moved past free days; null where the court is no way
 */
public record Appeal(Set<Way> ways, LocalDate receivedOn, @Nullable LocalDate lastDay) {

    private static final int THREE_WEEKS = 21;

    /** Where an appeal goes. */
    public enum Way {
        /** förvaltningsrätten (SoL 35 kap. 1 §) */
        COURT,
        /** laglighetsprövning (kommunallagen 13 kap.), for aid beyond the right */
        LEGALITY
    }

    public Appeal {
        ways = Set.copyOf(ways);
    }

    /** While nobody knows when the reader got the letter. */
    public static Appeal of(Decision decision, LocalDate sentOn, Settings settings) {
        return received(decision, presumedReceipt(sentOn, settings));
    }

    /** @param on the day the reader got the letter */
    public static Appeal received(Decision decision, LocalDate on) {
        Set<Way> ways = ways(decision);
        return new Appeal(ways, on, ways.contains(Way.COURT) ? Deadline.lastDay(on, THREE_WEEKS) : null);
    }

    /** The day a letter counts as received while nobody knows: sent, and the days the post takes. */
    public static LocalDate presumedReceipt(LocalDate sentOn, Settings settings) {
        return sentOn.plusDays(settings.postDays());
    }

    /** By the legal ground of what is refused or cut. */
    public static Set<Way> ways(Decision decision) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (decision.kind() == DecisionKind.DISMISSAL) {
            ways.add(Way.COURT);
        }
        for (DecisionItem item : decision.items()) {
            if (decision.outcomeOf(item) != Outcome.GRANTED) {
                ways.add(item.matter() == DecisionMatter.BEYOND_RIGHT ? Way.LEGALITY : Way.COURT);
            }
        }
        return ways;
    }
}
