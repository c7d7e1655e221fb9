package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** The letter's typefaces, read once: Atkinson Hyperlegible Next, Source Sans 3 for letters it lacks, DejaVu Sans for Arabic and Persian. */
final class LetterFonts {

    /** One font file. */
    record Font(String family, int weight, TrueTypeFont ttf, CmapLookup characters) {

        boolean has(int codePoint) {
            return characters.getGlyphId(codePoint) != 0;
        }
    }

    private final List<Font> fonts = List.of(read("Atkinson", 400, "AtkinsonHyperlegibleNext-Regular"),
            read("Atkinson", 700, "AtkinsonHyperlegibleNext-Bold"), read("Source", 400, "SourceSans3-Regular"),
            read("Source", 700, "SourceSans3-Bold"));
    private @Nullable List<Font> withArabic;

    List<Font> all() {
        return fonts;
    }

    /** Also those of Arabic and Persian, which few letters need: read the first time. */
    synchronized List<Font> withArabic() {
        List<Font> all = withArabic;
        if (all == null) {
            all = Stream.concat(fonts.stream(), Stream.of(read("Arabic", 400, "DejaVuSans"), read("Arabic", 700, "DejaVuSans-Bold")))
                    .toList();
            withArabic = all;
        }
        return all;
    }

    /** @throws LetterProblem.UnprintableCharacter for the first character that no family has in both weights */
    void requirePrintable(String text) {
        requirePrintable(text, fonts);
    }

    /** Of a page in Arabic or Persian. @throws LetterProblem.UnprintableCharacter */
    void requirePrintableInArabic(String shaped) {
        requirePrintable(shaped, withArabic());
    }

    private static void requirePrintable(String text, List<Font> fonts) {
        text.codePoints().filter(c -> !Character.isWhitespace(c) && !printable(c, fonts)).findFirst().ifPresent(c -> {
            throw new LetterProblem.UnprintableCharacter(c);
        });
    }

    private static boolean printable(int codePoint, List<Font> fonts) {
        return fonts.stream().filter(f -> f.weight() == 400).anyMatch(f -> f.has(codePoint))
                && fonts.stream().filter(f -> f.weight() == 700).anyMatch(f -> f.has(codePoint));
    }

    private static Font read(String family, int weight, String file) {
        try (InputStream in = Objects.requireNonNull(LetterFonts.class.getResourceAsStream("fonts/" + file + ".ttf"), file)) {
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // ligatures would be extracted as other characters than those written
            ttf.setEnableGsub(false);
            return new Font(family, weight, ttf, ttf.getUnicodeCmapLookup(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
