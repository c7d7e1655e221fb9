package se.trepart.central;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import se.trepart.central.blob.BlobService;
import se.trepart.central.blob.PgBlobShelf;
import se.trepart.central.inventory.InventoryService;
import se.trepart.central.snapshot.PgSnapshotShelf;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.central.snapshot.SnapshotShelf.Shelved;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.wire.Entry;
import se.trepart.wire.Inventory;
import se.trepart.wire.Inventory.UnitCount;
import se.trepart.wire.Json;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Measures, asserts nothing; run by name only. Snapshots, inventories and attachments, with 20,000 documents of about 1 KB in one unit. */
class StoreSpeedCheck {

    private static final int DOCUMENTS = 20_000;

    @Test
    void measures() throws Exception {
        try (Office office = new Office()) {
            CaseFile file = Office.caseFile(Office.NORTH);
            Person person = new Person(new PersonalNumber("199001252387"), "Åsa", "Ek", null, "", "", Protection.NONE, null);
            Random random = new Random(1);
            office.admin.importDocuments(List.of(file, new Household(Office.id(), Office.NORTH, file.id(), MaritalStatus.SINGLE,
                    List.of(new Adult(Office.id(), AdultRole.APPLICANT, person, false, null)), List.of(), 0, Office.DAY)));
            long before = size(office);
            office.admin.importDocuments(IntStream.range(0, DOCUMENTS).mapToObj(_ -> Office.note(file, text(random))).toList());
            System.out.printf(Locale.ROOT, "database: %d bytes a document, with version, feed and audit%n",
                    (size(office) - before) / DOCUMENTS);
            SnapshotService snapshots = new SnapshotService(office.store, new PgSnapshotShelf(office.pool));
            InventoryService inventory = new InventoryService(office.store);
            BlobService blobs = new BlobService(office.store, new PgBlobShelf(office.pool), java.time.InstantSource.system());
            var anna = office.desk(office.anna).caller;
            byte[] attachment = new byte[10_000_000];
            for (int round = 1; round <= 3; round++) {
                Shelved built = timed(round, "snapshot, build", DOCUMENTS, "documents", () -> snapshots.build(Office.NORTH).orElseThrow());
                byte[] bytes = timed(round, "snapshot, read out of the database", DOCUMENTS, "documents", () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    snapshots.copy(built, 0, built.bytes(), out);
                    return out.toByteArray();
                });
                timed(round, "snapshot, unpack and parse", DOCUMENTS, "documents", () -> entries(bytes));
                System.out.printf(Locale.ROOT, "snapshot: %d bytes a document%n", built.bytes() / built.contents().documents());
                long head = office.store.read(snapshot -> snapshot.head()).seq();
                timed(round, "inventory that differs", DOCUMENTS, "rows",
                        () -> inventory.compare(anna, new Inventory(head, List.of(new UnitCount(Office.NORTH, 1, "00")))));
                random.nextBytes(attachment);
                String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(attachment));
                timed(round, "attachment of 10 MB, in pieces", 10, "MB", () -> {
                    for (int from = 0; from < attachment.length; from += 1_000_000) {
                        blobs.add(anna, hash, Office.NORTH, from, attachment.length,
                                java.util.Arrays.copyOfRange(attachment, from, from + 1_000_000));
                    }
                    return null;
                });
                timed(round, "attachment of 10 MB, out", 10, "MB", () -> {
                    blobs.copy(hash, 0, attachment.length, ByteArrayOutputStream.nullOutputStream());
                    return null;
                });
                timed(round, "verify everything", DOCUMENTS, "documents", office.admin::verify);
            }
        }
    }

    /** About a kilobyte that packs as text does, not as one sentence over and over. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 700) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static final String[] WORDS = IntStream.range(0, 3_000)
            .mapToObj(i -> Integer.toString(new Random(i).nextInt(1_000_000_000), 30))
            .toArray(String[]::new);

    private static long entries(byte[] gzip) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> Json.MAPPER.readValue(line, Entry.class)).count();
        }
    }

    private static long size(Office office) {
        return Jdbi.create(office.database.owner())
                .withHandle(db -> db.createQuery("select pg_database_size(current_database())").mapTo(Long.class).one());
    }

    private static <T> T timed(int round, String what, int count, String unit, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        long nanos = System.nanoTime() - start;
        System.out.printf(Locale.ROOT, "round %d  %-36s %8.0f %s/s  (%d ms)%n", round, what, count * 1e9 / nanos, unit, nanos / 1_000_000);
        return result;
    }
}
