package se.trepart.app.decision;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import se.trepart.app.calculation.CalculationRow;
import se.trepart.app.calculation.CalculationViewModel;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.decision.DecisionPage.Main;
import se.trepart.app.decision.DecisionPage.Stage;
import se.trepart.app.decision.DecisionPage.State;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterViewModel;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.Hindrance;
import se.trepart.model.letter.Letter;
import se.trepart.model.norm.Calculation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.DECEMBER;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.LEIF;

class DecisionViewModelTest {

    @TempDir
    Path folder;
    private CaseDesk desk;
    private OpenCase openCase;
    private CalculationViewModel calculation;
    private DecisionViewModel model;

    @BeforeEach
    void store() {
        desk = new CaseDesk(folder, KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(Decided.november())
                .with(Decided.investigated());
        show();
        calculation.open();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        assertThat(desk.dialogs.everythingAnswered()).isTrue();
        desk.close();
    }

    private void show() {
        openCase = desk.open(CASE);
        calculation = new CalculationViewModel(openCase, Rulebook.shipped());
        model = new DecisionViewModel(openCase, Rulebook.shipped());
        model.open();
    }

    /** Another person sits down at the workstation. */
    private void nowIs(Staff staff) {
        model.close();
        openCase.close();
        desk.close();
        desk = new CaseDesk(folder, staff);
        show();
    }

    private Decision stored() {
        return desk.desk().documents().inCase(Decision.class, CASE).getFirst();
    }

    private Application application() {
        return desk.desk().documents().find(Application.class, DECEMBER).orElseThrow();
    }

    private <D extends Document> D only(Class<D> type, UUID id) {
        return desk.desk().documents().find(type, id).orElseThrow();
    }

    private void lowerRent() {
        CalculationRow rent = calculation.page().rows().stream().filter(r -> r.key().equals("RENT")).findFirst().orElseThrow();
        rent.amount().textProperty().set("7000");
        rent.reason().textProperty().set("Enligt avin");
        rent.leave();
    }

    private ItemRow item(String key) {
        return model.page().items().stream().filter(i -> i.key().equals(key)).findFirst().orElseThrow();
    }

    private void writeChildren() {
        model.childEffect().textProperty().set("Leo och Maja kan bo kvar.");
        model.leave();
    }

    @Test
    void isPreparedFromTheCalculationItemByItem() {
        assertThat(model.page().main()).isEqualTo(Main.PREPARE);
        model.prepare();
        assertThat(model.page().state()).isEqualTo(State.PREPARED);
        assertThat(model.page().items()).extracting(ItemRow::key)
                .containsExactly("SUPPORT", "RENT", "ELECTRICITY", "ACUTE_DENTAL", "HOME_INSURANCE");
        assertThat(application().status()).isEqualTo(ApplicationStatus.INVESTIGATED);
        assertThat(model.page().laws()).anyMatch(law -> law.startsWith("12 kap. 1 § socialtjänstlagen (2025:400)"));
    }

    @Test
    void theAmountsFollowTheCalculation() {
        model.prepare();
        lowerRent();
        assertThat(item("RENT").grantedText().replace('\u00a0', ' ')).isEqualTo("7 000 kr");
        assertThat(stored().items()).anyMatch(i -> i.code().equals("RENT") && i.granted().equals(Money.kronor(7000)));
    }

    @Test
    void anEmergencyIsTriedForACostAndNeverInPlaceOfTheMonthsSupport() {
        model.prepare();
        assertThat(item("RENT").matters()).extracting(Choice::value).contains(DecisionMatter.EMERGENCY);
        assertThat(item(DecisionItem.SUPPORT).matters()).extracting(Choice::value).doesNotContain(DecisionMatter.EMERGENCY);
        item("RENT").judgeAs(item("RENT").matters().get(1));
        lowerRent();
        assertThat(stored().items()).filteredOn(i -> i.code().equals("RENT"))
                .as("what a person judges by is no sum of the calculation")
                .allMatch(i -> i.matter() == DecisionMatter.EMERGENCY && !i.granted().equals(Money.kronor(7000)));
    }

    @Test
    void decidingLocksDecisionApplicationAndCalculationTogetherR17() {
        model.prepare();
        assertThat(model.page().hindrances()).containsExactly(new Hindrance.ChildEffectMissing());
        writeChildren();
        assertThat(model.page().main()).isEqualTo(Main.DECIDE);
        desk.dialogs.answer(true);
        model.decide();
        assertThat(model.page().state()).isEqualTo(State.MADE);
        assertThat(stored().decidedBy()).isEqualTo(KARIN.id());
        assertThat(application().status()).isEqualTo(ApplicationStatus.DECIDED);
        assertThat(only(Calculation.class, stored().calculationId()).locked()).isTrue();
        assertThat(calculation.page().locked()).contains("22 november 2026");
    }

    @Test
    void aCutNeedsAReasonAndCommunicationR18() {
        lowerRent();
        model.prepare();
        writeChildren();
        assertThat(model.page().hindrances()).contains(new Hindrance.ItemReasonMissing(item("RENT").id()), new Hindrance.NotCommunicated());
        item("RENT").choose(item("RENT").reasons().stream().filter(r -> "NOT_REASONABLE".equals(r.value())).findFirst().orElseThrow());
        assertThat(model.communicate()).isFalse();
        model.material().textProperty().set("Utredning och beräkning för december");
        assertThat(model.communicate()).isTrue();
        assertThat(model.page().communication().stage()).isEqualTo(Stage.SENT);
        assertThat(model.page().hindrances()).hasOnlyElementsOfType(Hindrance.AnswerTimeRunning.class);
        model.answer().textProperty().set("Amina godtar beloppet.");
        model.leave();
        assertThat(model.page().hindrances()).isEmpty();
        assertThat(stored().communication().answer()).isEqualTo("Amina godtar beloppet.");
    }

    @Test
    void communicationMayBeStatedAsObviouslyUnnecessaryR18() {
        lowerRent();
        model.prepare();
        model.unnecessary().textProperty().set("Amina har själv lämnat avin.");
        model.leave();
        assertThat(model.page().communication().stage()).isEqualTo(Stage.UNNECESSARY);
        assertThat(model.page().hindrances()).doesNotContain(new Hindrance.NotCommunicated());
    }

    @Test
    void onlyReasonsThatFitAreOffered() {
        lowerRent();
        model.prepare();
        assertThat(item("RENT").reasons()).extracting(r -> r.value())
                .contains("HOUSING_OVER_LEVEL", "NOT_REASONABLE")
                .doesNotContain("ELECTRICITY_OVER_USE", "STUDIES");
    }

    @Test
    void aboveDelegationItGoesToADeciderWhoApprovesOrReturnsR16() {
        lowerRent();
        model.prepare();
        writeChildren();
        item("RENT").judgeAs(item("RENT").matters().getLast());
        item("RENT").choose(item("RENT").reasons().stream().filter(r -> "NOT_REASONABLE".equals(r.value())).findFirst().orElseThrow());
        model.unnecessary().textProperty().set("Amina har själv lämnat avin.");
        model.leave();
        assertThat(model.page().main()).isEqualTo(Main.SEND);
        assertThat(model.page().delegation()).contains("neka eller sätta ned", "förste socialsekreterare");
        desk.dialogs.answer("Titta på hyran");
        model.send();
        assertThat(application().status()).isEqualTo(ApplicationStatus.WITH_DECIDER);
        assertThat(model.page().main()).isEqualTo(Main.TAKE_BACK);
        assertThat(calculation.editable()).isFalse();

        nowIs(LEIF);
        assertThat(model.page().main()).isEqualTo(Main.APPROVE);
        assertThat(model.page().hindrances()).isEmpty();
        desk.dialogs.answer("Skriv varför hyran är för hög");
        model.sendBack();
        assertThat(stored().status()).isEqualTo(DecisionStatus.RETURNED);
        assertThat(model.page().status()).isEqualTo("Återsänt av Leif Åkerström: Skriv varför hyran är för hög");

        nowIs(KARIN);
        desk.dialogs.answer("");
        model.send();
        nowIs(LEIF);
        desk.dialogs.answer(true);
        model.decide();
        assertThat(stored().decidedBy()).isEqualTo(LEIF.id());
        assertThat(model.page().history()).hasSize(4).last().asString().endsWith("Leif Åkerström beslutade");
    }

    @Test
    void theOneWhoPreparedTakesBackButDoesNotApproveR16() {
        lowerRent();
        model.prepare();
        writeChildren();
        item("RENT").judgeAs(item("RENT").matters().getLast());
        item("RENT").ownWords().textProperty().set("Hyran är för hög.");
        model.unnecessary().textProperty().set("Amina har själv lämnat avin.");
        model.leave();
        desk.dialogs.answer("");
        model.send();
        model.decide();
        assertThat(stored().status()).isEqualTo(DecisionStatus.SENT);
        model.takeBack();
        assertThat(stored().status()).isEqualTo(DecisionStatus.PREPARED);
    }

    @Test
    void anOpenConflictStopsIt() {
        model.prepare();
        writeChildren();
        desk.arrives(se.trepart.local.cache.Intent.create(CaseSamples.conflict()), CASE);
        assertThat(model.page().hindrances()).contains(new Hindrance.OpenConflict());
        model.decide();
        assertThat(stored().made()).isFalse();
    }

    @Test
    void aMadeDecisionIsCorrectedByANewOneThatNamesItR17() {
        model.prepare();
        writeChildren();
        desk.dialogs.answer(true);
        model.decide();
        Decision old = stored();
        desk.dialogs.answer(true);
        model.correct();
        assertThat(model.page().decision().corrects()).isEqualTo(old.id());
        assertThat(model.page().state()).isEqualTo(State.PREPARED);
        assertThat(model.page().hindrances()).contains(new Hindrance.ReasonsMissing());
        calculation.open();
        assertThat(calculation.editable()).isTrue();
        model.reasons().textProperty().set("Hyran var fel avskriven.");
        writeChildren();
        desk.dialogs.answer(true);
        model.decide();
        assertThat(desk.desk().documents().inCase(Decision.class, CASE)).hasSize(2).allMatch(Decision::made);
        assertThat(desk.desk().documents().inCase(Calculation.class, CASE)).allMatch(Calculation::locked);
        assertThat(model.page().earlier()).hasSize(1);
    }

    @Test
    void aWithdrawnApplicationEndsWithADecisionR1() {
        desk.dialogs.answer("Amina ringde 20 november.");
        model.withdraw();
        assertThat(model.page().main()).isEqualTo(Main.DECIDE);
        desk.dialogs.answer(true);
        model.decide();
        assertThat(application().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    }

    @Test
    void theLetterIsWrittenFromTheDecisionAndKeptAsSent() {
        model.prepare();
        writeChildren();
        desk.dialogs.answer(true);
        model.decide();
        LetterViewModel letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped()), java.time.Duration.ZERO);
        assertThat(letters.sheet().letter()).isNull();
        letters.open();
        assertThat(letters.previewProperty().get().problem()).isEmpty();
        assertThat(letters.previewProperty().get().pages()).isNotEmpty();
        letters.why().textProperty().set("Pengarna räcker inte till hyran.");
        letters.leave();
        letters.markSent();
        Letter sent = desk.desk().documents().inCase(Letter.class, CASE).getFirst();
        assertThat(sent.why()).isEqualTo("Pengarna räcker inte till hyran.");
        assertThat(sent.sending()).isNotNull();
        assertThat(desk.desk().workstation().blobs().find(sent.pdfSha256())).get().extracting(b -> new String(b, 0, 5)).isEqualTo("%PDF-");
        assertThat(letters.sheet().editable()).isFalse();
    }

    @Test
    void aCharacterThatCannotBePrintedIsSaidInWordsAndStopsTheSending() {
        model.prepare();
        writeChildren();
        desk.dialogs.answer(true);
        model.decide();
        LetterViewModel letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped()), java.time.Duration.ZERO);
        letters.open();
        letters.why().textProperty().set("李");
        assertThat(letters.previewProperty().get().problem()).contains("李");
        letters.markSent();
        assertThat(letters.sheet().sent()).isEmpty();
        assertThat(List.of(letters.sheet().appeal())).containsExactly("Allt som är sökt är beviljat. Brevet säger inget om överklagande.");
    }
}
