package se.trepart.installer.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was measured, said as smallest, median, 95th of a hundred and largest. */
final class Figures {

    private final String what;
    private final String unit;
    private final List<Double> all = new ArrayList<>();

    Figures(String what, String unit) {
        this.what = what;
        this.unit = unit;
    }

    void add(double figure) {
        all.add(figure);
    }

    void print() {
        Collections.sort(all);
        System.out.printf(Locale.ROOT, "FIGURE %s, %s: min %.1f, median %.1f, p95 %.1f, max %.1f (%d rounds)%n", what, unit, at(0), at(0.5),
                at(0.95), at(1), all.size());
    }

    private double at(double part) {
        return all.get((int) Math.min(all.size() - 1, part * all.size()));
    }
}
