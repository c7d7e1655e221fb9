package se.trepart.model.norm;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.trepart.model.Money;
import se.trepart.model.Table;

/** The norm tables by date (riksnormer). A new year is a new table, never a change of code. */
public final class Norms {

    private final List<Norm> norms;

    public Norms(List<Norm> norms) {
        this.norms = List.copyOf(norms);
    }

    /** The tables that come with the program: 2019, 2024, 2025 and 2026. */
    public static Norms shipped() {
        record Validity(YearMonth from, YearMonth to) {}
        Map<Validity, Map<String, NormCell>> tables = new LinkedHashMap<>();
        for (Table.Row row : Table.read(Norms.class, "riksnorm.csv")) {
            Validity validity = new Validity(YearMonth.parse(row.text("validFrom")), YearMonth.parse(row.text("validTo")));
            NormCell cell = new NormCell(row.text("cell"), Money.kronor(new BigDecimal(row.text("kronor"))), row.yes("verified"),
                    row.text("source"));
            tables.computeIfAbsent(validity, _ -> new HashMap<>()).put(cell.name(), cell);
        }
        return new Norms(tables.entrySet().stream().map(t -> new Norm(t.getKey().from(), t.getKey().to(), t.getValue())).toList());
    }

    /** @throws NoNormForMonth when no table covers the month */
    public Norm at(YearMonth month) {
        return norms.stream().filter(norm -> norm.covers(month)).findFirst().orElseThrow(() -> new NoNormForMonth(month));
    }

    public boolean covers(YearMonth month) {
        return norms.stream().anyMatch(norm -> norm.covers(month));
    }

    public List<Norm> all() {
        return norms;
    }
}
