package se.trepart.model.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * A member of staff (medarbetare). The subject is what the municipality's identity provider calls the person.
 *
 * @param units the units whose cases this person may hold
 * @param protectedCases cases with protected identity that this person is named handler of (R34)
 */
public record Staff(UUID id, UUID unitId, String subject, String name, String title, String phone, List<Role> roles, List<UUID> units,
        List<UUID> protectedCases, boolean active, LocalDate since) implements Document {

    public Staff {
        roles = List.copyOf(roles);
        units = List.copyOf(units);
        protectedCases = List.copyOf(protectedCases);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    @Override
    public @Nullable UUID caseId() {
        return null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.STAFF;
    }

    @Override
    public String documentState() {
        return active ? "ACTIVE" : "LEFT";
    }

    @Override
    public LocalDate documentDate() {
        return since;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Staff[" + id + "]";
    }
}
