package se.trepart.app.casefile;

import java.nio.file.Path;
import java.util.List;

import se.trepart.app.casefile.CaseHead.Badge;
import se.trepart.app.casefile.CaseHead.Period;
import se.trepart.app.control.Reason;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.local.cache.Intent;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Intake;
import se.trepart.model.casefile.Phase;
import se.trepart.model.followup.CasePlace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.AMINA;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.LEIF;
import static se.trepart.app.casefile.CaseSamples.id;

class CaseViewModelTest {

    @TempDir
    Path folder;
    private CaseDesk desk;

    private CaseViewModel open(se.trepart.model.access.Staff me, java.util.UUID caseId) {
        desk = new CaseDesk(folder, me).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(CaseSamples.large())
                .with(CaseSamples.protectedCase());
        return new CaseViewModel(desk.open(caseId), List.of());
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    @Test
    void theHeadSaysWhoWhichCaseAndWhatToBearInMind() {
        CaseHead head = open(KARIN, CASE).headProperty().get();
        assertThat(head.name()).isEqualTo("Öberg, Amina");
        assertThat(head.facts()).isEqualTo("2026-00417 · Mottagningen · Karin Berg");
        assertThat(head.household()).isEqualTo("1 vuxen, 2 barn");
        assertThat(head.badges()).extracting(Badge::text).containsExactly("barn", "tolk: arabiska");
        assertThat(head.periods()).extracting(Period::text).containsExactly("november ▸ december 2026", "november 2026");
    }

    @Test
    void anotherPeriodIsChosenAmongTheApplications() {
        CaseViewModel model = open(KARIN, CASE);
        assertThat(model.openCase().situation().flatMap(CaseSituation::atHand).orElseThrow().id()).isEqualTo(CaseSamples.DECEMBER);
        model.openCase().choose(CaseSamples.NOVEMBER);
        assertThat(model.openCase().situation().flatMap(CaseSituation::atHand).orElseThrow().id()).isEqualTo(CaseSamples.NOVEMBER);
        assertThat(model.sinceLast()).isEmpty();
    }

    @Test
    void sinceLastSaysWhatDiffersAndLeadsThere() {
        CaseViewModel model = open(KARIN, CASE);
        assertThat(model.sinceLast()).extracting(r -> r.text().replace('\u00A0', ' '))
                .containsExactly("Hyra: 240 kr mer", "Nytt: Hemförsäkring, 120 kr", "Borta: Internet", "Nytt: Akut tandvård, 1 650 kr",
                        "Lön, Amina: 1 735,50 kr mer", "Inkomsterna är 18 % högre");
        model.sinceLast().getFirst().go().run();
        assertThat(desk.navigator.place().get()).isEqualTo(new Place.InCase(CASE, CasePlace.APPLICATION, ApplicationStep.COMPARE));
    }

    @Test
    void r34_aProtectedCaseIsShownToItsNamedHandlersOnly() {
        CaseViewModel closed = open(KARIN, id(120));
        assertThat(closed.openCase().stateProperty().get()).isEqualTo(OpenCase.State.CLOSED_TO_OTHERS);
        assertThat(closed.headProperty().get()).isNull();
    }

    @Test
    void r34_itsNamedHandlerSeesThatItIsProtected() {
        CaseViewModel open = open(LEIF, id(120));
        assertThat(open.openCase().stateProperty().get()).isEqualTo(OpenCase.State.OPEN);
        assertThat(open.headProperty().get().badges()).extracting(Badge::text).contains("skyddad identitet");
    }

    @Test
    void r3_theTeamLeadChoosesWhoIsResponsible() {
        CaseViewModel model = open(LEIF, id(110));
        desk.dialogs.answer(AMINA);
        assertThat(model.toDo()).extracting(Reason::text).containsExactly("Välj vem som ska ansvara för ärendet");
        model.distribute();
        assertThat(model.headProperty().get().facts()).endsWith("Amina Kowalczyk");
        assertThat(model.toDo()).isEmpty();
        assertThat(desk.desk().documents().find(CaseFile.class, id(110)).orElseThrow().responsible()).isEqualTo(AMINA.id());
    }

    /** R3 */
    @Test
    void theTeamLeadHandsACaseOverFromIntakeToRunning() {
        CaseViewModel model = open(LEIF, CASE);
        CaseFile before = desk.desk().documents().find(CaseFile.class, CASE).orElseThrow();
        desk.dialogs.answer(AMINA);
        assertThat(model.mayHandOver()).isTrue();
        model.handOver();
        CaseFile after = desk.desk().documents().find(CaseFile.class, CASE).orElseThrow();
        assertThat(before.phase()).isEqualTo(Phase.INTAKE);
        assertThat(after.phase()).isEqualTo(Phase.RUNNING);
        assertThat(after.phaseSince()).isEqualTo(desk.desk().today());
        assertThat(after.responsible()).isEqualTo(AMINA.id());
        assertThat(after.unitId()).isEqualTo(before.unitId());
        assertThat(model.mayHandOver()).isFalse();
        assertThat(model.headProperty().get().phase()).startsWith("Löpande");
    }

    @Test
    void leavingTheHandOverChangesNothing() {
        CaseViewModel model = open(LEIF, CASE);
        desk.dialogs.answer(java.util.Optional.empty());
        model.handOver();
        assertThat(desk.desk().documents().find(CaseFile.class, CASE).orElseThrow().phase()).isEqualTo(Phase.INTAKE);
    }

    @Test
    void aCaseworkerDoesNotHandOver() {
        assertThat(open(KARIN, CASE).mayHandOver()).isFalse();
    }

    @Test
    void aCaseworkerDoesNotDistribute() {
        CaseViewModel model = open(KARIN, id(110));
        assertThat(model.mayDistribute()).isFalse();
        assertThat(model.toDo()).isEmpty();
    }

    @Test
    void aConflictStandsInTheHeadWithTheWayToIt() {
        CaseViewModel model = open(KARIN, CASE);
        assertThat(model.needsCareProperty().get()).isFalse();
        desk.arrives(Intent.create(CaseSamples.conflict()), CASE);
        assertThat(model.needsCareProperty().get()).isTrue();
        assertThat(model.conflicts()).extracting(Reason::text).containsExactly("Två har ändrat: Ärendet");
        assertThat(model.toDo()).extracting(Reason::text).containsExactly("Två har ändrat: Ärendet");
        model.conflicts().getFirst().go().run();
        assertThat(desk.navigator.place().get()).isEqualTo(new OfConflict(CaseSamples.conflict().id()));
    }

    @Test
    void aColleaguesChangeIsShownAtOnce() {
        CaseViewModel model = open(KARIN, CASE);
        CaseFile before = desk.desk().documents().find(CaseFile.class, CASE).orElseThrow();
        desk.arrives(Intent.change(before, Intake.distribute(before, AMINA.id())), CASE);
        assertThat(model.headProperty().get().facts()).endsWith("Amina Kowalczyk");
    }

    @Test
    void aCaseThatIsNotHereSaysSo() {
        assertThat(open(KARIN, id(999)).openCase().stateProperty().get()).isEqualTo(OpenCase.State.NOT_HERE);
    }
}
