package se.trepart.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import se.trepart.local.Workstation;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trepart verify}: opens every document and set-aside file of the store; one broken seal is told (kontroll av lagret). */
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
        Optional<Integer> documents = folder.open(VerifyCommand::openAll);
        documents.ifPresent(n -> console.out().println(folder.folder() + ": " + console.texts().count("command.verified", n)));
        return documents.isPresent() ? Trepart.DONE : Trepart.REJECTED;
    }

    private static int openAll(Workstation workstation) {
        int documents = 0;
        for (DocumentType type : DocumentType.values()) {
            documents += workstation.documents().list(type.record(), ListFilter.ALL).size();
        }
        workstation.setAside().all();
        return documents;
    }
}
