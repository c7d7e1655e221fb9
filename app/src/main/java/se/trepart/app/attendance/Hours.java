package se.trepart.app.attendance;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time of a day as people write it (timmar): {@code 6}, {@code 6,5}, {@code 6:30}. */
final class Hours {

    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,2})(?:[,.](\\d{1,2}))?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})");
    private static final int DAY = 24 * 60;

    private Hours() {}

    /** {@code 6}, {@code 4,8}; without the unit. */
    static String text(int minutes) {
        int hundredths = Math.round(minutes * 100 / 60f);
        String whole = Integer.toString(hundredths / 100);
        int rest = hundredths % 100;
        return rest == 0 ? whole : whole + "," + (rest % 10 == 0 ? Integer.toString(rest / 10) : "%02d".formatted(rest));
    }

    /** In minutes; empty when it is not the time of a day. */
    static OptionalInt minutes(String typed) {
        String text = typed.strip();
        Matcher clock = CLOCK.matcher(text);
        Matcher decimal = DECIMAL.matcher(text);
        int minutes;
        if (clock.matches() && Integer.parseInt(clock.group(2)) < 60) {
            minutes = Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        } else if (decimal.matches()) {
            String part = decimal.group(2) == null ? "0" : decimal.group(2);
            int hundredths = Integer.parseInt(part) * (part.length() == 1 ? 10 : 1);
            minutes = Integer.parseInt(decimal.group(1)) * 60 + Math.round(hundredths * 0.6f);
        } else {
            return OptionalInt.empty();
        }
        return minutes <= DAY ? OptionalInt.of(minutes) : OptionalInt.empty();
    }
}
