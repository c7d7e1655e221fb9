package se.trepart.model.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import se.trepart.model.Money;
import se.trepart.model.Sample;
import se.trepart.model.access.Actor;
import se.trepart.model.access.Role;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.LineKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecisionsTest {

    private static final LocalDate TODAY = Sample.TODAY;
    private static final Actor KARIN = actor("karin", Role.CASEWORKER);
    private static final Actor LENA = actor("lena", Role.TEAM_LEAD);
    private static final UUID HAND = Sample.id("hand-over");
    private static final AppliedCost RENT = Sample.cost("rent", CostType.RENT, 6000);
    private static final AppliedCost GLASSES = Sample.cost("glasses", CostType.OTHER, 1500);

    private static Actor actor(String name, Role role) {
        return new Actor(Sample.staff(name, role), role, Instant.parse("2026-11-23T08:00:00Z"), TODAY);
    }

    /** One adult: norm 5 220, rent and glasses applied for. */
    private static DecisionBasis basis(long income, long rentAccepted, long glassesAccepted) {
        return basis(Sample.household(), income, rentAccepted, glassesAccepted);
    }

    private static DecisionBasis basis(Household household, long income, long rentAccepted, long glassesAccepted) {
        Calculation calculation = Sample.calculation(Sample.line(LineKind.PERSONAL, "adults.single", null, 3940),
                Sample.line(LineKind.SHARED, "shared.1", null, 1280), Sample.line(LineKind.COST, "RENT", RENT.id(), rentAccepted),
                Sample.line(LineKind.COST, "OTHER", GLASSES.id(), glassesAccepted), Sample.line(LineKind.INCOME, "SALARY", null, income));
        Application application = Sample.application(ApplicationKind.RENEWAL, RENT, GLASSES);
        Investigation investigation = new Investigation(Sample.id("investigation"), Sample.UNIT, Sample.CASE, application.id(),
                Sample.id("template"), TODAY, List.of(), List.of(), null, TODAY, KARIN.id());
        return new DecisionBasis(application, household, investigation, calculation, Sample.settings(), DelegationOrder.shipped(), false);
    }

    private static Decision prepared(DecisionBasis basis) {
        Calculation calculation = basis.calculation();
        assertThat(calculation).isNotNull();
        return Decisions.prepare(basis, calculation, KARIN, Sample.ids()).decision();
    }

    private static Decision made(DecisionBasis basis) {
        return Decisions.decide(prepared(basis), basis, KARIN, HAND).decision();
    }

    private static Decision reasoned(Decision decision) {
        Decision next = decision;
        for (DecisionItem item : decision.items()) {
            if (item.outcome() != Outcome.GRANTED) {
                next = Decisions.set(next, item.id(), item.granted(), "NOT_REASONABLE", "");
            }
        }
        return Decisions.communicationUnnecessary(next, "Du har själv lämnat uppgifterna");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # income, rent, glasses, support applied, support granted, as a whole, support, rent,    glasses, reason of support
            4000,     6000, 1500,    8720,            8720,            GRANTED,    GRANTED, GRANTED, GRANTED, ''
            4000,     6000, 0,       8720,            7220,            PARTLY,     PARTLY,  GRANTED, REFUSED, COSTS_NOT_ALL
            4000,     5000, 0,       8720,            6220,            PARTLY,     PARTLY,  PARTLY,  REFUSED, COSTS_NOT_ALL
            15000,    6000, 1500,    0,               0,               REFUSED,    REFUSED, REFUSED, REFUSED, INCOME_OVER_NORM
            12000,    6000, 0,       720,             0,               REFUSED,    REFUSED, REFUSED, REFUSED, INCOME_OVER_NORM
            """)
    void proposesOnlyWhatTheCalculationSays(long income, long rent, long glasses, long applied, long granted, Outcome whole,
            Outcome support, Outcome ofRent, Outcome ofGlasses, String reason) {
        Decision decision = prepared(basis(income, rent, glasses));
        DecisionItem item = decision.items().getFirst();
        assertThat(item.applied()).isEqualTo(Money.kronor(applied));
        assertThat(decision.granted()).isEqualTo(Money.kronor(granted));
        assertThat(item.reasonCode()).isEqualTo(reason);
        assertThat(decision.outcome()).isEqualTo(whole);
        assertThat(decision.items()).extracting(decision::outcomeOf).containsExactly(support, ofRent, ofGlasses);
        assertThat(decision.items().get(1).reasonCode() + decision.items().get(2).reasonCode()).isEmpty();
    }

    @Test
    void r16_aFullGrantWithinDelegationIsMadeAndLocksItsCalculation() {
        DecisionBasis basis = basis(4000, 6000, 1500);
        DecisionStep step = Decisions.decide(prepared(basis), basis, KARIN, HAND);
        assertThat(step.decision().made()).isTrue();
        assertThat(step.decision().decidedBy()).isEqualTo(KARIN.id());
        assertThat(step.decision().decidedAs()).isEqualTo(Role.CASEWORKER);
        assertThat(step.application().status()).isEqualTo(ApplicationStatus.DECIDED);
        assertThat(step.locked()).hasValueSatisfying(calculation -> assertThat(calculation.locked()).isTrue());
    }

    @Test
    void r17_nothingChangesAMadeDecision() {
        DecisionBasis basis = basis(4000, 6000, 1500);
        Decision made = made(basis);
        List<Consumer<Decision>> changes = List.of(d -> Decisions.set(d, d.items().getFirst().id(), Money.ZERO, "", ""),
                d -> Decisions.judgeAs(d, d.items().getFirst().id(), DecisionMatter.BEYOND_RIGHT), d -> Decisions.reasons(d, "x"),
                d -> Decisions.childEffect(d, "x"), d -> Decisions.communicate(d, "x", TODAY, 10), d -> Decisions.answered(d, "x"),
                d -> Decisions.communicationUnnecessary(d, "x"), d -> Decisions.decide(d, basis, KARIN, HAND),
                d -> Decisions.send(d, basis, KARIN, "", HAND), d -> Decisions.approve(d, basis, LENA, HAND),
                d -> Decisions.takeBack(d, basis.application(), KARIN, HAND),
                d -> Decisions.sendBack(d, basis.application(), LENA, "x", HAND),
                d -> Decisions.follow(d, basis, basis.calculation(), Sample.ids()));
        assertThat(changes).allSatisfy(change -> assertThatExceptionOfType(DecisionLocked.class).isThrownBy(() -> change.accept(made)));
    }

    @Test
    void r17_aCorrectionIsANewDecisionThatNamesTheOldAndNeedsReasons() {
        DecisionBasis basis = basis(4000, 6000, 1500);
        Decision old = made(basis);
        DecisionStep step = Decisions.correct(old, basis.application().with(ApplicationStatus.DECIDED), KARIN, Sample.ids());
        assertThat(step.decision().corrects()).isEqualTo(old.id());
        assertThat(step.decision().status()).isEqualTo(DecisionStatus.PREPARED);
        assertThat(step.application().status()).isEqualTo(ApplicationStatus.DECIDED);
        assertThat(Hindrance.toSend(step.decision(), basis, TODAY)).containsExactly(new Hindrance.ReasonsMissing());
        assertThatExceptionOfType(NotInThisStatus.class)
                .isThrownBy(() -> Decisions.correct(step.decision(), basis.application(), KARIN, Sample.ids()));
    }

    @Test
    void r18_aRefusalWaitsForCommunicationAndTheTimeToAnswer() {
        DecisionBasis basis = basis(15000, 6000, 1500);
        Decision decision = prepared(basis);
        assertThat(Hindrance.toSend(decision, basis, TODAY)).containsExactly(new Hindrance.NotCommunicated());
        Decision told = Decisions.communicate(decision, "Beräkningen för december", LocalDate.of(2026, 11, 23), 10);
        LocalDate answerBy = LocalDate.of(2026, 12, 3);
        assertThat(Hindrance.toSend(told, basis, answerBy)).containsExactly(new Hindrance.AnswerTimeRunning(answerBy));
        assertThat(Hindrance.toSend(told, basis, answerBy.plusDays(1))).isEmpty();
        assertThat(Hindrance.toSend(Decisions.answered(told, "Jag förstår"), basis, TODAY)).isEmpty();
        assertThat(Hindrance.toSend(Decisions.communicationUnnecessary(decision, "Uppgifterna är dina egna"), basis, TODAY)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Decisions.communicationUnnecessary(decision, " "));
    }

    @Test
    void everyRefusedItemNeedsAReason() {
        DecisionBasis basis = basis(4000, 5000, 0);
        Decision decision = Decisions.communicationUnnecessary(prepared(basis), "Uppgifterna är dina egna");
        assertThat(Hindrance.toSend(decision, basis, TODAY)).containsExactly(new Hindrance.ItemReasonMissing(decision.items().get(1).id()),
                new Hindrance.ItemReasonMissing(decision.items().get(2).id()));
        assertThat(Hindrance.toSend(reasoned(decision), basis, TODAY)).isEmpty();
        assertThat(Decisions.decide(reasoned(decision), basis, KARIN, HAND).decision().outcome()).isEqualTo(Outcome.PARTLY);
    }

    @Test
    void saysEverythingThatIsMissingInTheBasis() {
        DecisionBasis whole = basis(Sample.household(Sample.child("Leo")), 4000, 6000, 1500);
        Calculation calculation = whole.calculation();
        assertThat(calculation).isNotNull();
        Decision decision = prepared(whole);
        DecisionBasis empty = new DecisionBasis(whole.application(), whole.household(), null, null, whole.settings(), whole.order(), true);
        assertThat(Hindrance.toSend(decision, empty, TODAY)).containsExactly(new Hindrance.OpenConflict(),
                new Hindrance.InvestigationOpen(), new Hindrance.CalculationMissing(), new Hindrance.ChildEffectMissing());
        UUID line = calculation.lines().get(3).id();
        DecisionBasis changed = new DecisionBasis(whole.application(), whole.household(), whole.investigation(),
                calculation.change(line, Money.kronor(1000), ""), whole.settings(), whole.order(), false);
        assertThat(Hindrance.toSend(Decisions.childEffect(decision, "Leo bor kvar"), changed, TODAY)).containsExactly(
                new Hindrance.LineReasonMissing(line), new Hindrance.DiffersFromCalculation(decision.items().getFirst().id()),
                new Hindrance.DiffersFromCalculation(decision.items().get(2).id()));
        Decision followed = Decisions.follow(decision, changed, changed.calculation(), Sample.ids());
        assertThat(followed.granted()).isEqualTo(Money.kronor(8220));
        assertThat(followed.items()).extracting(DecisionItem::id).isEqualTo(decision.items().stream().map(DecisionItem::id).toList());
    }

    @Test
    void r16_rentAboveTheLevelGoesToSomeoneElseWhoMayDecideIt() {
        AppliedCost rent = Sample.cost("rent", CostType.RENT, 9000);
        Application application = Sample.application(ApplicationKind.RENEWAL, rent);
        DecisionBasis small = basis(0, 6000, 0);
        Calculation calculation = Sample.calculation(Sample.line(LineKind.PERSONAL, "adults.single", null, 3940),
                Sample.line(LineKind.COST, "RENT", rent.id(), 9000));
        DecisionBasis basis = new DecisionBasis(application, small.household(), small.investigation(), calculation, small.settings(),
                small.order(), false);
        Decision decision = Decisions.prepare(basis, calculation, KARIN, Sample.ids()).decision();
        Hindrance above = new Hindrance.AboveDelegation(DecisionMatter.HOUSING_OVER_LEVEL, Role.TEAM_LEAD);
        assertThat(Hindrance.toMake(decision, basis, KARIN)).containsExactly(above);
        assertThatExceptionOfType(DecisionHindered.class).isThrownBy(() -> Decisions.decide(decision, basis, KARIN, HAND))
                .satisfies(e -> assertThat(e.hindrances()).containsExactly(above));
        DecisionStep sent = Decisions.send(decision, basis, KARIN, "Hyran går inte att sänka nu", HAND);
        assertThat(sent.application().status()).isEqualTo(ApplicationStatus.WITH_DECIDER);
        DecisionStep approved = Decisions.approve(sent.decision(), basis, LENA, HAND);
        assertThat(approved.decision().decidedAs()).isEqualTo(Role.TEAM_LEAD);
        assertThat(approved.decision().handOvers()).extracting(HandOver::step).containsExactly(HandOver.Step.SENT, HandOver.Step.MADE);
    }

    @Test
    void r16_refusesDecisionByTheOneWhoPreparedIt() {
        DecisionBasis basis = basis(4000, 6000, 1500);
        Actor lead = actor("karin", Role.TEAM_LEAD);
        Decision sent = Decisions.send(prepared(basis), basis, KARIN, "", HAND).decision();
        assertThat(Hindrance.toMake(sent, basis, lead)).containsExactly(new Hindrance.PreparedByOneself());
        assertThatExceptionOfType(DecisionHindered.class).isThrownBy(() -> Decisions.approve(sent, basis, lead, HAND));
        assertThat(Hindrance.toMake(sent, basis, LENA)).isEmpty();
    }

    @Test
    void r16_aReturnCarriesAReasonAndOpensTheDecisionAgain() {
        DecisionBasis basis = basis(4000, 6000, 1500);
        Decision sent = Decisions.send(prepared(basis), basis, KARIN, "", HAND).decision();
        assertThatExceptionOfType(NotInThisStatus.class).isThrownBy(() -> Decisions.reasons(sent, "nytt"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Decisions.sendBack(sent, basis.application(), LENA, "", HAND));
        DecisionStep returned = Decisions.sendBack(sent, basis.application(), LENA, "Skriv varför", HAND);
        assertThat(returned.application().status()).isEqualTo(ApplicationStatus.RETURNED);
        assertThat(returned.decision().lastHandOver()).hasValueSatisfying(step -> assertThat(step.words()).isEqualTo("Skriv varför"));
        assertThat(Decisions.reasons(returned.decision(), "Därför").reasons()).isEqualTo("Därför");
    }

    @Test
    void onlyTheOneWhoPreparedTakesBack() {
        DecisionBasis basis = basis(4000, 6000, 1500);
        Decision sent = Decisions.send(prepared(basis), basis, KARIN, "", HAND).decision();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Decisions.takeBack(sent, basis.application(), LENA, HAND));
        DecisionStep back = Decisions.takeBack(sent, basis.application(), KARIN, HAND);
        assertThat(back.decision().status()).isEqualTo(DecisionStatus.PREPARED);
        assertThat(back.application().status()).isEqualTo(ApplicationStatus.INVESTIGATED);
    }

    @Test
    void r1_anApplicationEndsByDismissalOrWithdrawalToo() {
        DecisionBasis basis = basis(0, 0, 0);
        Decision dismissal = Decisions.dismiss(basis.application(), "Vi har inte fått det vi frågat efter.", KARIN, Sample.ids())
                .decision();
        Decision withdrawal = Decisions.withdraw(basis.application(), "", KARIN, Sample.ids()).decision();
        assertThat(Decisions.decide(dismissal, basis, KARIN, HAND).application().status()).isEqualTo(ApplicationStatus.DISMISSED);
        assertThat(Decisions.decide(withdrawal, basis, KARIN, HAND).application().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(Appeal.ways(dismissal)).containsExactly(Appeal.Way.COURT);
        assertThat(Appeal.ways(withdrawal)).isEmpty();
    }

    @Test
    void r19_theWayOfAppealFollowsTheGround() {
        Decision granted = prepared(basis(4000, 6000, 1500));
        Decision partly = prepared(basis(4000, 6000, 0));
        assertThat(Appeal.ways(granted)).isEmpty();
        assertThat(Appeal.ways(partly)).containsExactly(Appeal.Way.COURT);
        Decision beyond = Decisions.judgeAs(partly, partly.items().get(2).id(), DecisionMatter.BEYOND_RIGHT);
        assertThat(Appeal.ways(beyond)).isEqualTo(Set.of(Appeal.Way.COURT, Appeal.Way.LEGALITY));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # sent,     counts as received, last day
            2026-11-23, 2026-11-26,         2026-12-17
            2026-12-01, 2026-12-04,         2026-12-28
            """)
    void r19_theLastDayIsThreeWeeksAfterReceiptPastFreeDays(LocalDate sent, LocalDate received, LocalDate last) {
        Appeal appeal = Appeal.of(prepared(basis(15000, 6000, 1500)), sent, Sample.settings());
        assertThat(appeal.receivedOn()).isEqualTo(received);
        assertThat(appeal.lastDay()).isEqualTo(last);
        assertThat(Appeal.of(prepared(basis(4000, 6000, 1500)), sent, Sample.settings()).lastDay()).isNull();
    }
}
