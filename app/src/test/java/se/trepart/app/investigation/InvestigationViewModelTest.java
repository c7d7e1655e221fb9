package se.trepart.app.investigation;

import java.nio.file.Path;
import java.util.List;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.investigation.InvestigationPage.State;
import se.trepart.local.cache.Intent;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.investigation.AuthorityAnswer;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.Investigation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.DECEMBER;
import static se.trepart.app.casefile.CaseSamples.KARIN;

class InvestigationViewModelTest {

    @TempDir
    Path folder;
    private CaseDesk desk;
    private OpenCase openCase;
    private InvestigationViewModel model;

    @BeforeEach
    void store() {
        desk = new CaseDesk(folder, KARIN).with(CaseSamples.municipality()).with(CaseSamples.amina());
        reopenCase();
    }

    private void reopenCase() {
        openCase = desk.open(CASE);
        model = new InvestigationViewModel(openCase);
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private CheckViewModel check(String key) {
        return model.page().checks().stream().filter(c -> c.step().key().equals(key)).findFirst().orElseThrow();
    }

    private Investigation stored() {
        return desk.desk().documents().inCase(Investigation.class, CASE).getFirst();
    }

    private void answer(String key) {
        CheckViewModel check = check(key);
        check.result().textProperty().set("Kontrollerat");
        check.assessment().textProperty().set("Stämmer");
        check.leave();
    }

    private void answerAll() {
        List.of("household", "assets", "child.wellbeing").forEach(this::answer);
        check("authority.fk").authorityAnswered(AuthorityAnswer.NOTHING_THERE);
        check("authority.fk").assessment().textProperty().set("Ingen ersättning");
        check("authority.fk").leave();
        model.page().children().forEach(child -> {
            String name = child.child().person().firstName();
            child.considered().textProperty().set("Samtal om " + name);
            child.best().textProperty().set("Bo kvar, " + name);
            child.effect().textProperty().set("Hyran räknas med för " + name);
            child.leave();
        });
    }

    @Test
    void startsFromTheChecklistInForceAndTheApplicationIsUnderInvestigation() {
        assertThat(model.page().state()).isEqualTo(State.NOT_STARTED);
        model.start();
        assertThat(model.page().state()).isEqualTo(State.OPEN);
        assertThat(model.page().checks()).hasSize(4);
        assertThat(model.page().children()).hasSize(2);
        assertThat(model.page().done()).isZero();
        assertThat(model.page().total()).isEqualTo(6);
        assertThat(desk.desk().documents().find(Application.class, DECEMBER).orElseThrow().status())
                .isEqualTo(ApplicationStatus.INVESTIGATED);
        model.start();
        assertThat(desk.desk().documents().inCase(Investigation.class, CASE)).hasSize(1);
    }

    @Test
    void r5_finishesOnlyWhenNothingIsMissing() {
        model.start();
        model.finish();
        assertThat(stored().finished()).isFalse();
        answerAll();
        assertThat(model.page().missing()).isEmpty();
        assertThat(model.page().done()).isEqualTo(6);
        model.finish();
        assertThat(stored().finished()).isTrue();
        assertThat(model.page().state()).isEqualTo(State.FINISHED);
        model.reopen();
        assertThat(model.page().state()).isEqualTo(State.OPEN);
    }

    @Test
    void r5_aResultWithoutAssessmentIsStillMissing() {
        model.start();
        check("household").result().textProperty().set("Mor och två barn");
        check("household").leave();
        assertThat(stored().item("household").orElseThrow().result()).isEqualTo("Mor och två barn");
        assertThat(check("household").item().state()).isEqualTo(CheckState.MISSING);
        assertThat(model.page().done()).isZero();
    }

    @Test
    void r8_noAnswerIsNotNothingThere() {
        model.start();
        CheckViewModel fk = check("authority.fk");
        fk.authorityAnswered(AuthorityAnswer.NO_ANSWER);
        fk.assessment().textProperty().set("Frågar igen på måndag");
        fk.leave();
        assertThat(stored().item("authority.fk").orElseThrow().result()).isEqualTo("Inget svar");
        assertThat(model.page().unanswered()).containsExactly(fk);
        fk.authorityAnswered(AuthorityAnswer.ANSWER);
        fk.result().textProperty().set("Barnbidrag 1 250 kr");
        fk.leave();
        assertThat(stored().item("authority.fk").orElseThrow().result()).isEqualTo("Uppgifter finns. Barnbidrag 1 250 kr");
        assertThat(model.page().unanswered()).isEmpty();
    }

    @Test
    void aStepIsNotRelevantOnlyWithAReasonAndCanBeTakenBack() {
        model.start();
        CheckViewModel assets = check("assets");
        assets.skippingProperty().set(true);
        assets.leave();
        assertThat(assets.item().state()).isEqualTo(CheckState.MISSING);
        assets.reason().textProperty().set("Kontrollerades i oktober");
        assets.leave();
        assertThat(assets.item().state()).isEqualTo(CheckState.NOT_RELEVANT);
        assertThat(openCase.undo().takeBack()).isTrue();
        assertThat(check("assets").item().state()).isEqualTo(CheckState.MISSING);
    }

    @Test
    void r5_textThatIsTheSameForSiblingsIsPointedOut() {
        model.start();
        model.page().children().forEach(child -> {
            child.best().textProperty().set("Trygghet");
            child.leave();
        });
        assertThat(model.page().children().getFirst().sameTexts()).containsExactly("Samma text som för Maja: vad som är bäst.");
        assertThat(model.page().children().getFirst().completeProperty().get()).isFalse();
    }

    @Test
    void whatIsTypedIsADraftUntilTheFieldIsLeftAndIsFoundAgain() {
        model.start();
        check("household").result().textProperty().set("Halvskrivet");
        assertThat(stored().item("household").orElseThrow().result()).isEmpty();
        reopenCase();
        assertThat(check("household").result().text()).isEqualTo("Halvskrivet");
        check("household").leave();
        assertThat(stored().item("household").orElseThrow().result()).isEqualTo("Halvskrivet");
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
    }

    @Test
    void aColleaguesChangeIsTakenInWithoutLosingWhatIsTyped() {
        model.start();
        CheckViewModel household = check("household");
        household.result().textProperty().set("Mitt");
        Investigation before = stored();
        Investigation theirs = before.answer(household.step(), "", "Deras bedömning", "", CaseSamples.AMINA.id(), CaseSamples.TODAY);
        desk.arrives(Intent.change(before, theirs), CASE);
        assertThat(household.result().text()).isEqualTo("Mitt");
        assertThat(household.assessment().text()).isEqualTo("Deras bedömning");
        household.leave();
        assertThat(stored().item("household").orElseThrow().result()).isEqualTo("Mitt");
        assertThat(stored().item("household").orElseThrow().assessment()).isEqualTo("Deras bedömning");
    }
}
