package se.trepart.central.sync;

import java.util.UUID;

/** Which document: its type's name and its id. Locks are always taken in this order. */
public record EntityKey(String type, UUID id) implements Comparable<EntityKey> {

    @Override
    public int compareTo(EntityKey other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.toString().compareTo(other.id.toString());
    }
}
