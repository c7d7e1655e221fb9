package se.trepart.app.letter;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.LineKind;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.trepart.app.letter.WriterCase.ANNA;
import static se.trepart.app.letter.WriterCase.CASE;
import static se.trepart.app.letter.WriterCase.GLASSES;
import static se.trepart.app.letter.WriterCase.NOVEMBER;
import static se.trepart.app.letter.WriterCase.PDF;
import static se.trepart.app.letter.WriterCase.RENT;
import static se.trepart.app.letter.WriterCase.TODAY;
import static se.trepart.app.letter.WriterCase.UNIT;
import static se.trepart.app.letter.WriterCase.adult;
import static se.trepart.app.letter.WriterCase.child;
import static se.trepart.app.letter.WriterCase.id;
import static se.trepart.app.letter.WriterCase.text;

class LetterWriterTest {

    private final WriterCase about = new WriterCase();

    @Test
    void tellsTheAmountTheSumsAndTheLaw() throws IOException {
        about.children.add(child("Alva", "20170304T011", 15));
        about.incomes.add(new Income(id("pay"), IncomeType.SALARY, Money.kronor(4000), null, id("Maria"), "lönebesked"));
        LetterPage page = granted();
        assertThat(page.fileName()).isEqualTo("beslut-2026-00417-2026-11.pdf");
        assertThat(text(page)).contains("Beslut: du får 13 660 kronor för november 2026",
                "Socialnämnden i Exempelstad säger ja till din ansökan.", "Maria: mat, kläder och annat för en vuxen 3 940",
                "Alva: mat, kläder och annat för ett barn 7 till 10 år", "bor här 15 av månadens 30 dagar", "Hyra 9 400", "Lön, Maria",
                "en fjärdedel av lönen räknas inte med", "12 kapitlet 1 § socialtjänstlagen (2025:400)",
                "Anna Berg, socialsekreterare, tog beslutet den 20 november 2026.", "Nämnden har gett socialsekreterare rätt att ta det.",
                "Om något är fel", "Pengarna kommer till ditt konto.");
    }

