package se.trepart.central.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.audit.AuditChain;
import se.trepart.central.sync.CentralStore.Applied;
import se.trepart.central.sync.CentralStore.Device;
import se.trepart.central.sync.CentralStore.Head;
import se.trepart.central.sync.CentralStore.Unstorable;
import se.trepart.central.sync.CentralStore.Version;
import se.trepart.central.sync.CentralStore.Writing;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Staff;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.ChangesPage.SigningKey;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Fields;
import se.trepart.wire.Json;
import se.trepart.wire.Me;
import se.trepart.wire.Operation;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushRequest;
import se.trepart.wire.Upcasters;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sync itself (synkronisering), whatever carries its requests and whatever stores its documents: operations in, in one serial order,
 * and the feed out.
 */
public final class SyncService {

    /** The author of what the store's own administration writes. */
    public static final UUID STORE = new UUID(0, 0);
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private static final int IMPORT_CHUNK = 500;
    /** Kinds that say where a whole case lies and who sees it. */
    private static final Set<DocumentType> WHOLE = EnumSet.of(DocumentType.HOUSEHOLD, DocumentType.CASE_FILE);

    /** What a batch came to: the workstation's last number and an outcome for every operation sent. */
    private record Pushed(long last, List<Outcome> outcomes) {}

    private final CentralStore store;
    private final Wakeups wakeups;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final @Nullable SigningKey signing;
    private final SharedPages shared = new SharedPages();

    /** One that signs nothing. */
    public SyncService(CentralStore store, Wakeups wakeups, InstantSource clock, Supplier<UUID> ids) {
        this(store, wakeups, clock, ids, null);
    }

    /**
     * @param ids new ids, ordered by time
     * @param signing what workstations verify the chain's checkpoints with; never out of the database, whose owner
     *     it is to be verified against. Null when nothing is signed
     */
    public SyncService(CentralStore store, Wakeups wakeups, InstantSource clock, Supplier<UUID> ids, @Nullable SigningKey signing) {
        this.signing = signing;
        this.store = store;
        this.wakeups = wakeups;
        this.clock = clock;
        this.ids = ids;
    }

    /** @throws Refusal when nothing of the request could be taken */
    public PushReply push(Caller caller, PushRequest request) {
        if (!request.operations().stream().allMatch(SyncService::complete)) {
            throw new Refusal("malformed", "an operation lacks a part");
        }
        List<List<Operation>> intents = intents(request.operations());
        boolean tooLarge = request.operations().size() > Protocol.MAX_OPERATIONS;
        if (tooLarge && intents.size() > 1) {
            throw new Refusal("too_large", "at most " + Protocol.MAX_OPERATIONS + " operations");
        }
        // what belongs together and cannot be halved must not stand in the way of what comes after it
        Pushed pushed = tooLarge
                ? store.write(tx -> once(tx, caller, request.epoch(), intents, "too_large_intent"))
                : push(caller, request.epoch(), intents);
        return new PushReply(request.epoch(), pushed.last, pushed.outcomes);
    }

    /** The caller's own entry in the staff register. */
    public Me me(Caller caller) {
        EntityKey key = new EntityKey(DocumentType.STAFF.name(), caller.staffId());
        for (Entry entry : store.read(snapshot -> snapshot.current(Set.of(key)))) {
            JsonNode body = entry.body();
            if (body != null) {
                return new Me((Staff) DocumentJson.read(DocumentType.STAFF, body));
            }
        }
        throw new Refusal("not_allowed", "not in the staff register");
    }

    /** A page, and the units that it was looked for in. */
    private record Looked(ChangesPage page, Set<UUID> units) {}

    /** What is new after the cursor; waits for something when there is nothing. */
    public ChangesPage changes(Caller caller, @Nullable UUID epoch, long since, int limit, Duration wait) {
        Looked now = look(caller, epoch, since, limit);
        if (!wait.isPositive() || news(now.page)) {
            return now.page;
        }
        Instant until = clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        try (Wakeups.Waiting waiting = wakeups.listen(now.units)) {
            // what came before listening had begun woke nobody
            ChangesPage page = store.seq() == now.page.head() ? now.page : look(caller, epoch, since, limit).page;
            for (Duration left = left(until); !news(page) && left.isPositive() && waiting.await(left); left = left(until)) {
                page = look(caller, epoch, since, limit).page;
            }
            return page;
        }
    }

    private Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    private Looked look(Caller caller, @Nullable UUID epoch, long since, int limit) {
        return store.readAs(caller.staffId(), snapshot -> {
            Pull pull = new Pull(snapshot, caller.staffId());
            return new Looked(pull.changes(epoch, since, limit, signing, shared), pull.units());
        });
    }

    private static boolean news(ChangesPage page) {
        return !page.entries().isEmpty() || !page.revokes().isEmpty() || page.more();
    }

    public BootstrapPage bootstrap(Caller caller, @Nullable String token, int limit) {
        return store.readAs(caller.staffId(), snapshot -> new Pull(snapshot, caller.staffId()).bootstrap(token, limit));
    }

