package se.trepart.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code trepart start}, and {@code trepart} alone: says what the window needs that is not there, and what to do instead. Without sign-in
 * nobody can be told from another, so nothing in the store is opened: not even its keys.
 */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    StartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = console.texts();
        DataFolder folder = DataFolder.of(console, data);
        String store = texts.of(folder.holdsStore() ? "command.has-store" : "command.has-no-store", folder.folder());
        console.err().println(texts.of("command.not-set-up", store));
        return Trepart.REJECTED;
    }
}
