package se.trepart.central.blob;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.sync.Refusal;
import se.trepart.model.Document;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.Operation;
import se.trepart.wire.Protocol;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BlobServiceTest {

    private static final byte[] CONTENT = content(2_300_000);
    private static final String HASH = hash(CONTENT);
    private static final int PIECE = Protocol.MAX_BYTES;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private Office office;
    private BlobService blobs;
    private Desk anna;
    private Desk bengt;
    private Desk cecilia;

    @BeforeEach
    void open() {
        office = new Office();
        blobs = new BlobService(office.store, new PgBlobShelf(office.pool), now::get);
        anna = office.desk(office.anna);
        bengt = office.desk(office.bengt);
        cecilia = office.desk(office.cecilia);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void goesOnWhereItWasCutOffAndGivesBackTheSameBytes() throws Exception {
        assertThat(piece(anna, 0)).isEqualTo(PIECE);
        assertThat(blobs.offset(anna.caller, HASH)).isEqualTo(PIECE);
        // the answer was lost: the same piece again is there already, another is told where to go on
        assertThat(piece(anna, 0)).isEqualTo(PIECE);
        assertThatThrownBy(() -> piece(anna, 2 * PIECE)).isInstanceOfSatisfying(Refusal.class,
                e -> assertThat(e.problem().expected()).isEqualTo(PIECE));
        piece(anna, PIECE);
        assertThat(piece(anna, 2 * PIECE)).isEqualTo(CONTENT.length);
        assertThat(blobs.offset(anna.caller, HASH)).isEqualTo(CONTENT.length);
        refer(anna);
        assertThat(blobs.size(bengt.caller, HASH)).isEqualTo(CONTENT.length);
        assertThat(read(0, CONTENT.length)).isEqualTo(CONTENT);
        assertThat(read(PIECE - 5, PIECE + 5)).isEqualTo(Arrays.copyOfRange(CONTENT, PIECE - 5, PIECE + 5));
        // sent once more by somebody of the unit: there already
        assertThat(piece(bengt, 0)).isEqualTo(CONTENT.length);
    }

    @Test
    void takesAnEmptyFileToo() {
        assertThat(blobs.add(anna.caller, hash(new byte[0]), Office.NORTH, 0, 0, new byte[0])).isZero();
        assertThat(parts()).isEqualTo(1);
    }

    @Test
    void throwsAwayWhatIsNotWhatItsHashSays() {
        byte[] other = content(1_000);
        assertThatThrownBy(() -> blobs.add(anna.caller, HASH, Office.NORTH, 0, other.length, other)).hasMessage("hash_differs");
        assertThat(blobs.offset(anna.caller, HASH)).isZero();
    }

    @Test
    void isReadOnlyByThoseWhoSeeADocumentThatRefersToIt() {
        whole(anna);
        assertThatThrownBy(() -> blobs.size(anna.caller, HASH)).hasMessage("not_found");
        CaseFile note = refer(anna);
        assertThat(blobs.size(bengt.caller, HASH)).isEqualTo(CONTENT.length);
        assertThatThrownBy(() -> blobs.size(cecilia.caller, HASH)).hasMessage("not_found");
        anna.send(anna.delete(note, 1));
        assertThatThrownBy(() -> blobs.size(bengt.caller, HASH)).hasMessage("not_found");
    }

    @Test
    void givesNothingForAHashWrittenIntoADocumentWithoutTheContent() {
        whole(anna);
        refer(anna);
        cecilia.send(referring(cecilia, Office.caseFile(Office.SOUTH)));
        assertThatThrownBy(() -> blobs.size(cecilia.caller, HASH)).hasMessage("not_found");
        // and no telling from the offset that others have it
        assertThat(blobs.offset(cecilia.caller, HASH)).isZero();
        for (int from = 0; from < CONTENT.length; from += PIECE) {
            blobs.add(cecilia.caller, HASH, Office.SOUTH, from, CONTENT.length, slice(from));
        }
        assertThat(blobs.size(cecilia.caller, HASH)).isEqualTo(CONTENT.length);
    }

    @Test
    void refusesOthersUnitsTooLargeOnesAndPiecesThatDoNotFit() {
        assertThatThrownBy(() -> blobs.add(anna.caller, HASH, Office.SOUTH, 0, 10, new byte[10])).hasMessage("not_allowed");
        assertThatThrownBy(() -> blobs.add(anna.caller, HASH, Office.NORTH, 0, Protocol.MAX_BLOB_BYTES + 1, new byte[10]))
                .hasMessage("too_large");
        assertThatThrownBy(() -> blobs.add(anna.caller, HASH, Office.NORTH, 5, 10, new byte[10])).hasMessage("malformed");
        assertThatThrownBy(() -> blobs.offset(anna.caller, "../etc/passwd")).hasMessage("malformed");
    }

    @Test
    void isThrownAwayThirtyDaysAfterTheLastReference() {
        whole(anna);
        CaseFile note = refer(anna);
        pass(Duration.ofDays(400));
        assertThat(blobs.sweep()).isZero();
        anna.send(anna.delete(note, 1));
        assertThat(blobs.sweep()).isZero();
        pass(Duration.ofDays(29));
        assertThat(blobs.sweep()).isZero();
        pass(Duration.ofDays(2));
        assertThat(blobs.sweep()).isEqualTo(1);
        assertThat(blobs.offset(anna.caller, HASH)).isZero();
        assertThat(parts()).isZero();
    }

    @Test
    void keepsWhatIsReferredToAgainInTime() {
        whole(anna);
        anna.send(anna.delete(refer(anna), 1));
        blobs.sweep();
        pass(Duration.ofDays(29));
        refer(anna);
        blobs.sweep();
        pass(Duration.ofDays(29));
        assertThat(blobs.sweep()).isZero();
        assertThat(blobs.size(bengt.caller, HASH)).isEqualTo(CONTENT.length);
    }

    @Test
    void throwsAwayWhatWasLeftHalfSent() {
        piece(anna, 0);
        pass(Duration.ofDays(8));
        blobs.sweep();
        assertThat(blobs.offset(anna.caller, HASH)).isZero();
    }

    private void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    private int piece(Desk desk, int from) {
        return blobs.add(desk.caller, HASH, Office.NORTH, from, CONTENT.length, slice(from));
    }

    private void whole(Desk desk) {
        for (int from = 0; from < CONTENT.length; from += PIECE) {
            piece(desk, from);
        }
    }

    private CaseFile refer(Desk desk) {
        CaseFile letter = Office.caseFile(Office.NORTH);
        desk.send(referring(desk, letter));
        return letter;
    }

    /** A newer version's document: this one's case files have no attachments. */
    private static Operation referring(Desk desk, Document note) {
        Operation o = desk.create(note);
        ObjectNode body = (ObjectNode) o.body();
        body.putArray("attachments").addObject().put("scanBlobSha256", HASH);
        return new Operation(o.opId(), o.clientSeq(), o.intentId(), o.type(), o.id(), o.kind(), o.unitId(), o.caseId(), o.baseVersion(),
                Map.of(), body, o.schema(), o.clientTime());
    }

    private byte[] read(int from, int to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blobs.copy(HASH, from, to, out);
        return out.toByteArray();
    }

    private int parts() {
        return org.jdbi.v3.core.Jdbi.create(office.pool)
                .withHandle(db -> db.createQuery("select count(*) from blob_part").mapTo(Integer.class).one());
    }

    private static byte[] slice(int from) {
        return Arrays.copyOfRange(CONTENT, from, Math.min(CONTENT.length, from + PIECE));
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
