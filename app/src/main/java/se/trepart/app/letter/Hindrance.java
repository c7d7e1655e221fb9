package se.trepart.app.letter;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of sending a letter (hinder).
 *
 * @param text in words
 * @param remark what the plain-language check says, where that is it; else null
 */
record Hindrance(String text, @Nullable Remark remark) {}