    /**
     * Writes whole documents in the store's own name, through the same transaction as everything else. What is there already and equal is
     * left alone; what differs becomes a new version.
     *
     * @return how many were written
     */
    public int importDocuments(Collection<? extends Document> documents) {
        List<Document> all = new ArrayList<>(documents);
        all.sort(Comparator.comparing(document -> document.documentType() != DocumentType.STAFF));
        int written = 0;
        for (int from = 0; from < all.size(); from += IMPORT_CHUNK) {
            List<Document> chunk = all.subList(from, Math.min(from + IMPORT_CHUNK, all.size()));
            written += store.write(tx -> importChunk(tx, chunk));
        }
        return written;
    }

    private int importChunk(Writing tx, List<Document> chunk) {
        SortedSet<EntityKey> keys = new TreeSet<>();
        Set<UUID> whole = new HashSet<>();
        for (Document document : chunk) {
            EntityKey key = new EntityKey(document.documentType().name(), document.id());
            keys.add(key);
            if (document.caseId() != null && WHOLE.contains(document.documentType())) {
                whole.add(document.caseId());
            } else if (document instanceof Staff staff) {
                whole.addAll(staff.protectedCases());
                Optional.ofNullable(tx.read(Set.of(key)).get(key)).map(Workplace::named).ifPresent(whole::addAll);
            } else if (document.caseId() != null) {
                keys.add(Standing.caseFile(document.caseId()));
            }
        }
        Map<EntityKey, Entity> before = Workplace.lock(tx, keys, whole);
        Draft draft = new Draft(before, Map.of());
        for (Document document : chunk) {
            JsonNode body = DocumentJson.write(document);
            Entity current = draft.find(new EntityKey(document.documentType().name(), document.id())).orElse(null);
            if (current == null) {
                draft.put(new Effect(Entity.first(document, body, STORE), null, null));
            } else if (current.deleted() || !current.fields().equals(Fields.of(body))) {
                Entity next = current.next(document, body, STORE);
                draft.put(new Effect(next, null, null));
                if (document.documentType() == DocumentType.CASE_FILE) {
                    draft.bringTogether(next, STORE, null);
                }
            }
        }
        Consequences consequences = Consequences.of(draft, before, whole.isEmpty() ? Set.of() : tx.guarded(whole));
        commit(tx, new Commit(clock.instant(), draft.effects(), before, null, 0, List.of(), List.of(), List.of(), consequences));
        return draft.effects().size();
    }

    /** One transaction if it can be; when the content of some operation cannot be stored, by halves until only that one is rejected. */
    private Pushed push(Caller caller, UUID epoch, List<List<Operation>> intents) {
        try {
            return store.write(tx -> once(tx, caller, epoch, intents, null));
        } catch (Unstorable _) {
            if (intents.size() == 1) {
                return store.write(tx -> once(tx, caller, epoch, intents, "unstorable"));
            }
            Pushed first = push(caller, epoch, intents.subList(0, intents.size() / 2));
            Pushed second = push(caller, epoch, intents.subList(intents.size() / 2, intents.size()));
            return new Pushed(second.last, Stream.concat(first.outcomes.stream(), second.outcomes.stream()).toList());
        }
    }

    private Pushed once(Writing tx, Caller caller, UUID epoch, List<List<Operation>> intents, @Nullable String rejected) {
        StaffAccess staff = hold(tx, caller);
        Device device = own(tx, caller);
        Head head = tx.head();
        if (!head.epoch().equals(epoch)) {
            throw new Refusal(new Problem("unknown_epoch", "the store was restored; send again from the expected number",
                    device.lastClientSeq() + 1, head.epoch()));
        }
        List<Operation> sent = intents.stream().flatMap(List::stream).toList();
        Map<UUID, Applied> known = known(tx, device, sent);
        List<List<Operation>> fresh = fresh(intents, known, device.lastClientSeq());
        List<Operation> operations = fresh.stream().flatMap(List::stream).map(SyncService::upcast).toList();

        Push push = prepare(tx, staff, device.id(), rejected == null ? operations : List.of());
        intents(operations).forEach(rejected == null ? push::apply : intent -> push.reject(intent, rejected));
        Naming.nameHandlers(tx, push, caller.staffId());
        Consequences consequences = push.consequences();
        Map<UUID, Outcome> made = push.outcomes().stream().collect(Collectors.toMap(Outcome::opId, Function.identity()));
        List<Applied> applied = fresh.stream()
                .flatMap(List::stream)
                .map(operation -> applied(device.id(), operation, made.get(operation.opId())))
                .toList();
        long last = operations.isEmpty() ? device.lastClientSeq() : operations.getLast().clientSeq();
        commit(tx, new Commit(clock.instant(), push.effects(), push.before(), device.id(), last, applied, push.opened(),
                push.closedConflicts(), consequences));
        return new Pushed(last, sent.stream().map(operation -> outcome(made.get(operation.opId()), known.get(operation.opId()))).toList());
    }

    /** The caller's rights as of now, which nobody changes before the transaction has ended, on a workstation that is theirs. */
    static StaffAccess holdOwner(Writing tx, Caller caller) {
        StaffAccess staff = hold(tx, caller);
        own(tx, caller);
        return staff;
    }

