package se.trepart.local.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import se.trepart.local.Sample;
import se.trepart.model.Document;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Operation;
import se.trepart.wire.Patch;
import se.trepart.wire.Problem;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The network's other end for one workstation: keeps the protocol, remembers all it is sent, and fails when told to. It merges nothing. */
public class CentralInMemory implements Transport {

    /** When a fault strikes. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    private record Stored(Entry entry, boolean live) {}

    public UUID epoch = Sample.IDS.get();
    public final List<PushRequest> pushes = new CopyOnWriteArrayList<>();
    public final List<String> calls = new CopyOnWriteArrayList<>();
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

    public static TransportProblem problem(SyncStatus.Problem kind, String code) {
        return new TransportProblem(kind, new Problem(code, "", null));
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
        if (result == Result.CONFLICT || result == Result.REJECTED) {
            return new Outcome(operation.opId(), result, 0, null, "said so");
        }
        Stored before = entities.get(operation.id());
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
        return new ChangesPage(epoch, since, to, log.size(), new ChangesPage.Chain(to, "00", null), entries, revoked, to < log.size());
    }

    @Override
    public synchronized BootstrapPage bootstrap(@Nullable String token, int limit) {
        calls.add("bootstrap " + token);
        if (!pullFaults.isEmpty()) {
            throw pullFaults.poll();
        }
        List<Entry> live = entities.values().stream().filter(Stored::live).map(Stored::entry).toList();
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(live.size(), from + Math.min(limit, pageSize));
        return new BootstrapPage(epoch, log.size(), log.size(), live.subList(from, to), to == live.size() ? null : String.valueOf(to));
    }
}
