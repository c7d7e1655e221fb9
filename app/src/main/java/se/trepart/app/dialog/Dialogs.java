package se.trepart.app.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import se.trepart.app.control.Choice;

/**
 * Questions that must be answered now (dialogrutor). A view model asks the user this way only, on the JavaFX thread; the call returns with
 * the answer. A button carries the name of what it does.
 */
public interface Dialogs {

    /** One line or many to be written. Empty when the user leaves it. */
    Optional<String> ask(Prompt prompt);

    /** One of several. Empty when the user leaves it. */
    <T> Optional<T> choose(String title, String text, List<Choice<T>> choices);

    /** @param doIt what the button that does it is called, such as "Avsluta utredningen" */
    boolean confirm(String title, String text, String doIt);

    /** Something that must be read before the work goes on. */
    void tell(String title, String text);

    /** Something that went wrong, and what to do about it. */
    void error(String title, String text);

    /** @param endings such as "json" */
    List<Path> pickFiles(String title, String kind, List<String> endings);

    Optional<Path> pickSaveFile(String title, String name, String kind, String ending);

    Optional<Path> pickFolder(String title);

    /**
     * @param label what is to be written
     * @param doIt what the button that takes the answer is called
     */
    record Prompt(String title, String text, String label, String initial, boolean manyLines, String doIt) {}

}
