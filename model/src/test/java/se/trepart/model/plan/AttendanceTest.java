package se.trepart.model.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import se.trepart.model.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttendanceTest {

    private static final Instant NOON = Way.at("2026-11-19T11:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({"2026-11-16, 2026-11-16, 47", "2026-11-22, 2026-11-16, 47", "2027-01-03, 2026-12-28, 53", "2027-01-04, 2027-01-04, 1"})
    void aDayLiesInTheWeekThatBeganOnMonday(LocalDate day, LocalDate monday, int number) {
        Attendance week = Attendance.of(Way.action(), day);
        assertThat(week.week()).isEqualTo(monday);
        assertThat(week.weekNumber()).isEqualTo(number);
    }

    @Test
    void twoWhoMarkTheSameWeekWriteTheSameDocument() {
        assertThat(Attendance.of(Way.action(), MONDAY).id()).isEqualTo(Attendance.of(Way.action(), MONDAY.plusDays(3)).id())
                .isNotEqualTo(Attendance.of(Way.action(), MONDAY.plusDays(7)).id());
    }

    @Test
    void aDayHasOneMarkAndALaterOneTakesItsPlace() {
        Attendance marked = mark(mark(Attendance.of(Way.action(), MONDAY), 1, Presence.INVALID), 0, Presence.PRESENT);
        Attendance corrected = mark(marked, 1, Presence.SICK_WITH_CERTIFICATE);
        assertThat(marked.marks()).extracting(Attendance.Mark::on).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(marked.invalid()).hasSize(1);
        assertThat(marked.documentState()).isEqualTo("INVALID");
        assertThat(corrected.invalid()).isEmpty();
        assertThat(corrected.on(MONDAY.plusDays(1)).orElseThrow().id()).isEqualTo(marked.on(MONDAY.plusDays(1)).orElseThrow().id());
        assertThat(corrected.unmark(MONDAY).marks()).hasSize(1);
    }

    @Test
    void whoIsAbsentDoesNotAttendAndADayLiesInItsWeek() {
        Attendance week = Attendance.of(Way.action(), MONDAY);
        assertThatThrownBy(() -> week.mark(MONDAY, Presence.INVALID, 360, 10, "", Way.OLA, NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> week.mark(MONDAY.plusDays(7), Presence.PRESENT, 360, 360, "", Way.OLA, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plannedAndAttendedStandApartAndEachKindOfAbsenceForItself() {
        Attendance first = mark(mark(mark(Attendance.of(Way.action(), MONDAY), 0, Presence.PRESENT), 1, Presence.SICK_WITH_CERTIFICATE), 2,
                Presence.SICK_WITHOUT_CERTIFICATE);
        Attendance second = mark(mark(Attendance.of(Way.action(), MONDAY.plusDays(7)), 7, Presence.PRESENT), 8, Presence.INVALID);

        AttendanceSum sum = AttendanceSum.of(List.of(second, first), MONDAY, MONDAY.plusDays(30));

        assertThat(sum.plannedMinutes()).isEqualTo(5 * 360);
        assertThat(sum.attendedMinutes()).isEqualTo(2 * 300);
        assertThat(sum.days(Presence.SICK_WITH_CERTIFICATE)).isEqualTo(1);
        assertThat(sum.days(Presence.SICK_WITHOUT_CERTIFICATE)).isEqualTo(1);
        assertThat(sum.days(Presence.CHILD)).isZero();
        assertThat(List.of(sum.daysMarked(), sum.daysAbsent())).containsExactly(5, 3);
        assertThat(sum.weeks()).containsExactly(47, 48);
        assertThat(AttendanceSum.of(List.of(first, second), MONDAY.plusDays(8), MONDAY.plusDays(8)).daysMarked()).isEqualTo(1);
    }

    @Test
    void aMonthIsToldOnceAndSaysWhenItIsNotTrueAnyMore() {
        Attendance week = mark(Attendance.of(Way.action(), MONDAY), 0, Presence.PRESENT);
        AttendanceSummary told = summary(week);
        AttendanceSummary again = summary(mark(week, 1, Presence.INVALID));
        assertThat(told.id()).isEqualTo(again.id());
        assertThat(told.outdated(List.of(week))).isFalse();
        assertThat(told.outdated(List.of(mark(week, 1, Presence.INVALID)))).isTrue();
        assertThat(told.receive(Way.KARIN, NOON).documentState()).isEqualTo("READ");
        assertThat(again.receipt()).as("a correction is read anew").isNull();
    }

    @Test
    void r24WhatAnAbsenceLedToHasAReason() {
        Attendance week = mark(Attendance.of(Way.action(), MONDAY), 1, Presence.INVALID);
        Attendance.Mark away = week.invalid().getFirst();
        assertThatThrownBy(() -> AbsenceResponse.record(week, away, AbsenceResponse.Led.TALKED, "", Way.KARIN, NOON))
                .isInstanceOf(IllegalArgumentException.class);
        AbsenceResponse response = AbsenceResponse.record(week, away, AbsenceResponse.Led.TALKED, "försov sig", Way.KARIN, NOON);
        assertThat(response.markId()).isEqualTo(away.id());
        assertThat(response.absentOn()).isEqualTo(MONDAY.plusDays(1));
    }

    @ParameterizedTest(name = "{0}: {1} minutes, takes part {2}")
    @CsvSource({"2026-09-04, 0, false", "2026-09-07, 360, true", "2026-09-12, 0, true", "2026-10-30, 360, true", "2026-11-27, 360, true",
            "2026-11-30, 0, true", "2026-12-01, 0, true", "2026-12-02, 0, false"})
    void theHoursOfAWeekAreSharedByItsWorkingDaysWhileTheActionRuns(LocalDate day, int planned, boolean takesPart) {
        assertThat(Way.terms().plannedMinutes(day)).isEqualTo(planned);
        assertThat(Way.action().takesPartOn(day, LocalDate.of(2026, 12, 1))).isEqualTo(takesPart);
    }

    @Test
    void nothingIsPlannedOnAFreeDayAndAnEndedActionIsOver() {
        assertThat(Way.terms().until(LocalDate.of(2027, 1, 29)).plannedMinutes(LocalDate.of(2026, 12, 24))).isZero();
        Action ended = Way.action().end(Way.ending(Outcome.STUDIES, null));
        assertThat(ended.takesPartOn(Way.ENDS, LocalDate.of(2026, 12, 1))).isTrue();
        assertThat(ended.takesPartOn(Way.ENDS.plusDays(3), LocalDate.of(2026, 12, 1))).isFalse();
    }

    private static AttendanceSummary summary(Attendance week) {
        return AttendanceSummary.send(Sample.UNIT, Sample.CASE, Way.AMINA, YearMonth.of(2026, 11), List.of(week), "", Way.OLA, NOON);
    }

    private static Attendance mark(Attendance week, int day, Presence presence) {
        return week.mark(MONDAY.plusDays(day), presence, 360, presence.absent() ? 0 : 300, "", Way.OLA, NOON);
    }
}
