package se.trepart.app.letter;

import java.util.Arrays;
import java.util.Locale;

import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.PlainLanguage;

/**
 * How long the plain-language check of a two-page letter takes, writing and reading its HTML included. Run by hand:
 * {@code java -cp <test class path> se.trepart.app.letter.LetterLanguageSpeed}.
 */
final class LetterLanguageSpeed {

    private static final int TIMES = 1000;
    private static final int WARM_AFTER = 200;

    private LetterLanguageSpeed() {}

    public static void main(String[] arguments) {
        LetterPdf pdf = new LetterPdf();
        LetterPage page = Letters.all().get("partly-small");
        long start = System.nanoTime();
        PlainLanguage language = PlainLanguage.shipped();
        Findings first = language.check(LetterText.ofHtml(pdf.draft(page)));
        double cold = (System.nanoTime() - start) / 1e6;
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            language.check(LetterText.ofHtml(pdf.draft(page)));
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(times, WARM_AFTER, TIMES);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT,
                "%d words before law and appeal: first %.0f ms with its lists; then median %.2f ms, 99 of 100 under %.2f ms%n",
                first.measures().words(), cold, warm[warm.length / 2], warm[warm.length * 99 / 100]);
    }
}
