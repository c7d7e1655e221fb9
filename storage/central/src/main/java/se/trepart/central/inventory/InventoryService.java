package se.trepart.central.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.Visibility;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.CentralStore.Live;
import se.trepart.central.sync.CentralStore.Reading;
import se.trepart.central.sync.EntityKey;
import se.trepart.central.sync.Refusal;
import se.trepart.model.access.Unit;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Entry;
import se.trepart.wire.Inventory;
import se.trepart.wire.Inventory.UnitCount;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.InventoryReply.RowVersion;
import se.trepart.wire.InventoryReply.UnitRows;
import se.trepart.wire.Protocol;

/** Finds where a workstation's copy differs from the store (inventering), and hands out what it needs to be whole again. */
public final class InventoryService {

    private static final InventoryReply NOTHING = new InventoryReply(List.of());

    private final CentralStore store;

    public InventoryService(CentralStore store) {
        this.store = store;
    }

    /**
     * The units that differ, with all that the caller may hold of them; of a unit that is not the caller's, nothing. Empty too when
     * something has come after the caller's cursor: then a difference says nothing yet.
     */
    public InventoryReply compare(Caller caller, Inventory held) {
        if (held.units().stream().anyMatch(unit -> unit == null || unit.unitId() == null || unit.sum() == null)) {
            throw new Refusal("malformed", "a unit lacks a part");
        }
        return store.readAs(caller.staffId(), snapshot -> {
            Set<UUID> readable = Visibility.of(access(snapshot, caller)).units();
            if (moved(snapshot, caller, held.cursor(), readable)) {
                return NOTHING;
            }
            Map<UUID, UnitCount> theirs = new LinkedHashMap<>();
            readable.forEach(unit -> theirs.put(unit, new UnitCount(unit, 0, Inventory.hex(0))));
            held.units().forEach(unit -> theirs.put(unit.unitId(), unit));
            List<UnitRows> differing = new ArrayList<>();
            for (UnitCount unit : theirs.values()) {
                List<Live> ours = readable.contains(unit.unitId()) ? snapshot.live(unit.unitId()) : List.of();
                if (!count(unit.unitId(), ours).equals(unit)) {
                    differing.add(new UnitRows(unit.unitId(),
                            ours.stream().map(row -> new RowVersion(row.key().type(), row.key().id(), row.version())).toList()));
                }
            }
            return new InventoryReply(differing);
        });
    }

    /** One entry for each document, in the order asked: as it is now, or a leave where the caller may not hold it. */
    public DocumentsReply documents(Caller caller, DocumentsRequest request) {
        if (request.keys().size() > Protocol.MAX_OPERATIONS) {
            throw new Refusal("too_large", "at most " + Protocol.MAX_OPERATIONS + " documents");
        }
        if (request.keys().stream().anyMatch(key -> key == null || key.type() == null || key.id() == null)) {
            throw new Refusal("malformed", "a key lacks a part");
        }
        return store.readAs(caller.staffId(), snapshot -> {
            Set<UUID> readable = Visibility.of(access(snapshot, caller)).units();
            Map<EntityKey, Entry> found = new HashMap<>();
            Set<EntityKey> keys = new TreeSet<>(request.keys().stream().map(key -> new EntityKey(key.type(), key.id())).toList());
            for (Entry entry : snapshot.current(keys)) {
                if (readable.contains(entry.unitId())) {
                    found.put(new EntityKey(entry.type(), entry.id()), entry);
                }
            }
            return new DocumentsReply(request.keys()
                    .stream()
                    .map(key -> found.getOrDefault(new EntityKey(key.type(), key.id()), gone(key, snapshot.head().seq())))
                    .toList());
        });
    }

    private static StaffAccess access(Reading snapshot, Caller caller) {
        return snapshot.staff(caller.staffId())
                .filter(StaffAccess::active)
                .orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
    }

    /** Whether something that concerns the caller has come after the cursor; in a busy store others' units always move. */
    private static boolean moved(Reading snapshot, Caller caller, long cursor, Set<UUID> readable) {
        long head = snapshot.head().seq();
        return cursor > head || readable.stream().anyMatch(unit -> snapshot.since(unit, cursor).next().isPresent())
                || !snapshot.accessChanges(caller.staffId(), true, cursor, head).isEmpty()
                || !snapshot.accessChanges(caller.staffId(), false, cursor, head).isEmpty();
    }

    private static UnitCount count(UUID unit, List<Live> rows) {
        long sum = 0;
        for (Live row : rows) {
            sum += Inventory.weight(row.key().type(), row.key().id(), row.version());
        }
        return new UnitCount(unit, rows.size(), Inventory.hex(sum));
    }

    /** Says neither where the document is now nor whether it ever was. */
    private static Entry gone(DocumentKey key, long head) {
        return new Entry(head, key.type(), key.id(), Unit.MUNICIPALITY, null, 0, Entry.Kind.LEAVE, null);
    }
}
