package se.trepart.app.letter;

import java.util.Locale;
import java.util.Optional;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.dialog.Dialogs.Prompt;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.KeptFinding;

/** What the writer does about a remark (rättelser): takes the suggestion, or says why the words stay. */
final class Corrections {

    private Corrections() {}

    /** Where the suggestion stands in the field; empty when there is none, or the words have changed since they were read. */
    static Optional<TypedPlace> take(Remark remark, LetterTyping typing) {
        TypedPlace place = remark.place();
        if (place == null || !remark.takeable()) {
            return Optional.empty();
        }
        TypedText field = switch (place.where()) {
            case HEADING -> typing.heading();
            case WHY -> typing.why();
            case WHAT_NOW -> typing.whatNow();
        };
        String text = field.text();
        if (!text.startsWith(remark.quote(), place.from())) {
            return Optional.empty();
        }
        String suggestion = cased(remark.instead().getFirst(), remark.quote());
        field.textProperty().set(text.substring(0, place.from()) + suggestion + text.substring(place.to()));
        return Optional.of(new TypedPlace(place.where(), place.from(), place.from() + suggestion.length()));
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
                .map(reason -> new KeptFinding(remark.check(), remark.words(), reason, desk.staff().id()));
    }

    /** With a capital where the words have one. */
    private static String cased(String suggestion, String words) {
        return Character.isUpperCase(words.codePointAt(0))
                ? suggestion.substring(0, 1).toUpperCase(Locale.ROOT) + suggestion.substring(1)
                : suggestion;
    }
}
