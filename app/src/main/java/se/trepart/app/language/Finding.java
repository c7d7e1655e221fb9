package se.trepart.app.language;

import java.util.List;

/**
 * One thing to look at in a letter (fynd).
 *
 * @param block index of the block it stands in; −1 when it is about the letter as a whole
 * @param from where in the block's text it begins
 * @param to where it ends
 * @param quote the words it is about; empty when it is about something that is missing
 * @param value what the sentence about it names beside the words, such as a count; empty for most
 * @param instead what could stand there in place of the words, the best first, in the form of the dictionary: the writer fits it to the sentence;
 *        empty when nothing can be put there
 */
public record Finding(Check check, Weight weight, int block, int from, int to, String quote, String value, List<String> instead) {

    public Finding {
        instead = List.copyOf(instead);
    }

    @Override
    public String toString() {
        // the words may name people
        return check + " in block " + block + " at " + from;
    }
}
