package se.trepart.app.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import se.trepart.model.Table;

import org.jspecify.annotations.Nullable;

/** The words that a letter says in another way, with all their forms (ordlistan), from {@code words.csv}. */
final class WordList {

    /** One row: what it is a case of, its tokens and what to write instead. */
    record Entry(Check check, List<Token> tokens, List<String> instead, Occasion when) {}

    /** One word of an entry: any of some forms, or whatever begins so. */
    record Token(Set<String> forms, List<String> stems) {

        boolean is(String lower) {
            return forms.contains(lower) || stems.stream().anyMatch(lower::startsWith);
        }
    }

    /** An entry found in a sentence, from one word to another. */
    record Hit(Entry entry, int first, int last) {}

    private static final int STEM_INDEX = 3;

    private final Map<String, List<Entry>> byForm = new HashMap<>();
    /** By the first letters of their stem. */
    private final Map<String, List<Entry>> byStem = new HashMap<>();

    private WordList() {}

    static WordList shipped() {
        WordList list = new WordList();
        for (Table.Row row : Table.read(WordList.class, "words.csv")) {
            String when = row.text("when");
            list.add(new Entry(Check.valueOf(row.text("check")), tokens(row.text("words"), when.equals(Occasion.LITERAL.name())),
                    Stream.of(row.text("instead").split("\\|")).filter(s -> !s.isBlank()).toList(),
                    when.isEmpty() ? Occasion.ALWAYS : Occasion.valueOf(when)));
        }
        return list;
    }

    private void add(Entry entry) {
        Token first = entry.tokens().getFirst();
        first.forms().forEach(form -> byForm.computeIfAbsent(form, _ -> new ArrayList<>()).add(entry));
        first.stems().forEach(stem -> byStem.computeIfAbsent(stem.substring(0, STEM_INDEX), _ -> new ArrayList<>()).add(entry));
    }

    private static List<Token> tokens(String words, boolean literal) {
        return Arrays.stream(words.replaceAll(",\\s+", ",").split(" ")).map(word -> token(word, literal)).toList();
    }

    private static Token token(String word, boolean literal) {
        Set<String> forms = new HashSet<>();
        List<String> stems = new ArrayList<>();
        for (String alternative : literal ? new String[]{word} : word.split("/")) {
            int open = alternative.indexOf('(');
            if (open >= 0) {
                String stem = alternative.substring(0, open);
                for (String ending : alternative.substring(open + 1, alternative.indexOf(')')).split(",")) {
                    forms.add(ending.equals("-") ? stem : stem + ending);
                }
            } else if (alternative.endsWith("*")) {
                stems.add(alternative.substring(0, alternative.length() - 1));
            } else {
                forms.add(alternative);
            }
        }
        return new Token(forms, stems);
    }

    /** What of the list stands in a sentence, in order; of two that begin at the same word the longer. */
    List<Hit> in(Sentence sentence) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Hit best = null;
            String lower = sentence.word(i).lower();
            for (Entry entry : byForm.getOrDefault(lower, List.of())) {
                best = longer(best, match(entry, sentence, i));
            }
            for (Entry entry : lower.length() < STEM_INDEX
                    ? List.<Entry>of()
                    : byStem.getOrDefault(lower.substring(0, STEM_INDEX), List.of())) {
                if (entry.tokens().getFirst().is(lower)) {
                    best = longer(best, match(entry, sentence, i));
                }
            }
            if (best != null) {
                hits.add(best);
                i = best.last();
            }
        }
        return hits;
    }

    private static @Nullable Hit longer(@Nullable Hit a, @Nullable Hit b) {
        return a == null || b != null && b.last() > a.last() ? b : a;
    }

    private static @Nullable Hit match(Entry entry, Sentence sentence, int first) {
        int last = first + entry.tokens().size() - 1;
        if (last >= sentence.size()) {
            return null;
        }
        for (int i = first + 1; i <= last; i++) {
            if (!entry.tokens().get(i - first).is(sentence.word(i).lower())) {
                return null;
            }
        }
        return entry.when().counts(sentence, first, last) ? new Hit(entry, first, last) : null;
    }
}
