package se.trepart.local.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import se.trepart.local.search.Search.Hit;

/**
 * All who can be found, in Swedish order, with all their words in one string: looking through that from end to end is one run through
 * memory, several times faster than going from person to person.
 */
final class Everybody {

    static final Everybody NOBODY = new Everybody(List.of());

    private final Found[] people;
    private final String words;
    /** where each person's words start, and after the last one where they end */
    private final int[] starts;

    Everybody(List<Found> inOrder) {
        people = inOrder.toArray(Found[]::new);
        starts = new int[people.length + 1];
        StringBuilder all = new StringBuilder(people.length * 64);
        for (int i = 0; i < people.length; i++) {
            starts[i] = all.length();
            all.append(people[i].words());
        }
        starts[people.length] = all.length();
        words = all.toString();
    }

    List<Found> people() {
        return Arrays.asList(people);
    }

    /** @param marked words with {@link Found#MARK} before them, at least one, the rarest first */
    List<Hit> find(List<String> marked, Predicate<Found> mayBeFound, int limit) {
        List<Hit> hits = new ArrayList<>();
        String first = marked.getFirst();
        for (int at = words.indexOf(first); at >= 0 && hits.size() < limit;) {
            int person = personAt(at);
            if (hasAll(person, marked) && mayBeFound.test(people[person])) {
                hits.add(people[person].hit());
            }
            at = words.indexOf(first, starts[person + 1]);
        }
        return hits;
    }

    private int personAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    private boolean hasAll(int person, List<String> marked) {
        for (String word : marked) {
            if (words.indexOf(word, starts[person], starts[person + 1]) < 0) {
                return false;
            }
        }
        return true;
    }
}
