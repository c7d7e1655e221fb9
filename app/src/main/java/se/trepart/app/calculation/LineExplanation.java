package se.trepart.app.calculation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.app.calculation.LineWords.Part;
import se.trepart.app.text.Formats;
import se.trepart.app.text.LineNames;
import se.trepart.app.text.Texts;
import se.trepart.model.application.Application;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Income;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.Statute;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.LineKind;
import se.trepart.model.norm.Norm;
import se.trepart.model.norm.NormCell;
import se.trepart.model.person.Person;

/**
 * How a line of the calculation came about (förklaring), in plain Swedish: the arithmetic, the rule, the table and its year, the source and
 * the law of the day (R15).
 */
final class LineExplanation {

    private final Texts texts;
    private final LineNames names;
    private final Rulebook rulebook;
    private final Application application;
    private final Household household;
    private final LocalDate lawDate;

    /** @param lawDate the day of the decision, today while there is none */
    LineExplanation(Texts texts, Rulebook rulebook, Application application, Household household, LocalDate lawDate) {
        this.texts = texts;
        names = new LineNames(texts);
        this.rulebook = rulebook;
        this.application = application;
        this.household = household;
        this.lawDate = lawDate;
    }

    String name(CalculationLine line) {
        return names.of(line);
    }

    /** Whose line it is and what is special about it; empty when there is nothing to tell. */
    String about(CalculationLine line) {
        List<String> parts = new ArrayList<>();
        who(line).ifPresent(parts::add);
        special(line).ifPresent(parts::add);
        cost(line).flatMap(c -> words(c.specification(), c.recipientOrPeriod())).ifPresent(parts::add);
        if (line.added()) {
            parts.add(texts.of("calculation.about.added"));
        }
        return String.join(", ", parts);
    }

    List<Part> of(CalculationLine line) {
        List<Part> parts = new ArrayList<>();
        if (line.added()) {
            parts.add(part("calculation.part.arithmetic", texts.of("calculation.how.added")));
            return parts;
        }
        parts.add(part("calculation.part.arithmetic", arithmetic(line)));
        parts.add(part("calculation.part.rule", texts.of(rule(line))));
        cell(line).ifPresent(found -> {
            parts.add(part("calculation.part.table",
                    texts.of("calculation.table", found.norm().validFrom().getYear(), name(line), Formats.money(found.cell().amount()))));
            parts.add(part("calculation.part.source", found.cell().source()));
        });
        cost(line).ifPresent(cost -> parts.add(part("calculation.part.source", texts.of("calculation.source.application"))));
        income(line).ifPresent(income -> parts.add(part("calculation.part.source", source(income))));
        rulebook.statutes().ground(line.matter(), lawDate).ifPresent(statute -> parts.add(part("calculation.part.law", law(statute))));
        return parts;
    }

    private String arithmetic(CalculationLine line) {
        String full = Formats.money(line.full());
        String amount = Formats.money(line.systemAmount());
        if (line.numerator() == 0) {
            return texts.of("calculation.how.not-counted", full);
        }
        if (line.numerator() == 1 && line.denominator() == 1) {
            return texts.of(switch (line.kind()) {
                case PERSONAL, SHARED -> "calculation.how.whole";
                case COST -> "calculation.how.applied";
                case INCOME -> "calculation.how.income";
            }, full);
        }
        if (line.kind() == LineKind.INCOME) {
            return texts.of("calculation.how.percent", full, line.numerator() * 100 / line.denominator(), amount);
        }
        if (line.denominator() == 1) {
            return texts.of("calculation.how.times", full, line.numerator(), amount);
        }
        String key = line.kind() == LineKind.PERSONAL ? "calculation.how.days" : "calculation.how.people";
        return texts.of(key, full, line.numerator(), line.denominator(), amount);
    }

    private static String rule(CalculationLine line) {
        return switch (line.kind()) {
            case PERSONAL -> line.denominator() > 1
                    ? "calculation.rule.part-time"
                    : line.rule().equals("R10") ? "calculation.rule.child" : "calculation.rule.personal";
            case SHARED -> line.denominator() > 1
                    ? "calculation.rule.shared-home"
                    : line.code().equals(Norm.EACH_MORE) ? "calculation.rule.each-more" : "calculation.rule.shared";
            case COST -> CostType.valueOf(line.code()).byRight() ? "calculation.rule.cost" : "calculation.rule.other-cost";
            case INCOME -> line.rule().equals("R12")
                    ? "calculation.rule.stimulus"
                    : line.numerator() == 0 ? "calculation.rule.child-salary" : "calculation.rule.income";
        };
    }

    private Optional<String> special(CalculationLine line) {
        if (line.kind() == LineKind.INCOME && line.rule().equals("R12")) {
            return Optional.of(texts.of("calculation.about.stimulus"));
        }
        if (line.kind() == LineKind.INCOME && line.numerator() == 0) {
            return Optional.of(texts.of("calculation.about.not-counted"));
        }
        if (line.kind() == LineKind.PERSONAL && line.denominator() > 1) {
            return Optional.of(texts.of("calculation.about.part-time", line.numerator(), line.denominator()));
        }
        if (line.kind() == LineKind.SHARED && line.denominator() > 1) {
            return Optional.of(texts.of("calculation.about.shared-home", line.numerator(), line.denominator()));
        }
        boolean more = line.code().equals(Norm.EACH_MORE);
        return more ? Optional.of(texts.count("calculation.about.each-more", line.numerator())) : Optional.empty();
    }

    private Optional<String> who(CalculationLine line) {
        if (line.kind() == LineKind.PERSONAL && line.memberId() == null) {
            return Optional.of(String.join(texts.of("calculation.about.and"),
                    household.adults().stream().map(adult -> adult.person().firstName()).toList()));
        }
        return Optional.ofNullable(line.memberId()).flatMap(household::member).map(Person::firstName);
    }

    private String source(Income income) {
        String who = income.source().isBlank() ? texts.of("calculation.source.application") : income.source();
        return income.receivedOn() == null ? who : texts.of("calculation.source.received", who, Formats.date(income.receivedOn()));
    }

    private Optional<AppliedCost> cost(CalculationLine line) {
        return application.declaration().costs().stream().filter(c -> c.id().equals(line.sourceId())).findFirst();
    }

    private Optional<Income> income(CalculationLine line) {
        return application.declaration().incomes().stream().filter(i -> i.id().equals(line.sourceId())).findFirst();
    }

    private Optional<Found> cell(CalculationLine line) {
        YearMonth month = application.period();
        boolean ofNorm = line.kind() == LineKind.PERSONAL || line.kind() == LineKind.SHARED;
        if (!ofNorm || !rulebook.norms().covers(month)) {
            return Optional.empty();
        }
        Norm norm = rulebook.norms().at(month);
        return Optional.ofNullable(norm.cells().get(line.code())).map(cell -> new Found(norm, cell));
    }

    private String law(Statute statute) {
        String cited = statute.words().isBlank() ? statute.cited() : texts.of("calculation.law", statute.cited(), statute.words());
        return statute.verified() ? cited : texts.of("calculation.law-unconfirmed", cited);
    }

    private Part part(String label, String text) {
        return new Part(texts.of(label), text);
    }

    private static Optional<String> words(String... parts) {
        String all = Stream.of(parts).filter(p -> !p.isBlank()).reduce((a, b) -> a + ", " + b).orElse("");
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** A cell and the table it stands in. */
    private record Found(Norm norm, NormCell cell) {}
}
