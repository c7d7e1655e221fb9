package se.trepart.model.norm;

import java.time.YearMonth;
import java.util.Map;

/** The national norm of one validity period (riksnorm), both months included. SoF 2025:468 12 kap. 2–3 §§. */
public record Norm(YearMonth validFrom, YearMonth validTo, Map<String, NormCell> cells) {

    /** The largest household size that has its own amount; each person more adds {@link #EACH_MORE}. R9 */
    public static final int LARGEST_SIZE = 7;
    public static final String SINGLE = "adults.single";
    public static final String COUPLE = "adults.couple";
    public static final String EACH_MORE = "shared.eachMore";

    public Norm {
        cells = Map.copyOf(cells);
    }

    /** Both adults of a couple have one amount together. */
    public NormCell adults(boolean couple) {
        return cell(couple ? COUPLE : SINGLE);
    }

    /**
     * The personal cost of a child (R10): only children of 0–6 years have an amount for lunch away from home.
     *
     * @throws IllegalArgumentException when the norm has no amount for the age
     */
    public NormCell child(int age, boolean lunchAway) {
        return cell("children." + ageBand(age) + (lunchAway && age <= 6 ? ".lunchAway" : ".full"));
    }

    /** The shared costs of a household of 1–7. */
    public NormCell shared(int size) {
        return cell("shared." + Math.min(size, LARGEST_SIZE));
    }

    public NormCell eachMore() {
        return cell(EACH_MORE);
    }

    /** @throws IllegalArgumentException when the norm has no such cell */
    public NormCell cell(String name) {
        NormCell cell = cells.get(name);
        if (cell == null) {
            throw new IllegalArgumentException("no norm cell " + name);
        }
        return cell;
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(validFrom) && !month.isAfter(validTo);
    }

    private static String ageBand(int age) {
        return switch (age) {
            case 0 -> "0";
            case 1, 2 -> "1-2";
            case 3 -> "3";
            case 4, 5, 6 -> "4-6";
            case 7, 8, 9, 10 -> "7-10";
            case 11, 12, 13, 14 -> "11-14";
            case 15, 16, 17, 18 -> "15-18";
            case 19, 20 -> "19-20";
            default -> throw new IllegalArgumentException("no age band for " + age);
        };
    }
}
