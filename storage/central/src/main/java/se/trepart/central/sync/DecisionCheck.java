package se.trepart.central.sync;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import se.trepart.central.access.StaffAccess;
import se.trepart.model.access.Role;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.HandOver;
import se.trepart.model.decision.Hindrance;

import org.jspecify.annotations.Nullable;

/** R16 where it cannot be gone round: who prepared a decision, who handed it over and who made it are who they are said to be. */
final class DecisionCheck {

    private static final DelegationOrder ORDER = DelegationOrder.shipped();

    private DecisionCheck() {}

    /**
     * Why the store does not take this change, as a code; empty when it may.
     *
     * @param before null for a new decision
     */
    static Optional<String> refuse(@Nullable Decision before, Decision after, StaffAccess staff) {
        UUID sender = staff.staffId();
        UUID preparer = before == null ? sender : before.preparedBy();
        if (!after.preparedBy().equals(preparer)) {
            return Optional.of("not_the_preparer");
        }
        int known = before == null ? 0 : before.handOvers().size();
        if (after.handOvers().size() < known || before != null && !after.handOvers().subList(0, known).equals(before.handOvers())
                || !after.handOvers().stream().skip(known).map(HandOver::by).allMatch(sender::equals)) {
            return Optional.of("forged_step");
        }
        if (!after.made() || before != null && before.made()) {
            return Optional.empty();
        }
        Role role = after.decidedAs();
        LocalDate on = after.decidedOn();
        if (role == null || on == null || !sender.equals(after.decidedBy()) || !staff.roles().contains(role)) {
            return Optional.of("not_the_maker");
        }
        if (before != null && Hindrance.preparedByOneself(before, sender).isPresent()) {
            return Optional.of("prepared_by_oneself");
        }
        return Hindrance.aboveDelegation(after, ORDER, role, on).isEmpty() ? Optional.empty() : Optional.of("above_delegation");
    }
}
