package se.trepart.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The labelled set of {@code sentences.txt} and how often each check agrees with its labels. {@code main} prints the figures of the README, from
 * the sentence of a given number on, and what goes wrong in the two thirds that may be looked at.
 */
final class LabelledSentences {

    private static final Map<String, Set<Check>> LABELS = new TreeMap<>(
            Map.ofEntries(Map.entry("WORD", EnumSet.of(Check.WORD)), Map.entry("SMALL", EnumSet.of(Check.SMALL_WORD)),
                    Map.entry("TERM", EnumSet.of(Check.TERM)), Map.entry("ABBR", EnumSet.of(Check.ABBREVIATION)),
                    Map.entry("ADDRESS", EnumSet.of(Check.ADDRESS, Check.CAPITAL)), Map.entry("LONG", EnumSet.of(Check.LONG_SENTENCE)),
                    Map.entry("LATE", EnumSet.of(Check.LATE_VERB)), Map.entry("INSERT", EnumSet.of(Check.INSERTION)),
                    Map.entry("ATTR", EnumSet.of(Check.ATTRIBUTE)), Map.entry("PASSIVE", EnumSet.of(Check.PASSIVE)),
                    Map.entry("PAIR", EnumSet.of(Check.PASSIVE_PAIR)), Map.entry("NOUNS", EnumSet.of(Check.NOUNS)),
                    Map.entry("FUNC", EnumSet.of(Check.EMPTY_VERB)), Map.entry("NAKED", EnumSet.of(Check.NAKED_NOUN)),
                    Map.entry("LIST", EnumSet.of(Check.ENUMERATION)), Map.entry("LAW", EnumSet.of(Check.LAW))));

    /** A sentence with its labels; every third is held out. */
    record Labelled(int number, Set<String> labels, boolean heading, String text) {

        boolean heldOut() {
            return number % 3 == 0;
        }

        Set<Check> found(PlainLanguage language) {
            String html = heading ? "<h2>" + text + "</h2>" : "<p>" + text + "</p>";
            Set<Check> checks = EnumSet.noneOf(Check.class);
            language.check(LetterText.ofHtml(html)).all().forEach(f -> checks.add(f.check()));
            return checks;
        }
    }

    /** How one label went: rightly found, wrongly found, missed. */
    record Score(int right, int wrong, int missed) {

        double precision() {
            return right + wrong == 0 ? 1 : right / (double) (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : right / (double) (right + missed);
        }
    }

    private LabelledSentences() {}

    public static void main(String[] arguments) {
        int from = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        List<Labelled> all = read().stream().filter(one -> one.number() >= from).toList();
        PlainLanguage language = PlainLanguage.shipped();
        System.out.println(table(all, language));
        for (Labelled one : all) {
            Set<Check> found = one.found(language);
            for (String label : LABELS.keySet()) {
                boolean is = LABELS.get(label).stream().anyMatch(found::contains);
                if (!one.heldOut() && is != one.labels().contains(label)) {
                    System.out.println((is ? "WRONG  " : "MISSED ") + label + " " + one.number() + ": " + one.text());
                }
            }
        }
    }

    static Set<String> labels() {
        return LABELS.keySet();
    }

    static List<Labelled> read() {
        try (InputStream in = Objects.requireNonNull(LabelledSentences.class.getResourceAsStream("sentences.txt"))) {
            List<Labelled> all = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    all.add(read(all.size() + 1, line));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled read(int number, String line) {
        String[] parts = line.split(" \\| ", 2);
        Set<String> labels = parts[0].equals("-") ? Set.of() : Set.copyOf(Arrays.asList(parts[0].split(" ")));
        if (!LABELS.keySet().containsAll(labels)) {
            throw new IllegalStateException("unknown label: " + line);
        }
        boolean heading = parts[1].startsWith("h: ");
        return new Labelled(number, labels, heading, heading ? parts[1].substring(3) : parts[1]);
    }

    static Score score(String label, List<Labelled> sentences, PlainLanguage language) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (Labelled one : sentences) {
            boolean found = one.found(language).stream().anyMatch(LABELS.get(label)::contains);
            boolean is = one.labels().contains(label);
            right += found && is ? 1 : 0;
            wrong += found && !is ? 1 : 0;
            missed += !found && is ? 1 : 0;
        }
        return new Score(right, wrong, missed);
    }

    static String table(List<Labelled> all, PlainLanguage language) {
        Predicate<Labelled> held = Labelled::heldOut;
        StringBuilder table = new StringBuilder(
                "| label | labelled | precision | recall | held out: labelled | precision | recall |\n|---|---|---|---|---|---|---|\n");
        for (String label : LABELS.keySet()) {
            Score seen = score(label, all.stream().filter(held.negate()).toList(), language);
            Score unseen = score(label, all.stream().filter(held).toList(), language);
            table.append(String.format(Locale.ROOT, "| %s | %d | %.2f | %.2f | %d | %.2f | %.2f |%n", label, seen.right() + seen.missed(),
                    seen.precision(), seen.recall(), unseen.right() + unseen.missed(), unseen.precision(), unseen.recall()));
        }
        return table.toString();
    }
}
