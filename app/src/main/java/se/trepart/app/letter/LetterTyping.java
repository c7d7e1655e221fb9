package se.trepart.app.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.model.Money;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;

/** The texts of one letter while it is written (brevets fält), saved as typed. */
final class LetterTyping {

    private final Consumer<UnaryOperator<Letter>> change;
    private final TypedText why;
    private final TypedText whatNow;
    private final TypedText heading;
    private final TypedText amount;

    /**
     * @param change writes a change of this letter
     * @param typed called at each key stroke
     */
    LetterTyping(Letter letter, OpenCase openCase, Consumer<UnaryOperator<Letter>> change, Runnable typed) {
        this.change = change;
        String field = "letter/" + letter.id() + "/";
        why = openCase.typed(field + "why", text -> change.accept(l -> l.edit(text, l.whatNow())));
        whatNow = openCase.typed(field + "what-now", text -> change.accept(l -> l.edit(l.why(), text)));
        heading = openCase.typed(field + "heading", text -> change.accept(l -> l.choose(l.chosen().heading(text))));
        amount = openCase.typed(field + "amount", this::writeAmount);
        show(letter);
        all().forEach(text -> text.textProperty().addListener((_, _, _) -> typed.run()));
    }

    /** Därför, or what stands in its place. */
    TypedText why() {
        return why;
    }

    /** Det här ska du göra nu, or what stands in its place. */
    TypedText whatNow() {
        return whatNow;
    }

    /** What an own letter is about, or the months of a recovery. */
    TypedText heading() {
        return heading;
    }

    /** Of a recovery; what cannot be read as an amount stays a draft. */
    TypedText amount() {
        return amount;
    }

    void show(Letter letter) {
        why.show(letter.why());
        whatNow.show(letter.whatNow());
        heading.show(letter.chosen().heading());
        amount.show(Optional.ofNullable(letter.chosen().amount()).map(Formats::amount).orElse(""));
    }

    void leave() {
        all().forEach(TypedText::leave);
    }

    /** The letter's choices with what is typed. */
    LetterDetails typedIn(LetterDetails chosen) {
        return readable(amount.text())
                ? chosen.heading(heading.text()).amount(read(amount.text()).orElse(null))
                : chosen.heading(heading.text());
    }

    /** Nothing, or an amount above nothing. */
    static boolean readable(String typed) {
        return typed.isBlank() || read(typed).isPresent();
    }

    private static Optional<Money> read(String typed) {
        return MoneyText.read(typed).filter(Money::positive);
    }

    private void writeAmount(String typed) {
        if (readable(typed)) {
            // as it will come back from the document, or the field would seem unsaved
            amount.textProperty().set(read(typed).map(Formats::amount).orElse(""));
            change.accept(l -> l.choose(l.chosen().amount(read(typed).orElse(null))));
        }
    }

    private List<TypedText> all() {
        return List.of(why, whatNow, heading, amount);
    }
}
