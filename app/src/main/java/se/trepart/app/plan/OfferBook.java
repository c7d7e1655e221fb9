package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Money;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionOffer;
import se.trepart.model.plan.ActionTerms;

/**
 * What the municipality offers and how many are there now (kommunens utbud). What a place costs is the municipality's own fact and no
 * household's money: a consultant chooses with it in sight.
 *
 * @param taken how many actions have not ended, by kind and place
 */
record OfferBook(List<ActionOffer> offers, Map<String, Integer> taken) {

    static final OfferBook EMPTY = new OfferBook(List.of(), Map.of());

    /** Not on the JavaFX thread. */
    static OfferBook read(DocumentStore documents, LocalDate today) {
        List<ActionOffer> offers = documents.list(ActionOffer.class, ListFilter.ALL)
                .stream()
                .filter(offer -> offer.offered(today))
                .sorted(Comparator.comparing(ActionOffer::kind).thenComparing(ActionOffer::place))
                .toList();
        return new OfferBook(offers, takenNow(documents));
    }

    /** Everything that is or has been offered, or will be. Not on the JavaFX thread. */
    static OfferBook readAll(DocumentStore documents) {
        return new OfferBook(documents.list(ActionOffer.class, ListFilter.ALL), takenNow(documents));
    }

    private static Map<String, Integer> takenNow(DocumentStore documents) {
        return documents.list(Action.class, ListFilter.states("OPEN", "PROPOSED"))
                .stream()
                .map(Action::terms)
                .collect(Collectors.toMap(OfferBook::where, _ -> 1, Integer::sum));
    }

    Optional<ActionOffer> find(String id) {
        return offers.stream().filter(offer -> offer.id().equals(UUID.fromString(id))).findFirst();
    }

    int taken(ActionOffer offer) {
        return taken.getOrDefault(offer.kind() + "/" + offer.place(), 0);
    }

    /** "Praktik, Skolköket: 3 av 12 platser tagna, 4 500 kr i månaden, Åsa Ek". */
    List<Choice<String>> choices(Texts texts) {
        return offers.stream().map(offer -> new Choice<>(words(offer, texts), offer.id().toString())).toList();
    }

    private String words(ActionOffer offer, Texts texts) {
        String kind = ActionKind.nameOf(offer.kind());
        String line = texts.of("plan.offer", kind, offer.place(), taken(offer), offer.capacity());
        Money cost = offer.costAMonth();
        String priced = cost == null ? line : texts.of("plan.offer.cost", line, Formats.money(cost));
        return offer.owner().isBlank() ? priced : priced + ", " + offer.owner();
    }

    private static String where(ActionTerms terms) {
        return terms.kind() + "/" + terms.place();
    }
}
