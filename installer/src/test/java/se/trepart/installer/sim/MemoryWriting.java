package se.trepart.installer.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

import se.trepart.central.access.AccessChange;
import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Withdrawn;
import se.trepart.central.audit.AuditRow;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.CentralStore.Device;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.OpenConflict;
import se.trepart.central.sync.CentralStore.Unstorable;
import se.trepart.central.sync.CentralStore.Version;
import se.trepart.central.sync.CentralStore.Writing;
import se.trepart.central.sync.Commit;
import se.trepart.central.sync.Commit.FeedKind;
import se.trepart.central.sync.Commit.FeedRow;
import se.trepart.central.sync.Effect;
import se.trepart.central.sync.Entity;
import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.MemoryState.About;
import se.trepart.installer.sim.MemoryState.Answered;
import se.trepart.installer.sim.MemoryState.Audited;
import se.trepart.installer.sim.MemoryState.Changed;
import se.trepart.installer.sim.MemoryState.Guarded;
import se.trepart.installer.sim.MemoryState.HeadAt;
import se.trepart.installer.sim.MemoryState.Lent;
import se.trepart.installer.sim.MemoryState.Logged;
import se.trepart.installer.sim.MemoryState.Registered;
import se.trepart.installer.sim.MemoryState.Stored;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Staff;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.DocumentJson;

import org.jspecify.annotations.Nullable;

/** One writing transaction: what it writes is seen by nobody before its end. */
class MemoryWriting implements Writing {

    private static final String HEAD = "head";

    final MemoryStore store;
    /** the store as it was restored from a backup is another one: what is under way in the old one is lost */
    final MemoryState state;
    private final List<Runnable> atEnd = new ArrayList<>();
    private @Nullable Device fresh;
    private @Nullable Commit commit;
    private @Nullable Head head;

    MemoryWriting(MemoryStore store) {
        this.store = store;
        this.state = store.state;
    }

    @Override
    public Device lockDevice(UUID device, UUID staffId) {
        store.between.at("lock device");
        store.lock(this, device, false);
        Device known = state.devices.get(device);
        if (known == null) {
            known = new Device(device, staffId, 0, false);
            fresh = known;
        }
        return known;
    }

    @Override
    public Optional<StaffAccess> staff(UUID staffId) {
        store.between.at("hold rights");
        store.lock(this, "staff " + staffId, true);
        return state.staff(staffId, state.tick());
    }

    @Override
    public List<Applied> applied(UUID device, Collection<UUID> opIds, long fromSeq, long toSeq) {
        store.between.at("known operations");
        return state.applied.values()
                .stream()
                .map(Answered::applied)
                .filter(a -> opIds.contains(a.opId()) || a.deviceId().equals(device) && a.clientSeq() >= fromSeq && a.clientSeq() <= toSeq)
                .map(a -> new Applied(a.opId(), a.deviceId(), a.clientSeq(), a.requestHash(), a.outcome(), null))
                .toList();
    }

    @Override
    public Map<EntityKey, Entity> lock(SortedSet<EntityKey> keys) {
        store.between.at("lock documents");
        for (EntityKey key : keys) {
            if (state.versions.containsKey(key)) {
                store.lock(this, key, false);
            }
            if (key.type().equals(DocumentType.STAFF.name()) && state.staff.containsKey(key.id())) {
                store.lock(this, "staff " + key.id(), false);
            }
        }
        return read(keys);
    }

    @Override
    public Map<EntityKey, Entity> read(Collection<EntityKey> keys) {
        Map<EntityKey, Entity> found = new HashMap<>();
        for (EntityKey key : keys) {
            state.entity(key, state.tick()).ifPresent(stored -> found.put(key, stored.entity()));
        }
        return found;
    }

    @Override
    public Set<EntityKey> documentsOf(Collection<UUID> cases) {
        store.between.at("documents of cases");
        Set<EntityKey> keys = new HashSet<>();
        for (EntityKey key : state.versions.keySet()) {
            state.entity(key, state.tick()).map(stored -> stored.entity().caseId()).filter(cases::contains).ifPresent(_ -> keys.add(key));
        }
        return keys;
    }

    @Override
    public Set<UUID> guarded(Collection<UUID> cases) {
        Set<UUID> guarded = new HashSet<>(cases);
        guarded.removeIf(caseId -> !state.guarded(caseId, state.tick()));
        return guarded;
    }

    @Override
    public Withdrawn withdrawn(UUID staffId) {
        Set<UUID> units = new HashSet<>();
        Set<UUID> cases = new HashSet<>();
        for (Changed changed : state.access) {
            AccessChange change = changed.change();
            if (change.staffId().equals(staffId) && change.kind() != AccessChange.Kind.GAINED) {
                Optional.ofNullable(change.unitId()).ifPresentOrElse(units::add, () -> cases.add(change.caseId()));
            }
        }
        return new Withdrawn(units, cases);
    }

    @Override
    public Set<EntityKey> left(Collection<UUID> units, Collection<EntityKey> keys) {
        Set<EntityKey> left = new HashSet<>();
        for (Logged logged : state.log) {
            FeedRow row = logged.row();
            boolean leaves = row.kind() == FeedKind.LEAVE || row.kind() == FeedKind.ACCESS;
            if (leaves && row.onlyFor() == null && units.contains(row.unitId()) && keys.contains(row.key())) {
                left.add(row.key());
            }
        }
        return left;
    }

    @Override
    public Map<UUID, byte[]> leaseKeys(UUID device) {
        Map<UUID, byte[]> keys = new HashMap<>();
        state.leaseKeys.forEach((lent, key) -> {
            if (lent.device().equals(device)) {
                keys.put(lent.unitId(), key);
            }
        });
        return keys;
    }

