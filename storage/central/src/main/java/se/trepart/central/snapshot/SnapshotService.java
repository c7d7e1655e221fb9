package se.trepart.central.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.snapshot.SnapshotShelf.Contents;
import se.trepart.central.snapshot.SnapshotShelf.Shelved;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.LogRow;
import se.trepart.central.sync.CentralStore.Reading;
import se.trepart.central.sync.CentralStore.Since;
import se.trepart.central.sync.EntityKey;
import se.trepart.central.sync.Refusal;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Household;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Snapshots;
import se.trepart.wire.Snapshots.SnapshotFile;

import org.jspecify.annotations.Nullable;

/**
 * Builds snapshots of units and hands them out (ögonblicksbilder). A snapshot holds what everybody who sees the unit whole may see: cases
 * with protected identity (R34) and what only some roles see are left out, and come by {@link #rest}.
 */
public final class SnapshotService {

    /** Types that only some roles see, in no snapshot. */
    static final Set<String> FOR_SOME = Set.of("CONFLICT", "READ_EVENT", "STAFF");

    private static final Set<Role> SEES_WHOLE = EnumSet.of(Role.CASEWORKER, Role.TEAM_LEAD, Role.UNIT_MANAGER, Role.CONTROLLER);
    private static final int PAGE = 1_000;
    private static final int MAX_PAGE = 2_000;
    /** A snapshot with more changes after it than this is not worth asking about. */
    private static final int CHANGES_LOOKED_AT = 5_000;

    private final CentralStore store;
    private final SnapshotShelf shelf;

