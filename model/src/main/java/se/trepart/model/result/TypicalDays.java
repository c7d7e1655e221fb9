package se.trepart.model.result;

import java.util.Arrays;
import java.util.Collection;

/**
 * How long something usually took (typisk tid), in days; the mean and the median are 0 when it never happened.
 *
 * @param count how many times it happened
 */
public record TypicalDays(int count, double mean, double median) {

    public static TypicalDays of(Collection<Integer> days) {
        int[] sorted = days.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (sorted.length == 0) {
            return new TypicalDays(0, 0, 0);
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
        return new TypicalDays(sorted.length, (double) Arrays.stream(sorted).sum() / sorted.length, median);
    }
}
