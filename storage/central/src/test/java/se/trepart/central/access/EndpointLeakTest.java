package se.trepart.central.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.central.Service;
import se.trepart.central.snapshot.PgSnapshotShelf;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Plan;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A canary of each kind of secret in each unit, in an open and in a protected case, looked for in everything that every endpoint answers
 * to every role (I10, R31–R34): found where it may be, and nowhere else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointLeakTest {

    private static final List<String> KINDS = List.of("name", "street", "account", "note", "decision", "conflict", "read", "plan", "call",
            "money", "absence");

    private final Map<UUID, String> places = new LinkedHashMap<>();
    private final List<DocumentKey> everything = new ArrayList<>();
    private final List<CaseFile> files = new ArrayList<>();
    private Office office;
    private Service service;

    @BeforeAll
    void plant() {
        office = new Office();
        service = new Service(office);
        for (Staff maker : List.of(office.anna, office.cecilia)) {
            for (Protection protection : List.of(Protection.NONE, Protection.MARKED)) {
                UUID unit = maker.units().getFirst();
                plant(maker, unit, (unit.equals(Office.NORTH) ? "north" : "south") + (protection == Protection.NONE ? "open" : "hidden"),
                        protection);
            }
        }
        new SnapshotService(office.store, new PgSnapshotShelf(office.pool)).buildChanged();
    }

    @AfterAll
    void close() {
        service.close();
        office.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # role,        named, finds
            CASEWORKER,    false, northopen: name street account note decision conflict plan call money absence
            CONSULTANT,    false, northopen: name plan call
            LABOUR_MARKET_LEAD, false, northopen: name plan call
            TEAM_LEAD,     false, northopen: name street account note decision conflict read plan call money absence
            UNIT_MANAGER,  false, northopen: name street account note decision conflict read plan call money absence
            CONTROLLER,    false, northopen: name street account note decision conflict read plan call money absence
            COMMITTEE,     false, northopen: name street account note decision conflict plan call money absence
            ADMINISTRATOR, false, ''
            CASEWORKER,    true,  northopen: name street account note decision conflict plan call money absence; northhidden: name street account note decision conflict plan call money absence
            CONSULTANT,    true,  northopen: name plan call; northhidden: name plan call
            LABOUR_MARKET_LEAD, true, northopen: name plan call; northhidden: name plan call
            TEAM_LEAD,     true,  northopen: name street account note decision conflict read plan call money absence; northhidden: name street account note decision conflict read plan call money absence
            """)
    void r31_r34_everyRoleFindsItsOwnAndNothingElse(Role role, boolean named, String finds) throws IOException {
        List<UUID> hidden = files.stream().map(CaseFile::id).filter(id -> places.get(id).equals("northhidden")).toList();
        Staff person = new Staff(Office.id(), Unit.MUNICIPALITY, "p" + Office.id(), "P", "", "", List.of(role), List.of(Office.NORTH),
                named ? hidden : List.of(), true, Office.DAY);
        office.hire(person);
        String answers = everyAnswer(person);
        String found = places.values()
                .stream()
                .distinct()
                .map(place -> place + ": "
                        + KINDS.stream().filter(kind -> answers.contains(canary(kind, place))).collect(Collectors.joining(" ")))
                .filter(line -> !line.endsWith(": "))
                .collect(Collectors.joining("; "));
        assertThat(found).isEqualTo(finds);
        // nor which cases are protected, nor that they are there
        if (!named && role != Role.ADMINISTRATOR) {
            assertThat(answers).doesNotContain(hidden.stream().map(UUID::toString).toList());
        }
    }

    @Test
    void aForgedUnitOrCaseOpensNothingAndNothingIsWritten() {
        Desk cecilia = office.desk(office.cecilia);
        long before = office.store.read(snapshot -> snapshot.head()).seq();
        for (CaseFile file : files.stream().filter(f -> f.unitId().equals(Office.NORTH)).toList()) {
            // says its own unit beside a foreign one in the content, and the other way round
            Operation forged = cecilia.create(Office.note(file, "Hej"));
            for (UUID unit : List.of(Office.SOUTH, Office.NORTH)) {
                assertThat(cecilia.send(new Operation(Office.id(), forged.clientSeq() + (unit.equals(Office.SOUTH) ? 0 : 1), Office.id(),
                        forged.type(), Office.id(), forged.kind(), unit, null, 0, Map.of(),
                        ((tools.jackson.databind.node.ObjectNode) forged.body().deepCopy()).put("unitId", Office.SOUTH.toString()), 1,
                        Instant.EPOCH)).result()).isEqualTo(Result.REJECTED);
            }
            cecilia.next += 1;
            assertThat(cecilia.send(cecilia.delete(file, 1)).result()).isEqualTo(Result.REJECTED);
        }
        assertThat(office.desk(office.anna).feed(before, 500)).isEmpty();
    }

    private String everyAnswer(Staff person) throws IOException {
        StringBuilder answers = new StringBuilder();
        answers.append(get(person, Protocol.CHANGES + "?since=0&limit=2000"));
        String token = "";
        do {
            String page = get(person, Protocol.BOOTSTRAP + "?limit=5&token=" + token);
            answers.append(page);
            token = Json.MAPPER.readValue(page, BootstrapPage.class).next();
        } while (token != null);
        answers.append(get(person, Protocol.BOOTSTRAP + "?only=protected&limit=2000"));
        long head = office.store.read(snapshot -> snapshot.head()).seq();
        answers.append(post(person, Protocol.INVENTORY, new Inventory(head, List.of())));
        answers.append(
                post(person, Protocol.DOCUMENTS, new DocumentsRequest(everything)).replaceAll("\\{[^{}]*\"kind\":\"LEAVE\"[^{}]*}", ""));
        answers.append(get(person, Protocol.SNAPSHOTS));
        for (UUID unit : Set.of(Unit.MUNICIPALITY, Office.NORTH, Office.SOUTH)) {
            HttpResponse<byte[]> file = service.send(service.request(person, "/sync/v1/snapshot/" + unit + "?seq=" + head));
            answers.append(file.statusCode() == 200
                    ? new String(new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes(), StandardCharsets.UTF_8)
                    : new String(file.body(), StandardCharsets.UTF_8));
        }
        answers.append(get(person, Protocol.LEASES));
        // what a refused or quarantined change is answered
        Desk desk = office.desk(person);
        for (CaseFile file : files) {
            if (!file.unitId().equals(Office.NORTH) || places.get(file.id()).equals("northhidden") && person.protectedCases().isEmpty()) {
                PushReply reply = desk.push(desk.change(file,
                        new CaseFile(file.id(), file.unitId(), "1", null, file.phase(), file.openedOn(), file.phaseSince(), null, null),
                        1));
                assertThat(reply.outcomes().getFirst().result()).isEqualTo(Result.REJECTED);
                answers.append(Json.MAPPER.writeValueAsString(reply));
            }
        }
        answers.append(post(person, Protocol.OPERATIONS, new PushRequest(office.desk(person).epoch(), List.of())));
        return answers.toString();
    }

    private String get(Staff person, String path) {
        return new String(service.send(service.request(person, path)).body(), StandardCharsets.UTF_8);
    }

    private String post(Staff person, String path, Object body) {
        return new String(
                service.send(service.request(person, path).POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))).body(),
                StandardCharsets.UTF_8);
    }

    private static String canary(String kind, String place) {
        return "kanarie" + kind + place;
    }

    private void plant(Staff maker, UUID unit, String place, Protection protection) {
        CaseFile file = Office.caseFile(unit);
        files.add(file);
        places.put(file.id(), place);
        Household household = household(file, protection, canary("street", place), place);
        Desk desk = office.desk(maker);
        Decision decision = new Decision(Office.id(), unit, file.id(), Office.id(), null, DecisionKind.AID, DecisionStatus.PREPARED,
                YearMonth.of(2026, 12), Office.DAY, maker.id(), List.of(), canary("decision", place), "", null, List.of(), null, null, null,
                null);
        ReadEvent read = new ReadEvent(Office.id(), unit, file.id(), maker.id(), Instant.EPOCH, canary("read", place), "CASE_FILE");
        var note = Office.note(file, canary("note", place));
        assertThat(desk.together(desk.create(file), desk.create(household), desk.create(note), desk.create(decision), desk.create(read)))
                .allMatch(o -> o.result() == Result.APPLIED);
        Plan plan = new Plan(Office.id(), unit, file.id(), file.id(), maker.id(), null, canary("plan", place), List.of(), Office.DAY, null,
                List.of(), null);
        Reminder call = reminder(file, Side.PLAN, canary("call", place), maker);
        Reminder money = reminder(file, Side.AID, canary("money", place), maker);
        AbsenceResponse absence = new AbsenceResponse(Office.id(), unit, file.id(), file.id(), Office.id(), Office.DAY,
                AbsenceResponse.Led.TALKED, canary("absence", place), maker.id(), Instant.EPOCH);
        assertThat(desk.together(desk.create(plan), desk.create(call), desk.create(money), desk.create(absence)))
                .allMatch(o -> o.result() == Result.APPLIED);
        // the same decision changed from an old version on two workstations
        Desk other = office.desk(maker);
        Set<UUID> conflicts = new TreeSet<>();
        desk.send(desk.change(decision, reasons(decision, canary("decision", place) + " a"), 1));
        conflicts.add(other.send(other.change(decision, reasons(decision, canary("conflict", place)), 1)).conflictId());
        List.of(household, note, decision, read, plan, call, money, absence, file)
                .forEach(d -> everything.add(new DocumentKey(d.documentType().name(), d.id())));
        conflicts.forEach(id -> everything.add(new DocumentKey("CONFLICT", id)));
    }

    private static Reminder reminder(CaseFile file, Side side, String what, Staff maker) {
        return Reminder.set(Office.id(), file.unitId(), file.id(), side, what, Office.DAY, null, maker.id(), Office.DAY);
    }

    private static Decision reasons(Decision d, String reasons) {
        return new Decision(d.id(), d.unitId(), d.caseId(), d.applicationId(), d.calculationId(), d.kind(), d.status(), d.period(),
                d.preparedOn(), d.preparedBy(), d.items(), reasons, "", null, List.of(), null, null, null, null);
    }

    private static Household household(CaseFile file, Protection protection, String street, String place) {
        Household plain = Office.household(file, protection, street);
        Adult adult = plain.adults().getFirst();
        var person = adult.person();
        var named = new se.trepart.model.person.Person(person.number(), canary("name", place), person.lastName(), person.address(), "", "",
                person.protection(), null);
        return new Household(plain.id(), plain.unitId(), plain.caseId(), plain.maritalStatus(),
                List.of(new Adult(adult.id(), adult.role(), named, true, new BankAccount("6000", canary("account", place)))), List.of(), 0,
                plain.validFrom());
    }
}
