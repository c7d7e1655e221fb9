package se.trepart.app.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a check of a letter takes. Run by hand: {@code java -cp <test class path> se.trepart.app.language.LanguageSpeed letter.html}. Each
 * figure is of reading the HTML and checking it.
 */
final class LanguageSpeed {

    private LanguageSpeed() {}

    public static void main(String[] arguments) throws IOException {
        String html = Files.readString(Path.of(arguments[0]));
        long start = System.nanoTime();
        PlainLanguage language = PlainLanguage.shipped();
        Findings first = language.check(LetterText.ofHtml(html));
        double cold = (System.nanoTime() - start) / 1e6;
        double[] times = new double[1000];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            language.check(LetterText.ofHtml(html));
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(times, 200, times.length);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "%d words: first %.0f ms with its lists; warm median %.2f ms, 99 of 100 under %.2f ms%n",
                first.measures().words(), cold, warm[warm.length / 2], warm[warm.length * 99 / 100]);
    }
}
