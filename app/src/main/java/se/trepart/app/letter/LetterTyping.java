package se.trepart.app.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.model.Money;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.RecoveryTerms;
import se.trepart.model.letter.Representative;
import se.trepart.model.person.Address;

/** The texts of one letter while it is written (brevets fält), saved as typed. */
final class LetterTyping {

    private final Consumer<UnaryOperator<Letter>> change;
    private final TypedText why;
    private final TypedText whatNow;
    private final TypedText heading;
    private final TypedText amount;
    private final TypedText waived;
    private final TypedText unannounced;
    private final TypedText name;
    private final TypedText street;
    private final TypedText postalCode;
    private final TypedText city;

    /**
     * @param change writes a change of this letter
     * @param typed called at each key stroke
     */
    LetterTyping(Letter letter, OpenCase openCase, Consumer<UnaryOperator<Letter>> change, Runnable typed) {
        this.change = change;
        String field = "letter/" + letter.id() + "/";
        why = openCase.typed(field + "why", text -> change.accept(l -> l.edit(text, l.whatNow())));
        whatNow = openCase.typed(field + "what-now", text -> change.accept(l -> l.edit(l.why(), text)));
        heading = openCase.typed(field + "heading", text -> choose(chosen -> chosen.heading(text)));
        amount = openCase.typed(field + "amount", this::writeAmount);
        waived = openCase.typed(field + "waived", this::writeWaived);
        unannounced = openCase.typed(field + "unannounced", text -> choose(c -> c.recovery(c.terms().unannounced(text))));
        name = openCase.typed(field + "name", text -> stand(one -> one.name(text)));
        street = openCase.typed(field + "street", text -> live(a -> new Address(text, a.postalCode(), a.city())));
        postalCode = openCase.typed(field + "postal-code", text -> live(a -> new Address(a.street(), text, a.city())));
        city = openCase.typed(field + "city", text -> live(a -> new Address(a.street(), a.postalCode(), text)));
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

    /** What is not claimed of it; what cannot be read as an amount stays a draft. */
    TypedText waived() {
        return waived;
    }

    /** Why no notice was needed before a decision on a recovery. */
    TypedText unannounced() {
        return unannounced;
    }

    /** Of who stands for the recipient. */
    TypedText name() {
        return name;
    }

    /** Where who stands for the recipient lives or works: gata, postnummer, ort. */
    List<TypedText> address() {
        return List.of(street, postalCode, city);
    }

    void show(Letter letter) {
        LetterDetails chosen = letter.chosen();
        Representative one = Optional.ofNullable(chosen.representative()).orElse(Representative.UNKNOWN);
        why.show(letter.why());
        whatNow.show(letter.whatNow());
        heading.show(chosen.heading());
        amount.show(Optional.ofNullable(chosen.amount()).map(Formats::amount).orElse(""));
        waived.show(Optional.ofNullable(chosen.terms().waived()).map(Formats::amount).orElse(""));
        unannounced.show(chosen.terms().unannounced());
        name.show(one.name());
        street.show(one.address().street());
        postalCode.show(one.address().postalCode());
        city.show(one.address().city());
    }

    void leave() {
        all().forEach(TypedText::leave);
    }

    /** The letter's choices with what is typed. */
    LetterDetails typedIn(LetterDetails chosen) {
        LetterDetails typed = chosen.heading(heading.text());
        if (readable(amount.text())) {
            typed = typed.amount(read(amount.text()).orElse(null));
        }
        RecoveryTerms terms = chosen.terms().unannounced(unannounced.text());
        if (readable(waived.text())) {
            terms = terms.waived(read(waived.text()).orElse(null));
        }
        if (!terms.equals(chosen.terms())) {
            typed = typed.recovery(terms);
        }
        Representative one = chosen.representative();
        return one == null
                ? typed
                : typed.representative(one.name(name.text()).address(new Address(street.text(), postalCode.text(), city.text())));
    }

    /** Nothing, or an amount above nothing. */
    static boolean readable(String typed) {
        return typed.isBlank() || read(typed).isPresent();
    }

    /** Whether every amount that is typed can be read. */
    boolean readable() {
        return readable(amount.text()) && readable(waived.text());
    }

    private static Optional<Money> read(String typed) {
        return MoneyText.read(typed).filter(Money::positive);
    }

    private void writeAmount(String typed) {
        if (readable(typed)) {
            // as it will come back from the document, or the field would seem unsaved
            amount.textProperty().set(read(typed).map(Formats::amount).orElse(""));
            choose(chosen -> chosen.amount(read(typed).orElse(null)));
        }
    }

    private void writeWaived(String typed) {
        if (readable(typed)) {
            waived.textProperty().set(read(typed).map(Formats::amount).orElse(""));
            choose(chosen -> chosen.recovery(chosen.terms().waived(read(typed).orElse(null))));
        }
    }

    private void choose(UnaryOperator<LetterDetails> choice) {
        change.accept(letter -> letter.choose(choice.apply(letter.chosen())));
    }

    private void stand(UnaryOperator<Representative> next) {
        choose(chosen -> chosen.representative(next.apply(Optional.ofNullable(chosen.representative()).orElse(Representative.UNKNOWN))));
    }

    private void live(UnaryOperator<Address> next) {
        stand(one -> one.address(next.apply(one.address())));
    }

    private List<TypedText> all() {
        return Stream.concat(Stream.of(why, whatNow, heading, amount, waived, unannounced, name), address().stream()).toList();
    }
}
