package se.trepart.app.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Texts;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Where the program begins (start). Exit codes: 0 done, 1 an input was rejected, 2 wrong usage. What was done goes to standard output,
 * what was rejected to standard error, both in UTF-8.
 */
@Command(name = "trepart")
public final class Trepart {

    public static final int DONE = 0;
    public static final int REJECTED = 1;
    public static final int WRONG_USAGE = 2;

    private static final Logger UNEXPECTED = Logger.getLogger(UnexpectedErrors.class.getName());

    private final Console console;

    Trepart(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        // standard error is for what the user can do something about, one line each
        Logger.getLogger("").setLevel(Level.OFF);
        UNEXPECTED.setLevel(Level.SEVERE);
        System.exit(new Trepart(Console.system(new Texts())).run(arguments));
    }

    int run(String... arguments) {
        List<Object> commands = List.of(new StartCommand(console), new ImportCommand(console), new CalculateCommand(console),
                new LetterCommand(console), new LanguageCommand(console), new VerifyCommand(console));
        CommandLine line = new CommandLine(this);
        commands.forEach(line::addSubcommand);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setParameterExceptionHandler(wrongUsage());
        line.setExecutionExceptionHandler(unexpected());
        boolean asksForHelp = arguments.length == 1 && List.of("--help", "-h", "help").contains(arguments[0]);
        if (asksForHelp) {
            console.out().println(console.texts().of("command.usage"));
            return DONE;
        }
        boolean noCommand = arguments.length == 0 || arguments[0].startsWith("-");
        return line.execute(noCommand ? Stream.concat(Stream.of("start"), Stream.of(arguments)).toArray(String[]::new) : arguments);
    }

    private IParameterExceptionHandler wrongUsage() {
        return (e, _) -> {
            console.err().println(switch (e) {
                case UnmatchedArgumentException unmatched ->
                    console.texts().of("command.unknown", String.join(" ", unmatched.getUnmatched()));
                case MissingParameterException missing ->
                    console.texts().of("command.missing", missing.getMissing().getFirst().paramLabel());
                default -> console.texts().of("command.wrong");
            });
            console.err().println(console.texts().of("command.usage"));
            return WRONG_USAGE;
        };
    }

    private IExecutionExceptionHandler unexpected() {
        return (e, _, _) -> {
            new UnexpectedErrors(code -> console.err().println(console.texts().of("command.unexpected", code))).handle(e);
            return REJECTED;
        };
    }
}
