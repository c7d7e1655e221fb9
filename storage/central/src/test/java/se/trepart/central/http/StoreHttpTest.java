package se.trepart.central.http;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.Service;
import se.trepart.central.snapshot.PgSnapshotShelf;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsReply;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Entry;
import se.trepart.wire.Inventory;
import se.trepart.wire.InventoryReply;
import se.trepart.wire.Json;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.Snapshots;
import se.trepart.wire.Snapshots.SnapshotFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreHttpTest {

    private Office office;
    private Service service;
    private Staff anna;
    private final CaseFile file = Office.caseFile(Office.NORTH);

    @BeforeAll
    void start() {
        office = new Office();
        service = new Service(office);
        anna = office.anna;
        Desk desk = office.desk(anna);
        desk.send(desk.create(file));
    }

    @AfterAll
    void stop() {
        service.close();
        office.close();
    }

    @Test
    void answersInventoriesAndDocuments() {
        long head = office.store.read(snapshot -> snapshot.head()).seq();
        HttpResponse<byte[]> differing = post(Protocol.INVENTORY, new Inventory(head, List.of()));
        assertThat(differing.statusCode()).isEqualTo(200);
        assertThat(Json.MAPPER.readValue(differing.body(), InventoryReply.class).differing()).hasSize(2);
        HttpResponse<byte[]> documents = post(Protocol.DOCUMENTS, new DocumentsRequest(List.of(new DocumentKey("CASE_FILE", file.id()))));
        assertThat(Json.MAPPER.readValue(documents.body(), DocumentsReply.class).entries()).extracting(Entry::kind)
                .containsExactly(Entry.Kind.PUT);
        assertThat(post(Protocol.INVENTORY, List.of("x")).statusCode()).isEqualTo(400);
    }

    @Test
    void givesASnapshotInRangesAndTheRestByPage() throws Exception {
        new SnapshotService(office.store, new PgSnapshotShelf(office.pool)).buildChanged();
        Snapshots list = Json.MAPPER.readValue(service.send(service.request(anna, Protocol.SNAPSHOTS)).body(), Snapshots.class);
        SnapshotFile north = list.files().stream().filter(f -> f.unitId().equals(Office.NORTH)).findFirst().orElseThrow();
        String path = Protocol.SNAPSHOT + "/" + Office.NORTH + "?seq=" + north.seq();
        HttpResponse<byte[]> whole = service.send(service.request(anna, path).header("Accept-Encoding", "gzip"));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(sha256(whole.body())).isEqualTo(north.sha256());
        HttpResponse<byte[]> tail = service
                .send(service.request(anna, path).header("Range", "bytes=5-").header("If-Range", '"' + north.sha256() + '"'));
        assertThat(tail.statusCode()).isEqualTo(206);
        assertThat(tail.headers().firstValue("Content-Range")).contains("bytes 5-" + (north.bytes() - 1) + "/" + north.bytes());
        assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5, whole.body().length));
        assertThat(service.send(service.request(anna, path).header("Range", "bytes=5-").header("If-Range", "\"another\"")).body())
                .isEqualTo(whole.body());
        assertThat(service.send(service.request(anna, path).header("Range", "bytes=" + north.bytes() + "-")).statusCode()).isEqualTo(416);
        assertThat(service.send(service.request(office.cecilia, path)).statusCode()).isEqualTo(403);
        BootstrapPage rest = Json.MAPPER.readValue(service.send(service.request(anna, Protocol.BOOTSTRAP + "?only=protected")).body(),
                BootstrapPage.class);
        // a case without a household counts as protected (R34)
        assertThat(rest.entries()).filteredOn(entry -> entry.caseId() != null).extracting(Entry::id).containsExactly(file.id());
    }

    @Test
    void takesAnAttachmentInPieces() throws Exception {
        byte[] content = new byte[1_500_000];
        new java.util.Random(7).nextBytes(content);
        String path = Protocol.BLOBS + "/" + sha256(content);
        assertThat(offset(path)).isZero();
        assertThat(put(path, content, 0, 1_000_000, content.length).statusCode()).isEqualTo(204);
        assertThat(offset(path)).isEqualTo(1_000_000);
        HttpResponse<byte[]> wrong = put(path, content, 1_200_000, 1_500_000, content.length);
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(Json.MAPPER.readValue(wrong.body(), Problem.class).expected()).isEqualTo(1_000_000);
        assertThat(put(path, content, 1_000_000, 1_500_000, content.length).headers().firstValue(Protocol.UPLOAD_OFFSET_HEADER))
                .contains("1500000");
        // nothing refers to it yet
        assertThat(service.send(service.request(anna, path)).statusCode()).isEqualTo(404);
        assertThat(put(path, content, 0, 1_000, 25_000_001).statusCode()).isEqualTo(413);
        byte[] small = {1, 2, 3};
        HttpRequest.Builder whole = service.request(anna, Protocol.BLOBS + "/" + sha256(small) + "?unit=" + Office.NORTH)
                .PUT(BodyPublishers.ofByteArray(small));
        assertThat(service.send(whole).statusCode()).isEqualTo(204);
        HttpRequest.Builder liar = service.request(anna, Protocol.BLOBS + "/" + sha256(content).replace('0', '1') + "?unit=" + Office.NORTH)
                .PUT(BodyPublishers.ofByteArray(small));
        assertThat(service.send(liar).statusCode()).isEqualTo(422);
    }

    private HttpResponse<byte[]> put(String path, byte[] content, int from, int to, int size) {
        return service.send(service.request(anna, path + "?unit=" + Office.NORTH)
                .header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size)
                .PUT(BodyPublishers.ofByteArray(content, from, to - from)));
    }

    private int offset(String path) {
        HttpResponse<byte[]> head = service.send(service.request(anna, path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        return (int) head.headers().firstValueAsLong(Protocol.UPLOAD_OFFSET_HEADER).orElseThrow();
    }

    private HttpResponse<byte[]> post(String path, Object body) {
        return service.send(service.request(anna, path).POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body))));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
