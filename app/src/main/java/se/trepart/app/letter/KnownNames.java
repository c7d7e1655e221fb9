package se.trepart.app.letter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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
 * Names of people, streets, places and employers in a case and in the municipality's registers (kända namn): no word list has them. Read
 * when first asked for. What is written in letters does not count: a slip would make itself right.
 */
final class KnownNames implements Predicate<String> {

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}]+");

    private final CaseDocuments documents;
    private final Registers registers;
    private @Nullable Set<String> names;

    KnownNames(CaseDocuments documents, Registers registers) {
        this.documents = documents;
        this.registers = registers;
    }

    /** Whether these are the names of that case, as it is. */
    boolean of(CaseDocuments otherDocuments, Registers otherRegisters) {
        return documents.equals(otherDocuments) && registers.equals(otherRegisters);
    }

    @Override
    public synchronized boolean test(String word) {
        Set<String> known = names == null ? read() : names;
        names = known;
        return known.contains(word);
    }

    private Set<String> read() {
        Set<String> found = new HashSet<>();
        Stream.<List<? extends Document>>of(documents.all(), registers.staff(), registers.units(), registers.settings())
                .flatMap(List::stream)
                .filter(document -> !(document instanceof Letter))
                .forEach(document -> collect(DocumentJson.write(document), found));
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isString()) {
            Matcher matcher = NAME.matcher(node.stringValue());
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        for (JsonNode part : node) {
            collect(part, found);
        }
    }
}
