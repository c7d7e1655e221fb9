package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.model.Sample;
import se.trepart.model.plan.ReferralClock.AidPeriod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferralClockTest {

    private static final LocalDate TODAY = Sample.TODAY;

    @ParameterizedTest(name = "from {0} to {1}: {2} months, warning {3}")
    @CsvSource({"2026-09-01, 2026-11-30, 2, ", "2026-08-24, 2026-11-30, 3, 3", "2026-05-01, 2026-10-31, 6, 6",
            "2025-11-01, 2026-10-31, 12, 12", "2024-10-01, 2026-11-30, 25, 24"})
    void r22WarnsWhenARunningCaseHasHadNoReferralForLong(LocalDate from, LocalDate to, int months, Integer warning) {
        Optional<ReferralClock> clock = clock(List.of(), new AidPeriod(from, to));
        assertThat(clock).map(ReferralClock::months).contains(months);
        assertThat(clock.orElseThrow().warning()).isEqualTo(Optional.ofNullable(warning));
    }

    @Test
    void r22ShortPeriodsThatComeBackCountTogether() {
        ReferralClock clock = clock(List.of(), period("2026-03-01", "2026-03-31"), period("2026-06-01", "2026-06-30"),
                period("2026-09-01", "2026-09-30")).orElseThrow();
        assertThat(clock.months()).isEqualTo(3);
        assertThat(clock.since()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(clock.warning()).contains(3);
    }

    @Test
    void r22ALongTimeWithoutAidBeginsTheTimeAnew() {
        ReferralClock clock = clock(List.of(), period("2025-01-01", "2025-12-31"), period("2026-10-01", "2026-11-23")).orElseThrow();
        assertThat(clock.since()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(clock.warning()).isEmpty();
    }

    @Test
    void periodsThatOverlapAreOneTime() {
        assertThat(clock(List.of(), period("2026-08-01", "2026-09-30"), period("2026-09-01", "2026-10-31"))).map(ReferralClock::months)
                .contains(3);
    }

    @Test
    void aReferralUnderWayStopsTheClockAndOneReturnedBeginsItAnew() {
        AidPeriod year = period("2025-11-01", "2026-11-23");
        assertThat(clock(List.of(Way.sent()), year)).isEmpty();
        assertThat(clock(List.of(Way.accepted()), year)).isEmpty();
        assertThat(clock(List.of(Way.written()), year)).map(ReferralClock::months).contains(12);
        Referral declined = Way.sent().decline(Sample.id("no"), "inga platser", Way.OLA, Way.at("2026-09-01T08:00:00Z"));
        assertThat(clock(List.of(declined), year)).map(ReferralClock::since).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void nothingIsCountedWithoutAid() {
        assertThat(clock(List.of())).isEmpty();
    }

    private static Optional<ReferralClock> clock(List<Referral> referrals, AidPeriod... periods) {
        return ReferralClock.of(Stream.of(periods).toList(), referrals, TODAY, Way.SETTINGS);
    }

    private static AidPeriod period(String from, String to) {
        return new AidPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
}
