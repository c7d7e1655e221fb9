package se.trepart.app.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import se.trepart.model.letter.LetterPart;

import org.jspecify.annotations.Nullable;

/**
 * A letter as the check reads it (brevets text): without letterhead and foot, in blocks of sentences of words.
 *
 * @param title the document's title; empty where the file has none
 * @param marked whether parts and origins are marked, as in the program's own letters; only then are the letter's parts judged
 */
public record LetterText(String title, boolean marked, List<Block> blocks) {

    public LetterText {
        blocks = List.copyOf(blocks);
    }

    /** From plain text: an empty line parts paragraphs, a short line without end mark is a heading, - or • begins a point. */
    public static LetterText ofPlain(String text) {
        return PlainTextReader.read(text);
    }

    /** From a letter's XHTML with its marks, or from any HTML. */
    public static LetterText ofHtml(String html) {
        return new HtmlReader().read(html);
    }

    /** From a PDF, best one with tags.
     *
     * @throws IOException when it is no PDF that can be read
     */
    public static LetterText ofPdf(byte[] pdf) throws IOException {
        return PdfReader.read(pdf);
    }

    Stream<Block> running() {
        return blocks.stream().filter(Block::running);
    }

    Stream<Block> of(LetterPart part) {
        return blocks.stream().filter(b -> b.is(part));
    }

    /** Puts a text together block by block. */
    static final class Builder {

        private final List<Block> blocks = new ArrayList<>();

        /** Adds a block unless it has no words. */
        void add(Block.Kind kind, int level, @Nullable LetterPart part, Origin origin, int decision, int line, int page, String text) {
            List<Sentence> sentences = Sentences.of(text);
            if (!sentences.isEmpty()) {
                blocks.add(new Block(blocks.size(), kind, level, part, origin, decision, line, page, text, sentences));
            }
        }

        LetterText build(String title, boolean marked) {
            return new LetterText(title, marked, blocks);
        }
    }
}
