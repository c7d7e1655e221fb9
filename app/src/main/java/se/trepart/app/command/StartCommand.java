package se.trepart.app.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

/** {@code trepart start}, and {@code trepart} alone: says what the window needs that is not set up on this computer. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {

    private final Console console;

    StartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err().println(console.texts().of("command.not-set-up"));
        return Trepart.REJECTED;
    }
}
