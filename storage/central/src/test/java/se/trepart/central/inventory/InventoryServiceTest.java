package se.trepart.central.inventory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.sync.Refusal;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Entry;
import se.trepart.wire.Entry.Kind;
import se.trepart.wire.Inventory;
import se.trepart.wire.Inventory.UnitCount;
import se.trepart.wire.InventoryReply.RowVersion;
import se.trepart.wire.InventoryReply.UnitRows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InventoryServiceTest {

    private Office office;
    private InventoryService inventory;
    private Desk anna;
    private final CaseFile file = Office.caseFile(Office.NORTH);

    @BeforeEach
    void open() {
        office = new Office();
        inventory = new InventoryService(office.store);
        anna = office.desk(office.anna);
        anna.send(anna.create(file));
        anna.send(anna.create(Office.note(file, "ett")));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void findsNothingWhereTheCopyIsRight() {
        assertThat(compare(held(anna))).isEmpty();
    }

    @Test
    void namesEveryDocumentOfAUnitWhereOneIsMissing() {
        Inventory less = without(held(anna), file.id());
        assertThat(compare(less)).singleElement().satisfies(unit -> {
            assertThat(unit.unitId()).isEqualTo(Office.NORTH);
            assertThat(unit.rows()).hasSize(2).contains(new RowVersion("CASE_FILE", file.id(), 1));
        });
    }

    @Test
    void findsAnOldVersionAndADocumentTooMany() {
        Inventory old = held(anna);
        anna.send(anna.change(file, closed(), 1));
        assertThat(compare(at(old, head()))).extracting(UnitRows::unitId).containsExactly(Office.NORTH);
        CaseFile gone = Office.caseFile(Office.NORTH);
        anna.send(anna.create(gone));
        Inventory more = held(anna);
        anna.send(anna.delete(gone, 1));
        assertThat(compare(held(anna))).isEmpty();
        assertThat(compare(at(more, head()))).extracting(UnitRows::unitId).containsExactly(Office.NORTH);
    }

    @Test
    void saysNothingWhileSomethingIsOnItsWay() {
        Inventory before = without(held(anna), file.id());
        anna.send(anna.create(Office.note(file, "nytt")));
        assertThat(compare(before)).isEmpty();
    }

    @Test
    void isNotHeldUpByWhatHappensInOthersUnits() {
        Inventory before = without(held(anna), file.id());
        Desk cecilia = office.desk(office.cecilia);
        cecilia.send(cecilia.create(Office.caseFile(Office.SOUTH)));
        assertThat(compare(before)).hasSize(1);
    }

    @Test
    void hasNoRowsOfAUnitThatIsNotTheCallers() {
        Inventory forged = new Inventory(head(),
                held(anna).units().stream().map(u -> u.unitId().equals(Office.NORTH) ? new UnitCount(Office.SOUTH, 7, "00") : u).toList());
        assertThat(compare(forged)).filteredOn(unit -> unit.unitId().equals(Office.SOUTH))
                .singleElement()
                .satisfies(unit -> assertThat(unit.rows()).isEmpty());
    }

    @Test
    void healsWithTheDocumentATombstoneOrALeave() {
        CaseFile gone = Office.caseFile(Office.NORTH);
        anna.send(anna.create(gone));
        anna.send(anna.delete(gone, 1));
        Desk cecilia = office.desk(office.cecilia);
        CaseFile theirs = Office.caseFile(Office.SOUTH);
        cecilia.send(cecilia.create(theirs));
        UUID never = Office.id();
        List<Entry> entries = inventory
                .documents(anna.caller,
                        new DocumentsRequest(List.of(key(file.id(), "CASE_FILE"), key(gone.id(), "CASE_FILE"),
                                key(theirs.id(), "CASE_FILE"), key(never, "LETTER"))))
                .entries();
        assertThat(entries).extracting(Entry::kind).containsExactly(Kind.PUT, Kind.TOMBSTONE, Kind.LEAVE, Kind.LEAVE);
        assertThat(entries.get(0).body()).isNotNull();
        assertThat(entries.get(1).body()).isNull();
        // no telling what is another unit's from what never was
        assertThat(entries.get(2).unitId()).isEqualTo(entries.get(3).unitId()).isEqualTo(Unit.MUNICIPALITY);
        assertThat(entries.get(2).version()).isEqualTo(entries.get(3).version()).isZero();
    }

    @Test
    void refusesMoreThanFiveHundredDocumentsAndKeysThatLackAPart() {
        List<DocumentKey> many = java.util.stream.IntStream.range(0, 501).mapToObj(_ -> key(Office.id(), "LETTER")).toList();
        assertThatThrownBy(() -> inventory.documents(anna.caller, new DocumentsRequest(many))).isInstanceOf(Refusal.class)
                .hasMessage("too_large");
        assertThatThrownBy(() -> inventory.documents(anna.caller, new DocumentsRequest(List.of(new DocumentKey(null, null)))))
                .isInstanceOf(Refusal.class)
                .hasMessage("malformed");
    }

    private List<UnitRows> compare(Inventory held) {
        return inventory.compare(anna.caller, held).differing();
    }

    private long head() {
        return office.store.read(snapshot -> snapshot.head()).seq();
    }

    private CaseFile closed() {
        return new CaseFile(file.id(), file.unitId(), file.number(), Office.id(), file.phase(), file.documentDate(), file.documentDate(),
                null, null);
    }

    private static DocumentKey key(UUID id, String type) {
        return new DocumentKey(type, id);
    }

    private static Inventory at(Inventory inventory, long cursor) {
        return new Inventory(cursor, inventory.units());
    }

    /** What a workstation that has fetched everything holds. */
    private Inventory held(Desk desk) {
        return count(desk, null);
    }

    private Inventory without(Inventory held, UUID id) {
        return at(count(anna, id), held.cursor());
    }

    private Inventory count(Desk desk, UUID without) {
        ChangesPage page = desk.pull(0);
        return new Inventory(page.head(), page.entries()
                .stream()
                .filter(e -> e.kind() == Kind.PUT && !e.id().equals(without))
                .collect(Collectors.groupingBy(Entry::unitId))
                .entrySet()
                .stream()
                .map(unit -> new UnitCount(unit.getKey(), unit.getValue().size(),
                        Inventory.hex(unit.getValue().stream().mapToLong(e -> Inventory.weight(e.type(), e.id(), e.version())).sum())))
                .toList());
    }
}
