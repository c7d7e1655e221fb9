package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.application.ApplicationKind;

import org.jspecify.annotations.Nullable;

/**
 * A versioned list of what to check for one kind of application (checklista). A change is a new version with a new id; old
 * answers stay readable under theirs.
 *
 * @param ownerFunction the function that owns it (R35)
 */
public record ChecklistTemplate(UUID id, UUID unitId, String name, int version, ApplicationKind kind, String ownerFunction,
        LocalDate decidedOn, LocalDate reviewOn, List<ChecklistStep> steps) implements Document {

    public ChecklistTemplate {
        steps = List.copyOf(steps);
    }

    public Optional<ChecklistStep> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    public boolean reviewOverdue(LocalDate today) {
        return today.isAfter(reviewOn);
    }

    @Override
    public @Nullable UUID caseId() {
        return null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.CHECKLIST_TEMPLATE;
    }

    @Override
    public String documentState() {
        return kind.name();
    }

    @Override
    public LocalDate documentDate() {
        return decidedOn;
    }
}
