package se.trepart.app.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letter's typefaces, read once: Atkinson Hyperlegible Next, and Source Sans 3 for letters it lacks. */
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

    List<Font> all() {
        return fonts;
    }

    /** @throws LetterProblem.UnprintableCharacter for the first character that no family has in both weights */
    void requirePrintable(String text) {
        text.codePoints().filter(c -> !Character.isWhitespace(c) && !printable(c)).findFirst().ifPresent(c -> {
            throw new LetterProblem.UnprintableCharacter(c);
        });
    }

    private boolean printable(int codePoint) {
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
