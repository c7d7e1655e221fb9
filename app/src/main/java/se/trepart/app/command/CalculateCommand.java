package se.trepart.app.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import se.trepart.app.text.LineNames;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Child;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code trepart calculate FILE}: the calculation that a caseworker would see first, as JSON (normberäkning). */
@Command(name = "calculate")
final class CalculateCommand implements Callable<Integer> {

    private record Line(String kind, String who, String text, BigDecimal amount, String rule) {}

    private record Answer(String period, BigDecimal norm, BigDecimal costs, BigDecimal income, BigDecimal result, List<String> unconfirmed,
            List<Line> lines) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Console console;
    private final LineNames names;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    CalculateCommand(Console console) {
        this.console = console;
        this.names = new LineNames(console.texts());
    }

    @Override
    public Integer call() {
        Optional<ReceivedApplication> application = console.read(file);
        Optional<Calculation> calculation = application.flatMap(a -> new FirstCalculation(console).of(file, a));
        if (calculation.isEmpty()) {
            return Trepart.REJECTED;
        }
        console.out().println(JSON.writeValueAsString(answer(application.orElseThrow(), calculation.get())));
        return Trepart.DONE;
    }

    private Answer answer(ReceivedApplication application, Calculation calculation) {
        List<String> unconfirmed = calculation.lines()
                .stream()
                .filter(CalculationLine::unconfirmed)
                .map(CalculationLine::code)
                .distinct()
                .sorted()
                .toList();
        List<Line> lines = calculation.lines().stream().map(line -> line(application, line)).toList();
        return new Answer(application.period().toString(), calculation.norm().inKronor(), calculation.costs().inKronor(),
                calculation.income().inKronor(), calculation.result().inKronor(), unconfirmed, lines);
    }

    private Line line(ReceivedApplication application, CalculationLine line) {
        UUID member = line.memberId();
        String who = Stream
                .concat(application.declaration().adults().stream().filter(a -> a.id().equals(member)).map(Adult::person),
                        application.declaration().children().stream().filter(c -> c.id().equals(member)).map(Child::person))
                .map(p -> p.name())
                .findFirst()
                .orElseGet(() -> console.texts().of("command.household"));
        return new Line(line.kind().name(), who, names.of(line), line.amount().inKronor(), line.rule());
    }
}
