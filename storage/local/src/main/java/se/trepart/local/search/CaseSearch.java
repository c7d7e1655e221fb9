package se.trepart.local.search;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.signin.Session;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

/**
 * Search in memory: everybody who can be found is kept in Swedish order and looked through anew at each key stroke until there are hits
 * enough. When something changes the whole is put together again, so that there is no index to keep in step.
 */
public final class CaseSearch implements Search, AutoCloseable {

    /** more changed cases than this are quicker to read all over again */
    private static final int REBUILD = 500;

    private static final Comparator<Found> SWEDISH = Comparator.comparing((Found found) -> found.hit().who(), collator())
            .thenComparing(found -> found.hit().personalNumber())
            .thenComparing(found -> found.hit().memberId());

    private final DocumentStore documents;
    private final Session session;
    private final AutoCloseable listening;
    private final CompletableFuture<Void> built;
    private volatile Everybody everybody = Everybody.NOBODY;

    /** Starts reading in the background; {@link #find} waits until that is done. */
    public CaseSearch(DocumentStore documents, Session session) {
        this.documents = documents;
        this.session = session;
        this.listening = documents.onChange(this::follow);
        this.built = CompletableFuture.runAsync(this::rebuild, work -> Thread.ofVirtual().name("trepart-search").start(work));
    }

    /** Secondary strength: Swedish letters in their order, case without weight. */
    private static Collator collator() {
        Collator collator = Collator.getInstance(Locale.of("sv", "SE"));
        collator.setStrength(Collator.SECONDARY);
        return collator;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        built.join();
        List<String> words = SearchText.words(text)
                .stream()
                .distinct()
                .map(word -> Found.MARK + word)
                // the longest is most likely the rarest
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return words.isEmpty() ? List.of() : everybody.find(words, this::mayBeFound, limit);
    }

    /** R34: protected people are found by their named handlers and nobody else. */
    private boolean mayBeFound(Found found) {
        Found.Guarded guarded = found.guarded();
        return guarded == null || CaseAccess.sees(session.staff(), guarded.file(), Optional.of(guarded.household()));
    }

    private synchronized void rebuild() {
        Map<UUID, CaseFile> files = new HashMap<>();
        documents.list(CaseFile.class, ListFilter.ALL).forEach(file -> files.put(file.id(), file));
        List<Found> all = new ArrayList<>();
        for (Household household : documents.list(Household.class, ListFilter.ALL)) {
            CaseFile file = files.get(household.caseId());
            if (file != null) {
                all.addAll(Found.of(file, household));
            }
        }
        everybody = new Everybody(inSwedishOrder(all));
    }

    /** Keys made once: the collator compares in microseconds, keys in nanoseconds. */
    private static List<Found> inSwedishOrder(List<Found> all) {
        Collator collator = collator();
        record Keyed(Found found, java.text.CollationKey key) {}
        return all.stream()
                .map(found -> new Keyed(found, collator.getCollationKey(found.hit().who())))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparing(keyed -> keyed.found.hit().personalNumber())
                        .thenComparing(keyed -> keyed.found.hit().memberId()))
                .map(Keyed::found)
                .toList();
    }

    private void follow(Set<UUID> changed) {
        if (changed.size() > REBUILD) {
            rebuild();
        } else {
            refresh(changed);
        }
    }

    private synchronized void refresh(Set<UUID> cases) {
        List<Found> now = new ArrayList<>();
        for (UUID caseId : cases) {
            documents.find(CaseFile.class, caseId)
                    .ifPresent(
                            file -> documents.inCase(Household.class, caseId).forEach(household -> now.addAll(Found.of(file, household))));
        }
        List<Found> before = everybody.people();
        List<Found> were = before.stream().filter(found -> cases.contains(found.hit().caseId())).toList();
        if (Set.copyOf(were).equals(Set.copyOf(now))) {
            return;
        }
        now.sort(SWEDISH);
        List<Found> next = new ArrayList<>(before.size() + now.size());
        int taken = 0;
        for (Found found : before) {
            if (cases.contains(found.hit().caseId())) {
                continue;
            }
            while (taken < now.size() && SWEDISH.compare(now.get(taken), found) < 0) {
                next.add(now.get(taken++));
            }
            next.add(found);
        }
        next.addAll(now.subList(taken, now.size()));
        everybody = new Everybody(next);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (Exception neverThrown) {
            throw new IllegalStateException(neverThrown);
        }
        built.handle((_, _) -> true).join();
    }
}
