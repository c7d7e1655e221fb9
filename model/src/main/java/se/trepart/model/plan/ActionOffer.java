package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * An action that the municipality offers (insats i kommunens utbud). Never deleted: it gets a last day, and plans keep what they chose. What a
 * place costs is dated as the offer is.
 *
 * @param kind a key of {@link ActionKind}
 * @param capacity how many can take part at once
 * @param costAMonth what a place costs the municipality a month; null where nobody has said
 * @param owner who answers for it, as people say it
 * @param offeredTo the last day it is offered; null while it is
 */
public record ActionOffer(UUID id, UUID unitId, String kind, String place, int capacity, @Nullable Money costAMonth, String owner,
        LocalDate offeredFrom, @Nullable LocalDate offeredTo) implements Document {

    /** What is wrong with an offer that somebody writes down. */
    public enum Fault {
        /** nobody can take part */
        CAPACITY,
        /** the last day is before the first */
        ENDS_BEFORE,
        /** the same kind is offered at the same place already: participants are counted by kind and place */
        OFFERED_ALREADY
    }

    /** @param all that the municipality offers or has offered */
    public List<Fault> faults(Collection<ActionOffer> all) {
        List<Fault> faults = new ArrayList<>();
        if (capacity < 1) {
            faults.add(Fault.CAPACITY);
        }
        if (offeredTo != null && offeredTo.isBefore(offeredFrom)) {
            faults.add(Fault.ENDS_BEFORE);
        }
        if (all.stream().anyMatch(other -> !other.id.equals(id) && sameAs(other) && overlaps(other))) {
            faults.add(Fault.OFFERED_ALREADY);
        }
        return faults;
    }

    /**
     * What it costs from a day on. The offer ends the day before and goes on as another, so that what it cost until then still stands.
     *
     * @param nextId of the one that goes on
     * @return this offer, and the one that goes on where there is one: from its own first day, or earlier, the cost is its own
     * @throws IllegalArgumentException for a day when it is not offered any more
     */
    public List<ActionOffer> costing(@Nullable Money newCost, LocalDate from, UUID nextId) {
        if (offeredTo != null && from.isAfter(offeredTo)) {
            throw new IllegalArgumentException("it is not offered then");
        }
        if (!from.isAfter(offeredFrom)) {
            return List.of(new ActionOffer(id, unitId, kind, place, capacity, newCost, owner, offeredFrom, offeredTo));
        }
        return List.of(new ActionOffer(id, unitId, kind, place, capacity, costAMonth, owner, offeredFrom, from.minusDays(1)),
                new ActionOffer(nextId, unitId, kind, place, capacity, newCost, owner, from, offeredTo));
    }

    private boolean sameAs(ActionOffer other) {
        return kind.equals(other.kind) && place.strip().equalsIgnoreCase(other.place.strip());
    }

    private boolean overlaps(ActionOffer other) {
        return (other.offeredTo == null || !offeredFrom.isAfter(other.offeredTo))
                && (offeredTo == null || !other.offeredFrom.isAfter(offeredTo));
    }

    public boolean offered(LocalDate day) {
        return !day.isBefore(offeredFrom) && (offeredTo == null || !day.isAfter(offeredTo));
    }

    @Override
    public @Nullable UUID caseId() {
        return null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.ACTION_OFFER;
    }

    @Override
    public String documentState() {
        return kind;
    }

    @Override
    public LocalDate documentDate() {
        return offeredFrom;
    }
}
