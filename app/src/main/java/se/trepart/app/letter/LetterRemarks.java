package se.trepart.app.letter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /**
     * The next in the text that is more than a note, from the top again after the last; backwards when {@code step} is −1.
     *
     * @param now the one the writer is at; null when the caret has gone elsewhere. Two may begin at the same word
     */
    Optional<Remark> next(@Nullable Remark now, TypedPlace.Where field, int caret, int step) {
        List<Remark> inText = marked().stream()
                .filter(remark -> remark.weight() != Weight.NOTE)
                .sorted(Comparator.comparing(LetterRemarks::placed, IN_TEXT))
                .toList();
        if (inText.isEmpty()) {
            return Optional.empty();
        }
        int at = now == null ? -1 : inText.indexOf(now);
        if (at >= 0) {
            return Optional.of(inText.get(Math.floorMod(at + step, inText.size())));
        }
        Optional<Remark> beyond = step > 0
                ? inText.stream().filter(remark -> placed(remark).after(field, caret)).findFirst()
                : inText.stream().filter(remark -> placed(remark).before(field, caret)).reduce((_, last) -> last);
        return beyond.or(() -> Optional.of(step > 0 ? inText.getFirst() : inText.getLast()));
    }

    /** What stands at the caret that something can be done about: the fewest words, for a long sentence has short faults. */
    Optional<Remark> at(TypedPlace.Where field, int caret, Predicate<Remark> able) {
        return marked().stream()
                .filter(able)
                .filter(remark -> placed(remark).holds(field, caret))
                .min(Comparator.comparingInt(remark -> placed(remark).to() - placed(remark).from()));
    }

    /** What is stored with the letter when it is sent; empty when the letter could not be read. */
    Optional<PlainLanguageResult> result() {
        int remarks = (int) all.stream().filter(remark -> remark.weight() != Weight.NOTE).count();
        return Optional.ofNullable(measures)
                .map(m -> new PlainLanguageResult(remarks == 0, (int) Math.round(m.lix()), (int) Math.round(m.average()), remarks));
    }

    private static TypedPlace placed(Remark remark) {
        return Optional.ofNullable(remark.place()).orElseThrow();
    }
}
