package se.trepart.central.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.snapshot.SnapshotShelf.Shelved;
import se.trepart.central.sync.Refusal;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Snapshots.SnapshotFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnapshotServiceTest {

    private Office office;
    private SnapshotService snapshots;
    private Desk anna;
    private final CaseFile file = Office.caseFile(Office.NORTH);
    private final Household household = household(file, Protection.NONE);

    @BeforeEach
    void open() {
        office = new Office();
        snapshots = new SnapshotService(office.store, new PgSnapshotShelf(office.pool));
        anna = office.desk(office.anna);
        anna.push(anna.create(file), anna.create(household), anna.create(Office.note(file, "Ringde Åsa")));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void holdsTheUnitAsItWasAndTheFeedGoesOnFromThere() throws Exception {
        snapshots.buildChanged();
        CaseFile later = Office.caseFile(Office.NORTH);
        anna.push(anna.create(later), anna.create(household(later, Protection.NONE)));
        List<SnapshotFile> files = snapshots.list(anna.caller).files();
        assertThat(files).extracting(SnapshotFile::unitId).containsExactlyInAnyOrder(Office.NORTH, Unit.MUNICIPALITY);
        SnapshotFile north = of(files, Office.NORTH);
        List<Entry> lines = load(anna, north);
        assertThat(lines).extracting(Entry::id).contains(file.id(), household.id()).doesNotContain(later.id());
        assertThat(lines).hasSize((int) north.documents()).hasSize(3);
        long cursor = files.stream().mapToLong(SnapshotFile::seq).min().orElseThrow();
        assertThat(anna.pull(cursor).entries()).extracting(Entry::id).contains(later.id()).doesNotContain(file.id());
    }

    @Test
    void goesOnFromTheNumberBeforeTheNextChangeInTheUnit() {
        snapshots.buildChanged();
        Desk cecilia = office.desk(office.cecilia);
        cecilia.send(cecilia.create(Office.caseFile(Office.SOUTH)));
        assertThat(of(snapshots.list(anna.caller).files(), Office.NORTH).seq()).isEqualTo(head());
        long before = head();
        anna.send(anna.create(Office.note(file, "mer")));
        assertThat(of(snapshots.list(anna.caller).files(), Office.NORTH).seq()).isEqualTo(before);
    }

    @Test
    void isReadInAnyParts() throws Exception {
        Shelved shelved = snapshots.build(Office.NORTH).orElseThrow();
        byte[] whole = bytes(shelved, 0, shelved.bytes());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole))).isEqualTo(shelved.sha256());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes(shelved, 0, 7));
        joined.write(bytes(shelved, 7, shelved.bytes()));
        assertThat(joined.toByteArray()).isEqualTo(whole);
    }

    @Test
    void crossesThePartsOfALargeUnit() throws Exception {
        String text = "x".repeat(40);
        java.util.Random random = new java.util.Random(1);
        office.admin.importDocuments(java.util.stream.IntStream.range(0, 3_000)
                .mapToObj(_ -> Office.note(file, text + HexFormat.of().formatHex(bytesOf(random))))
                .toList());
        Shelved shelved = snapshots.build(Office.NORTH).orElseThrow();
        assertThat(shelved.bytes()).isGreaterThan(2 << 20);
        assertThat(entries(bytes(shelved, 0, shelved.bytes()))).hasSize(3_003);
        int seam = 1 << 20;
        assertThat(bytes(shelved, seam - 3, seam + 3))
                .isEqualTo(java.util.Arrays.copyOfRange(bytes(shelved, 0, shelved.bytes()), seam - 3, seam + 3));
    }

    @Test
    void leavesOutProtectedAndUnknownHouseholdsWhichComeByTheRest() throws Exception {
        CaseFile secret = Office.caseFile(Office.NORTH);
        CaseFile unknown = Office.caseFile(Office.NORTH);
        Household hidden = household(secret, Protection.MARKED);
        anna.push(anna.create(secret), anna.create(hidden), anna.create(Office.note(secret, "Kanarie")), anna.create(unknown));
        snapshots.buildChanged();
        List<Entry> lines = load(anna, of(snapshots.list(anna.caller).files(), Office.NORTH));
        assertThat(lines).extracting(Entry::caseId).doesNotContain(secret.id(), unknown.id()).contains(file.id());
        List<Entry> rest = new ArrayList<>();
        String token = null;
        do {
            BootstrapPage page = snapshots.rest(anna.caller, token, 2);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(2);
            rest.addAll(page.entries());
            token = page.next();
        } while (token != null);
        assertThat(rest).extracting(Entry::id).doesNotHaveDuplicates();
        // whom each person may be named with differs, so the register comes by itself
        assertThat(rest).filteredOn(entry -> entry.caseId() == null).extracting(Entry::type).containsOnly("STAFF");
        assertThat(rest).filteredOn(entry -> entry.caseId() != null).hasSize(4);
        assertThat(rest).extracting(Entry::caseId).contains(secret.id(), unknown.id());
        assertThat(snapshots.rest(office.desk(office.cecilia).caller, null, 100).entries()).extracting(Entry::type).containsOnly("STAFF");
        // and a colleague who is not named gets nothing of the protected case
        assertThat(snapshots.rest(office.desk(office.lena).caller, null, 100).entries()).extracting(Entry::caseId)
                .doesNotContain(secret.id());
    }

    @Test
    void isWithheldFromTheMomentACaseInItBecomesProtected() {
        snapshots.buildChanged();
        SnapshotFile north = of(snapshots.list(anna.caller).files(), Office.NORTH);
        anna.send(anna.change(household, household(household.id(), file, Protection.PROTECTED_REGISTRATION), 1));
        assertThat(snapshots.list(anna.caller).files()).extracting(SnapshotFile::unitId).doesNotContain(Office.NORTH);
        assertThatThrownBy(() -> snapshots.find(anna.caller, Office.NORTH, north.seq())).isInstanceOf(Refusal.class)
                .hasMessage("resync_required");
        snapshots.buildChanged();
        assertThat(snapshots.list(anna.caller).files()).extracting(SnapshotFile::unitId).contains(Office.NORTH);
    }

    @Test
    void isNotForConsultantsNorForOthersUnits() {
        snapshots.buildChanged();
        Staff konrad = staff("konrad", Role.CONSULTANT, Office.NORTH);
        office.admin.importDocuments(List.of(konrad));
        assertThat(snapshots.list(office.desk(konrad).caller).files()).isEmpty();
        assertThatThrownBy(() -> snapshots.find(office.desk(konrad).caller, Office.NORTH, Long.MAX_VALUE)).hasMessage("not_allowed");
        assertThatThrownBy(() -> snapshots.find(office.desk(office.cecilia).caller, Office.NORTH, Long.MAX_VALUE))
                .hasMessage("not_allowed");
        assertThat(snapshots.list(office.desk(office.adam).caller).files()).extracting(SnapshotFile::unitId)
                .containsExactly(Unit.MUNICIPALITY);
    }

    @Test
    void isNotOfferedToSomebodyWhoGainedAUnitAfterIt() {
        snapshots.buildChanged();
        Staff nina = staff("nina", Role.CASEWORKER, Office.NORTH);
        office.admin.importDocuments(List.of(nina));
        anna.send(anna.create(Office.note(file, "mer")));
        // the unit's own number lies before the gain only when it changed before it: here the register's does
        List<SnapshotFile> files = snapshots.list(office.desk(nina).caller).files();
        assertThat(files).isEmpty();
        snapshots.buildChanged();
        long cursor = snapshots.list(office.desk(nina).caller).files().stream().mapToLong(SnapshotFile::seq).min().orElseThrow();
        assertThat(office.desk(nina).pull(cursor).entries()).isEmpty();
    }

    @Test
    void isNotOfferedWhenAnotherUnitOfTheirsHasNone() {
        snapshots.build(Office.NORTH);
        assertThat(snapshots.list(anna.caller).files()).isEmpty();
        snapshots.build(Unit.MUNICIPALITY);
        assertThat(snapshots.list(anna.caller).files()).hasSize(2);
    }

    @Test
    void isBuiltAgainOnlyWhenTheUnitChangedAndNotOfferedInANewEpoch() {
        assertThat(snapshots.buildChanged()).extracting(Shelved::unitId).contains(Office.NORTH, Office.SOUTH, Unit.MUNICIPALITY);
        assertThat(snapshots.buildChanged()).isEmpty();
        anna.send(anna.create(Office.note(file, "mer")));
        assertThat(snapshots.buildChanged()).extracting(Shelved::unitId).containsExactly(Office.NORTH);
        office.admin.newEpoch();
        assertThat(snapshots.list(anna.caller).files()).isEmpty();
        assertThat(snapshots.buildChanged()).hasSize(3);
    }

    private long head() {
        return office.store.read(snapshot -> snapshot.head()).seq();
    }

    private static SnapshotFile of(List<SnapshotFile> files, UUID unit) {
        return files.stream().filter(f -> f.unitId().equals(unit)).findFirst().orElseThrow();
    }

    private List<Entry> load(Desk desk, SnapshotFile file) throws IOException {
        Shelved shelved = snapshots.find(desk.caller, file.unitId(), file.seq());
        assertThat(shelved.sha256()).isEqualTo(file.sha256());
        return entries(bytes(shelved, 0, shelved.bytes()));
    }

    private byte[] bytes(Shelved shelved, long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        snapshots.copy(shelved, from, to, out);
        return out.toByteArray();
    }

    private static List<Entry> entries(byte[] gzip) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(line -> Json.MAPPER.readValue(line, Entry.class))
                .toList();
    }

    private static byte[] bytesOf(java.util.Random random) {
        byte[] bytes = new byte[1_500];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Staff staff(String name, Role role, UUID unit) {
        return new Staff(Office.id(), Unit.MUNICIPALITY, name, name, "", "", List.of(role), List.of(unit), List.of(), true, Office.DAY);
    }

    private static Household household(CaseFile in, Protection protection) {
        return household(Office.id(), in, protection);
    }

    private static Household household(UUID id, CaseFile in, Protection protection) {
        Person person = new Person(new PersonalNumber("199001252387"), "Åsa", "Ek", null, "", "", protection, null);
        return new Household(id, in.unitId(), in.id(), MaritalStatus.SINGLE,
                List.of(new Adult(in.id(), AdultRole.APPLICANT, person, false, null)), List.of(), 0, Office.DAY);
    }

}
