package se.trepart.app.language;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the check says of a letter (granskningens svar). It stops what must not go out; that nothing is found is no approval.
 *
 * @param all in the order of the text, what is about the letter as a whole last
 */
public record Findings(List<Finding> all, Measures measures) {

    public Findings {
        all = List.copyOf(all);
    }

    public Stream<Finding> of(Weight weight) {
        return all.stream().filter(f -> f.weight() == weight);
    }

    /** The text as a whole: red by its readability or its average sentence, yellow when any measure or warning asks for another look. */
    public Colour colour() {
        if (measures.lixColour() == Colour.RED || measures.averageColour() == Colour.RED) {
            return Colour.RED;
        }
        boolean green = of(Weight.NOTE).count() == all.size()
                && Stream
                        .of(measures.lixColour(), measures.averageColour(), measures.longestColour(), measures.passiveColour(),
                                measures.nounColour())
                        .allMatch(colour -> colour == Colour.GREEN);
        return green ? Colour.GREEN : Colour.YELLOW;
    }

    /** Nothing blocks, and the text as a whole is not red. */
    public boolean passed() {
        return of(Weight.BLOCK).findAny().isEmpty() && colour() != Colour.RED;
    }
}
