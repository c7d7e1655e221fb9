package se.trepart.central.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ConflictsTest {

    private Office office;
    private Desk anna;
    private Desk bengt;
    private CaseFile file;

    @BeforeEach
    void open() {
        office = new Office();
        anna = office.desk(office.anna);
        bengt = office.desk(office.bengt);
        file = Office.caseFile(Office.NORTH);
        anna.send(anna.create(file));
    }

    @AfterEach
    void close() {
        assertThat(office.admin.verify()).isEmpty();
        office.close();
    }

    @Test
    void bringsChangesOfDifferentFieldsTogether() {
        assertThat(anna.send(anna.change(file, with(file, "2026-1", null, Phase.INTAKE), 1)).result()).isEqualTo(Result.APPLIED);
        Outcome second = bengt.send(bengt.change(file, with(file, file.number(), office.bengt.id(), Phase.INTAKE), 1));
        assertThat(second).isEqualTo(new Outcome(second.opId(), Result.MERGED, 3, null, ""));
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(with(file, "2026-1", office.bengt.id(), Phase.INTAKE));
        assertThat(anna.seeAll(Conflict.class)).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoChangesAndLaysTheOtherBeforeAPerson() {
        Instant before = Instant.now();
        anna.send(anna.change(file, with(file, "2026-1", null, Phase.INTAKE), 1));
        Instant after = Instant.now();
        Outcome second = bengt.send(bengt.change(file, with(file, "2026-2", null, Phase.RUNNING), 1));
        assertThat(second.result()).isEqualTo(Result.CONFLICT);
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(with(file, "2026-1", null, Phase.INTAKE));
        Conflict conflict = anna.see(Conflict.class, second.conflictId());
        assertThat(conflict.unitId()).isEqualTo(Office.NORTH);
        assertThat(conflict.caseId()).isEqualTo(file.id());
        assertThat(List.of(conflict.theirAuthor(), conflict.myAuthor())).containsExactly(office.anna.id(), office.bengt.id());
        assertThat(List.of(conflict.baseVersion(), conflict.theirVersion())).containsExactly(1L, 2L);
        assertThat(conflict.theirAt()).as("by the store's own clock, not the workstation's").isBetween(before, after);
        assertThat(conflict.fields()).extracting(ConflictField::path, ConflictField::base, ConflictField::theirs, ConflictField::mine)
                .containsExactlyInAnyOrder(tuple("number", "\"2026-00417\"", "\"2026-1\"", "\"2026-2\""),
                        tuple("phase", "\"INTAKE\"", "\"INTAKE\"", "\"RUNNING\""));
    }

    @Test
    void neverLetsAWorkstationClashWithItself() {
        CaseFile first = with(file, "2026-1", null, Phase.INTAKE);
        CaseFile second = with(file, "2026-2", null, Phase.INTAKE);
        bengt.send(bengt.change(file, with(file, file.number(), office.bengt.id(), Phase.INTAKE), 1));
        // written without having fetched anything in between, one on top of the other
        assertThat(anna.push(anna.change(file, first, 1), anna.change(first, second, 1), anna.change(second, file, 1)).outcomes())
                .extracting(Outcome::result)
                .containsExactly(Result.MERGED, Result.MERGED, Result.MERGED);
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(with(file, file.number(), office.bengt.id(), Phase.INTAKE));
    }

    @Test
    void putsLaterChangesOfTheSameWorkstationIntoTheSameConflictUntilItKnows() {
        anna.send(anna.change(file, with(file, "2026-1", null, Phase.INTAKE), 1));
        CaseFile mine = with(file, "2026-2", null, Phase.INTAKE);
        Outcome first = bengt.send(bengt.change(file, mine, 1));
        CaseFile more = with(file, "2026-3", office.bengt.id(), Phase.INTAKE);
        Outcome second = bengt.send(bengt.change(mine, more, 1));
        assertThat(second.conflictId()).isEqualTo(first.conflictId());
        assertThat(bengt.see(Conflict.class, first.conflictId()).fields())
                .extracting(ConflictField::path, ConflictField::base, ConflictField::mine)
                .containsExactlyInAnyOrder(tuple("number", "\"2026-00417\"", "\"2026-3\""),
                        tuple("responsible", null, "\"" + office.bengt.id() + "\""));
        // now it has fetched version 2
        CaseFile seen = bengt.see(CaseFile.class, file.id());
        assertThat(bengt.send(bengt.change(seen, with(seen, seen.number(), null, Phase.RUNNING), 2)).result()).isEqualTo(Result.APPLIED);
    }

    @Test
    void bringsInWhatAPersonChose() {
        Conflict conflict = clash();
        Conflict chosen = chosen(conflict, f -> f.path().equals("number") ? "\"2026-9\"" : f.mine(), office.lena.id());
        Desk lena = office.desk(office.lena);
        assertThat(lena.send(lena.change(conflict, chosen, 1)).result()).isEqualTo(Result.APPLIED);
        assertThat(bengt.see(CaseFile.class, file.id())).isEqualTo(with(file, "2026-9", null, Phase.RUNNING));
        Conflict after = bengt.see(Conflict.class, conflict.id());
        assertThat(after.open()).isFalse();
        assertThat(after.resolvedBy()).isEqualTo(office.lena.id());
        assertThat(after.resolvedAt()).isAfter(Instant.EPOCH);
        assertThat(after.fields()).extracting(ConflictField::reason).containsOnly("så är det");
    }

    @Test
    void signsASettlementWithWhoeverReallyMadeIt() {
        Conflict conflict = clash();
        bengt.send(bengt.change(conflict, chosen(conflict, ConflictField::theirs, office.lena.id()), 1));
        assertThat(bengt.see(Conflict.class, conflict.id()).resolvedBy()).isEqualTo(office.bengt.id());
    }

    @Test
    void losesNeitherOfTwoSettlementsAtOnce() {
        Conflict conflict = clash();
        anna.send(anna.change(conflict, chosen(conflict, _ -> null, office.anna.id(), "\"2026-A\""), 1));
        bengt.send(bengt.change(conflict, chosen(conflict, _ -> null, office.bengt.id(), "\"2026-B\""), 1));
        assertThat(bengt.see(CaseFile.class, file.id()).number()).isEqualTo("2026-A");
        assertThat(bengt.seeAll(Conflict.class)).filteredOn(Conflict::open)
                .singleElement()
                .satisfies(open -> assertThat(open.fields()).extracting(ConflictField::mine).contains("\"2026-B\""));
    }

    @Test
    void laysASettlementThatCameTooLateBeforeAPersonAgain() {
        Conflict conflict = clash();
        anna.send(anna.change(with(file, "2026-1", null, Phase.INTAKE), with(file, "2026-NEW", null, Phase.INTAKE), 2));
        bengt.send(bengt.change(conflict, chosen(conflict, ConflictField::mine, office.bengt.id()), 1));
        assertThat(bengt.see(CaseFile.class, file.id()).number()).isEqualTo("2026-NEW");
        assertThat(bengt.seeAll(Conflict.class)).filteredOn(Conflict::open).hasSize(1);
    }

    @Test
    void asksAgainAboutAFieldThatCameWhileAPersonWasChoosing() {
        anna.send(anna.change(file, with(file, file.number(), null, Phase.RUNNING), 1));
        CaseFile mine = with(file, file.number(), null, Phase.CLOSED);
        Conflict seen = bengt.see(Conflict.class, bengt.send(bengt.change(file, mine, 1)).conflictId());
        bengt.send(bengt.change(mine, with(mine, "2026-2", null, Phase.CLOSED), 1));
        Desk lena = office.desk(office.lena);
        assertThat(lena.send(lena.change(seen, chosen(seen, ConflictField::theirs, office.lena.id()), 1)).result())
                .isEqualTo(Result.APPLIED);
        assertThat(lena.see(CaseFile.class, file.id())).as("nobody has said that the number is none")
                .isEqualTo(with(file, file.number(), null, Phase.RUNNING));
        assertThat(lena.seeAll(Conflict.class)).filteredOn(Conflict::open)
                .singleElement()
                .satisfies(open -> assertThat(open.fields()).extracting(ConflictField::path, ConflictField::theirs, ConflictField::mine)
                        .containsExactly(tuple("number", "\"2026-00417\"", "\"2026-2\"")));
    }

    @Test
    void asksAgainAboutAFieldThatMoreWasWrittenAboutWhileAPersonWasChoosing() {
        Conflict seen = clash();
        anna.send(anna.change(with(file, "2026-1", null, Phase.INTAKE), with(file, "2026-NEW", null, Phase.INTAKE), 2));
        bengt.send(bengt.change(with(file, "2026-2", null, Phase.RUNNING), with(file, "2026-3", null, Phase.RUNNING), 1));
        Desk lena = office.desk(office.lena);
        lena.send(lena.change(seen, chosen(seen, ConflictField::theirs, office.lena.id()), 1));
        assertThat(lena.see(CaseFile.class, file.id()).number()).as("what stands is not what stood when she looked").isEqualTo("2026-NEW");
        assertThat(lena.seeAll(Conflict.class)).filteredOn(Conflict::open)
                .singleElement()
                .satisfies(open -> assertThat(open.fields()).extracting(ConflictField::theirs, ConflictField::mine)
                        .contains(tuple("\"2026-NEW\"", "\"2026-3\"")));
    }

    @Test
    void laysAllOfAnIntentBeforeAPersonWhenOneOfItClashes() {
        anna.send(anna.change(file, with(file, "2026-1", null, Phase.INTAKE), 1));
        JournalNote note = Office.note(file, "Bytte nummer");
        List<Outcome> outcomes = bengt.together(bengt.change(file, with(file, "2026-2", null, Phase.INTAKE), 1), bengt.create(note));
        assertThat(outcomes).extracting(Outcome::result).containsOnly(Result.CONFLICT);
        assertThat(anna.seeAll(JournalNote.class)).isEmpty();
        Conflict held = anna.see(Conflict.class, outcomes.get(1).conflictId());
        assertThat(held.refused()).isEqualTo("INTENT");
        // and taking mine writes it after all
        bengt.send(bengt.change(held, chosen(held, ConflictField::mine, office.bengt.id()), 1));
        assertThat(anna.see(JournalNote.class, note.id())).isEqualTo(note);
    }

    @Test
    void keepsWhatWaitsToBeMadeWhenMoreIsWrittenInItWhileAPersonIsChoosing() {
        bengt.send(bengt.change(file, with(file, "2026-1", null, Phase.INTAKE), 1));
        Decision waiting = decision();
        List<Outcome> outcomes = anna.together(anna.change(file, with(file, "2026-2", null, Phase.INTAKE), 1), anna.create(waiting));
        Conflict seen = anna.see(Conflict.class, outcomes.get(1).conflictId());
        anna.send(anna.change(waiting, with(waiting, "Skäl A", ""), 1));
        assertThat(anna.send(anna.change(seen, chosen(seen, ConflictField::mine, office.anna.id()), 1)).reason())
                .isEqualTo("changed_since");
        Conflict now = anna.see(Conflict.class, seen.id());
        assertThat(now.open()).isTrue();
        Outcome made = anna.send(anna.change(now, chosen(now, ConflictField::mine, office.anna.id()), 2));
        assertThat(made.result()).as(made.reason()).isEqualTo(Result.APPLIED);
        assertThat(anna.see(Decision.class, waiting.id())).isEqualTo(with(waiting, "Skäl A", ""));
    }

    @Test
    void asksAgainWhenItIsAnsweredWhatItDoesNotAsk() {
        Conflict conflict = clash();
        // as the person saw it before the store was restored
        Conflict seen = with(conflict, new ConflictField(Office.id(), "closingReason", null, null, "\"flytt\"", null, ""));
        assertThat(anna.send(anna.change(seen, chosen(seen, ConflictField::mine, office.anna.id()), 1)).reason())
                .isEqualTo("changed_since");
        assertThat(anna.see(Conflict.class, conflict.id())).isEqualTo(conflict);
        assertThat(anna.send(anna.change(conflict, chosen(conflict, ConflictField::mine, office.anna.id()), 1)).result())
                .isEqualTo(Result.APPLIED);
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(with(file, "2026-2", null, Phase.RUNNING));
    }

    @Test
    void takesNothingOfASettlementButWhatIsChosenAndWhy() {
        Conflict conflict = clash();
        Conflict chosen = chosen(conflict, ConflictField::mine, office.anna.id());
        ConflictField turned = chosen.fields().getFirst();
        Conflict sent = with(chosen, new ConflictField(turned.id(), "closingReason", turned.base(), turned.mine(), turned.theirs(),
                turned.chosen(), turned.reason()));
        assertThat(anna.send(anna.change(conflict, sent, 1)).result()).isEqualTo(Result.APPLIED);
        assertThat(anna.see(CaseFile.class, file.id())).isEqualTo(with(file, "2026-2", null, Phase.RUNNING));
        assertThat(anna.see(Conflict.class, conflict.id()).fields()).isEqualTo(chosen.fields());
    }

    @Test
    void isStoppedByNothingThatCannotBeJudged() {
        Decision decision = decision();
        Operation whole = anna.create(decision);
        ObjectNode body = ((ObjectNode) Objects.requireNonNull(whole.body())).without("preparedBy");
        Operation broken = new Operation(whole.opId(), whole.clientSeq(), whole.intentId(), whole.type(), whole.id(), whole.kind(),
                whole.unitId(), whole.caseId(), whole.baseVersion(), whole.patch(), body, whole.schema(), whole.clientTime());
        JournalNote note = Office.note(file, "Ringde");
        List<Outcome> outcomes = anna.push(broken, anna.create(note)).outcomes();
        assertThat(outcomes).extracting(Outcome::reason).containsExactly("malformed", "");
        assertThat(anna.seeAll(JournalNote.class)).containsExactly(note);
    }

    private static Conflict with(Conflict conflict, ConflictField field) {
        return Conflicts.with(conflict,
                Stream.concat(conflict.fields().stream().filter(other -> !other.id().equals(field.id())), Stream.of(field)).toList());
    }

    @Test
    void neverMergesADecision() {
        Decision decision = decision();
        anna.send(anna.create(decision));
        anna.send(anna.change(decision, with(decision, "Skäl A", ""), 1));
        assertThat(bengt.send(bengt.change(decision, with(decision, "", "Barnen"), 1)).result()).isEqualTo(Result.CONFLICT);
        assertThat(bengt.see(Decision.class, decision.id())).isEqualTo(with(decision, "Skäl A", ""));
    }

    @Test
    void changesNothingInADecisionThatIsMade() {
        Decision made = made(decision());
        anna.send(anna.create(made));
        Outcome late = anna.send(anna.change(made, with(made, "Andra skäl", ""), 1));
        assertThat(late.result()).isEqualTo(Result.CONFLICT);
        assertThat(anna.see(Conflict.class, late.conflictId()).refused()).isEqualTo("LOCKED");
        Conflict conflict = anna.see(Conflict.class, late.conflictId());
        assertThat(anna.send(anna.change(conflict, chosen(conflict, ConflictField::mine, office.anna.id()), 1)).reason())
                .isEqualTo("locked");
        assertThat(anna.see(Decision.class, made.id())).isEqualTo(made);
    }

    @Test
    void letsNeitherDeletingNorChangingWinUnseen() {
        anna.send(anna.change(file, with(file, "2026-1", null, Phase.INTAKE), 1));
        assertThat(bengt.send(bengt.delete(file, 1)).result()).isEqualTo(Result.CONFLICT);
        assertThat(anna.see(CaseFile.class, file.id()).number()).isEqualTo("2026-1");

        assertThat(anna.send(anna.delete(file, 2)).result()).isEqualTo(Result.APPLIED);
        Desk lena = office.desk(office.lena);
        Outcome late = lena.send(lena.change(file, with(file, file.number(), office.lena.id(), Phase.INTAKE), 1));
        Conflict conflict = lena.see(Conflict.class, late.conflictId());
        assertThat(conflict.refused()).isEqualTo("DELETED");
        lena.send(lena.change(conflict, chosen(conflict, ConflictField::mine, office.lena.id()), 1));
        assertThat(lena.see(CaseFile.class, file.id()).responsible()).isEqualTo(office.lena.id());
    }

    @Test
    void neverChangesANote() {
        JournalNote note = Office.note(file, "Ringde");
        anna.send(anna.create(note));
        assertThat(anna.send(anna.change(note, Office.note(file, "Ringde inte"), 1)).reason()).isEqualTo("append_only");
        JournalNote other = new JournalNote(note.id(), note.unitId(), note.caseId(), note.writtenAt(), note.eventOn(), note.author(),
                note.kind(), "Annat", null);
        assertThat(bengt.send(bengt.create(other)).reason()).isEqualTo("exists");
        assertThat(bengt.send(bengt.create(note)).result()).isEqualTo(Result.APPLIED);
        assertThat(anna.seeAll(JournalNote.class)).containsExactly(note);
    }

    /** Both gave the case another number; Bengt also took it into the running group. */
    private Conflict clash() {
        anna.send(anna.change(file, with(file, "2026-1", null, Phase.INTAKE), 1));
        Outcome second = bengt.send(bengt.change(file, with(file, "2026-2", null, Phase.RUNNING), 1));
        return bengt.see(Conflict.class, second.conflictId());
    }

    private static Conflict chosen(Conflict conflict, Function<ConflictField, @Nullable String> choice, UUID by) {
        return chosen(conflict, choice, by, null);
    }

    private static Conflict chosen(Conflict c, Function<ConflictField, @Nullable String> choice, UUID by, @Nullable String number) {
        UnaryOperator<ConflictField> choose = f -> new ConflictField(f.id(), f.path(), f.base(), f.theirs(), f.mine(),
                number == null ? choice.apply(f) : f.path().equals("number") ? number : f.theirs(), "så är det");
        return new Conflict(c.id(), c.unitId(), c.caseId(), c.aboutType(), c.aboutId(), c.aboutSide(), c.opId(), c.baseVersion(),
                c.theirVersion(), c.theirAuthor(), c.theirAt(), c.myAuthor(), c.mineAt(), c.fields().stream().map(choose).toList(),
                c.refused(), by, Instant.EPOCH);
    }

    private Decision decision() {
        return new Decision(Office.id(), Office.NORTH, file.id(), Office.id(), null, DecisionKind.AID, DecisionStatus.PREPARED,
                YearMonth.of(2026, 12), Office.DAY, office.anna.id(), List.of(), "", "", null, List.of(), null, null, null, null);
    }

    private static Decision with(Decision d, String reasons, String childEffect) {
        return new Decision(d.id(), d.unitId(), d.caseId(), d.applicationId(), d.calculationId(), d.kind(), d.status(), d.period(),
                d.preparedOn(), d.preparedBy(), d.items(), reasons, childEffect, d.communication(), d.handOvers(), d.decidedBy(),
                d.decidedAs(), d.decidedOn(), d.corrects());
    }

    private static Decision made(Decision d) {
        return new Decision(d.id(), d.unitId(), d.caseId(), d.applicationId(), d.calculationId(), DecisionKind.WITHDRAWAL,
                DecisionStatus.MADE, d.period(), d.preparedOn(), d.preparedBy(), d.items(), "Skäl", "", d.communication(), d.handOvers(),
                d.preparedBy(), Role.CASEWORKER, LocalDate.of(2026, 11, 20), d.corrects());
    }

    private static CaseFile with(CaseFile c, String number, @Nullable UUID responsible, Phase phase) {
        return new CaseFile(c.id(), c.unitId(), number, responsible, phase, c.openedOn(), c.phaseSince(), c.closedOn(), c.closingReason());
    }

    private static org.assertj.core.groups.Tuple tuple(@Nullable Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
