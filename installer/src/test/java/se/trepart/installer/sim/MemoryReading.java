package se.trepart.installer.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import se.trepart.central.access.AccessChange;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.Live;
import se.trepart.central.sync.CentralStore.LogRow;
import se.trepart.central.sync.CentralStore.Reading;
import se.trepart.central.sync.CentralStore.Since;
import se.trepart.central.sync.Commit.FeedKind;
import se.trepart.central.sync.Commit.FeedRow;
import se.trepart.central.sync.Entity;
import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.MemoryState.Changed;
import se.trepart.installer.sim.MemoryState.HeadAt;
import se.trepart.installer.sim.MemoryState.Logged;
import se.trepart.installer.sim.MemoryState.Stored;
import se.trepart.wire.Entry;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One moment of the store, however much is committed while it is read. */
final class MemoryReading implements Reading {

    private final MemoryStore store;
    private final MemoryState state;
    private final long tick;

    private final @Nullable Visibility person;

    /** @param person null for the store's own work, which sees everything */
    MemoryReading(MemoryStore store, MemoryState state, long tick, @Nullable Visibility person) {
        this.store = store;
        this.state = state;
        this.tick = tick;
        this.person = person;
    }

    private boolean sees(Entity e, Collection<UUID> units) {
        UUID caseId = e.caseId();
        return units.contains(e.unitId())
                && (person == null || person.sees(e.sight(), e.unitId(), caseId, caseId != null && state.guarded(caseId, tick)));
    }

    private boolean addressed(FeedRow row) {
        return person == null || person.sights().contains(row.sight()) && (row.onlyFor() == null || row.onlyFor().equals(person.staffId()));
    }

    @Override
    public Head head() {
        HeadAt head = state.head(tick);
        return new Head(state.epoch, head.seq(), head.chainHash(), state.floor, state.rights(tick), null);
    }

    @Override
    public Optional<StaffAccess> staff(UUID staffId) {
        store.between.at("read rights");
        return state.staff(staffId, tick);
    }

    @Override
    public List<LogRow> log(Collection<UUID> units, long since, long to, int limit) {
        store.between.at("read feed");
        Set<UUID> mine = new HashSet<>(units);
        if (person != null) {
            mine.retainAll(person.units());
        }
        return state.log.stream()
                .filter(l -> l.tick() <= tick && l.seq() > since && l.seq() <= to && mine.contains(l.row().unitId()) && addressed(l.row()))
                .sorted(Comparator.comparingLong(Logged::seq).thenComparingInt(Logged::ord))
                .limit(limit)
                .map(l -> logRow(l, mine))
                .toList();
    }

    private LogRow logRow(Logged logged, Set<UUID> units) {
        EntityKey key = logged.row().key();
        boolean seen = sees(state.entity(key, tick).orElseThrow().entity(), units);
        Entry entry = switch (logged.row().kind()) {
            case PUT -> seen ? entry(logged, Entry.Kind.PUT) : null;
            case TOMBSTONE -> seen ? entry(logged, Entry.Kind.TOMBSTONE) : null;
            case LEAVE -> entry(logged, Entry.Kind.LEAVE);
            case ACCESS -> entry(logged, seen ? Entry.Kind.PUT : Entry.Kind.LEAVE);
        };
        return new LogRow(logged.seq(), key, entry);
    }

    private Entry entry(Logged logged, Entry.Kind kind) {
        EntityKey key = logged.row().key();
        long version = logged.row().version();
        Entity e = state.versions.get(key).stream().map(Stored::entity).filter(v -> v.version() == version).findFirst().orElseThrow();
        boolean put = kind == Entry.Kind.PUT;
        return new Entry(logged.seq(), key.type(), key.id(), logged.row().unitId(), put ? e.caseId() : null, version, kind,
                put ? shown(e) : null);
    }

    private JsonNode shown(Entity e) {
        return person == null ? e.body() : person.shown(e.key().type(), e.body());
    }

    @Override
    public List<Entry> entities(Collection<UUID> units, @Nullable EntityKey after, int limit) {
        store.between.at("read documents");
        return page(after, limit, e -> sees(e, units));
    }

    @Override
    public List<Entry> entitiesOf(Collection<UUID> units, Collection<UUID> cases, Collection<String> types, @Nullable EntityKey after,
            int limit) {
        store.between.at("read some documents");
        return page(after, limit,
                e -> sees(e, units) && (e.caseId() != null && cases.contains(e.caseId()) || types.contains(e.key().type())));
    }

    private List<Entry> page(@Nullable EntityKey after, int limit, Predicate<Entity> wanted) {
        List<Entry> entries = new ArrayList<>();
        for (EntityKey key : after == null ? state.versions.keySet() : state.versions.tailMap(after).keySet()) {
            if (entries.size() == limit) {
                break;
            }
            if (!key.equals(after)) {
                state.entity(key, tick).filter(s -> !s.entity().deleted() && wanted.test(s.entity())).ifPresent(s -> entries.add(entry(s)));
            }
        }
        return entries;
    }

    private Entry entry(Stored stored) {
        Entity e = stored.entity();
        return new Entry(stored.seq(), e.key().type(), e.key().id(), e.unitId(), e.deleted() ? null : e.caseId(), e.version(),
                e.deleted() ? Entry.Kind.TOMBSTONE : Entry.Kind.PUT, e.deleted() ? null : shown(e));
    }

    @Override
    public List<Live> live(UUID unit) {
        return state.versions.keySet()
                .stream()
                .flatMap(key -> state.entity(key, tick).stream())
                .map(Stored::entity)
                .filter(e -> !e.deleted() && sees(e, List.of(unit)))
                .map(e -> new Live(e.key(), e.unitId(), e.caseId(), e.version()))
                .toList();
    }

    @Override
    public List<Entry> current(Collection<EntityKey> keys) {
        return keys.stream()
                .flatMap(key -> state.entity(key, tick).stream())
                .filter(stored -> person == null || sees(stored.entity(), person.units()))
                .map(this::entry)
                .toList();
    }

    @Override
    public Since since(UUID unit, long seq) {
        List<Logged> after = state.log.stream().filter(l -> l.tick() <= tick && l.seq() > seq && l.row().unitId().equals(unit)).toList();
        return new Since(after.stream().mapToLong(Logged::seq).min(),
                after.stream().anyMatch(l -> l.row().kind() == FeedKind.LEAVE || l.row().kind() == FeedKind.ACCESS));
    }

    /** There are no attachments in this world. */
    @Override
    public List<Live> referringTo(String sha256, Collection<UUID> units) {
        return List.of();
    }

    @Override
    public List<UUID> accessChanges(UUID staffId, boolean gained, long since, long to) {
        AccessChange.Kind kind = gained ? AccessChange.Kind.GAINED : AccessChange.Kind.LOST;
        return state.access.stream()
                .filter(c -> c.tick() <= tick && c.seq() > since && c.seq() <= to)
                .map(Changed::change)
                .filter(c -> c.staffId().equals(staffId) && c.kind() == kind)
                .map(AccessChange::unitId)
                .distinct()
                .toList();
    }

    /** Nobody asks in this world. */
}