    private static StaffAccess hold(Writing tx, Caller caller) {
        return tx.staff(caller.staffId())
                .filter(StaffAccess::active)
                .orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
    }

    private static Device own(Writing tx, Caller caller) {
        Device device = tx.lockDevice(caller.device(), caller.staffId());
        if (device.revoked() || !device.staffId().equals(caller.staffId())) {
            throw new Refusal("not_allowed", "the workstation is not yours");
        }
        return device;
    }

    private static Outcome outcome(@Nullable Outcome made, @Nullable Applied stored) {
        return made != null ? made : Json.MAPPER.treeToValue(Objects.requireNonNull(stored).outcome(), Outcome.class);
    }

    /** What has been answered before. An operation that comes again must be the very same. */
    private static Map<UUID, Applied> known(Writing tx, Device device, List<Operation> sent) {
        if (sent.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Applied> known = new HashMap<>();
        Map<Long, Applied> bySeq = new HashMap<>();
        for (Applied applied : tx.applied(device.id(), sent.stream().map(Operation::opId).toList(), sent.getFirst().clientSeq(),
                sent.getLast().clientSeq())) {
            known.put(applied.opId(), applied);
            if (applied.deviceId().equals(device.id())) {
                bySeq.put(applied.clientSeq(), applied);
            }
        }
        for (Operation operation : sent) {
            Applied same = known.get(operation.opId());
            if (same == null && operation.clientSeq() <= device.lastClientSeq() || same != null
                    && (!Arrays.equals(same.requestHash(), hash(operation)) || !same.equals(bySeq.get(operation.clientSeq())))) {
                throw new Refusal("replay_differs", "operation " + operation.clientSeq() + " came before with other content");
            }
        }
        return known;
    }

    private static List<List<Operation>> fresh(List<List<Operation>> intents, Map<UUID, Applied> known, long last) {
        List<List<Operation>> fresh = new ArrayList<>();
        long expected = last + 1;
        for (List<Operation> intent : intents) {
            List<Operation> unseen = intent.stream().filter(operation -> !known.containsKey(operation.opId())).toList();
            for (Operation operation : unseen) {
                if (operation.clientSeq() != expected) {
                    throw new Refusal(new Problem("out_of_order", "operations come in order, none left out", expected));
                }
                expected++;
            }
            if (!unseen.isEmpty()) {
                fresh.add(unseen);
            }
        }
        return fresh;
    }

    private Push prepare(Writing tx, StaffAccess staff, UUID device, List<Operation> operations) {
        Workplace workplace = Workplace.lock(tx, device, operations);
        Map<EntityKey, Entity> before = workplace.before();
        Map<EntityKey, Long> from = new HashMap<>();
        for (Operation operation : operations) {
            Entity entity = before.get(new EntityKey(operation.type(), operation.id()));
            if (entity != null && operation.baseVersion() < entity.version() && operation.kind() != Operation.Kind.CREATE) {
                from.merge(entity.key(), Math.max(1, operation.baseVersion()), Math::min);
            }
        }
        List<Version> versions = from.isEmpty() ? List.of() : tx.versionsFrom(from);
        return new Push(workplace.standing(tx, staff, operations), device, clock.instant(), ids, workplace, versions);
    }

    private static void commit(Writing tx, Commit commit) {
        if (!commit.isEmpty()) {
            tx.write(commit, tx.nextHead());
        }
    }

    private static Applied applied(UUID device, Operation operation, @Nullable Outcome outcome) {
        Outcome what = Objects.requireNonNull(outcome);
        // nothing else holds what a rejected operation wanted
        JsonNode kept = what.result() == PushReply.Result.REJECTED ? Json.MAPPER.valueToTree(operation) : null;
        return new Applied(operation.opId(), device, operation.clientSeq(), hash(operation), Json.MAPPER.valueToTree(what), kept);
    }

    private static byte[] hash(Operation operation) {
        return AuditChain.hash(Json.canonical(Json.MAPPER.valueToTree(operation)));
    }

    private static Operation upcast(Operation operation) {
        try {
            return Upcasters.CURRENT.bringForward(operation);
        } catch (Upcasters.NewerSchema e) {
            throw new Refusal("newer_schema", "the store must be upgraded first");
        }
    }

    /** JSON may leave out what the record says is always there. */
    private static boolean complete(@Nullable Operation operation) {
        return operation != null
                && Stream
                        .<@Nullable Object>of(operation.opId(), operation.intentId(), operation.type(), operation.id(), operation.kind(),
                                operation.clientTime())
                        .noneMatch(Objects::isNull)
                && operation.patch().values().stream().noneMatch(Objects::isNull);
    }

    /** Operations that belong together stand together. */
    private static List<List<Operation>> intents(List<Operation> operations) {
        List<List<Operation>> intents = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (Operation operation : operations) {
            if (intents.isEmpty() || !intents.getLast().getFirst().intentId().equals(operation.intentId())) {
                intents.add(new ArrayList<>());
            }
            intents.getLast().add(operation);
            if (!ids.add(operation.opId())) {
                throw new Refusal("malformed", "the same operation twice");
            }
        }
        return intents;
    }
}
