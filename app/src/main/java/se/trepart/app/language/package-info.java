/**
 * The plain-language check (klarspråkskontrollen): what a reader of an authority's letter would stumble on, and what to write instead. R36
 *
 * <pre>
 * text, HTML or PDF ─► LetterText ─► PlainLanguage ─► Findings ─► FindingWords ─► what the writer reads
 *                      (blocks,      (one small class  (weight,
 *                       sentences,    a check)          place,
 *                       words)                          measures)
 * </pre>
 *
 * A check knows nothing of windows, files or the case: what it needs of the case comes in {@link se.trepart.app.language.LetterCase}. How often
 * each check is right, and what it is known to miss, stands in {@code README.md} beside this file.
 */
@NullMarked
package se.trepart.app.language;

import org.jspecify.annotations.NullMarked;
