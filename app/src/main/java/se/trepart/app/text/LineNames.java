package se.trepart.app.text;

import se.trepart.model.application.CostType;
import se.trepart.model.application.IncomeType;
import se.trepart.model.norm.CalculationLine;

/** What costs, incomes and the lines of a calculation are called (benämningar), on the screen as in a letter. */
public final class LineNames {

    private final Texts texts;

    public LineNames(Texts texts) {
        this.texts = texts;
    }

    public String of(CostType type) {
        return texts.name("text.cost", type);
    }

    public String of(IncomeType type) {
        return texts.name("text.income", type);
    }

    public String of(CalculationLine line) {
        return switch (line.kind()) {
            case COST -> of(CostType.valueOf(line.code()));
            case INCOME -> of(IncomeType.valueOf(line.code()));
            case PERSONAL, SHARED -> normCell(line.code());
        };
    }

    /** A norm cell by its code: {@code adults.single}, {@code children.7-10.full}, {@code shared.4}. */
    private String normCell(String code) {
        String[] parts = code.split("\\.");
        return switch (parts[0] + "." + parts[parts.length - 1]) {
            case "adults.single" -> texts.of("text.norm.single");
            case "adults.couple" -> texts.of("text.norm.couple");
            case "shared.eachMore" -> texts.of("text.norm.each-more");
            case "children.full" -> texts.of("text.norm.child", years(parts[1]));
            case "children.lunchAway" -> texts.of("text.norm.child-lunch-away", years(parts[1]));
            default -> texts.count("text.norm.shared", Integer.parseInt(parts[1]));
        };
    }

    private static String years(String band) {
        return band.replace('-', '–');
    }
}
