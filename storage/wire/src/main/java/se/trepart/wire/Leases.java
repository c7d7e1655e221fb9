package se.trepart.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a workstation may keep readable, and until when (utlåning). A unit that is not in the list is not the caller's any more.
 *
 * @param now the server's clock
 */
public record Leases(Instant now, List<Lease> leases) {

    /**
     * The key that a unit's rows on this workstation are sealed with.
     *
     * @param key 32 random bytes, this workstation's alone
     * @param until when the workstation drops the key unless it has been in touch
     */
    public record Lease(UUID unitId, byte[] key, Instant until) {

        /** Never the key. */
        @Override
        public String toString() {
            return "Lease[" + unitId + ", " + until + "]";
        }
    }
}
