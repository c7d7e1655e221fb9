package se.trepart.app.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing of the journal is pasted into a letter: four fifths of the three-word runs of a paragraph or a sentence stand in one note (S6). */
final class JournalCheck implements LanguageCheck {

    private static final int RUN = 3;
    private static final int SHORTEST = 8;
    private static final double ALIKE = 0.8;

    /** A long journal is dear to read, and the same while a letter is typed. */
    private volatile Journal last = new Journal(List.of(), List.of());

    private record Journal(List<String> notes, List<Set<String>> runs) {

        @Override
        public String toString() {
            return "Journal[…]";
        }
    }

    @Override
    public void look(LetterText letter, LetterCase about, FindingList found) {
        List<Set<String>> notes = runsOf(about.journal());
        if (notes.isEmpty()) {
            return;
        }
        letter.running().filter(b -> b.origin() == Origin.FREE && b.words() >= SHORTEST).forEach(block -> {
            boolean pasted = alike(block.sentences(), notes)
                    || block.sentences().stream().filter(s -> s.size() >= SHORTEST).anyMatch(s -> alike(List.of(s), notes));
            if (pasted) {
                found.block(Check.JOURNAL, block, "");
            }
        });
    }

    private List<Set<String>> runsOf(List<String> notes) {
        Journal journal = last;
        if (!journal.notes().equals(notes)) {
            journal = new Journal(notes, notes.stream().map(note -> Set.copyOf(runs(Sentences.of(note)))).toList());
            last = journal;
        }
        return journal.runs();
    }

    private static boolean alike(List<Sentence> sentences, List<Set<String>> notes) {
        List<String> runs = runs(sentences);
        return notes.stream().anyMatch(note -> runs.stream().filter(note::contains).count() >= ALIKE * runs.size());
    }

    /** Each run of words once. */
    private static List<String> runs(List<Sentence> sentences) {
        List<String> words = sentences.stream()
                .flatMap(s -> s.words().stream())
                .map(Word::lower)
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return List.copyOf(runs);
    }
}
