package se.trepart.app.conflict;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.conflict.ChoiceViewModel.Line;
import se.trepart.app.conflict.ChoiceViewModel.Side;
import se.trepart.app.conflict.ConflictViewModel.Page;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Staff;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.Settling.Lacking;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.LEIF;

class ConflictViewModelTest {

    @TempDir
    Path folder;

    private CaseDesk desk;

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private ConflictViewModel open(Staff me, Conflict conflict) {
        desk = new CaseDesk(folder, me).with(CaseSamples.municipality()).with(CaseSamples.amina()).with(CaseSamples.protectedCase());
        desk.with(conflict);
        desk.navigator.open(new OfConflict(conflict.id()));
        return new ConflictViewModel(conflict.id(), desk.desk(), Duration.ZERO);
    }

    private static Page page(ConflictViewModel model) {
        return model.page().get().orElseThrow();
    }

    private Conflict stored(Conflict conflict) {
        return desk.desk().documents().find(Conflict.class, conflict.id()).orElseThrow();
    }

    @Test
    void bothChangesAreShownFieldByFieldInWords() {
        ConflictViewModel model = open(KARIN, ConflictSamples.salary());
        assertThat(page(model).heading()).isEqualTo("Ansökan för december 2026: vad ska gälla?");
        assertThat(page(model).caseName()).isEqualTo("Öberg, Amina · 2026-00417");
        assertThat(page(model).theirs()).isEqualTo("Gäller nu, Leif Åkerström 08:30");
        assertThat(page(model).mine()).isEqualTo("Väntar, Karin Berg 09:30");
        assertThat(page(model).choices()).extracting(ChoiceViewModel::name).containsExactly("Inkomster, Lön", "Boende: boendeform");
        assertThat(page(model).choices().getFirst().lines()).containsExactly(
                new Line("Belopp", "7\u00A0855,50\u00A0kr", "8\u00A0100\u00A0kr", "7\u00A0950\u00A0kr"),
                new Line("Källa", "Ansökan", "Lönespecifikation", "Samtal med arbetsgivaren"));
    }

    @Test
    void nothingIsChosenFromTheStartAndNothingIsDoneUntilAllIs() {
        ConflictViewModel model = open(KARIN, ConflictSamples.salary());
        assertThat(page(model).choices()).allSatisfy(choice -> assertThat(choice.side().get()).isNull());
        assertThat(model.lacking().get()).hasSize(3).contains(new Lacking.Reason());
        model.settle();
        assertThat(stored(ConflictSamples.salary()).open()).isTrue();
    }

