package se.trepart.central.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.Phase;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class SyncServiceTest {

    private Office office;
    private Desk anna;
    private Desk bengt;

    @BeforeEach
    void open() {
        office = new Office();
        anna = office.desk(office.anna);
        bengt = office.desk(office.bengt);
    }

    @AfterEach
    void close() {
        assertThat(office.admin.verify()).isEmpty();
        office.close();
    }

    @Test
    void bringsWhatOneWritesToTheOthersOfTheUnit() {
        CaseFile file = Office.caseFile(Office.NORTH);
        assertThat(anna.send(anna.create(file)).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.see(CaseFile.class, file.id())).isEqualTo(file);
    }

    @Test
    void takesEveryOperationOnceHoweverOftenItComes() {
        CaseFile file = Office.caseFile(Office.NORTH);
        Operation[] operations = {anna.create(file), anna.create(Office.note(file, "Ringde")),
                anna.change(file, in(file, Phase.RUNNING), 1)};
        PushReply first = anna.push(operations);
        long head = anna.pull(0).head();
        assertThat(anna.push(operations)).isEqualTo(first);
        assertThat(anna.push(operations[1])).isEqualTo(new PushReply(first.epoch(), 3, List.of(first.outcomes().get(1))));
        assertThat(anna.pull(0).head()).isEqualTo(head);
        assertThat(bengt.seeAll(JournalNote.class)).hasSize(1);
    }

    @Test
    void goesOnAfterAReplyThatWasLost() {
        CaseFile file = Office.caseFile(Office.NORTH);
        Operation create = anna.create(file);
        anna.push(create);
        PushReply reply = anna.push(create, anna.change(file, in(file, Phase.RUNNING), 1));
        assertThat(reply.lastClientSeq()).isEqualTo(2);
        assertThat(reply.outcomes()).extracting(Outcome::result).containsExactly(Result.APPLIED, Result.APPLIED);
    }

    @Test
    void refusesAnOperationThatComesAgainWithOtherContent() {
        Operation create = anna.create(Office.caseFile(Office.NORTH));
        anna.push(create);
        ObjectNode other = ((ObjectNode) create.body().deepCopy()).put("number", "2026-00001");
        assertRefused("replay_differs", () -> anna.push(new Operation(create.opId(), 1, create.intentId(), create.type(), create.id(),
                create.kind(), create.unitId(), create.caseId(), 0, Map.of(), other, 1, create.clientTime())));
        anna.next = 1;
        assertRefused("replay_differs", () -> anna.push(anna.create(Office.caseFile(Office.NORTH))));
    }

    @Test
    void saysWhichNumberItWaitsFor() {
        anna.push(anna.create(Office.caseFile(Office.NORTH)));
        anna.next = 5;
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> anna.push(anna.create(Office.caseFile(Office.NORTH))))
                .satisfies(e -> assertThat(e.problem().expected()).isEqualTo(2))
                .withMessage("out_of_order");
    }

    @Test
    void appliesAllOfAnIntentOrNothing() {
        CaseFile file = Office.caseFile(Office.NORTH);
        CaseFile foreign = Office.caseFile(Office.SOUTH);
        assertThat(anna.together(anna.create(file), anna.create(foreign))).extracting(Outcome::result, Outcome::reason)
                .containsExactly(tuple(Result.REJECTED, "intent"), tuple(Result.REJECTED, "not_allowed"));
        assertThat(bengt.seeAll(CaseFile.class)).isEmpty();
    }

    @Test
    void letsNoPoisonedOperationStopTheOthers() {
        CaseFile file = Office.caseFile(Office.NORTH);
        CaseFile second = Office.caseFile(Office.NORTH);
        // a NUL in a type's name is what PostgreSQL cannot store at all, in whatever column it comes
        Operation create = anna.create(file);
        Operation unknown = anna.create(Office.caseFile(Office.NORTH));
        Operation poison = new Operation(unknown.opId(), 2, unknown.intentId(), "CASE\u0000FILE", unknown.id(), unknown.kind(), null, null,
                0, Map.of(), unknown.body(), 1, unknown.clientTime());
        Operation broken = anna.change(file, file, 1);
        Operation halfElement = new Operation(broken.opId(), 3, broken.intentId(), broken.type(), broken.id(), broken.kind(), null, null, 1,
                Map.of("x[1]", new Operation.Change(null, Json.MAPPER.readTree("1"))), null, 1, broken.clientTime());
        PushReply reply = anna.push(create, poison, halfElement, anna.create(second));
        assertThat(reply.outcomes()).extracting(Outcome::result)
                .containsExactly(Result.APPLIED, Result.REJECTED, Result.REJECTED, Result.APPLIED);
        assertThat(bengt.seeAll(CaseFile.class)).containsExactlyInAnyOrder(file, second);
        assertThat(anna.push(create, poison, halfElement)).isEqualTo(new PushReply(reply.epoch(), 4, reply.outcomes().subList(0, 3)));
    }

    @Test
    void keepsTextThatPostgresWouldNotTakeAsPlainText() {
        CaseFile file = Office.caseFile(Office.NORTH);
        JournalNote note = Office.note(file, "nul \u0000, \"citat\", å ä ö, 🙂");
        anna.push(anna.create(file), anna.create(note));
        assertThat(bengt.see(JournalNote.class, note.id())).isEqualTo(note);
    }

    @Test
    void sendsNothingOfAnotherUnit() {
        CaseFile north = Office.caseFile(Office.NORTH);
        anna.push(anna.create(north), anna.create(Office.note(north, "KANARIEFÅGEL")));
        Desk cecilia = office.desk(office.cecilia);
        Desk adam = office.desk(office.adam);
        for (Desk other : List.of(cecilia, adam)) {
            assertThat(Json.MAPPER.writeValueAsString(other.pull(0))).doesNotContain("KANARIEFÅGEL").doesNotContain(north.id().toString());
            assertThat(Json.MAPPER.writeValueAsString(office.sync.bootstrap(other.caller, null, 500))).doesNotContain("KANARIEFÅGEL")
                    .doesNotContain(north.id().toString())
                    .contains("Norr");
            assertThat(other.pull(0).to()).isEqualTo(other.pull(0).head());
        }
        assertThat(cecilia.send(cecilia.change(north, in(north, Phase.CLOSED), 1)).reason()).isEqualTo("not_allowed");
    }

    @Test
    void givesTheMunicipalitysDocumentsToAllButLetsOnlyTheAdministratorWriteThem() {
        Unit unit = new Unit(Office.id(), Unit.MUNICIPALITY, "Mottagning", Unit.UnitKind.INTAKE, Office.DAY);
        assertThat(anna.send(anna.create(unit)).reason()).isEqualTo("not_allowed");
        Desk adam = office.desk(office.adam);
        assertThat(adam.send(adam.create(unit)).result()).isEqualTo(Result.APPLIED);
        assertThat(office.desk(office.cecilia).seeAll(Unit.class)).contains(unit);
    }

    @Test
    void movesADocumentOutOfOneUnitAndIntoTheOther() {
        CaseFile file = Office.caseFile(Office.NORTH);
        anna.push(anna.create(file));
        long before = bengt.pull(0).to();
        CaseFile moved = new CaseFile(file.id(), Office.SOUTH, file.number(), null, Phase.RUNNING, Office.DAY, Office.DAY, null, null);
        assertThat(anna.send(anna.change(file, moved, 1)).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.pull(before).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Entry.Kind.LEAVE);
            assertThat(entry.body()).isNull();
        });
        assertThat(office.desk(office.cecilia).see(CaseFile.class, file.id())).isEqualTo(moved);
        // a workstation that never saw it is not told what it held
        assertThat(office.desk(office.bengt).feed(0, 500)).filteredOn(e -> e.id().equals(file.id()))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.LEAVE);
    }

    @Test
    void asksAWorkstationWithNewRightsToFetchAnewAndTellsOfLostOnes() {
        office.desk(office.cecilia).send(office.desk(office.cecilia).create(Office.caseFile(Office.SOUTH)));
        long at = anna.pull(0).to();
        office.admin.importDocuments(List.of(in(office.anna, Office.NORTH, Office.SOUTH)));
        assertRefused("resync_required", () -> anna.pull(at));
        long again = office.sync.bootstrap(anna.caller, null, 500).head0();
        office.admin.importDocuments(List.of(in(office.anna, Office.SOUTH)));
        assertThat(anna.pull(again).revokes()).containsExactly(Office.NORTH);
    }

    @Test
    void cutsPagesBetweenTransactions() {
        for (int i = 0; i < 12; i++) {
            anna.together(anna.create(Office.caseFile(Office.NORTH)), anna.create(Office.caseFile(Office.NORTH)),
                    anna.create(Office.caseFile(Office.NORTH)));
        }
        long at = 0;
        Set<UUID> seen = new HashSet<>();
        ChangesPage page;
        do {
            page = office.sync.changes(bengt.caller, null, at, 4, Duration.ZERO);
            page.entries()
                    .stream()
                    .filter(e -> e.type().equals("CASE_FILE"))
                    .collect(Collectors.groupingBy(Entry::commitSeq))
                    .values()
                    .forEach(tx -> assertThat(tx).hasSize(3));
            page.entries().forEach(entry -> seen.add(entry.id()));
            assertThat(page.to()).isGreaterThan(at);
            at = page.to();
        } while (page.more());
        assertThat(seen).hasSize(36 + 7);
    }

    @Test
    void fetchesAllAtFirstPageByPageAndGoesOnFromThere() {
        List<CaseFile> files = IntStream.range(0, 30).mapToObj(_ -> Office.caseFile(Office.NORTH)).toList();
        office.admin.importDocuments(files);
        Set<UUID> seen = new HashSet<>();
        String token = null;
        BootstrapPage page;
        do {
            page = office.sync.bootstrap(bengt.caller, token, 10);
            page.entries().forEach(entry -> assertThat(seen.add(entry.id())).isTrue());
            token = page.next();
            anna.send(anna.change(files.getFirst(), in(files.getFirst(), Phase.RUNNING), seen.size()));
        } while (token != null);
        assertThat(seen).hasSize(30 + 7);
        assertThat(bengt.feed(page.head0(), 5)).extracting(Entry::id).containsOnly(files.getFirst().id());
    }

    @Test
    void wakesAWaitingWorkstationAtOnce() throws Exception {
        long at = bengt.pull(0).to();
        CompletableFuture<ChangesPage> waiting = CompletableFuture
                .supplyAsync(() -> office.sync.changes(bengt.caller, null, at, 500, Duration.ofSeconds(20)));
        Thread.sleep(300);
        assertThat(waiting).isNotDone();
        Desk cecilia = office.desk(office.cecilia);
        cecilia.send(cecilia.create(Office.caseFile(Office.SOUTH)));
        Thread.sleep(200);
        assertThat(waiting).isNotDone();
        CaseFile file = Office.caseFile(Office.NORTH);
        long start = System.nanoTime();
        anna.send(anna.create(file));
        assertThat(waiting.get(5, TimeUnit.SECONDS).entries()).extracting(Entry::id).containsExactly(file.id());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void answersAfterTheWaitWhenNothingCame() {
        ChangesPage page = office.sync.changes(bengt.caller, null, bengt.pull(0).to(), 500, Duration.ofMillis(200));
        assertThat(page.entries()).isEmpty();
        assertThat(page.to()).isEqualTo(page.head());
    }

    @Test
    void neverLetsAReaderPassANumberThatIsNotThereYet() throws Exception {
        int writers = 6;
        int each = 40;
        Set<UUID> written = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch done = new CountDownLatch(writers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < writers; w++) {
                threads.submit(() -> {
                    Desk desk = office.desk(office.anna);
                    for (int i = 0; i < each; i++) {
                        CaseFile file = Office.caseFile(Office.NORTH);
                        desk.push(desk.create(file), desk.create(Office.note(file, "x")));
                        written.add(file.id());
                    }
                    done.countDown();
                    return null;
                });
            }
            List<UUID> seen = new ArrayList<>();
            long at = 0;
            boolean last = false;
            while (!last) {
                last = done.getCount() == 0;
                ChangesPage page = bengt.pull(at);
                page.entries().stream().filter(e -> e.type().equals("CASE_FILE")).map(Entry::id).forEach(seen::add);
                at = page.to();
                last = last && !page.more();
            }
            assertThat(written).hasSize(writers * each);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void changesRightsWhilePeopleWork() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, 4).mapToObj(_ -> threads.submit(() -> {
                Desk desk = office.desk(office.anna);
                for (int i = 0; i < 20; i++) {
                    assertThat(desk.send(desk.create(Office.caseFile(Office.NORTH))).result()).isEqualTo(Result.APPLIED);
                }
                return null;
            })).toList();
            for (int i = 0; i < 10; i++) {
                office.admin.importDocuments(List.of(in(office.anna, Office.NORTH, Office.SOUTH)));
                office.admin.importDocuments(List.of(in(office.anna, Office.NORTH)));
            }
            for (var work : working) {
                work.get();
            }
        }
        assertThat(bengt.seeAll(CaseFile.class)).hasSize(80);
    }

    @Test
    void asksForEverythingAgainUnderANewEpoch() {
        Operation create = anna.create(Office.caseFile(Office.NORTH));
        UUID old = anna.epoch();
        anna.push(create);
        UUID now = office.admin.newEpoch();
        Operation next = anna.create(Office.caseFile(Office.NORTH));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.sync.push(anna.caller, new PushRequest(old, List.of(next))))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo("unknown_epoch");
                    assertThat(e.problem().expected()).isEqualTo(2);
                    assertThat(e.problem().epoch()).isEqualTo(now);
                });
        assertRefused("unknown_epoch", () -> office.sync.changes(anna.caller, old, 0, 10, Duration.ZERO));
        assertThat(anna.push(create, next).outcomes()).extracting(Outcome::result).containsExactly(Result.APPLIED, Result.APPLIED);
    }

    @Test
    void refusesAWorkstationOfSomebodyElseAndWhoeverHasLeft() {
        anna.push(anna.create(Office.caseFile(Office.NORTH)));
        assertRefused("not_allowed",
                () -> office.sync.push(new Caller(office.bengt.id(), anna.caller.device()), new PushRequest(anna.epoch(), List.of())));
        Staff a = office.anna;
        office.admin.importDocuments(List.of(new Staff(a.id(), a.unitId(), a.subject(), a.name(), a.title(), a.phone(), a.roles(),
                a.units(), List.of(), false, a.since())));
        assertRefused("not_allowed", () -> anna.push(anna.create(Office.caseFile(Office.NORTH))));
        assertRefused("not_allowed", () -> anna.pull(0));
    }

    @Test
    void refusesTooManyOperationsAtOnce() {
        Operation[] many = IntStream.range(0, 501).mapToObj(_ -> anna.create(Office.caseFile(Office.NORTH))).toArray(Operation[]::new);
        assertRefused("too_large", () -> anna.push(many));
    }

    @Test
    void writesNothingForAnImportOfWhatIsThereAlready() {
        List<CaseFile> files = IntStream.range(0, 700).mapToObj(_ -> Office.caseFile(Office.NORTH)).toList();
        assertThat(office.admin.importDocuments(files)).isEqualTo(700);
        assertThat(office.admin.importDocuments(files)).isZero();
    }

    private static CaseFile in(CaseFile c, Phase phase) {
        return new CaseFile(c.id(), c.unitId(), c.number(), c.responsible(), phase, c.openedOn(), c.phaseSince(), c.closedOn(),
                c.closingReason());
    }

    private static Staff in(Staff s, UUID... units) {
        return new Staff(s.id(), s.unitId(), s.subject(), s.name(), s.title(), s.phone(), s.roles(), List.of(units), List.of(), true,
                s.since());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).withMessage(code);
    }
}
