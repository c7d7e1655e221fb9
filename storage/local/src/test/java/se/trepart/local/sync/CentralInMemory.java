package se.trepart.local.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

import se.trepart.local.Sample;
import se.trepart.model.Document;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.Checkpoint;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Entry;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.InventoryReply.RowVersion;
import se.trepart.wire.InventoryReply.UnitRows;
import se.trepart.wire.Json;
import se.trepart.wire.Leases;
import se.trepart.wire.Operation;
import se.trepart.wire.Patch;
import se.trepart.wire.Problem;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Snapshots;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The network's other end for one workstation: keeps the protocol, remembers all it is sent, and fails when told to. It merges nothing. */
public class CentralInMemory extends FilesInMemory {

    /** When a fault strikes. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    private record Stored(Entry entry, boolean live) {}

    public UUID epoch = Sample.IDS.get();
    public final List<PushRequest> pushes = new CopyOnWriteArrayList<>();
    public final Map<UUID, Outcome> applied = new LinkedHashMap<>();
    public final Deque<Map.Entry<Moment, TransportProblem>> pushFaults = new ArrayDeque<>();
    public final Deque<TransportProblem> pullFaults = new ArrayDeque<>();
    public final Map<UUID, Result> verdicts = new HashMap<>();
    public final List<UUID> revokes = new ArrayList<>();
    public int maxOperations = 500;
    public int pageSize = 1000;
    private final Map<UUID, Stored> entities = new LinkedHashMap<>();
    private final List<Entry> log = new ArrayList<>();
    private long lastClientSeq;
    private long floor;

    /** What was asked, but for the questions that each round may ask by the way. */
    public List<String> work() {
        return calls.stream().filter(call -> !List.of("leases", "snapshots", "inventory").contains(call)).toList();
    }

    /** Somebody else writes a document. */
    public synchronized void put(Document document) {
        write(document.documentType().name(), document.id(), document.unitId(), document.caseId(), Entry.Kind.PUT,
                DocumentJson.write(document));
    }

    public synchronized long write(String type, UUID id, UUID unit, @Nullable UUID caseId, Entry.Kind kind, @Nullable JsonNode body) {
        Stored before = entities.get(id);
        long version = before == null ? 1 : before.entry.version() + 1;
        Entry entry = new Entry(log.size() + 1, type, id, unit, caseId, version, kind, body);
        log.add(entry);
        entities.put(id, new Stored(entry, kind == Entry.Kind.PUT));
        notifyAll();
        return version;
    }

    public synchronized @Nullable JsonNode body(UUID id) {
        return entities.get(id) == null ? null : entities.get(id).entry.body();
    }

    /** Everything there is or has been. */
    public synchronized List<Entry> entries() {
        return List.copyOf(log);
    }

    /** The caller does not see it any more, and by some fault was never told. */
    public synchronized void hide(UUID id) {
        entities.remove(id);
    }

    /** The next to push is a workstation that has pushed nothing. */
    public synchronized void newDevice() {
        lastClientSeq = 0;
    }

    /** As after a restore from a backup that was made before everything. */
    public synchronized void loseEverything() {
        epoch = Sample.IDS.get();
        lastClientSeq = 0;
        applied.clear();
        entities.clear();
        log.clear();
    }

    /** As a copy of the central store that lacks the last transactions, under the same epoch. */
    public synchronized void forgetTheLast(int transactions) {
        log.subList(log.size() - transactions, log.size()).clear();
    }

    /** As for a caller who does not see the unit. */
    public synchronized void removeUnit(UUID unit) {
        entities.values().removeIf(stored -> stored.entry.unitId().equals(unit));
        log.removeIf(entry -> entry.unitId().equals(unit));
        while (log.size() < floor + 1) {
            log.add(new Entry(log.size() + 1L, "NOTHING", Sample.IDS.get(), unit, null, 1, Entry.Kind.LEAVE, null));
        }
    }

    /** As after a restore from a backup that was made when this many operations had come. */
    public synchronized void restoreTo(long clientSeq) {
        epoch = Sample.IDS.get();
        lastClientSeq = clientSeq;
        List<Operation> lost = pushes.stream()
                .flatMap(push -> push.operations().stream())
                .filter(op -> op.clientSeq() > clientSeq)
                .toList();
        lost.forEach(operation -> {
            applied.remove(operation.opId());
            entities.remove(operation.id());
            log.removeIf(entry -> entry.id().equals(operation.id()));
        });
    }

