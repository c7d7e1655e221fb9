package se.trepart.model.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import se.trepart.model.Table;

/**
 * A ready-made reason (skäl) for refusing or cutting an item, in words to the applicant.
 *
 * @param items SUPPORT, COST for every cost, or names of cost types
 * @param matter the matter in the table of statutes that it rests on; empty where it has none of its own
 */
public record DecisionReason(String code, List<String> items, String matter, String text) {

    /** Of the facts: the household's means cover all it needs. */
    public static final String INCOME_OVER_NORM = "INCOME_OVER_NORM";
    /** Of the facts: the support is less than applied for because a cost was refused or cut. */
    public static final String COSTS_NOT_ALL = "COSTS_NOT_ALL";

    private static final String ANY_COST = "COST";

    public DecisionReason {
        items = List.copyOf(items);
    }

    /** The reasons that come with the program. */
    public static List<DecisionReason> shipped() {
        return Table.read(DecisionReason.class, "decision-reasons.csv")
                .stream()
                .map(row -> new DecisionReason(row.text("code"), Arrays.asList(row.text("for").split(",")), row.text("matter"),
                        row.text("text")))
                .toList();
    }

    /** Whether the reason can be given for an item with this code. */
    public boolean fits(String itemCode) {
        return items.contains(itemCode) || !itemCode.equals(DecisionItem.SUPPORT) && items.contains(ANY_COST);
    }

    public static Optional<DecisionReason> find(List<DecisionReason> catalogue, String code) {
        return catalogue.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
