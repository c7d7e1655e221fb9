package se.trepart.model.plan;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.model.control.PlanningSettings;

/**
 * How long a running case has gone without a referral (tid utan remiss). R22. Short periods with aid count together: what lies between two
 * of them is left out, and a gap longer than the municipality's limit begins the time anew.
 *
 * @param months whole months with aid or an open application since the clock began
 * @param warning the greatest of the municipality's limits that has been passed; empty before the first
 */
public record ReferralClock(LocalDate since, int months, Optional<Integer> warning) {

    private static final int DAYS_OF_A_MONTH = 30;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** A time with aid, both days counted. */
    public record AidPeriod(LocalDate from, LocalDate to) {}

    /**
     * @param periods times with aid or an application under way, in any order
     * @param referrals the case's referrals: one that was sent stops the clock while it is under way, and it begins anew when it was declined
     *            or returned
     * @return empty while a referral is under way, or without any period
     */
    public static Optional<ReferralClock> of(Collection<AidPeriod> periods, Collection<Referral> referrals, LocalDate today,
            PlanningSettings settings) {
        if (referrals.stream().anyMatch(referral -> referral.unanswered() || referral.running())) {
            return Optional.empty();
        }
        LocalDate back = referrals.stream()
                .flatMap(referral -> Optional.ofNullable(referral.steps().isEmpty() ? null : referral.steps().getLast()).stream())
                .map(step -> step.at().atZone(SWEDEN).toLocalDate())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        List<AidPeriod> counted = together(periods, back, today, settings);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        int days = 0;
        int months = 0;
        for (AidPeriod period : counted) {
            Period length = Period.between(period.from(), period.to().plusDays(1));
            months += (int) length.toTotalMonths();
            days += length.getDays();
        }
        int all = months + days / DAYS_OF_A_MONTH;
        Optional<Integer> warning = settings.referralWarningMonths().stream().filter(limit -> limit <= all).max(Comparator.naturalOrder());
        return Optional.of(new ReferralClock(counted.getFirst().from(), all, warning));
    }

    /** The periods that count together, oldest first: those after the last gap that is too long. */
    private static List<AidPeriod> together(Collection<AidPeriod> periods, LocalDate back, LocalDate today, PlanningSettings settings) {
        ArrayDeque<AidPeriod> counted = new ArrayDeque<>();
        for (AidPeriod period : periods.stream().sorted(Comparator.comparing(AidPeriod::from)).toList()) {
            LocalDate from = period.from().isBefore(back) ? back : period.from();
            LocalDate to = period.to().isAfter(today) ? today : period.to();
            if (to.isBefore(from)) {
                continue;
            }
            if (!counted.isEmpty() && counted.getLast().to().plusMonths(settings.gapMonths()).isBefore(from)) {
                counted.clear();
            }
            if (!counted.isEmpty() && !counted.getLast().to().isBefore(from)) {
                // two that overlap are one time
                from = counted.getLast().to().plusDays(1);
            }
            if (!to.isBefore(from)) {
                counted.add(new AidPeriod(from, to));
            }
        }
        return List.copyOf(counted);
    }
}
