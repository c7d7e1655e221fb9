package se.trepart.app.letter;

import java.util.Locale;
import java.util.Optional;

import se.trepart.app.dialog.Dialogs.Prompt;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.KeptFinding;

/** What the writer can do about a remark (rättelser): take the suggestion, or say why the words stay. */
final class Corrections {

    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private Corrections() {}

    /** The best suggestion; empty when there is none, or the words have changed since they were read. */
    static Optional<Correction> suggested(Remark remark, LetterTyping typing) {
        TypedPlace place = remark.place();
        if (place == null || !remark.takeable()) {
            return Optional.empty();
        }
        String typed = switch (place.where()) {
            case HEADING -> typing.heading().text();
            case WHY -> typing.why().text();
            case WHAT_NOW -> typing.whatNow().text();
        };
        return typed.startsWith(remark.quote(), place.from())
                ? Optional.of(new Correction(place, cased(remark.instead().getFirst(), remark.quote())))
                : Optional.empty();
    }

    /** Asks why the words stay. Empty when the user leaves the question, says nothing, or the words must be mended. R36 */
    static Optional<KeptFinding> keep(Remark remark, Desk desk) {
        if (!remark.keepable()) {
            return Optional.empty();
        }
        Texts texts = desk.texts();
        String before = Optional.ofNullable(remark.kept()).map(KeptFinding::reason).orElse("");
        return desk.dialogs()
                .ask(new Prompt(texts.of("letter.keep.title"), remark.text(), texts.of("letter.keep.reason"), before, true,
                        texts.of("letter.keep.do")))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .map(reason -> new KeptFinding(remark.check(), remark.quote(), remark.sentence(), reason, desk.staff().id()));
    }

    /** With a capital where the words have one. */
    private static String cased(String suggestion, String words) {
        return Character.isUpperCase(words.codePointAt(0))
                ? suggestion.substring(0, 1).toUpperCase(SWEDISH) + suggestion.substring(1)
                : suggestion;
    }
}
