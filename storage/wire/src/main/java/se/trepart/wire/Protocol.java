package se.trepart.wire;

/** Names and limits of the sync protocol that both sides must agree on. */
public final class Protocol {

    /** Version of the protocol; sent in the header {@link #PROTOCOL_HEADER}. */
    public static final int VERSION = 1;
    /** Version of the document shapes; sent in the header {@link #SCHEMA_HEADER} and in every operation. */
    public static final int SCHEMA = 1;
    public static final String PROTOCOL_HEADER = "Sync-Protocol";
    public static final String SCHEMA_HEADER = "Schema";
    /** The workstation's id, as in the table of devices. */
    public static final String DEVICE_HEADER = "Device";

    /** How many bytes of a file have come. */
    public static final String UPLOAD_OFFSET_HEADER = "Upload-Offset";

    public static final String ME = "/sync/v1/me";
    public static final String CHANGES = "/sync/v1/changes";
    public static final String BOOTSTRAP = "/sync/v1/bootstrap";
    public static final String OPERATIONS = "/sync/v1/ops";
    public static final String LEASES = "/sync/v1/leases";
    public static final String PURGED = "/sync/v1/purged";
    public static final String INVENTORY = "/sync/v1/inventory";
    public static final String DOCUMENTS = "/sync/v1/documents";
    public static final String SNAPSHOTS = "/sync/v1/snapshots";
    /** Followed by a slash and the unit's id; which file, by the query {@code seq}. */
    public static final String SNAPSHOT = "/sync/v1/snapshot";
    /** Followed by a slash and the SHA-256 of the content in hex. */
    public static final String BLOBS = "/sync/v1/blobs";

    public static final int MAX_OPERATIONS = 500;
    public static final int MAX_BYTES = 1_000_000;
    /** Of an attachment. It comes in pieces of at most {@link #MAX_BYTES}. */
    public static final int MAX_BLOB_BYTES = 25_000_000;

    private Protocol() {}
}
