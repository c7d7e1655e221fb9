package se.trepart.central.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

import se.trepart.central.sync.CentralStore.Version;
import se.trepart.model.merge.FieldChange;
import se.trepart.model.merge.ThreeWayMerge;
import se.trepart.wire.Fields;

import tools.jackson.databind.JsonNode;

/** What others have changed since a workstation last saw a document. */
final class History {

    private final UUID device;
    private final Map<EntityKey, List<Version>> versions = new HashMap<>();
    /** worked out once a document: a batch may hold hundreds of operations on one that others have changed a thousand times */
    private final Map<EntityKey, List<Others>> others = new HashMap<>();

    /** What somebody else's version changed. */
    private record Others(long version, SortedMap<String, FieldChange> changes) {}

    History(UUID device, List<Version> versions) {
        this.device = device;
        versions.forEach(version -> this.versions.computeIfAbsent(version.key(), _ -> new ArrayList<>()).add(version));
    }

    /** When this version of the document was taken in; empty when nobody has changed it since the workstation saw it. */
    Optional<Instant> takenIn(Entity entity) {
        return versions.getOrDefault(entity.key(), List.of())
                .stream()
                .filter(version -> version.version() == entity.version())
                .map(Version::at)
                .findFirst();
    }

    /** The document at one version; empty when nobody has changed it since. */
    Optional<JsonNode> at(EntityKey key, long version) {
        return versions.getOrDefault(key, List.of()).stream().filter(one -> one.version() == version).map(Version::body).findFirst();
    }

    /**
     * The document as the workstation knew it when it was at {@code baseVersion}: as it is now, without what others changed since. The
     * workstation's own changes since are part of what it knew, so that it never clashes with itself.
     */
    SortedMap<String, String> asSeen(Entity now, long baseVersion) {
        SortedMap<String, String> seen = now.fields();
        for (Others change : others.computeIfAbsent(now.key(), this::others).reversed()) {
            if (change.version <= baseVersion) {
                break;
            }
            change.changes.forEach((path, field) -> {
                String before = field.before();
                if (!Objects.equals(seen.get(path), field.after())) {
                    return; // the workstation itself has written over it since
                }
                if (before == null) {
                    seen.remove(path);
                } else {
                    seen.put(path, before);
                }
            });
        }
        return seen;
    }

    /** In order of version. */
    private List<Others> others(EntityKey key) {
        List<Version> since = versions.getOrDefault(key, List.of());
        List<Others> changes = new ArrayList<>();
        SortedMap<String, String> before = null;
        for (Version version : since) {
            SortedMap<String, String> after = Fields.of(version.body());
            if (before != null && !device.equals(version.deviceId())) {
                changes.add(new Others(version.version(), ThreeWayMerge.changes(before, after)));
            }
            before = after;
        }
        return changes;
    }
}
