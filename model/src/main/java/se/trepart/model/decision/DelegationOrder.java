package se.trepart.model.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import se.trepart.model.Money;
import se.trepart.model.Table;
import se.trepart.model.access.Role;

import org.jspecify.annotations.Nullable;

/** Which role may make which kind of decision up to which amount (delegationsordning). R16. What no row allows is the committee's. */
public final class DelegationOrder {

    /**
     * One row of the order (delegation).
     *
     * @param upTo highest amount a month, null for no limit
     * @param to last day in force, null while it is
     */
    public record Delegation(DecisionMatter matter, Role role, @Nullable Money upTo, LocalDate from, @Nullable LocalDate to) {

        private boolean allows(Role by, DecisionMatter asked, Money amount, LocalDate on) {
            return matter == asked && by.covers(role) && (upTo == null || amount.compareTo(upTo) <= 0) && !on.isBefore(from)
                    && (to == null || !on.isAfter(to));
        }
    }

    private final List<Delegation> rows;

    public DelegationOrder(List<Delegation> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The demo municipality's order. */
    public static DelegationOrder shipped() {
        return new DelegationOrder(Table.read(DelegationOrder.class, "delegation.csv").stream().map(DelegationOrder::row).toList());
    }

    private static Delegation row(Table.Row row) {
        String upTo = row.text("upTo");
        String to = row.text("to");
        return new Delegation(DecisionMatter.valueOf(row.text("matter")), Role.valueOf(row.text("role")),
                upTo.isEmpty() ? null : Money.kronor(new BigDecimal(upTo)), LocalDate.parse(row.text("from")),
                to.isEmpty() ? null : LocalDate.parse(to));
    }

    public List<Delegation> rows() {
        return rows;
    }

    public boolean may(Role role, DecisionMatter matter, Money amount, LocalDate on) {
        return role == Role.COMMITTEE || rows.stream().anyMatch(row -> row.allows(role, matter, amount, on));
    }

    /** Whether the role may decide everything that the decision touches. */
    public boolean may(Role role, Decision decision, LocalDate on) {
        return role.handlesCases() && matters(decision).entrySet().stream().allMatch(m -> may(role, m.getKey(), m.getValue(), on));
    }

    /** The lowest role that may decide everything that the decision touches. */
    public Role lowest(Decision decision, LocalDate on) {
        return List.of(Role.CASEWORKER, Role.TEAM_LEAD, Role.UNIT_MANAGER)
                .stream()
                .filter(role -> may(role, decision, on))
                .findFirst()
                .orElse(Role.COMMITTEE);
    }

    /**
     * What a decision touches, each with its amount a month. The support's amount is what is paid beside other living costs, which have
     * limits of their own.
     */
    public static Map<DecisionMatter, Money> matters(Decision decision) {
        Map<DecisionMatter, Money> matters = new EnumMap<>(DecisionMatter.class);
        if (decision.kind() == DecisionKind.DISMISSAL || decision.kind() == DecisionKind.AID && decision.outcome() != Outcome.GRANTED) {
            matters.put(DecisionMatter.REFUSAL, Money.ZERO);
        }
        for (DecisionItem item : decision.items()) {
            if (item.matter() == DecisionMatter.REDUCTION || decision.outcomeOf(item) != Outcome.REFUSED) {
                matters.merge(item.matter(), item.granted(), Money::plus);
            }
        }
        matters.remove(DecisionMatter.SUPPORT);
        if (decision.granted().positive()) {
            Money others = matters.getOrDefault(DecisionMatter.OTHER_LIVING_COSTS, Money.ZERO);
            matters.put(DecisionMatter.SUPPORT, decision.granted().minus(others).max(Money.ZERO));
        }
        return matters;
    }

    /** The matters that a role may not decide in this decision. */
    public List<DecisionMatter> above(Role role, Decision decision, LocalDate on) {
        return matters(decision).entrySet().stream().filter(m -> !may(role, m.getKey(), m.getValue(), on)).map(Map.Entry::getKey).toList();
    }
}
