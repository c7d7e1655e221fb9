package se.trepart.central.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import se.trepart.central.schema.WorkingFor;
import se.trepart.model.plan.Outcome;
import se.trepart.model.result.Grouping;
import se.trepart.model.result.MarkedTime;
import se.trepart.model.result.Measure;
import se.trepart.model.result.ResultRow;
import se.trepart.model.result.ShownResults;
import se.trepart.model.result.Span;
import se.trepart.model.result.TypicalDays;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.JsonNode;

/** Asks the central store for results (resultat), counted by the function of V24__results.sql from what one person may see. */
public final class ResultQuery {

    /** The figures as they are; what of them may be shown says {@link ShownResults}. */
    public record Figures(List<ResultRow> rows, ResultRow total) {

        public ShownResults shown(int smallCount) {
            return new ShownResults(rows, total, null, smallCount);
        }
    }

    private record Found(boolean total, ResultRow row) {}

    private ResultQuery() {}

    /** @param staff whose rights hold (R31, R34) */
    public static Figures ask(DataSource service, UUID staff, Grouping grouping, Span span, LocalDate today) {
        List<Found> found = Jdbi.create(service).inTransaction(db -> {
            db.execute("select " + WorkingFor.SET, staff.toString());
            return db.createQuery("select * from results(:by, :first, :last, :today)")
                    .bind("by", grouping.name())
                    .bind("first", span.first())
                    .bind("last", span.last())
                    .bind("today", today)
                    .map((row, _) -> new Found(row.getBoolean("total"), row(row)))
                    .list();
        });
        return new Figures(found.stream().filter(one -> !one.total()).map(Found::row).toList(),
                found.stream().filter(Found::total).map(Found::row).findFirst().orElseThrow());
    }

    private static ResultRow row(ResultSet row) throws SQLException {
        Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            counts.put(measure, row.getInt(column(measure)));
        }
        JsonNode told = Json.MAPPER.readTree(row.getString("outcomes"));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, told.get(outcome.name()).intValue());
        }
        return new ResultRow(row.getString("key"), counts, outcomes, days(row, "length", "lengths"),
                days(row, "to_referral", "to_referral"), days(row, "to_action", "to_action"), new MarkedTime(row.getInt("planned_minutes"),
                        row.getInt("attended_minutes"), row.getInt("marked_days"), row.getInt("invalid_days")));
    }

    private static TypicalDays days(ResultSet row, String what, String count) throws SQLException {
        return new TypicalDays(row.getInt(count), row.getDouble(what + "_mean"), row.getDouble(what + "_median"));
    }

    private static String column(Measure measure) {
        return switch (measure) {
            case STARTED -> "started";
            case RUNNING -> "running";
            case ENDED -> "ended";
            case WORK_OR_STUDIES -> "work_or_studies";
            case LEFT -> "has_left";
            case LEFT_TO_WORK_OR_STUDIES -> "left_to_work_or_studies";
            case COULD_BE_EXTENDED -> "could_be_extended";
            case EXTENDED -> "extended";
            case CAME_BACK -> "came_back";
            case MARKED -> "marked";
            case FIRST -> "first_action";
        };
    }
}
