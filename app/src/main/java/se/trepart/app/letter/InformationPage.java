package se.trepart.app.letter;

import java.util.List;

/**
 * A page in the reader's own language that is laid with a letter (informationssida): what kind of letter it is, where the answer stands, whom to
 * call, the right to an interpreter and to appeal. It tells nothing of the case but its number.
 *
 * @param language such as {@code so}
 * @param direction {@code ltr} or {@code rtl}
 */
public record InformationPage(String language, String direction, String title, List<Part> parts) {

    /** A part of the page. @param heading empty for the first */
    public record Part(String heading, List<String> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    public InformationPage {
        parts = List.copyOf(parts);
    }
}
