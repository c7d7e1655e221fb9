package se.trepart.central.sync;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.merge.Conflict;
import se.trepart.wire.Leases;
import se.trepart.wire.Leases.Lease;
import se.trepart.wire.Operation;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What happens when somebody loses a unit or a role. */
class WithdrawnAccessTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private Office office;
    private Leasing leasing;
    private Desk anna;
    private Desk bengt;
    private CaseFile file;

    @BeforeEach
    void open() {
        office = new Office();
        office.hire(office.karl, office.greta);
        leasing = new Leasing(office.store, now::get, Duration.ofHours(72), () -> new SecureRandom().generateSeed(32));
        anna = office.desk(office.anna);
        bengt = office.desk(office.bengt);
        file = Office.caseFile(Office.NORTH);
        bengt.send(bengt.create(file));
    }

    @AfterEach
    void close() {
        assertThat(office.admin.verify()).isEmpty();
        office.close();
    }

    @Test
    void keepsUnsentWorkOfALostUnitForTheTeamLead() {
        withdraw();
        JournalNote note = Office.note(file, "Skrevs utan nät");
        Outcome outcome = bengt.send(bengt.create(note));
        assertThat(outcome).extracting(Outcome::result, Outcome::version, Outcome::reason).containsExactly(Result.QUARANTINED, 0L, "");
        Conflict held = office.desk(office.lena).see(Conflict.class, outcome.conflictId());
        assertThat(held).extracting(Conflict::refused, Conflict::unitId, Conflict::myAuthor)
                .containsExactly("ACCESS_WITHDRAWN", Office.NORTH, office.bengt.id());
        assertThat(held.fields()).anyMatch(f -> f.path().equals("text") && "\"Skrevs utan nät\"".equals(f.mine()));
        assertThat(anna.seeAll(JournalNote.class)).isEmpty();
        assertThat(bengt.pull(0).entries()).noneMatch(e -> e.unitId().equals(Office.NORTH));
        // the same again is answered the same, and another change goes into the same conflict
        assertThat(bengt.send(bengt.change(file, numbered("2026-9"), 1)).result()).isEqualTo(Result.QUARANTINED);
        assertThat(bengt.send(bengt.delete(file, 1)).result()).isEqualTo(Result.QUARANTINED);
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(file);
    }

    @Test
    void keepsUnsentWorkOfALostRoleToo() {
        office.admin.importDocuments(List.of(Office.with(office.bengt, List.of(Role.CONTROLLER), List.of(Office.NORTH), List.of())));
        assertThat(bengt.send(bengt.change(file, numbered("2026-9"), 1)).result()).isEqualTo(Result.QUARANTINED);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bengt.pull(1)).withMessage("resync_required");
        assertThat(bengt.see(CaseFile.class, file.id())).isEqualTo(file);
    }

    @Test
    void keepsNothingOfWhatNeverWasAllowed() {
        Desk cecilia = office.desk(office.cecilia);
        assertThat(cecilia.send(cecilia.change(file, numbered("2026-9"), 1)).reason()).isEqualTo("not_allowed");
        assertThat(cecilia.send(cecilia.create(Office.note(file, "Hej"))).reason()).isEqualTo("not_allowed");
        Desk greta = office.desk(office.greta);
        assertThat(greta.send(greta.change(file, numbered("2026-9"), 1)).reason()).isEqualTo("not_allowed");
        assertThat(anna.seeAll(Conflict.class)).isEmpty();
    }

    @Test
    void tellsTheWorkstationWhatToPurge() {
        long at = bengt.pull(0).head();
        office.admin.importDocuments(List.of(Office.with(office.bengt, office.bengt.roles(), List.of(), List.of())));
        assertThat(bengt.pull(at).revokes()).containsExactly(Office.NORTH);
        assertThat(anna.pull(at).revokes()).isEmpty();
    }

    @Test
    void lendsTheSameKeyForAsLongAsAccessStands() {
        Map<UUID, Lease> first = leases(bengt);
        assertThat(first.get(Office.NORTH).until()).isEqualTo(now.get().plus(Duration.ofHours(72)));
        assertThat(first).doesNotContainKey(Office.SOUTH);
        assertThat(leases(bengt).get(Office.NORTH).key()).isEqualTo(first.get(Office.NORTH).key());
        // another workstation has keys of its own
        assertThat(leases(anna).get(Office.NORTH).key()).isNotEqualTo(first.get(Office.NORTH).key());
        withdraw();
        assertThat(leases(bengt)).doesNotContainKey(Office.NORTH);
        office.admin.importDocuments(List.of(office.bengt));
        assertThat(leases(bengt).get(Office.NORTH).key()).hasSize(32).isNotEqualTo(first.get(Office.NORTH).key());
    }

    @Test
    void lendsNothingToSomebodyElsesWorkstation() {
        leases(bengt);
        Caller thief = new Caller(office.anna.id(), bengt.caller.device());
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> leasing.leases(thief)).withMessage("not_allowed");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> leasing.purged(thief, new Purged(Office.NORTH, 1)))
                .withMessage("not_allowed");
    }

    @Test
    void believesNoPurgeAtANumberThatThereIsNotYet() {
        leases(bengt);
        withdraw();
        long at = bengt.pull(0).head();
        // also from a workstation that purged before the store was restored, when it had come further
        leasing.purged(bengt.caller, new Purged(Office.NORTH, at + 1000));
        assertThat(Jdbi.create(office.database.owner())
                .<Long, RuntimeException>withHandle(db -> db.createQuery("select seq from trepart.purge_ack").mapTo(long.class).one()))
                .isEqualTo(at);
    }

    @Test
    void letsNoIntentThatIsTooLargeStopTheRest() {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(anna.create(Office.note(file, "x")));
        }
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> anna.push(many.toArray(Operation[]::new))).withMessage("too_large");
        anna.next = 1;
        many.replaceAll(_ -> anna.create(Office.note(file, "x")));
        assertThat(anna.together(many.toArray(Operation[]::new))).hasSize(501)
                .allMatch(o -> o.result() == Result.REJECTED && o.reason().equals("too_large_intent"));
        assertThat(anna.send(anna.create(Office.note(file, "Efter"))).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.seeAll(JournalNote.class)).hasSize(1);
    }

    private void withdraw() {
        office.admin.importDocuments(List.of(Office.with(office.bengt, List.of(Role.CASEWORKER), List.of(Office.SOUTH), List.of())));
    }

    private Map<UUID, Lease> leases(Desk desk) {
        Leases leases = leasing.leases(desk.caller);
        return leases.leases().stream().collect(Collectors.toMap(Lease::unitId, lease -> lease));
    }

    private CaseFile numbered(String number) {
        return new CaseFile(file.id(), file.unitId(), number, null, file.phase(), file.openedOn(), file.phaseSince(), null, null);
    }
}
