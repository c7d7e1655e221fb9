package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * An action that the municipality offers (insats i kommunens utbud).
 *
 * @param kind a key of {@link ActionKind}
 * @param capacity how many can take part at once
 * @param costAMonth what a place costs the municipality a month; null where nobody has said
 * @param owner who answers for it, as people say it
 * @param offeredTo the last day it is offered; null while it is
 */
public record ActionOffer(UUID id, UUID unitId, String kind, String place, int capacity, @Nullable Money costAMonth, String owner,
        LocalDate offeredFrom, @Nullable LocalDate offeredTo) implements Document {

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
