package se.trepart.model.casefile;

import java.time.LocalDate;
import java.util.List;

import se.trepart.model.Table;

import org.jspecify.annotations.Nullable;

/**
 * A choice of the closing catalogue (avslutsorsak), valid from and to a day, both included. R4
 *
 * @param reason the words themselves, in Swedish; what a closed case keeps
 * @param validTo null while it is in use
 */
public record ClosingReason(String reason, SelfSupport selfSupport, LocalDate validFrom, @Nullable LocalDate validTo) {

    /** Whether the household supports itself afterwards (självförsörjning). */
    public enum SelfSupport {
        YES,
        /** by another authority's or another person's money */
        OTHER,
        NO,
        UNKNOWN
    }

    /** The catalogue that comes with the program. */
    public static List<ClosingReason> shipped() {
        return Table.read(ClosingReason.class, "closing-reasons.csv")
                .stream()
                .map(row -> new ClosingReason(row.text("reason"), SelfSupport.valueOf(row.text("selfSupport")),
                        LocalDate.parse(row.text("validFrom")),
                        row.text("validTo").isEmpty() ? null : LocalDate.parse(row.text("validTo"))))
                .toList();
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