    /** Cursors older than now are no longer served. */
    public synchronized void forgetTheLog() {
        floor = log.size() + 1L;
        log.add(new Entry(floor, "NOTHING", Sample.IDS.get(), Sample.UNIT, null, 1, Entry.Kind.LEAVE, null));
    }

    @Override
    public synchronized PushReply push(PushRequest request) {
        calls.add("push");
        var fault = pushFaults.poll();
        if (fault != null && fault.getKey() == Moment.BEFORE) {
            throw fault.getValue();
        }
        if (!request.epoch().equals(epoch)) {
            throw new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("unknown_epoch", "", lastClientSeq + 1, epoch));
        }
        if (request.operations().size() > maxOperations) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "too_large");
        }
        pushes.add(request);
        List<Outcome> outcomes = new ArrayList<>();
        for (Operation operation : request.operations()) {
            if (operation.clientSeq() > lastClientSeq + 1) {
                throw new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("out_of_order", "", lastClientSeq + 1));
            }
            boolean replayed = operation.clientSeq() <= lastClientSeq && !applied.containsKey(operation.opId());
            if (replayed) {
                throw problem(SyncStatus.Problem.UNEXPECTED, "replay_differs");
            }
            outcomes.add(applied.computeIfAbsent(operation.opId(), _ -> apply(operation)));
            lastClientSeq = Math.max(lastClientSeq, operation.clientSeq());
        }
        if (fault != null) {
            throw fault.getValue();
        }
        return new PushReply(epoch, lastClientSeq, outcomes);
    }

    private Outcome apply(Operation operation) {
        Result result = verdicts.getOrDefault(operation.id(), Result.APPLIED);
        if (result != Result.APPLIED && result != Result.MERGED) {
            return new Outcome(operation.opId(), result, 0, null, "said so");
        }
        Stored before = entities.get(operation.id());
        if (before == null && operation.body() == null) {
            return new Outcome(operation.opId(), Result.REJECTED, 0, null, "unknown_document");
        }
        JsonNode body = operation.body() != null
                ? operation.body()
                : Patch.apply(java.util.Objects.requireNonNull(before.entry.body()), operation.patch());
        UUID unit = before == null ? operation.unitId() : before.entry.unitId();
        UUID caseId = before == null ? operation.caseId() : before.entry.caseId();
        return new Outcome(operation.opId(), result,
                write(operation.type(), operation.id(), java.util.Objects.requireNonNull(unit), caseId, Entry.Kind.PUT, body), null, "");
    }

    @Override
    public synchronized ChangesPage changes(@Nullable UUID asked, long since, int limit, int waitSeconds) {
        calls.add(waitSeconds > 0 ? "poll" : "pull");
        for (long until = System.nanoTime() + waitSeconds * 1_000_000_000L; log.size() <= since && System.nanoTime() < until;) {
            try {
                wait(100);
            } catch (InterruptedException cancelled) {
                throw problem(SyncStatus.Problem.NO_NETWORK, "cancelled");
            }
        }
        if (!pullFaults.isEmpty()) {
            throw pullFaults.poll();
        }
        if (asked != null && !asked.equals(epoch)) {
            throw new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("unknown_epoch", "", null, epoch));
        }
        if (since > 0 && since < floor) {
            throw problem(SyncStatus.Problem.UNEXPECTED, "resync_required");
        }
        List<Entry> entries = log.stream().filter(entry -> entry.commitSeq() > since).limit(Math.min(limit, pageSize)).toList();
        long to = entries.isEmpty() ? Math.max(since, log.size()) : entries.getLast().commitSeq();
        List<UUID> revoked = List.copyOf(revokes);
        revokes.clear();
        return new ChangesPage(epoch, since, to, log.size(), new ChangesPage.Chain(log.size(), chainHash, checkpoint, signing), entries,
                revoked, to < log.size());
    }

    @Override
    public synchronized BootstrapPage bootstrap(@Nullable String token, int limit, boolean onlyProtected) {
        calls.add((onlyProtected ? "protected " : "bootstrap ") + token);
        if (!pullFaults.isEmpty()) {
            throw pullFaults.poll();
        }
        List<Entry> live = entities.values().stream().filter(Stored::live).map(Stored::entry).filter(e -> !onlyProtected).toList();
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(live.size(), from + Math.min(limit, pageSize));
        return new BootstrapPage(epoch, log.size(), log.size(), live.subList(from, to), to == live.size() ? null : String.valueOf(to));
    }

    /** lent by {@link #lease}; before the first this is a central store that knows nothing of keys */
    public final Map<UUID, Leases.Lease> lent = new LinkedHashMap<>();
    public Instant now = Instant.parse("2026-11-02T09:00:00Z");
    public final List<Purged> purged = new CopyOnWriteArrayList<>();
    public final Deque<TransportProblem> purgedFaults = new ArrayDeque<>();
    public final List<Inventory> inventories = new CopyOnWriteArrayList<>();
    public final Map<UUID, Snapshots.SnapshotFile> snapshotInfos = new LinkedHashMap<>();
    public volatile @Nullable UUID device;
    public String chainHash = "00";
    public @Nullable Checkpoint checkpoint;
    public ChangesPage.@Nullable SigningKey signing;

    /** From now on the unit's key is lent for this long at each asking. */
    public synchronized void lease(UUID unit, Duration time, int key) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) key);
        lent.put(unit, new Leases.Lease(unit, bytes, Instant.EPOCH.plus(time)));
    }

    @Override
    public synchronized void actAs(UUID device) {
        if (this.device != null && !this.device.equals(device)) {
            newDevice();
        }
        this.device = device;
    }

    @Override
    public synchronized Leases leases() {
        calls.add("leases");
        if (lent.isEmpty()) {
            throw unknownQuestion();
        }
        return new Leases(now,
                lent.values()
                        .stream()
                        .map(l -> new Leases.Lease(l.unitId(), l.key(), now.plus(Duration.between(Instant.EPOCH, l.until()))))
                        .toList());
    }

    @Override
    public synchronized void purged(Purged done) {
        calls.add("purged");
        if (!purgedFaults.isEmpty()) {
            throw purgedFaults.poll();
        }
        purged.add(done);
    }

    @Override
    public synchronized InventoryReply inventory(Inventory inventory) {
        calls.add("inventory");
        inventories.add(inventory);
        Map<UUID, List<RowVersion>> rows = new LinkedHashMap<>();
        entities.values()
                .stream()
                .filter(Stored::live)
                .map(Stored::entry)
                .forEach(e -> rows.computeIfAbsent(e.unitId(), _ -> new ArrayList<>()).add(new RowVersion(e.type(), e.id(), e.version())));
        inventory.units().forEach(unit -> rows.putIfAbsent(unit.unitId(), List.of()));
        if (inventory.cursor() != log.size()) {
            return new InventoryReply(List.of());
        }
        return new InventoryReply(rows.entrySet()
                .stream()
                .filter(unit -> inventory.units()
                        .stream()
                        .noneMatch(said -> said.unitId().equals(unit.getKey()) && said.count() == unit.getValue().size() && said.sum()
                                .equals(Inventory.hex(
                                        unit.getValue().stream().mapToLong(r -> Inventory.weight(r.type(), r.id(), r.version())).sum()))))
                .map(unit -> new UnitRows(unit.getKey(), unit.getValue()))
                .toList());
    }

    @Override
    public synchronized DocumentsReply documents(DocumentsRequest request) {
        calls.add("documents " + request.keys().size());
        return new DocumentsReply(request.keys().stream().map(key -> {
            Stored stored = entities.get(key.id());
            return stored == null ? new Entry(0, key.type(), key.id(), Sample.UNIT, null, 0, Entry.Kind.LEAVE, null) : stored.entry;
        }).toList());
    }

    /** Makes snapshots of all units as they are now. */
    public synchronized void makeSnapshots() throws IOException {
        snapshotFiles.clear();
        Map<UUID, List<Entry>> units = new LinkedHashMap<>();
        entities.values()
                .stream()
                .filter(Stored::live)
                .map(Stored::entry)
                .forEach(e -> units.computeIfAbsent(e.unitId(), _ -> new ArrayList<>()).add(e));
        for (var unit : units.entrySet()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(file)) {
                for (Entry entry : unit.getValue()) {
                    out.write(Json.MAPPER.writeValueAsBytes(entry));
                    out.write('\n');
                }
            }
            snapshotFiles.put(unit.getKey(), file.toByteArray());
            snapshotInfos.put(unit.getKey(),
                    new Snapshots.SnapshotFile(unit.getKey(), log.size(), unit.getValue().size(), file.size(), sha256(file.toByteArray())));
        }
    }

    @Override
    public synchronized Snapshots snapshots() {
        calls.add("snapshots");
        if (snapshotInfos.isEmpty()) {
            throw unknownQuestion();
        }
        return new Snapshots(epoch, List.copyOf(snapshotInfos.values()));
    }
}