    @Override
    public void giveLeaseKey(UUID device, UUID unitId, byte[] key, Instant at) {
        atEnd.add(() -> state.leaseKeys.put(new Lent(device, unitId), key));
    }

    @Override
    public void purged(UUID device, UUID unitId, long seq, Instant at) {
        atEnd.add(() -> state.purged.merge(new Lent(device, unitId), seq, Math::max));
    }

    /** Nothing is signed in this world. */
    @Override
    public void checkpoint(Checkpoint signed) {
        throw new IllegalStateException("nothing is signed here");
    }

    @Override
    public List<Version> versionsFrom(Map<EntityKey, Long> from) {
        store.between.at("versions");
        List<Version> versions = new ArrayList<>();
        from.keySet().stream().sorted().forEach(key -> {
            for (Stored stored : state.versions.getOrDefault(key, List.of())) {
                if (stored.entity().version() >= from.get(key)) {
                    versions.add(new Version(key, stored.entity().version(), stored.device(), stored.entity().body(), stored.at()));
                }
            }
        });
        return versions;
    }

    @Override
    public List<OpenConflict> openConflicts(UUID device, Collection<EntityKey> about) {
        store.between.at("open conflicts");
        List<OpenConflict> open = new ArrayList<>();
        for (EntityKey key : about) {
            UUID conflict = state.openConflicts.get(new About(key, device));
            if (conflict != null) {
                open.add(new OpenConflict(key, device, conflict));
            }
        }
        return open;
    }

    @Override
    public Head head() {
        HeadAt now = state.head(state.tick());
        return new Head(state.epoch, now.seq(), now.chainHash(), state.floor, state.rights(state.tick()), null);
    }

    @Override
    public Head nextHead() {
        store.between.at("before number");
        store.lock(this, HEAD, false);
        HeadAt now = state.head(state.tick());
        return new Head(state.epoch, now.seq() + 1, now.chainHash(), state.floor, state.rights(state.tick()), null);
    }

    @Override
    public void write(Commit commit, Head head) {
        store.between.at("write");
        for (Effect effect : commit.effects()) {
            // what PostgreSQL's json cannot hold
            if (effect.after().body().toString().contains("\\u0000")) {
                throw new Unstorable("22P05");
            }
        }
        for (Entity entity : commit.last()) {
            if (!commit.before().containsKey(entity.key()) && state.versions.containsKey(entity.key())) {
                throw new MemoryStore.MadeTwice();
            }
        }
        for (Applied applied : commit.applied()) {
            if (state.applied.containsKey(applied.opId())) {
                throw new MemoryStore.MadeTwice();
            }
        }
        this.commit = commit;
        this.head = head;
    }

    /** Commits. */
    void end() {
        store.between.at("before commit");
        store.beforeCommit.run();
        if (store.state != state) {
            throw new SimCentral.Died();
        }
        if (fresh != null) {
            state.devices.put(fresh.id(), fresh);
        }
        atEnd.forEach(Runnable::run);
        if (commit != null && head != null) {
            append(commit, head);
            store.afterCommit.accept(commit);
        }
    }

    private void append(Commit commit, Head head) {
        long tick = state.tick() + 1;
        long seq = head.seq();
        if (commit.changesRights()) {
            state.rights.put(tick, seq);
        }
        for (Effect effect : commit.effects()) {
            state.versions.computeIfAbsent(effect.after().key(), _ -> new ArrayList<>())
                    .add(new Stored(tick, seq, commit.at(), effect.after(), effect.deviceId(), effect.opId()));
        }
        int ord = 0;
        for (FeedRow row : commit.feed()) {
            state.log.add(new Logged(tick, seq, ord++, row));
        }
        List<AuditRow> audit = commit.audit(seq, state.head(state.tick()).chainHash());
        audit.forEach(row -> state.audit.add(new Audited(seq, row)));
        commit.applied().forEach(a -> state.applied.put(a.opId(), new Answered(seq, a)));
        state.openConflicts.values().removeAll(commit.closedConflicts());
        commit.opened().forEach(o -> state.openConflicts.put(new About(o.about(), o.deviceId()), o.conflictId()));
        Device device = commit.device() == null ? null : state.devices.get(commit.device());
        if (device != null) {
            state.devices.put(device.id(), new Device(device.id(), device.staffId(), commit.lastClientSeq(), device.revoked()));
        }
        for (Entity entity : commit.last()) {
            if (entity.key().type().equals(DocumentType.STAFF.name())) {
                Staff staff = (Staff) DocumentJson.read(DocumentType.STAFF, entity.body());
                state.staff.computeIfAbsent(staff.id(), _ -> new ArrayList<>())
                        .add(new Registered(tick, staff.subject(), StaffAccess.of(staff)));
            }
        }
        for (AccessChange change : commit.consequences().access()) {
            state.access.add(new Changed(tick, seq, change));
            if (change.kind() == AccessChange.Kind.LOST) {
                state.leaseKeys.keySet()
                        .removeIf(lent -> lent.unitId().equals(change.unitId())
                                && state.devices.get(lent.device()).staffId().equals(change.staffId()));
            }
        }
        commit.consequences()
                .guards()
                .forEach((caseId, is) -> state.guards.computeIfAbsent(caseId, _ -> new ArrayList<>()).add(new Guarded(tick, is)));
        HeadAt before = state.head(state.tick());
        state.heads.add(new HeadAt(Math.max(before.seq(), seq), audit.isEmpty() ? before.chainHash() : audit.getLast().hash()));
    }
}
