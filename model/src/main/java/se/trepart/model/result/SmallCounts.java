package se.trepart.model.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hides counts that would tell of a person, and what they could be worked out from (skydd av små tal). 0 tells of nobody.
 *
 * <p>In a line of counts that is shown with its sum, one hidden count is the sum less the others, and several are given away as well when all
 * of them must be as small or as great as they can be. Another count is then held too, the smallest first, and at last the sum itself.
 */
final class SmallCounts {

    private final int limit;

    /** @param limit the smallest count that may be shown */
    SmallCounts(int limit) {
        this.limit = limit;
    }

    boolean small(int count) {
        return count > 0 && count < limit;
    }

    ShownCount shown(int count) {
        return small(count) ? ShownCount.SMALL : ShownCount.of(count);
    }

    /**
     * A line of counts whose last one is the sum of the others.
     *
     * @param counts as they are
     * @param shown as they are shown so far; more of them are hidden here
     * @return whether anything was hidden
     */
    boolean line(int[] counts, ShownCount[] shown) {
        int sum = counts.length - 1;
        boolean changed = holdOneOfASmallSum(shown);
        while (shown[sum].shown() && givesAway(counts, shown)) {
            List<Integer> others = new ArrayList<>();
            for (int i = 0; i < sum; i++) {
                if (shown[i].shown() && counts[i] > 0) {
                    others.add(i);
                }
            }
            int next = others.stream().min((a, b) -> Integer.compare(counts[a], counts[b])).orElse(sum);
            shown[next] = ShownCount.HELD;
            changed = true;
        }
        return changed;
    }

    /** A small sum of as many small counts as it has room for: each of them would be 1. */
    private boolean holdOneOfASmallSum(ShownCount[] shown) {
        int sum = shown.length - 1;
        long small = Arrays.stream(shown, 0, sum).filter(ShownCount.SMALL::equals).count();
        if (shown[sum] != ShownCount.SMALL || small < limit - 1) {
            return false;
        }
        for (int i = 0; i < sum && small >= limit - 1; i++) {
            if (shown[i] == ShownCount.SMALL) {
                shown[i] = ShownCount.HELD;
                small--;
            }
        }
        return true;
    }

    private boolean givesAway(int[] counts, ShownCount[] shown) {
        int hidden = 0;
        int together = 0;
        boolean allSmall = true;
        for (int i = 0; i < counts.length - 1; i++) {
            if (!shown[i].shown()) {
                hidden++;
                together += counts[i];
                allSmall &= shown[i] == ShownCount.SMALL;
            }
        }
        return hidden == 1 || hidden > 1 && allSmall && (together == hidden || together == hidden * (limit - 1));
    }

    /**
     * Rows of counts: the last row is the sum of the others, and the last count of each row that of its row.
     *
     * @param shown as they are shown so far; more of them are hidden here
     */
    void table(int[][] counts, ShownCount[][] shown) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = 0; row < counts.length; row++) {
                changed |= line(counts[row], shown[row]);
            }
            for (int column = 0; column < counts[0].length && counts.length > 1; column++) {
                int at = column;
                int[] line = Arrays.stream(counts).mapToInt(row -> row[at]).toArray();
                ShownCount[] seen = Arrays.stream(shown).map(row -> row[at]).toArray(ShownCount[]::new);
                if (line(line, seen)) {
                    changed = true;
                    for (int row = 0; row < seen.length; row++) {
                        shown[row][at] = seen[row];
                    }
                }
            }
        }
    }
}
