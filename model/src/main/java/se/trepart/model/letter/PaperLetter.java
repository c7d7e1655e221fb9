package se.trepart.model.letter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import se.trepart.model.letter.Sending.Way;

import org.jspecify.annotations.Nullable;

/**
 * A letter or another paper that goes by post, and how far it has come on its way to paper (brev att skriva ut).
 *
 * @param last the latest print; null when nobody has printed it yet
 * @param left the pages that have failed and not come out since
 */
public record PaperLetter(Posted letter, @Nullable LetterPrint last, List<Integer> left) {

    /** How far it has come. */
    public enum State {
        /** ska skrivas ut */
        WAITING,
        /** några sidor kom inte ut */
        FAILED,
        /** utskrivet */
        PRINTED
    }

    public PaperLetter {
        left = List.copyOf(left);
    }

    /** Empty for a letter that is not sent, or not by post, or that no PDF was kept of. */
    public static Optional<PaperLetter> of(Posted letter, Collection<LetterPrint> prints) {
        Sending sending = letter.sending();
        if (sending == null || sending.way() != Way.POST || letter.pdfSha256().isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Integer> left = new TreeSet<>();
        LetterPrint last = null;
        for (LetterPrint print : inOrder(letter, prints)) {
            left.addAll(print.failed());
            print.pages().forEach(left::remove);
            last = print;
        }
        return Optional.of(new PaperLetter(letter, last, List.copyOf(left)));
    }

    public State state() {
        if (last == null) {
            return State.WAITING;
        }
        return left.isEmpty() ? State.PRINTED : State.FAILED;
    }

    private static List<LetterPrint> inOrder(Posted letter, Collection<LetterPrint> prints) {
        return prints.stream()
                .filter(print -> print.letterId().equals(letter.id()))
                .sorted(Comparator.comparing(LetterPrint::at).thenComparing(LetterPrint::id))
                .toList();
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PaperLetter[" + letter.id() + "]";
    }
}
