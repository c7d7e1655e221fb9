package se.trepart.model.plan;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import se.trepart.model.plan.AbsenceResponse.Led;
import se.trepart.model.plan.Attendance.Mark;

import org.jspecify.annotations.Nullable;

/**
 * A day away without a valid reason, and what it led to (ogiltig frånvaro). R24
 *
 * @param response null until the caseworker has recorded what it led to
 */
public record InvalidAbsence(Attendance attendance, Mark mark, @Nullable AbsenceResponse response) {

    /** All of them, oldest first. */
    public static List<InvalidAbsence> of(Collection<Attendance> attendances, Collection<AbsenceResponse> responses) {
        Map<UUID, AbsenceResponse> byMark = responses.stream()
                .collect(Collectors.toMap(AbsenceResponse::markId, Function.identity(), (one, _) -> one));
        return attendances.stream()
                .flatMap(week -> week.invalid().stream().map(mark -> new InvalidAbsence(week, mark, byMark.get(mark.id()))))
                .sorted(Comparator.comparing(absence -> absence.mark().on()))
                .toList();
    }

    /** Whether nobody has recorded what it led to. */
    public boolean open() {
        return response == null;
    }

    /**
     * R24: those to be shown when aid for a month is calculated and decided: days of that month and the one before, and older ones that
     * nobody has dealt with. What turned out to be valid is left out.
     */
    public static List<InvalidAbsence> weighedIn(List<InvalidAbsence> all, YearMonth period) {
        return all.stream().filter(absence -> absence.weighsIn(period)).toList();
    }

    private boolean weighsIn(YearMonth period) {
        YearMonth month = YearMonth.from(mark.on());
        if (month.isAfter(period)) {
            return false;
        }
        if (response == null) {
            return true;
        }
        return response.led() != Led.WAS_VALID && !month.isBefore(period.minusMonths(1));
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "InvalidAbsence[" + mark.id() + "]";
    }
}
