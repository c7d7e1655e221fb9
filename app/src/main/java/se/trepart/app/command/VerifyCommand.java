package se.trepart.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import se.trepart.local.cache.Integrity;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trepart verify}: looks through the whole store and tells everything that is damaged (kontroll av lagret). */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataFolder folder = DataFolder.of(console, data);
        if (!Files.isDirectory(folder.folder())) {
            folder.problem(console.texts().of("command.no-store"));
            return Trepart.REJECTED;
        }
        Optional<List<Integrity.Finding>> findings = folder.check();
        findings.stream()
                .flatMap(List::stream)
                .forEach(f -> folder.problem(console.texts().name("command.finding", f.kind()) + ": " + f.where()));
        boolean whole = findings.isPresent() && findings.get().isEmpty();
        if (whole) {
            console.out().println(folder.folder() + ": " + console.texts().of("command.verified"));
        }
        return whole ? Trepart.DONE : Trepart.REJECTED;
    }
}
