package se.trepart.model.result;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.person.Person;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/**
 * What one case gives to results (underlag för resultat). Made of the plan side of the case alone, so that it is the same for a consultant,
 * who sees no money, as for a manager and for the central store.
 *
 * @param participations also those that are still to begin
 * @param starts days on which somebody began to need help
 */
public record CaseResult(UUID caseId, List<Participation> participations, List<Start> starts) {

    /**
     * A day on which a person began, or began anew: the case was opened, a referral was sent, an action began. Whoever has such a day within
     * twelve months after work or studies has come back.
     */
    public record Start(UUID person, LocalDate on) {}

    public CaseResult {
        participations = List.copyOf(participations);
        starts = List.copyOf(starts);
    }

    /** @param households every version of the case's household; an action of somebody who is in none of them is not counted */
    public static CaseResult of(CaseFile file, Collection<Household> households, Collection<SelfSupport> selfSupports,
            Collection<Referral> referrals, Collection<Action> actions) {
        List<Participation> participations = new ArrayList<>();
        List<Start> starts = new ArrayList<>();
        for (Action action : actions) {
            member(households, action.memberId()).ifPresent(person -> {
                participations.add(participation(file, person, selfSupports, referrals, action, actions));
                starts.add(new Start(key(person), action.terms().startsOn()));
            });
        }
        for (Referral referral : referrals) {
            referral.on(Referral.Status.SENT)
                    .ifPresent(
                            sent -> member(households, referral.memberId()).ifPresent(person -> starts.add(new Start(key(person), sent))));
        }
        households.stream()
                .flatMap(household -> household.adults().stream())
                .map(adult -> new Start(key(adult.person()), file.openedOn()))
                .distinct()
                .forEach(starts::add);
        return new CaseResult(file.id(), participations, starts);
    }

    private static Participation participation(CaseFile file, Person person, Collection<SelfSupport> selfSupports,
            Collection<Referral> referrals, Action action, Collection<Action> actions) {
        LocalDate start = action.terms().startsOn();
        boolean first = actions.stream()
                .filter(other -> other.memberId().equals(action.memberId()))
                .min(Comparator.comparing((Action other) -> other.terms().startsOn()).thenComparing(other -> other.id().toString()))
                .filter(other -> other.id().equals(action.id()))
                .isPresent();
        @Nullable
        Integer toReferral = first
                ? referrals.stream()
                        .filter(referral -> referral.memberId().equals(action.memberId()))
                        .flatMap(referral -> referral.on(Referral.Status.SENT).stream())
                        .min(Comparator.naturalOrder())
                        .map(sent -> days(file, sent))
                        .orElse(null)
                : null;
        String obstacle = selfSupports.stream()
                .filter(one -> one.memberId().equals(action.memberId()))
                .flatMap(one -> one.obstacle(start).stream())
                .max(Comparator.comparing(SelfSupport.ObstaclePeriod::from))
                .map(SelfSupport.ObstaclePeriod::key)
                .orElse("");
        ActionEnding ending = action.ending();
        return new Participation(action.id(), action.caseId(), action.memberId(), action.unitId(), key(person), action.terms().kind(),
                action.terms().place().strip(), start, ending == null ? null : ending.on(), ending == null ? null : ending.outcome(),
                ending == null ? null : ending.workCountsFrom().orElse(null), action.extended(), person.number().ageOn(start), obstacle,
                (int) Math.max(0, ChronoUnit.MONTHS.between(file.openedOn(), start)), toReferral, first ? days(file, start) : null);
    }

    private static int days(CaseFile file, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(file.openedOn(), day));
    }

    /** As the latest household that has the member says. */
    private static Optional<Person> member(Collection<Household> households, UUID memberId) {
        return households.stream()
                .sorted(Comparator.comparing(Household::validFrom).reversed())
                .flatMap(household -> household.adults().stream())
                .filter(adult -> adult.id().equals(memberId))
                .map(Adult::person)
                .findFirst();
    }

    private static UUID key(Person person) {
        return UUID.nameUUIDFromBytes(person.number().value().getBytes(StandardCharsets.UTF_8));
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CaseResult[" + caseId + "]";
    }
}
