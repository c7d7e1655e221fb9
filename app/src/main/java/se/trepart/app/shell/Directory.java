package se.trepart.app.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import se.trepart.app.text.SwedishOrder;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

import org.jspecify.annotations.Nullable;

/**
 * Who is who in the lists (förteckning): the cases with their applicant, the staff, the units. Read once and kept up to date. A protected
 * household stands here only for its named handlers (R34).
 */
public final class Directory implements AutoCloseable {

    private final DocumentStore documents;
    private final Staff user;
    private final Map<UUID, CaseEntry> cases = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, String>> adults = new ConcurrentHashMap<>();
    private final Map<UUID, Staff> staff = new ConcurrentHashMap<>();
    private final Map<UUID, Unit> units = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AutoCloseable watch;

    /** Not on the JavaFX thread: reads the store. */
    public Directory(DocumentStore documents, Staff user) {
        this.documents = documents;
        this.user = user;
        watch = documents.onChange(this::changed);
        readAll();
    }

    /** In Swedish order by the applicant's name. */
    public List<CaseEntry> cases() {
        return cases.values().stream().sorted(Comparator.comparing(CaseEntry::order)).toList();
    }

    /** An adult of a household by name, last name first; empty when the case is not here or not for this user to see. */
    public Optional<String> adultName(UUID caseId, UUID memberId) {
        return Optional.ofNullable(adults.getOrDefault(caseId, Map.of()).get(memberId));
    }

    /** Empty when the case is not here or not for this user to see. */
    public Optional<CaseEntry> find(UUID caseId) {
        return Optional.ofNullable(cases.get(caseId));
    }

    /** "–" when nobody is named or known. */
    public String staffName(@Nullable UUID id) {
        return id != null && staff.get(id) instanceof Staff one ? one.name() : "–";
    }

    public String unitName(UUID id) {
        return units.get(id) instanceof Unit unit ? unit.name() : "–";
    }

    /** Those who work with cases, in Swedish order. */
    public List<Staff> staff() {
        return SwedishOrder.sorted(staff.values().stream().filter(Staff::active).toList(), Staff::name);
    }

    /** The units the user may hold cases of, in Swedish order. */
    public List<Unit> units() {
        return SwedishOrder.sorted(units.values().stream().filter(u -> user.units().contains(u.id())).toList(), Unit::name);
    }

    /** Called on a background thread after what changed has been read. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    private void readAll() {
        documents.list(Staff.class, ListFilter.ALL).forEach(s -> staff.put(s.id(), s));
        documents.list(Unit.class, ListFilter.ALL).forEach(u -> units.put(u.id(), u));
        Map<UUID, Household> households = new ConcurrentHashMap<>();
        documents.list(Household.class, ListFilter.ALL)
                .forEach(h -> households.merge(h.caseId(), h, (a, b) -> a.validFrom().isAfter(b.validFrom()) ? a : b));
        documents.list(CaseFile.class, ListFilter.ALL).forEach(file -> keep(file, households.get(file.id())));
    }

    private void changed(Set<UUID> ids) {
        for (UUID id : ids) {
            documents.find(Staff.class, id).ifPresent(s -> staff.put(id, s));
            documents.find(Unit.class, id).ifPresent(u -> units.put(id, u));
            Optional<CaseFile> file = documents.find(CaseFile.class, id);
            if (file.isPresent()) {
                keep(file.get(), documents.inCase(Household.class, id).stream().reduce((_, last) -> last).orElse(null));
            } else {
                cases.remove(id);
                adults.remove(id);
            }
        }
        listeners.forEach(Runnable::run);
    }

    private void keep(CaseFile file, @Nullable Household household) {
        if (household == null || !CaseAccess.sees(user, file, Optional.of(household))) {
            cases.remove(file.id());
            adults.remove(file.id());
            return;
        }
        adults.put(file.id(), household.adults().stream().collect(Collectors.toMap(Adult::id, adult -> adult.person().listName())));
        // replaced in one step: a list that is read meanwhile never misses the case
        String who = household.applicant().person().listName();
        cases.put(file.id(), new CaseEntry(file.id(), file.unitId(), file.number(), who, SwedishOrder.key(who), file.phase(),
                file.phaseSince(), file.responsible()));
    }
}
