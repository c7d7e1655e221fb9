package se.trepart.installer.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import se.trepart.model.plan.ActionKind;

/**
 * One action of the demo office in time, before it is made (insatsens tid).
 *
 * @param endsOn the last day as the action has it today
 * @param firstEnd the last day as it was agreed first; another than {@code endsOn} when it was extended
 */
record DemoSpell(String kind, DemoFate fate, LocalDate startsOn, LocalDate endsOn, LocalDate firstEnd) {

    private static final int LONGEST_WEEKS = 14;
    private static final int SHORTEST_WEEKS = 3;

    /**
     * Lays actions after one another so that the last stands as it is to stand today; those that there is no room for are left out.
     *
     * @param story "kind FATE, kind FATE": oldest first
     * @param floor nothing begins before
     */
    static List<DemoSpell> lay(String story, LocalDate floor, LocalDate today, Random random) {
        Deque<DemoSpell> laid = new ArrayDeque<>();
        int weeks = Stream.of(story.split(", ")).mapToInt(part -> weeks(part.split(" ")[0]) + 2).sum();
        // what has ended did so at any time since there was room for it
        long room = Math.max(3, ChronoUnit.DAYS.between(floor.plusWeeks(weeks), today));
        LocalDate before = today.minusDays(3 + (random.nextInt(3) == 0 ? room - 3 : random.nextLong(room)));
        for (String part : List.of(story.split(", ")).reversed()) {
            String[] words = part.split(" ");
            DemoSpell spell = one(words[0], DemoFate.valueOf(words[1]), before, floor, today, random);
            if (spell.startsOn.plusWeeks(SHORTEST_WEEKS).isAfter(spell.endsOn)) {
                break;
            }
            laid.addFirst(spell);
            LocalDate then = spell.startsOn.minusDays(3 + random.nextInt(8));
            before = then.isBefore(today) ? then : today.minusDays(3);
        }
        return List.copyOf(laid);
    }

    private static DemoSpell one(String kind, DemoFate fate, LocalDate before, LocalDate floor, LocalDate today, Random random) {
        int weeks = weeks(kind);
        LocalDate end = friday(switch (fate) {
            case ONGOING, PROPOSED -> today.plusWeeks(6 + random.nextInt(8));
            case EXTENDED -> today.plusWeeks(7);
            case ENDING -> today.plusDays(5 + random.nextInt(18));
            case DUE -> today.minusDays(3 + random.nextInt(6));
            case PLANNED -> today.plusWeeks(2 + weeks);
            case ASKS_TEAM_LEAD -> today.plusWeeks(3);
            default -> before;
        });
        LocalDate start = monday(switch (fate) {
            case ONGOING, PROPOSED -> today.minusWeeks(4 + random.nextInt(kind.equals("sfi") ? 14 : 7));
            case EXTENDED -> today.minusWeeks(weeks);
            case PLANNED -> today.plusWeeks(2);
            case ASKS_TEAM_LEAD -> today.minusWeeks(22);
            default -> end.minusWeeks(weeks);
        });
        if (start.isBefore(floor)) {
            start = monday(floor);
        }
        return new DemoSpell(kind, fate, start, end, fate == DemoFate.EXTENDED ? friday(today.minusWeeks(2)) : end);
    }

    private static int weeks(String kind) {
        return Math.min(LONGEST_WEEKS, ActionKind.of(kind).orElseThrow().weeks());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    /** On or before the day, so that what has ended has. */
    private static LocalDate friday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    }
}
