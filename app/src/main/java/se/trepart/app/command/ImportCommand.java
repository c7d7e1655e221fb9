package se.trepart.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import se.trepart.app.intake.Imported;
import se.trepart.app.intake.Intake;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trepart import FILE…}: registers application files in the store; a rejected file leaves nothing there, and the others go on. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private final Console console;
    private final Texts texts;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    ImportCommand(Console console) {
        this.console = console;
        this.texts = console.texts();
    }

    @Override
    public Integer call() {
        Optional<List<Imported>> imported = DataFolder.of(console, data)
                .open(workstation -> new Intake(workstation, texts, console.clock(), new Ids(), null).importOnly(files));
        if (imported.isEmpty()) {
            return Trepart.REJECTED;
        }
        imported.get().forEach(this::tell);
        long stored = imported.get().stream().filter(i -> i instanceof Imported.Stored).count();
        long rejected = imported.get().stream().filter(i -> i instanceof Imported.Rejected).count();
        console.out().println(texts.of("command.import-sum", stored, imported.get().size() - stored - rejected, rejected));
        return rejected == 0 ? Trepart.DONE : Trepart.REJECTED;
    }

    private void tell(Imported imported) {
        switch (imported) {
            case Imported.Stored stored -> {
                String outcome = stored.newCase()
                        ? texts.of("command.stored-new", stored.caseNumber())
                        : texts.of("command.stored", stored.caseNumber());
                console.out().println(stored.file() + ": " + outcome + (stored.applicantTooYoung() ? texts.of("command.too-young") : ""));
            }
            case Imported.AlreadyImported already -> console.out().println(already.file() + ": " + texts.of("command.already"));
            case Imported.Rejected rejected -> console.reject(rejected.file(), rejected.faults());
        }
    }
}
