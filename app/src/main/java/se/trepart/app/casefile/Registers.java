package se.trepart.app.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.control.NoSettingsForDate;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;

import org.jspecify.annotations.Nullable;

/** What the whole municipality shares and a case needs to be read: staff, units, settings, checklists, the municipality's own words (register). */
public record Registers(List<Staff> staff, List<Unit> units, List<Settings> settings, List<ChecklistTemplate> templates,
        List<PlanningSettings> planning, List<LetterTemplate> letterTemplates, List<Phrase> phrases) {

    public Registers {
        staff = List.copyOf(staff);
        units = List.copyOf(units);
        settings = List.copyOf(settings);
        templates = List.copyOf(templates);
        planning = List.copyOf(planning);
        letterTemplates = List.copyOf(letterTemplates);
        phrases = List.copyOf(phrases);
    }

    /** Not to be called on the JavaFX thread. */
    public static Registers read(DocumentStore documents) {
        return new Registers(documents.list(Staff.class, ListFilter.ALL), documents.list(Unit.class, ListFilter.ALL),
                documents.list(Settings.class, ListFilter.ALL), documents.list(ChecklistTemplate.class, ListFilter.ALL),
                documents.list(PlanningSettings.class, ListFilter.ALL), documents.list(LetterTemplate.class, ListFilter.ALL),
                documents.list(Phrase.class, ListFilter.ALL));
    }

    public Optional<Staff> staff(@Nullable UUID id) {
        return staff.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Unit> unit(UUID id) {
        return units.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    /** @throws NoSettingsForDate when the municipality had chosen nothing yet */
    public Settings settings(LocalDate day) {
        return Settings.at(settings, day);
    }

    public PlanningSettings planning(LocalDate day) {
        return ShippedPlanningSettings.inForce(planning, day);
    }

    public Optional<ChecklistTemplate> template(UUID id) {
        return templates.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public boolean holdAnyOf(Set<UUID> ids) {
        return Stream.<List<? extends Document>>of(staff, units, settings, templates, planning, letterTemplates, phrases)
                .flatMap(List::stream)
                .map(Document::id)
                .collect(Collectors.toSet())
                .stream()
                .anyMatch(ids::contains);
    }
}
