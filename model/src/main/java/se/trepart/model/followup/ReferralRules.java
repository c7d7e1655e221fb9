package se.trepart.model.followup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.model.application.Application;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.plan.ReferralClock;
import se.trepart.model.plan.ReferralClock.AidPeriod;

import org.jspecify.annotations.Nullable;

/** The rules on how long somebody waits for the way to self-support to begin (väntan på planering). R20, R22 */
final class ReferralRules {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final CaseFile file;
    private final List<Application> applications;
    private final List<Decision> decisions;
    private final PlanWork.OfCases plans;
    private final PlanningSettings settings;
    private final LocalDate today;
    private final PlanRules.Finder found;

    /**
     * @param applications of the case
     * @param decisions of the case
     */
    ReferralRules(CaseFile file, List<Application> applications, List<Decision> decisions, PlanWork.OfCases plans, LocalDate today,
            PlanRules.Finder found) {
        this.file = file;
        this.applications = applications;
        this.decisions = decisions;
        this.plans = plans;
        this.settings = plans.settings();
        this.today = today;
        this.found = found;
    }

    void find(@Nullable Household household) {
        if (file.phase() == Phase.INTAKE && household != null) {
            earlyMeeting(household);
        }
        if (file.phase() == Phase.RUNNING) {
            noReferral();
        }
    }

    /**
     * R20: the early planning meeting is booked within some days of the application, the young first in line. It is told until it is booked or
     * somebody has said why it is not to be: a decided application does not take the place of it.
     */
    private void earlyMeeting(Household household) {
        List<Adult> waiting = household.adults().stream().filter(adult -> !settled(adult)).toList();
        boolean young = waiting.stream().anyMatch(this::firstInLine);
        if (!waiting.isEmpty()) {
            found.add(young ? Kind.EARLY_MEETING_FIRST : Kind.EARLY_MEETING, file, null, file.id(), CasePlace.PLANNING, applied(),
                    earlyMeetingBy(), "R20");
        }
    }

    /** R20: the last day to book the early planning meeting. */
    LocalDate earlyMeetingBy() {
        return applied().plusDays(settings.earlyMeetingDays());
    }

    boolean firstInLine(Adult adult) {
        int age = adult.person().number().ageOn(today);
        return age >= settings.firstFromAge() && age <= settings.firstToAge();
    }

    /** The first application since the intake began; the day it began where none is held. */
    private LocalDate applied() {
        return applications.stream()
                .filter(application -> !application.registeredOn().isBefore(file.phaseSince()))
                .map(ReferralRules::received)
                .min(Comparator.naturalOrder())
                .orElse(file.phaseSince());
    }

    private boolean settled(Adult adult) {
        return plans.selfSupports(file)
                .stream()
                .anyMatch(support -> support.memberId().equals(adult.id()) && support.earlyMeetingSettled());
    }

    /** R22: pointed out when the first of the municipality's limits is passed, and for each further one. */
    private void noReferral() {
        clock().filter(clock -> clock.warning().isPresent())
                .ifPresent(clock -> found.add(Kind.NO_REFERRAL, file, null, file.id(), CasePlace.PLANNING, clock.since(), null, "R22"));
    }

    Optional<ReferralClock> clock() {
        return ReferralClock.of(periods(), plans.referrals(file), today, settings);
    }

    /** Months with aid, and each application from the day it came until today or its decision. */
    private List<AidPeriod> periods() {
        List<AidPeriod> periods = new ArrayList<>();
        decisions.stream()
                .filter(decision -> decision.made() && decision.kind() == DecisionKind.AID && decision.granted().positive())
                .map(Decision::period)
                .forEach(month -> periods.add(new AidPeriod(month.atDay(1), month.atEndOfMonth())));
        applications.stream()
                .filter(application -> !application.status().ended())
                .forEach(application -> periods.add(new AidPeriod(received(application), today)));
        return periods;
    }

    private static LocalDate received(Application application) {
        return application.receivedAt().atZone(SWEDEN).toLocalDate();
    }
}
