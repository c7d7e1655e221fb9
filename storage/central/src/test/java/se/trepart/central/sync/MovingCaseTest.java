package se.trepart.central.sync;

import java.util.List;
import java.util.UUID;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.merge.Conflict;
import se.trepart.model.person.Protection;
import se.trepart.wire.Entry;
import se.trepart.wire.Entry.Kind;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A household that changes unit takes its whole case with it, in one transaction. */
class MovingCaseTest {

    private Office office;
    private Desk anna;
    private Desk bengt;
    private Desk cecilia;
    private CaseFile file;
    private Household household;
    private JournalNote note;

    @BeforeEach
    void open() {
        office = new Office();
        anna = office.desk(office.anna);
        bengt = office.desk(office.bengt);
        cecilia = office.desk(office.cecilia);
        file = Office.caseFile(Office.NORTH);
        household = Office.household(file, Protection.NONE);
        note = Office.note(file, "Ringde");
        anna.together(anna.create(file), anna.create(household), anna.create(note));
    }

    @AfterEach
    void close() {
        assertThat(office.admin.verify()).isEmpty();
        office.close();
    }

    @Test
    void leavesTheOldUnitAndComesToTheNewWhole() {
        long at = bengt.pull(0).head();
        assertThat(anna.send(anna.change(file, in(Office.SOUTH), 1)).result()).isEqualTo(Result.APPLIED);
        List<Entry> left = bengt.feed(at, 500);
        assertThat(left).extracting(Entry::id).containsExactlyInAnyOrder(file.id(), household.id(), note.id());
        assertThat(left).allMatch(e -> e.kind() == Kind.LEAVE && e.body() == null && e.caseId() == null);
        List<Entry> came = cecilia.feed(at, 500);
        assertThat(came).extracting(Entry::id).containsExactlyInAnyOrder(file.id(), household.id(), note.id());
        assertThat(came)
                .allMatch(e -> e.kind() == Kind.PUT && e.unitId().equals(Office.SOUTH) && e.commitSeq() == came.getFirst().commitSeq());
        assertThat(cecilia.see(JournalNote.class, note.id()).unitId()).isEqualTo(Office.SOUTH);
    }

    @Test
    void leavesTheUnitItWasMadeInAlsoWhenItMovesInTheSameBatch() {
        long at = anna.pull(0).head();
        CaseFile made = Office.caseFile(Office.NORTH);
        CaseFile moved = new CaseFile(made.id(), Office.SOUTH, made.number(), made.responsible(), made.phase(), made.openedOn(),
                made.phaseSince(), made.closedOn(), made.closingReason());
        anna.push(anna.create(made), anna.change(made, moved, 0));
        assertThat(anna.last(at, made.id())).contains(Kind.LEAVE);
        assertThat(cecilia.last(at, made.id())).contains(Kind.PUT);
    }

    @Test
    void goesThereAndBackWithinOnePage() {
        long at = bengt.pull(0).head();
        anna.send(anna.change(file, in(Office.SOUTH), 1));
        cecilia.send(cecilia.change(in(Office.SOUTH), file, 2));
        assertThat(bengt.last(at, note.id())).contains(Kind.PUT);
        assertThat(cecilia.last(at, note.id())).contains(Kind.LEAVE);
    }

    @Test
    void bringsAlongWhatIsWrittenWithoutKnowingOfTheMove() {
        // Dora works in both units
        var dora = Office.with(office.bengt, List.of(Role.CASEWORKER), List.of(Office.NORTH, Office.SOUTH), List.of());
        office.admin.importDocuments(List.of(dora));
        anna.send(anna.change(file, in(Office.SOUTH), 1));
        JournalNote late = Office.note(file, "Skrevs utan nät");
        assertThat(bengt.send(bengt.create(late)).result()).isEqualTo(Result.APPLIED);
        assertThat(cecilia.see(JournalNote.class, late.id()).unitId()).isEqualTo(Office.SOUTH);
    }

    @Test
    void keepsForTheNewUnitWhatTheOldOneDidNotKnowIsNotItsAnyMore() {
        anna.send(anna.change(file, in(Office.SOUTH), 1));
        JournalNote late = Office.note(file, "Skrevs utan nät");
        Outcome outcome = bengt.send(bengt.create(late));
        assertThat(outcome.result()).isEqualTo(Result.QUARANTINED);
        Conflict held = cecilia.see(Conflict.class, outcome.conflictId());
        assertThat(held.unitId()).isEqualTo(Office.SOUTH);
        assertThat(bengt.last(0, held.id())).isEmpty();
        assertThat(bengt.send(bengt.change(household, Office.household(file, Protection.NONE, "Norra vägen 2"), 1)).result())
                .isEqualTo(Result.QUARANTINED);
        // who settles it takes it in
        Conflict settled = new Conflict(held.id(), held.unitId(), held.caseId(), held.aboutType(), held.aboutId(), held.aboutSide(),
                held.opId(), held.baseVersion(), held.theirVersion(), held.theirAuthor(), held.theirAt(), held.myAuthor(), held.mineAt(),
                held.fields()
                        .stream()
                        .map(f -> new Conflict.ConflictField(f.id(), f.path(), f.base(), f.theirs(), f.mine(), f.mine(), "behövs"))
                        .toList(),
                held.refused(), office.cecilia.id(), java.time.Instant.EPOCH);
        assertThat(cecilia.send(cecilia.change(held, settled, 1)).result()).isEqualTo(Result.APPLIED);
        JournalNote taken = cecilia.see(JournalNote.class, late.id());
        assertThat(taken.text()).isEqualTo(late.text());
        assertThat(taken.unitId()).isEqualTo(Office.SOUTH);
    }

    @Test
    void movesNeitherInPartNorToNowhere() {
        assertThat(anna.send(anna.change(file, in(Office.id()), 1)).reason()).isEqualTo("unknown_unit");
        Household alone = new Household(household.id(), Office.SOUTH, household.caseId(), household.maritalStatus(), household.adults(),
                household.children(), 0, household.validFrom());
        assertThat(anna.send(anna.change(household, alone, 1)).reason()).isEqualTo("not_allowed");
        Household elsewhere = new Household(household.id(), Office.NORTH, Office.id(), household.maritalStatus(), household.adults(),
                household.children(), 0, household.validFrom());
        assertThat(anna.send(anna.change(household, elsewhere, 1)).reason()).isEqualTo("not_allowed");
        assertThat(cecilia.last(0, file.id())).isEmpty();
    }

    private CaseFile in(UUID unit) {
        return new CaseFile(file.id(), unit, file.number(), null, file.phase(), file.openedOn(), file.phaseSince(), null, null);
    }
}
