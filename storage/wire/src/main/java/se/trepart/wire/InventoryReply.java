package se.trepart.wire;

import java.util.List;
import java.util.UUID;

/** The units whose inventory differs, with what the server has in them; empty too when the workstation is not at the feed's head. */
public record InventoryReply(List<UnitRows> differing) {

    /** All live documents of a unit that the caller may hold. */
    public record UnitRows(UUID unitId, List<RowVersion> rows) {}

    /** One document and its version. */
    public record RowVersion(String type, UUID id, long version) {}
}
