/**
 * Letters (brev) as accessible, archivable PDF: PDF/UA-1 and PDF/A-2a in one file.
 *
 * <pre>
 * documents of the case ─ LetterWriter ─► LetterPage ─ LetterTemplates ─► HTML ─ LetterPdf ─► PDF ─┬─► PagePictures   the window
 *                                        (all text    (Pebble,            (openhtmltopdf,         ├─► LetterPrinter  paper
 *                                         formatted)   strict, escaped)    LetterFonts)           └─► the archive
 * </pre>
 *
 * The words of a letter are in {@code resources/…/letter}: {@code page.html} is the frame, {@code parts.html} what several kinds share, and one
 * template for each kind. What a kind tells beside its head and its typed texts is a {@link se.trepart.app.letter.LetterBody}; which parts it
 * has is the table {@link se.trepart.model.letter.LetterOutline}. In the HTML each part is marked with {@code data-part}, and text that is not
 * the template's with {@code data-origin} (free: typed; phrase: from a catalogue). The words are judged by the rules of plain language (R36) in {@code LetterLanguageTest}.
 * Everything that stops a letter is a {@link se.trepart.app.letter.LetterProblem} with a Swedish message for the caseworker.
 */
@NullMarked
package se.trepart.app.letter;

import org.jspecify.annotations.NullMarked;
