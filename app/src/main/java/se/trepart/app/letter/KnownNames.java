package se.trepart.app.letter;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.Registers;
import se.trepart.model.Document;
import se.trepart.model.letter.Letter;
import se.trepart.wire.DocumentJson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Names of people, streets, places and employers in a case and in the municipality's registers (kända namn): no word list has them. Words
 * with a capital, and every word where only a few stand, such as an employer's name. Read when first asked for. What is written in letters
 * does not count: a slip would make itself right.
 */
final class KnownNames implements Predicate<String> {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]+");
    private static final int FEW_WORDS = 4;

    private final List<Document> documents;
    private @Nullable Set<String> names;

    KnownNames(CaseDocuments documents, Registers registers) {
        this.documents = sources(documents, registers);
    }

    /** Whether these are the names of that case, as it is. */
    boolean of(CaseDocuments otherDocuments, Registers otherRegisters) {
        return documents.equals(sources(otherDocuments, otherRegisters));
    }

    private static List<Document> sources(CaseDocuments documents, Registers registers) {
        return Stream.<List<? extends Document>>of(documents.all(), registers.staff(), registers.units(), registers.settings())
                .<Document>flatMap(List::stream)
                .filter(document -> !(document instanceof Letter))
                .toList();
    }

    @Override
    public synchronized boolean test(String word) {
        Set<String> known = names == null ? read() : names;
        names = known;
        return known.contains(word);
    }

    private Set<String> read() {
        Set<String> found = new HashSet<>();
        documents.forEach(document -> collect(DocumentJson.write(document), found));
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isString()) {
            List<String> words = WORD.matcher(node.stringValue()).results().map(MatchResult::group).toList();
            words.stream().filter(word -> words.size() <= FEW_WORDS || Character.isUpperCase(word.codePointAt(0))).forEach(word -> {
                found.add(word);
                found.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            });
        }
        for (JsonNode part : node) {
            collect(part, found);
        }
    }
}
