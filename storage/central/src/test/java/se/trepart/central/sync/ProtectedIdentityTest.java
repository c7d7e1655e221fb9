package se.trepart.central.sync;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.merge.Conflict;
import se.trepart.model.person.Protection;
import se.trepart.wire.Entry.Kind;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** R34: a protected household is seen by its named handlers only, whatever changes and in whatever order. */
class ProtectedIdentityTest {

    private Office office;
    private Desk anna;
    private Desk bengt;
    private CaseFile file;
    private JournalNote note;

    @BeforeEach
    void open() {
        office = new Office();
        anna = office.desk(office.anna);
        bengt = office.desk(office.bengt);
        file = Office.caseFile(Office.NORTH);
        note = Office.note(file, "Ringde");
    }

    @AfterEach
    void close() {
        assertThat(office.admin.verify()).isEmpty();
        office.close();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void r34_aNewProtectedCaseIsSeenByItsMakerOnlyAndLeavesNoTrace(Protection protection) {
        long before = bengt.pull(0).head();
        create(protection);
        assertThat(anna.last(before, file.id())).contains(Kind.PUT);
        assertThat(anna.last(before, note.id())).contains(Kind.PUT);
        assertThat(bengt.feed(before, 500)).extracting(e -> e.type()).containsOnly("STAFF");
        assertThat(office.sync.bootstrap(bengt.caller, null, 500).entries()).noneMatch(e -> e.caseId() != null);
        assertThat(office.sync.bootstrap(anna.caller, null, 500).entries()).anyMatch(e -> e.id().equals(note.id()));
        // nor does anybody else learn for which case somebody is named
        assertThat(bengt.see(Staff.class, office.anna.id()).protectedCases()).isEmpty();
        assertThat(anna.see(Staff.class, office.anna.id()).protectedCases()).containsExactly(file.id());
        assertThat(office.desk(office.adam).see(Staff.class, office.anna.id()).protectedCases()).containsExactly(file.id());
    }

    @Test
    void r34_aCaseThatBecomesProtectedLeavesTheOthers() {
        create(Protection.NONE);
        long at = bengt.pull(0).head();
        assertThat(bengt.last(0, note.id())).contains(Kind.PUT);
        protect();
        assertThat(bengt.last(at, file.id())).contains(Kind.LEAVE);
        assertThat(bengt.last(at, note.id())).contains(Kind.LEAVE);
        assertThat(bengt.feed(at, 500)).filteredOn(e -> e.id().equals(file.id())).allMatch(e -> e.body() == null && e.caseId() == null);
        // from the beginning there is nothing of it at all but that it left
        assertThat(bengt.feed(0, 500)).filteredOn(e -> e.kind() == Kind.PUT).noneMatch(e -> file.id().equals(e.caseId()));
        // nor of what comes after
        long then = bengt.pull(0).head();
        JournalNote more = Office.note(file, "Flyttar");
        assertThat(anna.send(anna.create(more)).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.feed(then, 500)).isEmpty();
        assertThat(anna.last(then, more.id())).contains(Kind.PUT);

        // and when the protection ends everything comes back
        Household open = Office.household(file, Protection.NONE);
        anna.send(anna.change(Office.household(file, Protection.MARKED), open, 2));
        assertThat(bengt.see(JournalNote.class, more.id())).isEqualTo(more);
        assertThat(bengt.see(Household.class, open.id())).isEqualTo(open);
    }

    @Test
    void r34_namingAHandlerBringsTheCaseAndUnnamingTakesIt() {
        create(Protection.MARKED);
        Desk lena = office.desk(office.lena);
        long at = bengt.pull(0).head();
        office.admin.importDocuments(java.util.List.of(Office.named(office.bengt, file.id())));
        assertThat(bengt.see(JournalNote.class, note.id())).isEqualTo(note);
        assertThat(lena.feed(at, 500)).noneMatch(e -> e.id().equals(note.id()));
        long named = bengt.pull(0).head();
        office.admin.importDocuments(java.util.List.of(office.bengt));
        assertThat(bengt.last(named, note.id())).contains(Kind.LEAVE);
        assertThat(bengt.last(named, file.id())).contains(Kind.LEAVE);
        assertThat(anna.feed(named, 500)).noneMatch(e -> e.kind() == Kind.LEAVE);
    }

    @Test
    void r34_othersCanNeitherWriteInTheCaseNorLearnThatItIsThere() {
        create(Protection.UNKNOWN);
        JournalNote forged = Office.note(file, "Hej");
        assertThat(bengt.send(bengt.create(forged)).reason()).isEqualTo("not_allowed");
        assertThat(bengt
                .send(bengt.change(file,
                        new CaseFile(file.id(), file.unitId(), "1", null, file.phase(), file.openedOn(), file.phaseSince(), null, null), 1))
                .reason()).isEqualTo("not_allowed");
        assertThat(bengt.send(bengt.delete(file, 1)).reason()).isEqualTo("not_allowed");
        // nor by way of an open household of their own in the same case
        Household other = Office.household(file, Protection.NONE);
        Household second = new Household(Office.id(), other.unitId(), other.caseId(), other.maritalStatus(), other.adults(),
                other.children(), 0, other.validFrom());
        assertThat(bengt.send(bengt.create(second)).reason()).isEqualTo("not_allowed");
        // a handler cannot open it so either: one protected person protects all
        assertThat(anna.send(anna.create(second)).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.last(0, second.id())).isEmpty();
    }

    @Test
    void r34_conflictsAboutItAreTheHandlersToo() {
        create(Protection.MARKED);
        office.admin.importDocuments(java.util.List.of(Office.named(office.lena, file.id())));
        Desk lena = office.desk(office.lena);
        anna.send(anna.change(file, number("2026-1"), 1));
        Outcome clash = lena.send(lena.change(file, number("2026-2"), 1));
        assertThat(clash.result()).isEqualTo(Result.CONFLICT);
        assertThat(anna.last(0, clash.conflictId())).contains(Kind.PUT);
        assertThat(bengt.last(0, clash.conflictId())).isEmpty();
    }

    @Test
    void r34_aHouseholdThatIsDeletedLeavesTheCaseProtected() {
        create(Protection.MARKED);
        assertThat(anna.send(anna.delete(Office.household(file, Protection.MARKED), 1)).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.last(0, note.id())).isEmpty();
    }

    @Test
    void whatWasDoneBeforeTheCaseBecameProtectedIsKeptForItsHandlers() {
        create(Protection.NONE);
        protect();
        JournalNote late = Office.note(file, "Skrevs utan nät");
        Outcome outcome = bengt.send(bengt.create(late));
        assertThat(outcome.result()).isEqualTo(Result.QUARANTINED);
        assertThat(anna.see(Conflict.class, outcome.conflictId()).refused()).isEqualTo("ACCESS_WITHDRAWN");
        assertThat(bengt.last(0, outcome.conflictId())).isEmpty();
    }

    @Test
    void theResponsibleIsNamedTogetherWithTheOneWhoProtects() {
        file = new CaseFile(file.id(), file.unitId(), file.number(), office.bengt.id(), file.phase(), file.openedOn(), file.phaseSince(),
                null, null);
        create(Protection.NONE);
        protect();
        assertThat(bengt.see(JournalNote.class, note.id())).isEqualTo(note);
        assertThat(office.desk(office.lena).last(0, note.id())).contains(Kind.LEAVE);
    }

    private void create(Protection protection) {
        assertThat(anna.together(anna.create(file), anna.create(Office.household(file, protection)), anna.create(note)))
                .extracting(Outcome::result)
                .containsOnly(Result.APPLIED);
    }

    private void protect() {
        assertThat(anna.send(anna.change(Office.household(file, Protection.NONE), Office.household(file, Protection.MARKED), 1)).result())
                .isEqualTo(Result.APPLIED);
    }

    private CaseFile number(String number) {
        return new CaseFile(file.id(), file.unitId(), number, null, file.phase(), file.openedOn(), file.phaseSince(), null, null);
    }
}
