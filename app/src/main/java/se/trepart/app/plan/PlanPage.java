package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.Adult;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/**
 * What is shown of one participant at one moment (deltagarens sida).
 *
 * @param referrals that were sent, newest first
 * @param plan the one that runs, otherwise the newest; null without any
 * @param actions those that run first, by last day
 * @param versions of the plan, newest first
 */
record PlanPage(CaseSituation now, Adult adult, List<Referral> referrals, @Nullable Plan plan, List<Action> actions,
        List<PlanVersion> versions, List<Attendance> attendances) {

    /** @param memberId whom to show; the applicant when there is no such adult */
    static PlanPage of(CaseSituation now, UUID memberId) {
        List<Adult> adults = now.documents().household().adults();
        Adult adult = adults.stream().filter(one -> one.id().equals(memberId)).findFirst().orElse(now.documents().household().applicant());
        UUID id = adult.id();
        Plan plan = all(now, Plan.class).filter(one -> one.memberId().equals(id))
                .max(Comparator.comparing(Plan::running).thenComparing(Plan::madeOn))
                .orElse(null);
        return new PlanPage(now, adult,
                all(now, Referral.class).filter(one -> one.memberId().equals(id) && one.status() != Referral.Status.WRITING)
                        .sorted(Comparator.comparing(Referral::writtenOn).reversed())
                        .toList(),
                plan,
                all(now, Action.class).filter(one -> one.memberId().equals(id))
                        .sorted(Comparator.comparing((Action one) -> one.ending() != null).thenComparing(one -> one.terms().endsOn()))
                        .toList(),
                all(now, PlanVersion.class).filter(one -> plan != null && one.plan().id().equals(plan.id()))
                        .sorted(Comparator.comparing(PlanVersion::number).reversed())
                        .toList(),
                all(now, Attendance.class).filter(one -> one.memberId().equals(id)).toList());
    }

    private static <D extends Document> java.util.stream.Stream<D> all(CaseSituation now, Class<D> type) {
        return now.documents().of(type).stream();
    }

    LocalDate today() {
        return now.today();
    }

    PlanningSettings settings() {
        return now.registers().planning(today());
    }

    /** The one that waits for an answer. */
    Optional<Referral> unanswered() {
        return referrals.stream().filter(Referral::unanswered).findFirst();
    }

    /** The one that was taken and has not been returned. */
    Optional<Referral> accepted() {
        return referrals.stream().filter(Referral::running).findFirst();
    }

    Optional<Plan> running() {
        return Optional.ofNullable(plan).filter(Plan::running);
    }

    /** Those of the plan that have not ended. */
    List<Action> open() {
        return actions.stream().filter(action -> action.ending() == null).toList();
    }

    String staff(@Nullable UUID id) {
        return now.registers().staff(id).map(Staff::name).orElse("–");
    }

    /** What the page is made of; while it is the same nothing is built anew. */
    Object shape() {
        return List.of(adult, referrals, Optional.ofNullable(plan), actions, versions, attendances, today());
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "PlanPage[" + adult.id() + "]";
    }
}
