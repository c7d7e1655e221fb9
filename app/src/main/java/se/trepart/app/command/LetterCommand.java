package se.trepart.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import se.trepart.app.letter.LetterPdf;
import se.trepart.app.letter.LetterProblem;
import se.trepart.app.letter.LetterWriter;
import se.trepart.app.letter.LetterWriter.Occasion;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;
import se.trepart.model.access.Actor;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.application.Registration;
import se.trepart.model.application.RegistrationResult;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionBasis;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.Decisions;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.Letter;
import se.trepart.model.norm.Calculation;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code trepart letter FILE --out PDF}: the letter that granting the calculated sum would give (beslutsbrev). Nothing is stored; what only
 * a person can write is a plain sentence, and who signs is the invented caseworker of the municipality that comes with the program.
 */
@Command(name = "letter")
final class LetterCommand implements Callable<Integer> {

    private final Console console;
    private final Texts texts;
    private final Ids ids = new Ids();

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "PDF", required = true)
    private Path out = Path.of("");

    /** Taken so that every command has the same options; the letter is written with the settings that come with the program. */
    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    LetterCommand(Console console) {
        this.console = console;
        this.texts = console.texts();
    }

    @Override
    public Integer call() {
        Optional<ReceivedApplication> received = console.read(file);
        Optional<Calculation> calculation = received.flatMap(a -> new FirstCalculation(console).of(file, a));
        if (calculation.isEmpty()) {
            return Trepart.REJECTED;
        }
        try {
            Files.write(out, letter(received.orElseThrow(), calculation.get()));
        } catch (LetterProblem e) {
            console.reject(file, "", String.valueOf(e.getMessage()));
            return Trepart.REJECTED;
        } catch (IOException _) {
            console.reject(out, "", texts.of("command.unwritable"));
            return Trepart.REJECTED;
        }
        console.out().println(texts.of("command.letter-written", out));
        return Trepart.DONE;
    }

    private byte[] letter(ReceivedApplication received, Calculation calculation) {
        LocalDate today = LocalDate.now(console.clock());
        Settings settings = FirstCalculation.settings(received);
        Staff writer = new Staff(Unit.MUNICIPALITY, Unit.MUNICIPALITY, "", texts.of("command.writer"), texts.of("command.writer-title"),
                settings.municipality().phone(), List.of(Role.CASEWORKER), List.of(), List.of(), true, today);
        RegistrationResult.Registered registered = (RegistrationResult.Registered) new Registration(ids).register(received,
                Optional.empty(), Unit.MUNICIPALITY, null, today, texts.of("command.case-number", String.valueOf(today.getYear())));
        DecisionBasis basis = new DecisionBasis(registered.application(), registered.household(), null, calculation, settings,
                DelegationOrder.shipped(), false);
        Actor actor = new Actor(writer, Role.CASEWORKER, console.clock().instant(), today);
        Decision prepared = Decisions.prepare(basis, calculation, actor, ids).decision();
        boolean granted = prepared.granted().positive();
        String aboutChildren = registered.household().children().isEmpty()
                ? ""
                : texts.of(granted ? "command.about-children-granted" : "command.about-children-refused");
        Decision decision = made(Decisions.childEffect(prepared, aboutChildren), writer.id(), today);
        UUID recipient = registered.household().applicant().id();
        Letter letter = Letter.write(ids.get(), decision, DecisionLetter.kind(decision), recipient, LetterPdf.TEMPLATE_VERSION,
                texts.of(granted ? "command.why-granted" : "command.why-refused"),
                texts.of(granted ? "command.what-now-granted" : "command.what-now-refused"), writer.id(), today);
        LetterWriter letters = new LetterWriter(Statutes.shipped(), DecisionReason.shipped());
        Occasion occasion = new Occasion(letter, registered.caseFile(), registered.household(), settings, writer, "");
        return new LetterPdf().render(letters.decision(occasion, registered.application(), decision, calculation, writer));
    }

    /** As if it had been made: nobody has investigated, so the verbs of the model would rightly refuse. */
    private static Decision made(Decision d, UUID by, LocalDate on) {
        return new Decision(d.id(), d.unitId(), d.caseId(), d.applicationId(), d.calculationId(), d.kind(), DecisionStatus.MADE, d.period(),
                d.preparedOn(), d.preparedBy(), d.items(), d.reasons(), d.childEffect(), d.communication(), d.handOvers(), by,
                Role.CASEWORKER, on, d.corrects());
    }
}
