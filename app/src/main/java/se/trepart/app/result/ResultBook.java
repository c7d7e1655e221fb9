package se.trepart.app.result;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.result.CaseResult;
import se.trepart.model.result.MarkedDay;
import se.trepart.model.result.Participation;

/**
 * What results are counted from, kept in memory and up to date (resultatunderlag). A year of attendance in a large office is 20,000 sealed
 * documents: opening them takes seconds, so it is done once, and anew only for the cases that change. Holds no name and no text.
 *
 * <p>Not to be called on the JavaFX thread. Asking never waits for a reading of attendance.
 */
public final class ResultBook implements AutoCloseable {

    /** More changed cases than this are not looked up one by one. */
    private static final int MANY = 200;
    private static final int MONTHS_AT_ONCE = 3;

    private final DocumentStore documents;
    private final Map<UUID, CaseResult> cases = new ConcurrentHashMap<>();
    /** by case and action */
    private final Map<UUID, Map<UUID, List<MarkedDay>>> marked = new ConcurrentHashMap<>();
    private final Object markedLock = new Object();
    private final Set<UUID> changedCases = ConcurrentHashMap.newKeySet();
    private final Set<UUID> changedMarked = ConcurrentHashMap.newKeySet();
    private final AutoCloseable watch;
    private boolean read;
    private volatile boolean markedRead;
    private volatile boolean closed;

    /** @param onChange called on a background thread when something that results may be counted from has changed */
    public ResultBook(DocumentStore documents, Runnable onChange) {
        this.documents = documents;
        watch = documents.onChange(ids -> {
            changedCases.addAll(ids);
            changedMarked.addAll(ids);
            onChange.run();
        });
    }

    /** Every case that gives something to results. */
    public synchronized Collection<CaseResult> cases() {
        Set<UUID> since = taken(changedCases);
        if (!read || since.size() > MANY) {
            readCases();
            read = true;
        } else {
            since.forEach(this::readCase);
        }
        return List.copyOf(cases.values());
    }

    /** Whether the marked days are there; until then {@link #marked} finds none. */
    public boolean markedRead() {
        if (markedRead) {
            synchronized (markedLock) {
                Set<UUID> since = taken(changedMarked);
                if (since.size() > MANY) {
                    markedRead = false;
                } else {
                    since.forEach(this::readMarked);
                }
            }
        }
        return markedRead;
    }

    public List<MarkedDay> marked(Participation action) {
        return marked.getOrDefault(action.caseId(), Map.of()).getOrDefault(action.actionId(), List.of());
    }

    /** Opens all attendance, some months at a time so that others come in between. */
    public void readMarked(LocalDate today) {
        synchronized (markedLock) {
            if (markedRead) {
                return;
            }
            changedMarked.clear();
            Map<UUID, Map<UUID, List<MarkedDay>>> all = new HashMap<>();
            LocalDate to = null;
            for (LocalDate from = today.withDayOfMonth(1); !closed; from = from.minusMonths(MONTHS_AT_ONCE)) {
                boolean rest = from.isBefore(today.minusYears(2));
                documents.list(Attendance.class, new ListFilter(Set.of(), Set.of(), rest ? null : from, to))
                        .forEach(week -> add(all, week));
                if (rest) {
                    break;
                }
                to = from.minusDays(1);
            }
            marked.clear();
            marked.putAll(all);
            // what changed while it was read is looked up when it is asked for
            markedRead = !closed;
        }
    }

    private static Set<UUID> taken(Set<UUID> changed) {
        Set<UUID> since = new HashSet<>(changed);
        changed.removeAll(since);
        return since;
    }

    private void readMarked(UUID caseId) {
        Map<UUID, Map<UUID, List<MarkedDay>>> again = new HashMap<>();
        documents.inCase(Attendance.class, caseId).forEach(week -> add(again, week));
        marked.put(caseId, again.getOrDefault(caseId, Map.of()));
    }

    private void readCases() {
        Map<UUID, List<Household>> households = byCase(documents.list(Household.class, ListFilter.ALL));
        Map<UUID, List<SelfSupport>> selfSupports = byCase(documents.list(SelfSupport.class, ListFilter.ALL));
        Map<UUID, List<Referral>> referrals = byCase(documents.list(Referral.class, ListFilter.ALL));
        Map<UUID, List<Action>> actions = byCase(documents.list(Action.class, ListFilter.ALL));
        cases.clear();
        for (CaseFile file : documents.list(CaseFile.class, ListFilter.ALL)) {
            UUID id = file.id();
            cases.put(id, CaseResult.of(file, households.getOrDefault(id, List.of()), selfSupports.getOrDefault(id, List.of()),
                    referrals.getOrDefault(id, List.of()), actions.getOrDefault(id, List.of())));
        }
    }

    private void readCase(UUID id) {
        Optional<CaseFile> file = documents.find(CaseFile.class, id);
        if (file.isEmpty()) {
            cases.remove(id);
            return;
        }
        cases.put(id, CaseResult.of(file.get(), documents.inCase(Household.class, id), documents.inCase(SelfSupport.class, id),
                documents.inCase(Referral.class, id), documents.inCase(Action.class, id)));
    }

    private static void add(Map<UUID, Map<UUID, List<MarkedDay>>> all, Attendance week) {
        all.computeIfAbsent(week.caseId(), _ -> new HashMap<>())
                .merge(week.actionId(), MarkedDay.of(week), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }

    private static <D extends Document> Map<UUID, List<D>> byCase(List<D> documents) {
        Function<D, UUID> caseId = document -> Objects.requireNonNull(document.caseId());
        return documents.stream().collect(Collectors.groupingBy(caseId));
    }

    @Override
    public void close() throws Exception {
        closed = true;
        watch.close();
    }
}