    @Test
    void oneChoiceEachAndAReasonSettleItOnceForAll() {
        Conflict conflict = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, conflict);
        page(model).choices().get(0).side().set(Side.MINE);
        page(model).choices().get(1).side().set(Side.THEIRS);
        model.reason().set("Arbetsgivaren har bekräftat lönen.");
        assertThat(model.lacking().get()).isEmpty();
        model.settle();
        Conflict settled = stored(conflict);
        assertThat(settled.resolvedBy()).isEqualTo(KARIN.id());
        assertThat(settled.fields()).extracting(ConflictField::chosen)
                .containsExactly("795000", "\"Samtal med arbetsgivaren\"", "\"SUBLET\"");
        assertThat(settled.fields()).extracting(ConflictField::reason).containsOnly("Arbetsgivaren har bekräftat lönen.");
        assertThat(desk.navigator.place().get()).isNotEqualTo(new OfConflict(conflict.id()));
        assertThat(model.page().get()).isEmpty();
    }

    @Test
    void ownValuesAreWrittenAsPeopleWriteThemAndFaultsAreSaid() {
        Conflict conflict = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, conflict);
        ChoiceViewModel salary = page(model).choices().get(0);
        salary.side().set(Side.OWN);
        salary.own().get(0).typed().set("åtta tusen");
        salary.own().get(1).typed().set("Lönebesked november");
        page(model).choices().get(1).side().set(Side.OWN);
        page(model).choices().get(1).own().getFirst().choose(se.trepart.model.application.HousingForm.CONDOMINIUM);
        model.reason().set("Båda hade fel.");
        assertThat(salary.own().get(0).fault().get()).isEqualTo("Skriv ett belopp, till exempel 4 390.");
        assertThat(model.lacking().get()).containsExactly(new Lacking.Choice(salary.key()));
        salary.own().get(0).typed().set("8 050,50 kr");
        assertThat(model.lacking().get()).isEmpty();
        model.settle();
        assertThat(stored(conflict).fields()).extracting(ConflictField::chosen)
                .containsExactly("805050", "\"Lönebesked november\"", "\"CONDOMINIUM\"");
    }

    @Test
    void whoseValueStandsIsSaidWithoutATimeWhenNobodyKnowsIt() {
        Conflict c = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, new Conflict(c.id(), c.unitId(), c.caseId(), c.aboutType(), c.aboutId(), c.aboutSide(),
                c.opId(), 3, 4, c.theirAuthor(), null, c.myAuthor(), c.mineAt(), c.fields(), "", null, null));
        assertThat(page(model).theirs()).isEqualTo("Gäller nu, Leif Åkerström");
    }

    @Test
    void whatIsTypedIsADraftThatIsFoundAgainAndChoosesNothing() throws Exception {
        Conflict conflict = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, conflict);
        page(model).choices().getFirst().side().set(Side.OWN);
        page(model).choices().getFirst().own().getLast().typed().set("Lönebesked från arb");
        model.reason().set("Arbetsgivaren");
        model.close();
        ConflictViewModel again = new ConflictViewModel(conflict.id(), desk.desk(), Duration.ZERO);
        ChoiceViewModel salary = page(again).choices().getFirst();
        assertThat(salary.own().getLast().typed().get()).isEqualTo("Lönebesked från arb");
        assertThat(salary.restoredFrom()).contains(CaseSamples.NOW);
        assertThat(salary.side().get()).as("nothing is chosen from the start").isNull();
        assertThat(again.reason().get()).isEqualTo("Arbetsgivaren");
        assertThat(page(again).choices().getLast().restoredFrom()).isEmpty();
    }

    @Test
    void whatOnlyWasPutInTheFieldToStartFromIsNobodysDraft() {
        ConflictViewModel model = open(KARIN, ConflictSamples.salary());
        page(model).choices().getFirst().own().forEach(own -> own.startFrom(own.field().mine()));
        assertThat(page(model).choices().getFirst().own().getLast().typed().get()).isEqualTo("Samtal med arbetsgivaren");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void theDraftsAreLetGoOfWhenTheChoiceIsMade() {
        ConflictViewModel model = open(KARIN, ConflictSamples.salary());
        page(model).choices().getFirst().own().getLast().typed().set("Lönebesked");
        page(model).choices().forEach(choice -> choice.side().set(Side.THEIRS));
        model.reason().set("Leif har rätt.");
        assertThat(drafts()).hasSize(2);
        model.settle();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void ownTextStaysWhenAnotherFieldBecomesDifferentMeanwhile() {
        Conflict conflict = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, conflict);
        page(model).choices().getFirst().side().set(Side.OWN);
        page(model).choices().getFirst().own().getLast().typed().set("Lönebesked");
        List<ConflictField> fields = new java.util.ArrayList<>(conflict.fields());
        ConflictField form = fields.get(2);
        fields.set(2, new ConflictField(form.id(), form.path(), form.base(), form.theirs(), "\"OWNED_HOUSE\"", null, ""));
        Conflict newer = new Conflict(conflict.id(), conflict.unitId(), conflict.caseId(), conflict.aboutType(), conflict.aboutId(),
                conflict.aboutSide(), conflict.opId(), conflict.baseVersion(), conflict.theirVersion(), conflict.theirAuthor(),
                conflict.theirAt(), conflict.myAuthor(), conflict.mineAt(), fields, "", null, null);
        desk.arrives(Intent.change(conflict, newer), CaseSamples.CASE);
        assertThat(page(model).choices().getFirst().side().get()).isEqualTo(Side.OWN);
        assertThat(page(model).choices().getFirst().own().getLast().typed().get()).isEqualTo("Lönebesked");
    }

    private List<String> drafts() {
        return desk.desk().workstation().drafts().startingWith("conflict/").stream().map(d -> d.key()).toList();
    }

    @Test
    void whatAColleagueChoseFirstStands() {
        Conflict conflict = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, conflict);
        page(model).choices().forEach(choice -> choice.side().set(Side.MINE));
        model.reason().set("Vi ringde.");
        desk.with(List.of());
        Conflict theirs = new Conflict(conflict.id(), conflict.unitId(), conflict.caseId(), conflict.aboutType(), conflict.aboutId(),
                conflict.aboutSide(), conflict.opId(), conflict.baseVersion(), conflict.theirVersion(), conflict.theirAuthor(),
                conflict.theirAt(), conflict.myAuthor(), conflict.mineAt(), conflict.fields(), "", LEIF.id(), CaseSamples.NOW);
        desk.desk().documents().save(Intent.change(conflict, theirs));
        model.settle();
        assertThat(stored(conflict).resolvedBy()).isEqualTo(LEIF.id());
        assertThat(desk.dialogs.shown).anyMatch(said -> said.startsWith("Någon annan hann före"));
        assertThat(model.page().get()).isEmpty();
    }

    @Test
    void aChoiceAboutSomethingThatHasBecomeDifferentIsTakenBack() {
        Conflict conflict = ConflictSamples.salary();
        ConflictViewModel model = open(KARIN, conflict);
        page(model).choices().forEach(choice -> choice.side().set(Side.MINE));
        List<ConflictField> fields = new java.util.ArrayList<>(conflict.fields());
        ConflictField form = fields.get(2);
        fields.set(2, new ConflictField(form.id(), form.path(), form.base(), form.theirs(), "\"OWNED_HOUSE\"", null, ""));
        Conflict newer = new Conflict(conflict.id(), conflict.unitId(), conflict.caseId(), conflict.aboutType(), conflict.aboutId(),
                conflict.aboutSide(), conflict.opId(), conflict.baseVersion(), conflict.theirVersion(), conflict.theirAuthor(),
                conflict.theirAt(), conflict.myAuthor(), conflict.mineAt(), fields, "", null, null);
        desk.arrives(Intent.change(conflict, newer), CaseSamples.CASE);
        assertThat(page(model).choices().get(0).side().get()).isEqualTo(Side.MINE);
        assertThat(page(model).choices().get(1).side().get()).isNull();
    }

    @Test
    void theWorkOfSomebodyWhoLostAccessWaitsForTheTeamLead() throws Exception {
        ConflictViewModel asCaseworker = open(KARIN, ConflictSamples.withdrawn());
        assertThat(page(asCaseworker).allowed()).isFalse();
        try (Directory directory = new Directory(desk.desk().documents(), KARIN);
                ConflictsViewModel list = new ConflictsViewModel(desk.desk(), directory)) {
            assertThat(list.rows()).isEmpty();
        }
        desk.close();
        ConflictViewModel asTeamLead = open(folder.resolve("leif"), ConflictSamples.withdrawn());
        assertThat(page(asTeamLead).allowed()).isTrue();
        assertThat(page(asTeamLead).lead()).startsWith("Karin Berg ändrade det här men har inte längre behörighet");
        try (Directory directory = new Directory(desk.desk().documents(), LEIF);
                ConflictsViewModel list = new ConflictsViewModel(desk.desk(), directory)) {
            assertThat(list.rows()).singleElement().satisfies(row -> {
                assertThat(row.who()).isEqualTo("Öberg, Amina");
                assertThat(row.what()).isEqualTo("Ärendet");
                assertThat(row.between()).isEqualTo("Leif Åkerström och Karin Berg");
            });
        }
    }

    private ConflictViewModel open(Path other, Conflict conflict) {
        folder = other;
        return open(LEIF, conflict);
    }

    @Test
    void whatWasTakenAwayIsOneChoiceAndSaysWhatToDo() {
        ConflictViewModel model = open(KARIN, ConflictSamples.deleted());
        assertThat(page(model).lead()).startsWith("Leif Åkerström tog bort det här innan ändringen från Karin Berg kom fram.");
        assertThat(page(model).choices()).singleElement().satisfies(choice -> {
            assertThat(choice.lines()).containsExactly(new Line("Ska ha kommit in", "20 november 2026", "–", "30 november 2026"));
            assertThat(choice.own()).isEmpty();
        });
    }

    @Test
    void whatIsLockedStaysAndSaysHowItIsCorrected_R17() {
        ConflictViewModel model = open(KARIN, ConflictSamples.locked());
        assertThat(page(model).lead()).contains("skriv ett nytt beslut som rättar det gamla");
        page(model).choices().getFirst().side().set(Side.MINE);
        model.reason().set("Vi vill ändå.");
        model.settle();
        assertThat(stored(ConflictSamples.locked()).open()).isTrue();
    }

    @Test
    void aProtectedCaseIsNobodyElsesConflict_R34() throws Exception {
        Conflict c = ConflictSamples.salary();
        Conflict hidden = new Conflict(c.id(), c.unitId(), CaseSamples.id(120), "CASE_FILE", CaseSamples.id(120), null, c.opId(), 3, 4,
                c.theirAuthor(), c.theirAt(), c.myAuthor(), c.mineAt(), c.fields(), "", null, null);
        ConflictViewModel model = open(KARIN, hidden);
        assertThat(model.page().get()).isEmpty();
        try (Directory directory = new Directory(desk.desk().documents(), KARIN);
                ConflictsViewModel list = new ConflictsViewModel(desk.desk(), directory)) {
            assertThat(list.rows()).isEmpty();
        }
    }
}
