package se.trepart.installer.demo;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words of the demo office's own documents. */
final class DemoText {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.of("sv", "SE"));

    private DemoText() {}

    static String month(YearMonth month) {
        return MONTH.format(month);
    }
}
