package se.trepart.app.calculation;

import java.nio.file.Path;
import java.util.List;

import se.trepart.app.calculation.CalculationPage.State;
import se.trepart.app.calculation.LineWords.Part;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.decision.Decided;
import se.trepart.app.text.Formats;
import se.trepart.local.cache.Intent;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Declaration;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.LineKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.DECEMBER;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.NOVEMBER;
import static se.trepart.app.casefile.CaseSamples.id;

class CalculationViewModelTest {

    @TempDir
    Path folder;
    private CaseDesk desk;
    private OpenCase openCase;
    private CalculationViewModel model;

    @BeforeEach
    void store() {
        desk = new CaseDesk(folder, KARIN).with(CaseSamples.municipality()).with(CaseSamples.amina()).with(Decided.november());
        openCase = desk.open(CASE);
        model = new CalculationViewModel(openCase, Rulebook.shipped());
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private Calculation stored() {
        return desk.desk()
                .documents()
                .inCase(Calculation.class, CASE)
                .stream()
                .filter(c -> c.applicationId().equals(DECEMBER))
                .findFirst()
                .orElseThrow();
    }

    private CalculationRow row(String key) {
        return model.page().rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    }

    private static void type(CalculationRow row, String amount) {
        row.amount().textProperty().set(amount);
    }

    @Test
    void isProposedTheFirstTimeItIsOpenedAndNotBefore() {
        assertThat(model.page().state()).isEqualTo(State.NOT_MADE);
        model.open();
        assertThat(model.page().state()).isEqualTo(State.OPEN);
        assertThat(stored().lines()).hasSameSizeAs(model.page().rows());
        model.close();
        model.open();
        assertThat(desk.desk().documents().inCase(Calculation.class, CASE)).hasSize(2);
    }

    @Test
    void aTypedAmountShowsTheNewResultAtOnceAndIsSavedWhenTheFieldIsLeft() {
        model.open();
        Money before = model.sumsProperty().get().result();
        type(row("RENT"), "7 000,50");
        assertThat(model.sumsProperty().get().result()).isEqualTo(before.plus(new Money(319_50)));
        assertThat(stored().lines()).noneMatch(line -> line.changed());
        row("RENT").leave();
        assertThat(stored().lines()).anyMatch(line -> line.changed() && line.amount().equals(new Money(7000_50)));
        assertThat(row("RENT").amount().text().replace('\u00a0', ' ')).isEqualTo("7 000,50");
        assertThat(row("RENT").amount().unsavedProperty().get()).isFalse();
    }

    @Test
    void aChangedAmountAsksForAReasonR14() {
        model.open();
        type(row("RENT"), "7000");
        assertThat(model.reasonsMissing()).extracting(CalculationRow::key).containsExactly("RENT");
        row("RENT").leave();
        row("RENT").reason().textProperty().set("Enligt avin");
        row("RENT").leave();
        assertThat(model.reasonsMissing()).isEmpty();
        assertThat(stored().reasonsMissing()).isEmpty();
        assertThat(stored().lines()).anyMatch(line -> line.reason().equals("Enligt avin"));
    }

    @Test
    void anEmptyAmountTakesTheSystemsAgain() {
        model.open();
        type(row("RENT"), "7000");
        row("RENT").leave();
        type(row("RENT"), "");
        row("RENT").leave();
        assertThat(stored().lines()).noneMatch(line -> line.changed());
        assertThat(row("RENT").differsProperty().get()).isFalse();
    }

    @Test
    void whatIsNoAmountSaysSoAndIsNotSaved() {
        model.open();
        for (String wrong : List.of("sjutusen", "12,345", "-3")) {
            type(row("RENT"), wrong);
            assertThat(row("RENT").faultProperty().get()).as(wrong).isNotEmpty();
            row("RENT").leave();
        }
        assertThat(stored().lines()).noneMatch(line -> line.changed());
        assertThat(row("RENT").amount().text()).isEqualTo("-3");
    }

    @Test
    void undoTakesAnAmountBack() {
        model.open();
        type(row("RENT"), "7000");
        row("RENT").leave();
        openCase.undo().takeBack();
        assertThat(stored().lines()).noneMatch(line -> line.changed());
        assertThat(row("RENT").amount().text()).isEmpty();
    }

    @Test
    void lastMonthStandsBesideAndDifferencesAreMarked() {
        model.open();
        assertThat(model.page().comparedWith()).isEqualTo("november");
        assertThat(row("RENT").words().lastMonth().replace('\u00a0', ' ')).isEqualTo("7 000");
        assertThat(row("RENT").words().differs()).isTrue();
        assertThat(row("ELECTRICITY").words().differs()).isFalse();
        assertThat(row("ACUTE_DENTAL").words().lastMonth()).isEqualTo("–");
        assertThat(model.page().groups()).flatExtracting(g -> g.gone()).extracting(g -> g.name()).containsExactly("Internet");
    }

    @Test
    void aChildWhoLivesHerePartOfTheMonthIsExplainedInDays() {
        model.open();
        LineWords leo = model.page()
                .rows()
                .stream()
                .map(CalculationRow::words)
                .filter(w -> w.about().startsWith("Leo"))
                .findFirst()
                .orElseThrow();
        assertThat(leo.about()).isEqualTo("Leo, bor här 15 av 30 dagar");
        assertThat(leo.explanation()).extracting(Part::label).containsExactly("Så räknat", "Regel", "Tabell", "Källa", "Lag");
        assertThat(leo.explanation().getFirst().text()).contains("× 15/30 dagar = ");
        assertThat(leo.explanation().getLast().text()).contains("socialtjänstförordningen (2025:468)");
    }

    @Test
    void aLineOfOnesOwnNeedsItsOriginAndCanBeTakenAway() {
        model.open();
        AddedLine line = model.adding(LineKind.COST).orElseThrow();
        line.code().set(line.codes().stream().filter(c -> "MEDICINE".equals(c.value())).findFirst().orElseThrow());
        line.amount().textProperty().set("245,5");
        assertThat(line.add()).isFalse();
        line.reason().textProperty().set("Recept visat vid besök 2026-11-20");
        assertThat(line.add()).isTrue();
        assertThat(row("MEDICINE").added()).isTrue();
        assertThat(stored().costs()).isEqualTo(Money.kronor(7320 + 620 + 1650 + 120).plus(new Money(245_50)));
        row("MEDICINE").remove();
        assertThat(stored().costs()).isEqualTo(Money.kronor(7320 + 620 + 1650 + 120));
    }

    @Test
    void factsThatChangeAreWorkedOutAgainAndTheCaseworkersValueStays() {
        model.open();
        type(row("ELECTRICITY"), "500");
        row("ELECTRICITY").reason().textProperty().set("Delar med granne");
        row("ELECTRICITY").leave();
        assertThat(model.page().outdated()).isFalse();
        Application before = desk.desk().documents().find(Application.class, DECEMBER).orElseThrow();
        desk.arrives(Intent.change(before, before.with(withRent(before.declaration(), Money.kronor(7500)))), CASE);
        assertThat(model.page().outdated()).isTrue();
        model.recalculate();
        assertThat(model.page().outdated()).isFalse();
        assertThat(row("RENT").words().system()).isEqualTo(Formats.amount(Money.kronor(7500)));
        assertThat(stored().lines()).anyMatch(line -> line.code().equals("ELECTRICITY") && line.amount().equals(Money.kronor(500)));
    }

    @Test
    void aColleaguesChangeDoesNotTouchWhatIsBeingTyped() {
        model.open();
        type(row("RENT"), "6999");
        Calculation theirs = stored().add(id(950), LineKind.COST, null, "MEDICINE", Money.kronor(300), "Recept");
        desk.arrives(Intent.change(stored(), theirs), CASE);
        assertThat(row("MEDICINE").added()).isTrue();
        assertThat(row("RENT").amount().text()).isEqualTo("6999");
        assertThat(row("RENT").amount().unsavedProperty().get()).isTrue();
    }

    @Test
    void whatIsTypedAndNotReadableComesBackWhenTheCaseIsOpenedAgain() {
        model.open();
        type(row("RENT"), "7 0");
        model.dispose();
        openCase.close();
        openCase = desk.open(CASE);
        model = new CalculationViewModel(openCase, Rulebook.shipped());
        assertThat(row("RENT").amount().text()).isEqualTo("7 0");
    }

    @Test
    void isLockedAfterTheDecisionAndSaysWhyR17() {
        openCase.choose(NOVEMBER);
        model.open();
        assertThat(model.page().state()).isEqualTo(State.LOCKED);
        assertThat(model.page().locked()).startsWith("Beräkningen är låst.");
        type(row("RENT"), "1");
        row("RENT").leave();
        assertThat(desk.desk().documents().find(Calculation.class, id(901))).contains(Decided.november());
    }

    private static Declaration withRent(Declaration old, Money rent) {
        return new Declaration(old.maritalStatus(), old.adults(), old.children(), old.sharedHomeSize(), old.housing(),
                old.costs()
                        .stream()
                        .map(c -> c.type().name().equals("RENT")
                                ? new AppliedCost(c.id(), c.type(), rent, c.specification(), c.recipientOrPeriod())
                                : c)
                        .toList(),
                old.incomes(), old.plannings(), old.jobApplications(), old.others());
    }
}
