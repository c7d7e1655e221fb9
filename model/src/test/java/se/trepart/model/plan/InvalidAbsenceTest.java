package se.trepart.model.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import se.trepart.model.plan.AbsenceResponse.Led;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvalidAbsenceTest {

    @ParameterizedTest(name = "away {0}, led to {1}: shown when {2} is decided: {3}")
    @CsvSource(textBlock = """
            # away,     led to,           month,    shown
            2026-11-12,                 , 2026-11,  true
            2026-11-12,                 , 2026-12,  true
            2026-11-12,                 , 2027-03,  true
            2026-11-12,                 , 2026-10,  false
            2026-11-12, TALKED,           2026-12,  true
            2026-11-12, IN_NEXT_DECISION, 2026-12,  true
            2026-11-12, IN_NEXT_DECISION, 2027-01,  false
            2026-11-12, WAS_VALID,        2026-12,  false
            """)
    void r24IsShownInTheDecisionsOfItsMonthAndTheNextAndUntilItIsDealtWith(LocalDate away, Led led, YearMonth month, boolean shown) {
        Attendance week = week(away);
        List<AbsenceResponse> responses = led == null
                ? List.of()
                : List.of(AbsenceResponse.record(week, week.invalid().getFirst(), led, "skäl", Way.KARIN, Way.at("2026-11-16T08:00:00Z")));
        assertThat(InvalidAbsence.weighedIn(InvalidAbsence.of(List.of(week), responses), month).isEmpty()).isEqualTo(!shown);
    }

    @Test
    void aDayMarkedAsValidAfterwardsIsNoneAndTheRestStandByDay() {
        Attendance november = week(LocalDate.of(2026, 11, 12));
        Attendance october = week(LocalDate.of(2026, 10, 5));
        assertThat(InvalidAbsence.of(List.of(november, october), List.of())).extracting(absence -> absence.mark().on())
                .containsExactly(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 11, 12));
        Attendance corrected = november.mark(LocalDate.of(2026, 11, 12), Presence.SICK_WITH_CERTIFICATE, 300, 0, "", Way.OLA,
                Way.at("2026-11-17T08:00:00Z"));
        assertThat(InvalidAbsence.of(List.of(corrected), List.of())).isEmpty();
    }

    private static Attendance week(LocalDate away) {
        return Attendance.of(Way.action(), away)
                .mark(away, Presence.INVALID, 300, 0, "kom inte", Way.OLA, Way.at("2026-11-12T16:00:00Z"))
                .mark(Attendance.monday(away).plusDays(4), Presence.PRESENT, 300, 300, "", Way.OLA, Way.at("2026-11-13T16:00:00Z"));
    }
}
