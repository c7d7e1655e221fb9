package se.trepart.app.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import se.trepart.model.Table;

import org.jspecify.annotations.Nullable;

/** Abbreviations (S5, L9). Clock times are let through, and kr in tables, which are not read. */
final class AbbreviationCheck extends SentenceCheck {

    private record Row(String instead, String where) {}

    private static final Row UNKNOWN = new Row("hela ordet", "dot");
    private static final int LONGEST_UNKNOWN = 4;

    /** Written with blanks: t ex, p g a. */
    private static final Map<String, String> SPACED = Map.of("t ex", "t.ex", "bl a", "bl.a", "m m", "m.m", "p g a", "p.g.a", "fr o m",
            "fr.o.m", "t o m", "t.o.m", "d v s", "d.v.s", "o s v", "o.s.v", "s k", "s.k");

    private final Map<String, Row> rows = new HashMap<>();

    AbbreviationCheck() {
        Table.read(AbbreviationCheck.class, "abbreviations.csv")
                .forEach(r -> rows.put(r.text("short"), new Row(r.text("instead"), r.text("where"))));
    }

    @Override
    boolean headings() {
        return true;
    }

    @Override
    void look(Block block, Sentence sentence, FindingList found) {
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.word(i);
            Row row = row(block, word);
            if (row != null) {
                found.words(Check.ABBREVIATION, block, word, word, row.instead(), instead(row.instead()));
                continue;
            }
            int last = spaced(sentence, i);
            if (last > i) {
                String full = of(sentence, i, last);
                found.words(Check.ABBREVIATION, block, word, sentence.word(last), full, instead(full));
                i = last;
            }
        }
    }

    /** What can stand there as it is; the others tell what to do. */
    private static List<String> instead(String full) {
        return full.startsWith("räkna upp") || full.equals("stryk") || full.equals(UNKNOWN.instead()) ? List.of() : List.of(full);
    }

    private @Nullable Row row(Block block, Word word) {
        Row exact = rows.get(word.text());
        if (exact != null && exact.where().equals("exact")) {
            return exact;
        }
        Row row = rows.get(word.lower());
        boolean dot = word.to() < block.text().length() && block.text().charAt(word.to()) == '.';
        if (row == null || row.where().equals("exact")) {
            return dot && unknown(block.text(), word) ? UNKNOWN : null;
        }
        // at the end of a sentence the stop may be the sentence's
        boolean dotOfItsOwn = dot && word.to() + 1 < block.text().length()
                && !Character.isUpperCase(nextLetter(block.text(), word.to() + 1));
        return row.where().equals("word") || dotOfItsOwn ? row : null;
    }

    /** A short word with a stop after which the sentence goes on. */
    private static boolean unknown(String text, Word word) {
        boolean plain = word.lower().equals(word.text()) && word.text().length() <= LONGEST_UNKNOWN && !word.number() && !word.isAny("kl");
        int after = word.to() + 1;
        return plain && after + 1 < text.length() && Character.isWhitespace(text.charAt(after))
                && Character.isLowerCase(nextLetter(text, after));
    }

    private static char nextLetter(String text, int from) {
        int i = from;
        while (i < text.length() - 1 && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() ? text.charAt(i) : 'A';
    }

    private static int spaced(Sentence sentence, int first) {
        for (int last = Math.min(sentence.size() - 1, first + 2); last > first; last--) {
            if (SPACED.containsKey(joined(sentence, first, last))) {
                return last;
            }
        }
        return first;
    }

    private String of(Sentence sentence, int first, int last) {
        Row row = rows.get(SPACED.getOrDefault(joined(sentence, first, last), ""));
        return row == null ? "" : row.instead();
    }

    private static String joined(Sentence sentence, int first, int last) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i <= last; i++) {
            joined.append(i == first ? "" : " ").append(sentence.word(i).lower());
        }
        return joined.toString();
    }
}
