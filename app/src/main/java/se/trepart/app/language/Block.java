package se.trepart.app.language;

import java.util.List;

import se.trepart.model.letter.LetterPart;

import org.jspecify.annotations.Nullable;

/**
 * A heading, paragraph, point of a list or table of a letter (block).
 *
 * @param index its place among the letter's blocks
 * @param level of a heading: 1 is the letter's own; 0 for other kinds
 * @param part which part of the letter it belongs to; null where nothing says
 * @param decision the number of the decision it belongs to, where a letter has several; else 0
 * @param line the line of the file where it begins, from 1
 * @param page the page of a PDF, from 1; else 0
 */
public record Block(int index, Kind kind, int level, @Nullable LetterPart part, Origin origin, int decision, int line, int page,
        String text, List<Sentence> sentences) {

    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        TABLE
    }

    public Block {
        sentences = List.copyOf(sentences);
    }

    /** The sentence that some words stand in, as it is written; the whole text when they are of more than one. */
    public String sentenceAround(int from, int to) {
        return sentences.stream()
                .filter(sentence -> sentence.from() <= from && to <= sentence.to())
                .findFirst()
                .map(sentence -> text.substring(sentence.from(), sentence.to()).strip())
                .orElse(text);
    }

    boolean is(LetterPart other) {
        return part == other;
    }

    /** Running text: paragraphs and points, of which sentences are asked. */
    boolean running() {
        return kind == Kind.PARAGRAPH || kind == Kind.ITEM;
    }

    /** The parts with the court's and the law's own words, which are counted apart. */
    boolean legal() {
        return part == LetterPart.LAW || part == LetterPart.APPEAL;
    }

    int words() {
        return sentences.stream().mapToInt(Sentence::size).sum();
    }

    /** The line of the file where that place of the text stands. */
    public int lineAt(int place) {
        return line + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }
}
