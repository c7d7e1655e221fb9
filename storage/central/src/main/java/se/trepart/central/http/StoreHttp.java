package se.trepart.central.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

import se.trepart.central.blob.BlobService;
import se.trepart.central.inventory.InventoryService;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.central.snapshot.SnapshotShelf.Shelved;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.Refusal;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.Protocol;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Inventories, snapshots and attachments over HTTP; who calls is read as for the sync, see {@link SyncHttp}. */
public final class StoreHttp {

    private static final HeaderName OFFSET = HeaderNames.create(Protocol.UPLOAD_OFFSET_HEADER);
    private static final String HASH = "sha256";
    private static final String UNIT = "unit";

    private final SyncHttp sync;
    private final InventoryService inventory;
    private final SnapshotService snapshots;
    private final BlobService blobs;

    public StoreHttp(SyncHttp sync, InventoryService inventory, SnapshotService snapshots, BlobService blobs) {
        this.sync = sync;
        this.inventory = inventory;
        this.snapshots = snapshots;
        this.blobs = blobs;
    }

    public void routes(HttpRouting.Builder routing) {
        String blob = Protocol.BLOBS + "/{" + HASH + "}";
        routing.post(Protocol.INVENTORY, json((caller, request) -> inventory.compare(caller, Body.read(request, Inventory.class))))
                .post(Protocol.DOCUMENTS,
                        json((caller, request) -> inventory.documents(caller, Body.read(request, DocumentsRequest.class))))
                .get(Protocol.BOOTSTRAP, this::bootstrap)
                .get(Protocol.SNAPSHOTS, json((caller, _) -> snapshots.list(caller)))
                .get(Protocol.SNAPSHOT + "/{" + UNIT + "}",
                        (request, response) -> sync.perform(request, response, () -> snapshot(request, response)))
                .head(blob, (request, response) -> sync.perform(request, response, () -> offset(request, response)))
                .put(blob, (request, response) -> sync.perform(request, response, () -> put(request, response)))
                .get(blob, (request, response) -> sync.perform(request, response, () -> get(request, response)));
    }

    /** Answers a request of a known caller with JSON. */
    @FunctionalInterface
    private interface Answer {
        Object to(Caller caller, ServerRequest request);
    }

    /** Writes a part of a file. */
    @FunctionalInterface
    private interface Source {
        void copy(long from, long to, OutputStream out) throws IOException;
    }

    private io.helidon.webserver.http.Handler json(Answer answer) {
        return (request, response) -> sync.answer(request, response, () -> answer.to(sync.caller(request), request));
    }

    /** What no snapshot holds; any other first fetch is the sync's own. */
    private void bootstrap(ServerRequest request, ServerResponse response) {
        if (SyncHttp.query(request, "only").isEmpty()) {
            response.next();
            return;
        }
        sync.answer(request, response,
                () -> snapshots.rest(sync.caller(request), SyncHttp.query(request, "token").orElse(null), SyncHttp.limit(request)));
    }

    private void snapshot(ServerRequest request, ServerResponse response) {
        Caller caller = sync.caller(request);
        UUID unit = SyncHttp.uuid(request.path().pathParameters().get(UNIT));
        Shelved found = snapshots.find(caller, unit, SyncHttp.number(request, "seq", Long.MAX_VALUE));
        send(request, response, "application/gzip", found.sha256(), found.bytes(), (from, to, out) -> snapshots.copy(found, from, to, out));
    }

    private void offset(ServerRequest request, ServerResponse response) {
        int offset = blobs.offset(sync.caller(request), hash(request));
        response.status(Status.OK_200).header(OFFSET, String.valueOf(offset)).header(HeaderNames.CACHE_CONTROL, "no-store").send();
    }

    private void put(ServerRequest request, ServerResponse response) {
        Caller caller = sync.caller(request);
        UUID unit = SyncHttp.query(request, UNIT).map(SyncHttp::uuid).orElseThrow(() -> new Refusal("malformed", UNIT));
        byte[] bytes = Body.bytes(request);
        Range.Piece piece = Range.sent(request.headers().first(HeaderNames.CONTENT_RANGE), bytes.length);
        if (bytes.length != piece.to() - piece.from()) {
            throw new Refusal("malformed", "the piece was cut off");
        }
        int now = blobs.add(caller, hash(request), unit, piece.from(), piece.size(), bytes);
        response.status(Status.NO_CONTENT_204).header(OFFSET, String.valueOf(now)).send();
    }

    private void get(ServerRequest request, ServerResponse response) {
        String hash = hash(request);
        int size = blobs.size(sync.caller(request), hash);
        send(request, response, "application/octet-stream", hash, size,
                (from, to, out) -> blobs.copy(hash, Math.toIntExact(from), Math.toIntExact(to), out));
    }

    private static void send(ServerRequest request, ServerResponse response, String type, String hash, long size, Source source) {
        String tag = '"' + hash + '"';
        // the rest of another file than the one begun is no rest
        Optional<String> asked = request.headers().first(HeaderNames.IF_RANGE).filter(begun -> !begun.equals(tag)).isPresent()
                ? Optional.empty()
                : request.headers().first(HeaderNames.RANGE);
        Optional<Range> part = Range.asked(asked, size);
        Range range = part.orElse(new Range(0, size));
        response.status(part.isPresent() ? Status.PARTIAL_CONTENT_206 : Status.OK_200)
                .header(HeaderNames.CONTENT_TYPE, type)
                .header(HeaderNames.CONTENT_LENGTH, String.valueOf(range.to() - range.from()))
                .header(HeaderNames.ETAG, tag)
                .header(HeaderNames.ACCEPT_RANGES, "bytes")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .header(HeaderNames.CACHE_CONTROL, "no-store");
        if (part.isPresent()) {
            response.header(HeaderNames.CONTENT_RANGE, "bytes " + range.from() + "-" + (range.to() - 1) + "/" + size);
        }
        try (OutputStream out = response.outputStream()) {
            source.copy(range.from(), range.to(), out);
        } catch (IOException e) {
            throw new Interrupted(e);
        }
    }

    private static String hash(ServerRequest request) {
        return request.path().pathParameters().get(HASH);
    }

    /** The other side went away, or what was being sent did; there is nobody left to answer. */
    static final class Interrupted extends RuntimeException {
        Interrupted(IOException cause) {
            super(cause);
        }
    }
}
