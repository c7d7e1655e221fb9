package se.trepart.model.norm;

import java.util.UUID;

import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * One line of a calculation (rad): what the system got, what the caseworker says, why they differ (R14), and how it came about.
 * The system's value is {@code full × numerator / denominator}.
 *
 * @param memberId whose line it is, null for the household's
 * @param sourceId the applied cost or the income behind it, null for a norm line
 * @param code norm cell ("children.7-10.full"), or the name of the cost or income type
 * @param caseworkerAmount null while the caseworker takes the system's value
 * @param reason why the caseworker's value differs; empty when it does not
 * @param rule the domain rule, such as "R9"; empty for a line that the caseworker added
 * @param matter the matter in the table of statutes that is the line's legal ground; empty for a line that the caseworker added
 * @param unconfirmed whether the norm cell is not read in a published source
 */
public record CalculationLine(UUID id, LineKind kind, @Nullable UUID memberId, @Nullable UUID sourceId, String code, Money systemAmount,
        @Nullable Money caseworkerAmount, String reason, Money full, int numerator, int denominator, String rule, String matter,
        boolean unconfirmed) {

    /** The amount that counts. */
    public Money amount() {
        return caseworkerAmount == null ? systemAmount : caseworkerAmount;
    }

    /** The caseworker's amount differs from the system's. */
    public boolean changed() {
        return caseworkerAmount != null && !caseworkerAmount.equals(systemAmount);
    }

    public boolean reasonMissing() {
        return changed() && reason.isBlank();
    }

    /** The caseworker wrote the line: neither the norm nor the application has it. */
    public boolean added() {
        return rule.isEmpty();
    }

    /** An id for a line that the caseworker adds: lists are kept in order of id, and it comes after all that the program proposes. */
    public static UUID addedId(UUID fresh) {
        return new UUID(fresh.getMostSignificantBits() | 0xF000_0000_0000_0000L, fresh.getLeastSignificantBits());
    }

    public CalculationLine with(@Nullable Money caseworkerAmount, String reason) {
        return new CalculationLine(id, kind, memberId, sourceId, code, systemAmount, caseworkerAmount, reason, full, numerator, denominator,
                rule, matter, unconfirmed);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CalculationLine[" + id + "]";
    }
}
