package se.trepart.central.admin;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import se.trepart.central.admin.CentralCommand.Stopped;
import se.trepart.central.result.ResultQuery.Figures;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.result.Grouping;
import se.trepart.model.result.Measure;
import se.trepart.model.result.ResultRow;
import se.trepart.model.result.ShownCount;
import se.trepart.model.result.ShownResults;
import se.trepart.model.result.Span;
import se.trepart.model.result.TypicalDays;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "results", mixinStandardHelpOptions = true, description = "Visar resultat av insatser, med små antal dolda.")
final class ResultsCommand extends WithSettings {

    private static final List<Measure> COUNTS = List.of(Measure.STARTED, Measure.RUNNING, Measure.ENDED, Measure.WORK_OR_STUDIES,
            Measure.LEFT, Measure.LEFT_TO_WORK_OR_STUDIES, Measure.EXTENDED, Measure.CAME_BACK);
    private static final String HEAD = "grupp;påbörjade;pågår;avslutade;till arbete eller studier;lämnat verksamheten;"
            + "lämnat för arbete eller studier (Kolada U40455);förlängda;tillbaka inom 12 månader;längd i dagar (median);"
            + "dagar till remiss (median);dagar till första insats (median);planerade timmar;närvarande timmar;ogiltiga dagar";

    @Option(names = "--subject", required = true, paramLabel = "SUB", description = "Vem det är för: det personen får se räknas.")
    private String subject = "";

    @Option(names = "--from", required = true, paramLabel = "MÅNAD", description = "Första månaden, till exempel 2026-01.")
    private YearMonth from = YearMonth.now();

    @Option(names = "--to", required = true, paramLabel = "MÅNAD", description = "Sista månaden, till exempel 2026-12.")
    private YearMonth to = YearMonth.now();

    @Option(names = "--by", defaultValue = "KIND", paramLabel = "DELNING", description = "Vad det delas upp efter: ${COMPLETION-CANDIDATES}")
    private Grouping by = Grouping.KIND;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new Stopped("--to ligger före --from.");
        }
        try (CentralAdmin admin = admin()) {
            LocalDate today = LocalDate.now();
            Staff reader = admin.all(Staff.class)
                    .stream()
                    .filter(staff -> staff.subject().equals(subject) && staff.active())
                    .findFirst()
                    .orElseThrow(() -> new Stopped(subject + " finns inte i registret."));
            if (reader.roles().stream().noneMatch(CaseAccess::readsResults)) {
                throw new Stopped(subject + " har ingen roll som följer upp resultat.");
            }
            Figures figures = admin.results(reader.id(), by, Span.months(from, to), today);
            int smallCount = smallCount(admin, today);
            ShownResults shown = figures.shown(smallCount);
            say(HEAD);
            if (by != Grouping.NONE) {
                shown.rows().forEach(row -> say(line(row.key(), row, shown, smallCount)));
            }
            say(line("totalt", shown.total(), shown, smallCount));
        }
        return 0;
    }

    private static String line(String group, ResultRow row, ShownResults shown, int smallCount) {
        List<String> cells = new ArrayList<>(List.of(group));
        COUNTS.forEach(measure -> cells.add(text(shown.count(row, measure), smallCount)));
        cells.add(median(shown.length(row)));
        cells.add(median(shown.toReferral(row)));
        cells.add(median(shown.toAction(row)));
        cells.add(shown.marked(row).map(time -> Integer.toString(time.plannedMinutes() / 60)).orElse("–"));
        cells.add(shown.marked(row).map(time -> Integer.toString(time.attendedMinutes() / 60)).orElse("–"));
        cells.add(shown.marked(row).map(time -> Integer.toString(time.invalidDays())).orElse("–"));
        return String.join(";", cells);
    }

    private static String text(ShownCount count, int smallCount) {
        return switch (count.state()) {
            case SHOWN -> Integer.toString(count.count());
            case SMALL -> "<" + smallCount;
            case HELD -> "..";
        };
    }

    private static String median(Optional<TypicalDays> days) {
        return days.map(typical -> Long.toString(Math.round(typical.median()))).orElse("–");
    }

    /** The municipality's, or before it has chosen any the one that the program comes with. */
    private static int smallCount(CentralAdmin admin, LocalDate today) {
        List<PlanningSettings> all = admin.all(PlanningSettings.class);
        return all.stream().anyMatch(settings -> !settings.validFrom().isAfter(today))
                ? PlanningSettings.at(all, today).smallCount()
                : ShippedPlanningSettings.of(Unit.MUNICIPALITY).smallCount();
    }
}
