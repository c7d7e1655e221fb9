package se.trepart.app.letter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.letter.LetterPage.Row;
import se.trepart.app.letter.LetterPage.Sums;
import se.trepart.app.text.Formats;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.CostType;
import se.trepart.model.casefile.Household;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.Norm;
import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/** A calculation (normberäkning) as the reader of the letter follows it, each line in plain words. */
final class CalculationRows {

    private final LetterWords words;
    private final Calculation calculation;
    private final Household household;
    private final Application application;
    private final boolean withOre;

    CalculationRows(LetterWords words, Calculation calculation, Household household, Application application) {
        this.words = words;
        this.calculation = calculation;
        this.household = household;
        this.application = application;
        this.withOre = calculation.lines().stream().anyMatch(line -> line.amount().ore() % 100 != 0);
    }

    Sums sums() {
        List<CalculationLine> lines = calculation.lines();
        Money needed = calculation.norm().plus(calculation.costs());
        Money result = calculation.result();
        return new Sums(lines.stream().filter(line -> line.kind().isNeed()).map(this::row).toList(), number(needed),
                lines.stream().filter(line -> !line.kind().isNeed()).map(this::row).toList(), number(calculation.income()),
                number(result.negative() ? result.negated() : result), !result.negative());
    }

    private Row row(CalculationLine line) {
        return switch (line.kind()) {
            case PERSONAL -> new Row(person(line), personNote(line), number(line.amount()));
            case SHARED -> line.code().equals(Norm.EACH_MORE)
                    ? new Row(words.of("norm.shared.eachMore"), "", number(line.amount()))
                    : new Row(words.of("norm.shared"), sharing(line), number(line.amount()));
            case COST -> new Row(cost(line.code(), line.sourceId()), costNote(line), number(line.amount()));
            case INCOME -> new Row(income(line), incomeNote(line), number(line.amount()));
        };
    }

    /** What a cost is called: the applicant's own word for one that has no name of its own. */
    String cost(String code, @Nullable UUID sourceId) {
        Optional<String> own = application.declaration()
                .costs()
                .stream()
                .filter(cost -> cost.type() == CostType.OTHER && cost.id().equals(sourceId))
                .map(cost -> cost.specification().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
        return own.map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1)).orElseGet(() -> words.of("cost." + code));
    }

    private String person(CalculationLine line) {
        String code = line.code();
        if (code.equals(Norm.COUPLE)) {
            return words.of("norm.adults.couple");
        }
        if (code.equals(Norm.SINGLE)) {
            return words.of("norm.adults.single", name(line));
        }
        String years = code.replaceFirst("^children\\.", "").replaceFirst("\\..*$", "");
        return years.equals("0")
                ? words.of("norm.children.0", name(line))
                : words.of("norm.children", name(line), years.replace("-", "\u00a0till\u00a0"));
    }

    private String personNote(CalculationLine line) {
        String lunch = line.code().endsWith(".lunchAway") ? words.of("norm.lunchAway") : "";
        String days = line.denominator() > 1 ? words.of("norm.days", line.numerator(), line.denominator()) : "";
        return lunch.isEmpty() || days.isEmpty() ? lunch + days : lunch + ", " + days;
    }

    private String sharing(CalculationLine line) {
        return line.denominator() > 1 ? words.of("norm.sharing", line.numerator(), line.denominator()) : "";
    }

    private String costNote(CalculationLine line) {
        return line.changed() && line.sourceId() != null ? words.of("cost.applied", number(line.systemAmount())) : "";
    }

    private String income(CalculationLine line) {
        String what = words.of("income." + line.code());
        return line.memberId() == null ? what : words.of("income.ofMember", what, name(line));
    }

    private String incomeNote(CalculationLine line) {
        if (line.numerator() == 0) {
            return words.of("income.notCounted");
        }
        return line.numerator() == line.denominator() || line.changed() ? "" : words.of("income.stimulus");
    }

    private String name(CalculationLine line) {
        return Optional.ofNullable(line.memberId()).flatMap(household::member).map(Person::firstName).orElse("");
    }

    /** All with öre as soon as one has, so that the column is even. */
    private String number(Money amount) {
        return withOre && amount.ore() % 100 == 0 ? Formats.amount(amount) + ",00" : Formats.amount(amount);
    }
}
