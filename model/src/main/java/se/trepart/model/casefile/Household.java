package se.trepart.model.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.person.Person;

/**
 * The people who apply together (hushåll): a single adult or a couple, and their children.
 *
 * @param sharedHomeSize how many people live in the home when the adult shares it with others without being a couple (R9);
 *            0 when the household lives by itself
 */
public record Household(UUID id, UUID unitId, UUID caseId, MaritalStatus maritalStatus, List<Adult> adults, List<Child> children,
        int sharedHomeSize, LocalDate validFrom) implements Document {

    public Household {
        adults = List.copyOf(adults);
        children = List.copyOf(children);
    }

    /** @throws IllegalStateException when the household has no applicant */
    public Adult applicant() {
        return adults.stream()
                .filter(a -> a.role() == AdultRole.APPLICANT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("household without applicant"));
    }

    public Optional<Adult> coApplicant() {
        return adults.stream().filter(a -> a.role() == AdultRole.CO_APPLICANT).findFirst();
    }

    public Stream<Person> people() {
        return Stream.concat(adults.stream().map(Adult::person), children.stream().map(Child::person));
    }

    /** The person of an adult or a child, by the member's id. */
    public Optional<Person> member(UUID memberId) {
        return Stream
                .concat(adults.stream().filter(a -> a.id().equals(memberId)).map(Adult::person),
                        children.stream().filter(c -> c.id().equals(memberId)).map(Child::person))
                .findFirst();
    }

    /** R34: one protected person protects the whole household. */
    public boolean isProtected() {
        return people().anyMatch(p -> p.protection().isProtected());
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.HOUSEHOLD;
    }

    @Override
    public String documentState() {
        return isProtected() ? "PROTECTED" : "OPEN";
    }

    @Override
    public LocalDate documentDate() {
        return validFrom;
    }
}
