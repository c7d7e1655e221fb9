package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;

import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of sending a letter (hinder).
 *
 * @param text in words
 * @param remark what the plain-language check says, where that is it; else null
 */
record LetterHindrance(String text, @Nullable Remark remark) {

    /** Each a short line that leads to the first of them: the list beside has their words. R36 */
    static List<LetterHindrance> of(LetterRemarks remarks, Texts texts) {
        List<LetterHindrance> all = new ArrayList<>();
        List<Remark> stopping = remarks.stopping();
        if (!stopping.isEmpty()) {
            all.add(new LetterHindrance(texts.count("letter.hindrance.blocks", stopping.size()), stopping.getFirst()));
        }
        List<Remark> asking = remarks.asking();
        if (!asking.isEmpty()) {
            all.add(new LetterHindrance(texts.count("letter.hindrance.warnings", asking.size()), asking.getFirst()));
        }
        return all;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterHindrance[…]";
    }
}