    @Test
    void R14_showsOreInTheWholeColumnWhenOneAmountHasThem() throws IOException {
        about.incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, new Money(100_050), null, id("Maria"), "kontoutdrag"));
        assertThat(text(granted())).contains("Maria: mat, kläder och annat för en vuxen 3 940,00", "Annan inkomst, Maria 1 000,50");
    }

    @Test
    void R19_aPartlyGrantedDecisionTellsWhatWhyAndTheLastDayToAppeal() throws IOException {
        about.costs.add(GLASSES);
        Calculation calculation = about.calculation();
        calculation = calculation.change(line(calculation, RENT), Money.kronor(7900), "över nivån");
        calculation = calculation.change(line(calculation, GLASSES), Money.ZERO, "");
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 15_820, 13_120, DecisionReason.COSTS_NOT_ALL, ""),
                item(RENT, "RENT", DecisionMatter.SUPPORT, 9400, 7900, "HOUSING_OVER_LEVEL", "Leta efter en billigare bostad."),
                item(GLASSES, "OTHER", DecisionMatter.OTHER_LIVING_COSTS, 1200, 0, "NO_RECEIPT", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.PARTLY), about.application(), decision, calculation, ANNA);
        assertThat(text(page)).contains("Beslut: du får en del av det du sökte: 13 120 kronor för november 2026", "Du sökte 9 400 kronor.",
                "Du får 7 900 kronor av det.", "Leta efter en billigare bostad.", "Glasögon till Alva", "Du får inget för det.",
                "du sökte 9 400 kronor", "Den 2 november 2026 fick du läsa det vi bygger beslutet på. Du svarade inte.",
                "Fick du det den 23 november 2026? Då är sista dagen den 14 december 2026.", "Förvaltningsrätten i Exempelstad");
    }

    @Test
    void R19_aNoToHelpBeyondTheRightGoesAnotherWay() throws IOException {
        about.incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, Money.kronor(20_000), null, id("Maria"), "kontoutdrag"));
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.BEYOND_RIGHT, 500, 0, "", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.REFUSED), about.application(), decision, calculation, ANNA);
        assertThat(decided(page).lastDay()).isEmpty();
        assertThat(text(page)).contains("Det kallas laglighetsprövning.", "mer än det behöver").doesNotContain("Så överklagar du");
    }

    @Test
    void aNoForAnotherReasonThanMoneyShowsNoSumsThatSeemToPromiseIt() {
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 0, "NOT_AVAILABLE", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.REFUSED), about.application(), decision, calculation, ANNA);
        assertThat(decided(page).sums()).isEmpty();
        assertThat(page.missing()).isEmpty();
    }

    @Test
    void aLetterCitesTheRulesThatDecidedAndNoMore() {
        about.children.add(child("Alva", "20170304T011", 15));
        assertThat(decided(granted()).laws()).extracting(law -> law.citation().replace('\u00a0', ' '))
                .containsExactly("12 kapitlet 1 § socialtjänstlagen (2025:400)",
                        "12 kapitlet 1–3 §§ socialtjänstförordningen (2025:468) och 12 kapitlet 7 § socialtjänstlagen (2025:400)",
                        "3 kapitlet 1 § socialtjänstlagen (2025:400)");
    }

    @Test
    void aNoBecauseOfWhatTheApplicantDidNotDoCitesTheRuleThatAllowsIt() {
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 0, "NOT_TAKING_PART", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.REFUSED), about.application(), decision, calculation, ANNA);
        assertThat(decided(page).laws()).extracting(law -> law.citation().replace('\u00a0', ' '))
                .contains("12 kapitlet 5 § socialtjänstlagen (2025:400)");
        assertThat(decided(granted()).laws()).extracting(LetterPage.Law::says).noneMatch(says -> says.contains("gott skäl"));
    }

    @Test
    void R34_aProtectedHouseholdHasNoAddressAndAHintForThePost() throws IOException {
        about.adults.add(adult("Erik", AdultRole.CO_APPLICANT, Protection.UNKNOWN));
        LetterPage page = granted();
        assertThat(text(page)).contains("Maria Lind", "Pengarna är till dig och Erik Lind.").doesNotContain("Björkvägen");
        assertThat(about.writer.postingHint(page)).hasValueSatisfying(hint -> assertThat(hint).contains("förmedling"));
        assertThat(page.queueName()).doesNotContain("00417");
    }

    @Test
    void asksForWhatIsStillMissing() throws IOException {
        CompletionRequest request = new CompletionRequest(id("request"), UNIT, CASE, id("application"),
                List.of(new MissingPaper(id("1"), "Lönebesked för oktober 2026.", null), new MissingPaper(id("2"), "Hyresavi.", TODAY)),
                TODAY, ANNA.id(), LocalDate.of(2026, 12, 4), "Då kan du få nej på din ansökan.");
        LetterPage page = about.writer.request(about.occasion(LetterKind.COMPLETION_REQUEST), about.application(), request);
        assertThat(page.fileName()).isEqualTo("vi-behover-mer-fran-dig-2026-00417-2026-11.pdf");
        assertThat(text(page))
                .contains("Vi behöver mer från dig senast den 4 december 2026", "Lönebesked för oktober 2026.",
                        "Då kan du få nej på din ansökan.")
                .doesNotContain("Hyresavi")
                .doesNotContain("överklaga");
    }

    @Test
    void aLetterBeforeTheDecisionIsMadeIsNotWritten() {
        Calculation calculation = about.calculation();
        Decision made = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 14_620, "", ""));
        Decision prepared = new Decision(made.id(), UNIT, CASE, made.applicationId(), made.calculationId(), made.kind(),
                DecisionStatus.PREPARED, NOVEMBER, TODAY, ANNA.id(), made.items(), made.reasons(), "", null, List.of(), null, null, null,
                null);
        LetterPage page = about.writer.decision(about.occasion(LetterKind.GRANTED), about.application(), prepared, calculation, null);
        assertThatThrownBy(() -> PDF.render(page)).isInstanceOf(LetterProblem.Incomplete.class)
                .hasMessage("Brevet är inte klart. Det saknar: vem som beslutade, datum för beslutet, med vilken rätt.");
    }

    @Test
    void childrenMustBeWrittenAboutWhenThereAreAny() {
        about.children.add(child("Alva", "20170304T011", 31));
        Calculation calculation = about.calculation();
        Decision decision = new Decision(id("decision"), UNIT, CASE, id("application"), calculation.id(), DecisionKind.AID,
                DecisionStatus.MADE, NOVEMBER, TODAY, ANNA.id(),
                List.of(item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 18_440, 18_440, "", "")), "Pengarna räcker inte.", "",
                null, List.of(), ANNA.id(), Role.CASEWORKER, TODAY, null);
        assertThat(about.writer.decision(about.occasion(LetterKind.GRANTED), about.application(), decision, calculation, ANNA).missing())
                .containsExactly("hur beslutet påverkar barnen");
    }

    @Test
    void s9_whatWasTriedBeyondTheRightIsASecondDecisionWithItsOwnReason() throws IOException {
        about.costs.add(GLASSES);
        about.incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, Money.kronor(20_000), null, id("Maria"), "kontoutdrag"));
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 0, 0, DecisionReason.INCOME_OVER_NORM, ""),
                item(GLASSES, "OTHER", DecisionMatter.BEYOND_RIGHT, 1200, 0, "CAN_BE_SOLVED", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.REFUSED), about.application(), decision, calculation, ANNA);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page)).contains("Vi har prövat din ansökan på två sätt.", "Beslut 1: det du har rätt till",
                "Beslut 2: hjälp utöver det du har rätt till", "Du kan få det du behöver på ett annat sätt.");
        Decision without = decision(calculation, decision.items().getFirst(),
                item(GLASSES, "OTHER", DecisionMatter.BEYOND_RIGHT, 1200, 0, "", ""));
        assertThat(about.writer.decision(about.occasion(LetterKind.REFUSED), about.application(), without, calculation, ANNA).missing())
                .containsExactly("skäl till beslut 2 för Glasögon till Alva");
    }

    @Test
    void s9_whatWasTriedAsAnEmergencyIsASecondDecisionThatGoesToTheCourt() throws IOException {
        about.costs.add(GLASSES);
        about.incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, Money.kronor(20_000), null, id("Maria"), "kontoutdrag"));
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 0, 0, DecisionReason.INCOME_OVER_NORM, ""),
                item(GLASSES, "OTHER", DecisionMatter.EMERGENCY, 1200, 0, "CAN_BE_SOLVED", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.REFUSED), about.application(), decision, calculation, ANNA);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page))
                .contains("Vi har prövat din ansökan på två sätt.", "Beslut 1: det du har rätt till",
                        "Beslut 2: om du är i en nödsituation", "Du kan få det du behöver på ett annat sätt.", "Så överklagar du",
                        "12 kapitlet 1 §")
                .doesNotContain("utöver det du har rätt till", "laglighetsprövning", "12 kapitlet 2 §");
    }

    @Test
    void R19_aDismissalIsAppealedAndAWithdrawalIsNot() throws IOException {
        LetterPage dismissed = about.writer.decision(about.occasion(LetterKind.DISMISSED), about.application(),
                closing(DecisionKind.DISMISSAL), null, ANNA);
        assertThat(dismissed.missing()).isEmpty();
        assertThat(text(dismissed)).contains("kan inte pröva din ansökan", "Så överklagar du", "14 december 2026",
                "20 § förvaltningslagen (2017:900)");
        LetterPage withdrawn = about.writer.decision(about.occasion(LetterKind.WITHDRAWN), about.application(),
                closing(DecisionKind.WITHDRAWAL), null, ANNA);
        assertThat(withdrawn.missing()).isEmpty();
        assertThat(text(withdrawn)).contains("Du har tagit tillbaka din ansökan", "inget att överklaga")
                .doesNotContain("Så överklagar du", "§");
    }

    private Decision closing(DecisionKind kind) {
        return new Decision(id("decision"), UNIT, CASE, id("application"), null, kind, DecisionStatus.MADE, NOVEMBER, TODAY, ANNA.id(),
                List.of(), "Vi har inte fått din lön.", "", null, List.of(), ANNA.id(), Role.CASEWORKER, TODAY, null);
    }

    @Test
    void R18_tellsWhatTheDecisionWillRestOnAndUntilWhenToAnswer() throws IOException {
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 500, 0, "", ""));
        LetterPage page = about.writer.communication(about.occasion(LetterKind.COMMUNICATION), decision);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page))
                .contains("Läs och svara innan vi bestämmer, senast den 16 november 2026", "Beräkningen",
                        "25 § förvaltningslagen (2017:900)", "14 kapitlet 8 § socialtjänstlagen (2025:400)")
                .doesNotContain("överklaga");
    }

    @Test
    void FL11_aDelaySaysWhyAndWhenTheAnswerComes() throws IOException {
        assertThat(about.writer.received(about.occasion(LetterKind.DELAY), about.application()).missing())
                .containsExactly("dagen då du får svar");
        LetterPage page = about.writer.received(about.occasion(LetterKind.DELAY, LetterDetails.NONE.day(LocalDate.of(2026, 12, 18))),
                about.application());
        // half past midnight in Sweden
        assertThat(text(page)).contains("Ditt svar dröjer till senast den 18 december 2026", "Den 2 november 2026 fick vi din ansökan",
                "Det finns ett skäl.", "11 § förvaltningslagen (2017:900)");
        assertThat(text(about.writer.received(about.occasion(LetterKind.CONFIRMATION), about.application())))
                .contains("Vi har fått din ansökan")
                .doesNotContain("§", "räknar med");
    }

    @Test
    void FL33_aLetterWithoutNamesNamesTheUnit() throws IOException {
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 14_620, "", ""));
        LetterPage page = about.writer.decision(about.occasion(LetterKind.GRANTED, LetterDetails.NONE.withoutNames(true)),
                about.application(), decision, calculation, ANNA);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page)).contains("Ring Mottagningen: 010-123 45 67.", "En medarbetare på Mottagningen tog beslutet")
                .doesNotContain("Anna Berg", "010-123 45 71");
    }

    private LetterPage granted() {
        Calculation calculation = about.calculation();
        Decision decision = decision(calculation, new DecisionItem(id("support"), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT,
                calculation.lacking(), calculation.lacking(), "", ""), item(RENT, "RENT", DecisionMatter.SUPPORT, 9400, 9400, "", ""));
        return about.writer.decision(about.occasion(LetterKind.GRANTED), about.application(), decision, calculation, ANNA);
    }

    private Decision decision(Calculation calculation, DecisionItem... items) {
        Communication told = new Communication(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 16), "Beräkningen", "", "");
        return new Decision(id("decision"), UNIT, CASE, id("application"), calculation.id(), DecisionKind.AID, DecisionStatus.MADE,
                NOVEMBER, TODAY, ANNA.id(), List.of(items), "Dina pengar räcker inte till hyra och mat.",
                about.children.isEmpty() ? "" : "Alva går i skolan och mår bra.", told, List.of(), ANNA.id(), Role.CASEWORKER, TODAY, null);
    }

    private static LetterBody.Decided decided(LetterPage page) {
        return (LetterBody.Decided) page.body();
    }

    private static DecisionItem item(@Nullable AppliedCost cost, String code, DecisionMatter matter, long applied, long granted,
            String reason, String ownWords) {
        return new DecisionItem(id("item " + code), cost == null ? null : cost.id(), code, matter, Money.kronor(applied),
                Money.kronor(granted), reason, ownWords);
    }

    private static UUID line(Calculation calculation, AppliedCost cost) {
        return calculation.lines()
                .stream()
                .filter(l -> l.kind() == LineKind.COST && cost.id().equals(l.sourceId()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