    public SnapshotService(CentralStore store, SnapshotShelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /** Builds every unit's snapshot that has none or has changed since; returns what was built. */
    public List<Shelved> buildChanged() {
        Map<UUID, Shelved> newest = newest();
        Set<UUID> units = store.read(snapshot -> {
            Set<UUID> changed = new LinkedHashSet<>();
            for (UUID unit : units(snapshot)) {
                Shelved last = newest.get(unit);
                if (last == null || !last.contents().epoch().equals(snapshot.head().epoch())
                        || snapshot.since(unit, last.contents().seq()).next().isPresent()) {
                    changed.add(unit);
                }
            }
            return changed;
        });
        return units.stream().map(this::build).flatMap(Optional::stream).toList();
    }

    /** Empty when somebody else is building it. */
    public Optional<Shelved> build(UUID unit) {
        return shelf.put(unit, out -> store.read(snapshot -> write(snapshot, unit, out)));
    }

    /** The snapshots of all units that this caller sees, with the number their feed goes on from; none when one of them has none. */
    public Snapshots list(Caller caller) {
        Map<UUID, Shelved> newest = newest();
        return store.read(snapshot -> {
            Head head = snapshot.head();
            List<SnapshotFile> files = new ArrayList<>();
            Set<UUID> whole = wholeUnits(snapshot, caller);
            for (UUID unit : whole) {
                Shelved shelved = newest.get(unit);
                if (shelved != null && fresh(snapshot, shelved)) {
                    // nothing has happened in the unit before the next change, so the feed can go on from there
                    long seq = snapshot.since(unit, shelved.contents().seq()).next().orElse(head.seq() + 1) - 1;
                    files.add(new SnapshotFile(unit, seq, shelved.contents().documents(), shelved.bytes(), shelved.sha256()));
                }
            }
            long lowest = files.stream().mapToLong(SnapshotFile::seq).min().orElse(head.seq());
            // a feed from before the caller gained a unit is refused
            boolean gained = !snapshot.accessChanges(caller.staffId(), true, lowest, head.seq()).isEmpty();
            // a workstation that does not yet know of a unit would take the others for everything
            boolean all = files.size() == whole.size();
            return new Snapshots(head.epoch(), gained || !all || lowest < head.floor() ? List.of() : files);
        });
    }

    /** The snapshot with this or the nearest lower number. @throws Refusal when there is none, or the caller may not have it */
    public Shelved find(Caller caller, UUID unit, long seq) {
        List<Shelved> all = shelf.list();
        return store.read(snapshot -> {
            if (!wholeUnits(snapshot, caller).contains(unit)) {
                throw new Refusal("not_allowed", "not the caller's unit as a whole");
            }
            return all.stream()
                    .filter(s -> s.unitId().equals(unit) && s.contents().seq() <= seq)
                    .findFirst()
                    .filter(s -> fresh(snapshot, s))
                    .orElseThrow(() -> new Refusal("resync_required", "the snapshot is gone; ask for the list again"));
        });
    }

    public void copy(Shelved snapshot, long from, long to, OutputStream out) throws IOException {
        shelf.copy(snapshot, from, to, out);
    }

    /** A page of what the caller may see and no snapshot holds, by key. */
    public BootstrapPage rest(Caller caller, @Nullable String token, int limit) {
        Map<UUID, Set<UUID>> leftOut = new HashMap<>();
        shelf.list().forEach(s -> leftOut.computeIfAbsent(s.unitId(), _ -> new HashSet<>()).addAll(s.contents().leftOut()));
        return store.readAs(caller.staffId(), snapshot -> {
            Set<UUID> units = Visibility.of(access(snapshot, caller)).units();
            Set<UUID> cases = leftOut.entrySet()
                    .stream()
                    .filter(e -> units.contains(e.getKey()))
                    .flatMap(e -> e.getValue().stream())
                    .collect(Collectors.toSet());
            int atMost = Math.clamp(limit, 1, MAX_PAGE);
            List<Entry> entries = snapshot.entitiesOf(units, cases, FOR_SOME, token == null ? null : key(token), atMost);
            Head head = snapshot.head();
            String next = entries.size() < atMost ? null : entries.getLast().type() + "." + entries.getLast().id();
            return new BootstrapPage(head.epoch(), head.seq(), head.seq(), entries, next);
        });
    }

    private static EntityKey key(String token) {
        int dot = token.indexOf('.');
        try {
            return new EntityKey(token.substring(0, dot), UUID.fromString(token.substring(dot + 1)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
            throw new Refusal("malformed", "token");
        }
    }

    private Map<UUID, Shelved> newest() {
        return shelf.list().stream().collect(Collectors.toMap(Shelved::unitId, s -> s, (newest, _) -> newest));
    }

    private static Contents write(Reading snapshot, UUID unit, OutputStream out) {
        Set<UUID> open = new HashSet<>();
        pages(snapshot, unit, Set.of(DocumentType.HOUSEHOLD.name()), entry -> {
            if (!isProtected(entry) && entry.caseId() != null) {
                open.add(entry.caseId());
            }
        });
        Set<UUID> leftOut = new HashSet<>();
        long[] documents = new long[1];
        try (OutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
            pages(snapshot, unit, null, entry -> {
                UUID caseId = entry.caseId();
                if (caseId != null && !open.contains(caseId)) {
                    leftOut.add(caseId);
                } else if (!FOR_SOME.contains(entry.type())) {
                    line(gzip, entry);
                    documents[0]++;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Head head = snapshot.head();
        return new Contents(head.epoch(), head.seq(), documents[0], leftOut);
    }

    private static void line(OutputStream out, Entry entry) {
        try {
            out.write(Json.MAPPER.writeValueAsBytes(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pages(Reading snapshot, UUID unit, @Nullable Collection<String> types, java.util.function.Consumer<Entry> each) {
        EntityKey after = null;
        List<Entry> page;
        do {
            page = types == null
                    ? snapshot.entities(Set.of(unit), after, PAGE)
                    : snapshot.entitiesOf(Set.of(unit), Set.of(), types, after, PAGE);
            page.forEach(each);
            after = page.isEmpty() ? null : new EntityKey(page.getLast().type(), page.getLast().id());
        } while (page.size() == PAGE);
    }

    /** Whether it may still be shown: of this epoch, nothing has left the unit, and no case in it has become protected. */
    private static boolean fresh(Reading snapshot, Shelved shelved) {
        Contents contents = shelved.contents();
        Head head = snapshot.head();
        Since since = snapshot.since(shelved.unitId(), contents.seq());
        if (!contents.epoch().equals(head.epoch()) || contents.seq() > head.seq() || since.left()) {
            return false;
        }
        if (since.next().isEmpty()) {
            return true;
        }
        List<LogRow> changes = snapshot.log(Set.of(shelved.unitId()), contents.seq(), head.seq(), CHANGES_LOOKED_AT);
        return changes.size() < CHANGES_LOOKED_AT && changes.stream()
                .map(LogRow::entry)
                .noneMatch(entry -> entry != null && entry.type().equals(DocumentType.HOUSEHOLD.name())
                        && !contents.leftOut().contains(entry.caseId()) && isProtected(entry));
    }

    private static boolean isProtected(Entry household) {
        return household.body() != null
                && CaseAccess.isProtected(DocumentJson.read(household.type(), household.body()).map(Household.class::cast));
    }

    private static Set<UUID> units(Reading snapshot) {
        Set<UUID> units = new LinkedHashSet<>(Set.of(Unit.MUNICIPALITY));
        pages(snapshot, Unit.MUNICIPALITY, Set.of(DocumentType.UNIT.name()), entry -> units.add(entry.id()));
        return units;
    }

    /** Nobody sees a unit whole by being a consultant in it. */
    private static Set<UUID> wholeUnits(Reading snapshot, Caller caller) {
        StaffAccess access = access(snapshot, caller);
        Set<UUID> readable = Visibility.of(access).units();
        boolean onlyRegisters = readable.equals(Set.of(Unit.MUNICIPALITY));
        return onlyRegisters || access.roles().stream().anyMatch(SEES_WHOLE::contains) ? readable : Set.of();
    }

    private static StaffAccess access(Reading snapshot, Caller caller) {
        return snapshot.staff(caller.staffId())
                .filter(StaffAccess::active)
                .orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
    }
}
