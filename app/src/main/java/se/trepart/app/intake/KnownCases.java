package se.trepart.app.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.application.Application;
import se.trepart.model.application.KnownCase;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.PersonalNumber;

/**
 * The cases on this workstation by their adults' personal numbers. Not the search: that does not find protected households for everybody
 * (R34), and a second case must not be opened for them.
 */
final class KnownCases {

    private final DocumentStore documents;
    private final Map<PersonalNumber, List<Household>> households = new HashMap<>();
    private final Map<Integer, Integer> lastNumber = new HashMap<>();

    KnownCases(DocumentStore documents) {
        this.documents = documents;
        documents.list(Household.class, ListFilter.ALL).forEach(this::add);
        documents.list(CaseFile.class, ListFilter.ALL).forEach(this::add);
    }

    void add(Household household) {
        for (Adult adult : household.adults()) {
            List<Household> theirs = households.computeIfAbsent(adult.person().number(), _ -> new ArrayList<>());
            theirs.removeIf(h -> h.id().equals(household.id()));
            theirs.add(household);
        }
    }

    void add(CaseFile caseFile) {
        String[] parts = caseFile.number().split("-");
        boolean counts = parts.length == 2 && parts[0].matches("\\d{4}") && parts[1].matches("\\d{1,9}");
        if (counts) {
            lastNumber.merge(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]), Math::max);
        }
    }

    /** The case that the person applies for; before it, one that is open and one that is the person's own. */
    Optional<KnownCase> of(PersonalNumber number) {
        return households.getOrDefault(number, List.of())
                .stream()
                .flatMap(h -> documents.find(CaseFile.class, h.caseId()).stream().map(c -> known(c, h)))
                .min(Comparator.comparing((KnownCase k) -> k.caseFile().phase() == Phase.CLOSED)
                        .thenComparing(k -> !k.household().applicant().person().number().equals(number))
                        .thenComparing(k -> k.caseFile().openedOn(), Comparator.reverseOrder()));
    }

    private KnownCase known(CaseFile caseFile, Household household) {
        UUID caseId = caseFile.id();
        return new KnownCase(caseFile, household, documents.inCase(Application.class, caseId));
    }

    /** {@code 2026-00417}: the number after the highest of the year that this workstation knows. */
    String nextNumber(int year) {
        return "%d-%05d".formatted(year, lastNumber.getOrDefault(year, 0) + 1);
    }
}
