package se.trepart.central.sync;

import java.util.UUID;

/** Which document: its type's name and its id. Locks are always taken in this order. */
public record EntityKey(String type, UUID id) implements Comparable<EntityKey> {

    @Override
    public int compareTo(EntityKey other) {
        int byType = type.compareTo(other.type);
        if (byType != 0) {
            return byType;
        }
        // not as UUID compares: its halves are signed
        int byUpper = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
        return byUpper != 0 ? byUpper : Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
    }
}
