package se.trepart.app.letter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.app.language.Colour;
import se.trepart.app.language.Measures;
import se.trepart.app.language.Weight;
import se.trepart.model.letter.PlainLanguageResult;

import org.jspecify.annotations.Nullable;

/**
 * What the plain-language check says of the letter at hand (klarspråket i brevet).
 *
 * @param all by weight, then in the order of the text
 * @param measures null when the letter could not be read
 */
record LetterRemarks(List<Remark> all, @Nullable Measures measures, Colour colour) {

    static final LetterRemarks NOTHING = new LetterRemarks(List.of(), null, Colour.GREEN);

    private static final Comparator<TypedPlace> IN_TEXT = Comparator.comparing(TypedPlace::where).thenComparing(TypedPlace::from);

    LetterRemarks {
        all = all.stream().sorted(Comparator.comparing(Remark::weight)).toList();
    }

    List<Remark> stopping() {
        return all.stream().filter(Remark::stops).toList();
    }

    List<Remark> asking() {
        return all.stream().filter(Remark::asks).toList();
    }

    /** Those that stand in the writer's own words and are not kept. */
    List<Remark> marked() {
        return all.stream().filter(remark -> remark.place() != null && remark.kept() == null).toList();
    }

    List<Remark> markedIn(TypedPlace.Where field) {
        return marked().stream().filter(remark -> placed(remark).where() == field).toList();
    }

    boolean sendable() {
        return stopping().isEmpty() && asking().isEmpty();
    }

    /** The next after the caret that is more than a note, from the top again after the last; backwards when {@code step} is −1. */
    Optional<Remark> next(TypedPlace.Where field, int caret, int step) {
        List<Remark> inText = marked().stream()
                .filter(remark -> remark.weight() != Weight.NOTE)
                .sorted(Comparator.comparing(LetterRemarks::placed, IN_TEXT))
                .toList();
        Optional<Remark> beyond = step > 0
                ? inText.stream().filter(remark -> placed(remark).after(field, caret)).findFirst()
                : inText.stream().filter(remark -> before(placed(remark), field, caret)).reduce((_, last) -> last);
        return beyond.or(() -> inText.isEmpty() ? Optional.empty() : Optional.of(step > 0 ? inText.getFirst() : inText.getLast()));
    }

    /** What stands at the caret, the weightiest first. */
    Optional<Remark> at(TypedPlace.Where field, int caret) {
        return marked().stream().filter(remark -> placed(remark).holds(field, caret)).findFirst();
    }

    /** What is stored with the letter when it is sent; empty when the letter could not be read. */
    Optional<PlainLanguageResult> result() {
        int remarks = (int) all.stream().filter(remark -> remark.weight() != Weight.NOTE).count();
        return Optional.ofNullable(measures)
                .map(m -> new PlainLanguageResult(remarks == 0, (int) Math.round(m.lix()), (int) Math.round(m.average()), remarks));
    }

    private static boolean before(TypedPlace place, TypedPlace.Where field, int caret) {
        return place.where().compareTo(field) < 0 || place.where() == field && place.from() < caret;
    }

    private static TypedPlace placed(Remark remark) {
        return Optional.ofNullable(remark.place()).orElseThrow();
    }
}
