package se.trepart.app.letter;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Housing;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.RecoveryGround;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.RecoveryTerms;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.Representative.Capacity;
import se.trepart.model.letter.Sending;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.LineKind;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LetterWriterTest {

    private static final UUID UNIT = id("unit");
    private static final UUID CASE = id("case");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Staff ANNA = new Staff(id("anna"), UNIT, "anna", "Anna Berg", "Socialsekreterare", "010-123 45 71",
            List.of(Role.CASEWORKER), List.of(UNIT), List.of(), true, TODAY);
    private static final AppliedCost RENT = new AppliedCost(id("rent"), CostType.RENT, Money.kronor(9400), "Hyra", "");
    private static final AppliedCost GLASSES = new AppliedCost(id("glasses"), CostType.OTHER, Money.kronor(1200), "glasögon till Alva", "");
    private static final LetterPdf PDF = new LetterPdf();
    private final LetterWriter writer = new LetterWriter(Statutes.shipped(), DecisionReason.shipped());

    private final List<Child> children = new ArrayList<>();
    private final List<Adult> adults = new ArrayList<>(List.of(adult("Maria", AdultRole.APPLICANT, Protection.NONE)));
    private final List<AppliedCost> costs = new ArrayList<>(List.of(RENT));
    private final List<Income> incomes = new ArrayList<>();

    @Test
    void tellsTheAmountTheSumsAndTheLaw() throws IOException {
        children.add(child("Alva", "20170304T011", 15));
        incomes.add(new Income(id("pay"), IncomeType.SALARY, Money.kronor(4000), null, id("Maria"), "lönebesked"));
        LetterPage page = granted();
        assertThat(page.fileName()).isEqualTo("beslut-2026-00417-2026-11.pdf");
        assertThat(text(page)).contains("Beslut: du får 13 660 kronor för november 2026",
                "Socialnämnden i Exempelstad säger ja till din ansökan.", "Maria: mat, kläder och annat för en vuxen 3 940",
                "Alva: mat, kläder och annat för ett barn 7 till 10 år", "bor här 15 av månadens 30 dagar", "Hyra 9 400", "Lön, Maria",
                "en fjärdedel av lönen räknas inte med", "12 kapitlet 1 § socialtjänstlagen (2025:400)",
                "Anna Berg, socialsekreterare, tog beslutet den 20 november 2026.",
                "Nämnden har gett socialsekreterare rätt att ta det.", "Om något är fel", "Pengarna kommer till ditt konto.");
    }

    @Test
    void R14_showsOreInTheWholeColumnWhenOneAmountHasThem() throws IOException {
        incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, new Money(100_050), null, id("Maria"), "kontoutdrag"));
        assertThat(text(granted())).contains("Maria: mat, kläder och annat för en vuxen 3 940,00", "Annan inkomst, Maria 1 000,50");
    }

    @Test
    void R19_aPartlyGrantedDecisionTellsWhatWhyAndTheLastDayToAppeal() throws IOException {
        costs.add(GLASSES);
        Calculation calculation = calculation();
        calculation = calculation.change(line(calculation, RENT), Money.kronor(7900), "över nivån");
        calculation = calculation.change(line(calculation, GLASSES), Money.ZERO, "");
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 15_820, 13_120, DecisionReason.COSTS_NOT_ALL, ""),
                item(RENT, "RENT", DecisionMatter.SUPPORT, 9400, 7900, "HOUSING_OVER_LEVEL", "Leta efter en billigare bostad."),
                item(GLASSES, "OTHER", DecisionMatter.OTHER_LIVING_COSTS, 1200, 0, "NO_RECEIPT", ""));
        LetterPage page = writer.decision(occasion(LetterKind.PARTLY), application(), decision, calculation, ANNA);
        assertThat(text(page)).contains("Beslut: du får en del av det du sökte: 13 120 kronor för november 2026", "Du sökte 9 400 kronor.",
                "Du får 7 900 kronor av det.", "Leta efter en billigare bostad.", "Glasögon till Alva", "Du får inget för det.",
                "du sökte 9 400 kronor", "Den 2 november 2026 fick du läsa det vi bygger beslutet på. Du svarade inte.",
                "Fick du det den 23 november 2026? Då är sista dagen den 14 december 2026.", "Förvaltningsrätten i Exempelstad");
    }

    @Test
    void R19_aNoToHelpBeyondTheRightGoesAnotherWay() throws IOException {
        incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, Money.kronor(20_000), null, id("Maria"), "kontoutdrag"));
        Calculation calculation = calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.BEYOND_RIGHT, 500, 0, "", ""));
        LetterPage page = writer.decision(occasion(LetterKind.REFUSED), application(), decision, calculation, ANNA);
        assertThat(decided(page).lastDay()).isEmpty();
        assertThat(text(page)).contains("Det kallas laglighetsprövning.", "mer än det behöver").doesNotContain("Så överklagar du");
    }

    @Test
    void aNoForAnotherReasonThanMoneyShowsNoSumsThatSeemToPromiseIt() {
        Calculation calculation = calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 0, "NOT_AVAILABLE", ""));
        LetterPage page = writer.decision(occasion(LetterKind.REFUSED), application(), decision, calculation, ANNA);
        assertThat(decided(page).sums()).isEmpty();
        assertThat(page.missing()).isEmpty();
    }

    @Test
    void aLetterCitesTheRulesThatDecidedAndNoMore() {
        children.add(child("Alva", "20170304T011", 15));
        assertThat(decided(granted()).laws()).extracting(law -> law.citation().replace('\u00a0', ' '))
                .containsExactly("12 kapitlet 1 § socialtjänstlagen (2025:400)",
                        "12 kapitlet 1–3 §§ socialtjänstförordningen (2025:468) och 12 kapitlet 7 § socialtjänstlagen (2025:400)",
                        "3 kapitlet 1 § socialtjänstlagen (2025:400)");
    }

    @Test
    void aNoBecauseOfWhatTheApplicantDidNotDoCitesTheRuleThatAllowsIt() {
        Calculation calculation = calculation();
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 0, "NOT_TAKING_PART", ""));
        LetterPage page = writer.decision(occasion(LetterKind.REFUSED), application(), decision, calculation, ANNA);
        assertThat(decided(page).laws()).extracting(law -> law.citation().replace('\u00a0', ' '))
                .contains("12 kapitlet 5 § socialtjänstlagen (2025:400)");
        assertThat(decided(granted()).laws()).extracting(LetterPage.Law::says).noneMatch(says -> says.contains("gott skäl"));
    }

    @Test
    void R34_aProtectedHouseholdHasNoAddressAndAHintForThePost() throws IOException {
        adults.add(adult("Erik", AdultRole.CO_APPLICANT, Protection.UNKNOWN));
        LetterPage page = granted();
        assertThat(text(page)).contains("Maria Lind", "Pengarna är till dig och Erik Lind.").doesNotContain("Björkvägen");
        assertThat(writer.postingHint(page)).hasValueSatisfying(hint -> assertThat(hint).contains("förmedling"));
        assertThat(page.queueName()).doesNotContain("00417");
    }

    @Test
    void asksForWhatIsStillMissing() throws IOException {
        CompletionRequest request = new CompletionRequest(id("request"), UNIT, CASE, id("application"),
                List.of(new MissingPaper(id("1"), "Lönebesked för oktober 2026.", null), new MissingPaper(id("2"), "Hyresavi.", TODAY)),
                TODAY, ANNA.id(), LocalDate.of(2026, 12, 4), "Då kan du få nej på din ansökan.");
        LetterPage page = writer.request(occasion(LetterKind.COMPLETION_REQUEST), application(), request);
        assertThat(page.fileName()).isEqualTo("vi-behover-mer-fran-dig-2026-00417-2026-11.pdf");
        assertThat(text(page))
                .contains("Vi behöver mer från dig senast den 4 december 2026", "Lönebesked för oktober 2026.",
                        "Då kan du få nej på din ansökan.")
                .doesNotContain("Hyresavi")
                .doesNotContain("överklaga");
    }

    @Test
    void aLetterBeforeTheDecisionIsMadeIsNotWritten() {
        Calculation calculation = calculation();
        Decision made = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 14_620, "", ""));
        Decision prepared = new Decision(made.id(), UNIT, CASE, made.applicationId(), made.calculationId(), made.kind(),
                DecisionStatus.PREPARED, NOVEMBER, TODAY, ANNA.id(), made.items(), made.reasons(), "", null, List.of(), null, null, null,
                null);
        LetterPage page = writer.decision(occasion(LetterKind.GRANTED), application(), prepared, calculation, null);
        assertThatThrownBy(() -> PDF.render(page)).isInstanceOf(LetterProblem.Incomplete.class)
                .hasMessage("Brevet är inte klart. Det saknar: vem som beslutade, datum för beslutet, med vilken rätt.");
    }

    @Test
    void childrenMustBeWrittenAboutWhenThereAreAny() {
        children.add(child("Alva", "20170304T011", 31));
        Calculation calculation = calculation();
        Decision decision = new Decision(id("decision"), UNIT, CASE, id("application"), calculation.id(), DecisionKind.AID,
                DecisionStatus.MADE, NOVEMBER, TODAY, ANNA.id(),
                List.of(item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 18_440, 18_440, "", "")), "Pengarna räcker inte.", "",
                null, List.of(), ANNA.id(), Role.CASEWORKER, TODAY, null);
        assertThat(writer.decision(occasion(LetterKind.GRANTED), application(), decision, calculation, ANNA).missing())
                .containsExactly("hur beslutet påverkar barnen");
    }

    @Test
    void s9_whatWasTriedBeyondTheRightIsASecondDecisionWithItsOwnReason() throws IOException {
        costs.add(GLASSES);
        incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, Money.kronor(20_000), null, id("Maria"), "kontoutdrag"));
        Calculation calculation = calculation();
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 0, 0, DecisionReason.INCOME_OVER_NORM, ""),
                item(GLASSES, "OTHER", DecisionMatter.BEYOND_RIGHT, 1200, 0, "CAN_BE_SOLVED", ""));
        LetterPage page = writer.decision(occasion(LetterKind.REFUSED), application(), decision, calculation, ANNA);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page)).contains("Vi har prövat din ansökan på två sätt.", "Beslut 1: det du har rätt till",
                "Beslut 2: hjälp utöver det du har rätt till", "Du kan få det du behöver på ett annat sätt.");
        Decision without = decision(calculation, decision.items().getFirst(),
                item(GLASSES, "OTHER", DecisionMatter.BEYOND_RIGHT, 1200, 0, "", ""));
        assertThat(writer.decision(occasion(LetterKind.REFUSED), application(), without, calculation, ANNA).missing())
                .containsExactly("skäl till beslut 2 för Glasögon till Alva");
    }

    @Test
    void s9_whatWasTriedAsAnEmergencyIsASecondDecisionThatGoesToTheCourt() throws IOException {
        costs.add(GLASSES);
        incomes.add(new Income(id("pay"), IncomeType.OTHER_INCOME, Money.kronor(20_000), null, id("Maria"), "kontoutdrag"));
        Calculation calculation = calculation();
        Decision decision = decision(calculation,
                item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 0, 0, DecisionReason.INCOME_OVER_NORM, ""),
                item(GLASSES, "OTHER", DecisionMatter.EMERGENCY, 1200, 0, "CAN_BE_SOLVED", ""));
        LetterPage page = writer.decision(occasion(LetterKind.REFUSED), application(), decision, calculation, ANNA);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page))
                .contains("Vi har prövat din ansökan på två sätt.", "Beslut 1: det du har rätt till",
                        "Beslut 2: om du är i en nödsituation", "Du kan få det du behöver på ett annat sätt.", "Så överklagar du",
                        "12 kapitlet 1 §")
                .doesNotContain("utöver det du har rätt till", "laglighetsprövning", "12 kapitlet 2 §");
    }

    @Test
    void R19_aDismissalIsAppealedAndAWithdrawalIsNot() throws IOException {
        LetterPage dismissed = writer.decision(occasion(LetterKind.DISMISSED), application(), closing(DecisionKind.DISMISSAL), null, ANNA);
        assertThat(dismissed.missing()).isEmpty();
        assertThat(text(dismissed)).contains("kan inte pröva din ansökan", "Så överklagar du", "14 december 2026",
                "20 § förvaltningslagen (2017:900)");
        LetterPage withdrawn = writer.decision(occasion(LetterKind.WITHDRAWN), application(), closing(DecisionKind.WITHDRAWAL), null, ANNA);
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
        Calculation calculation = calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 500, 0, "", ""));
        LetterPage page = writer.communication(occasion(LetterKind.COMMUNICATION), decision);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page))
                .contains("Läs och svara innan vi bestämmer, senast den 16 november 2026", "Beräkningen",
                        "25 § förvaltningslagen (2017:900)", "14 kapitlet 8 § socialtjänstlagen (2025:400)")
                .doesNotContain("överklaga");
    }

    @Test
    void FL11_aDelaySaysWhyAndWhenTheAnswerComes() throws IOException {
        assertThat(writer.received(occasion(LetterKind.DELAY), application()).missing()).containsExactly("dagen då du får svar");
        LetterPage page = writer.received(occasion(LetterKind.DELAY, LetterDetails.NONE.day(LocalDate.of(2026, 12, 18))), application());
        // half past midnight in Sweden
        assertThat(text(page)).contains("Ditt svar dröjer till senast den 18 december 2026", "Den 2 november 2026 fick vi din ansökan",
                "Det finns ett skäl.", "11 § förvaltningslagen (2017:900)");
        assertThat(text(writer.received(occasion(LetterKind.CONFIRMATION), application()))).contains("Vi har fått din ansökan")
                .doesNotContain("§", "räknar med");
    }

    @Test
    void FL33_aLetterWithoutNamesNamesTheUnit() throws IOException {
        Calculation calculation = calculation();
        Decision decision = decision(calculation, item(null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT, 14_620, 14_620, "", ""));
        LetterPage page = writer.decision(occasion(LetterKind.GRANTED, LetterDetails.NONE.withoutNames(true)), application(), decision,
                calculation, ANNA);
        assertThat(page.missing()).isEmpty();
        assertThat(text(page)).contains("Ring Mottagningen: 010-123 45 67.", "En medarbetare på Mottagningen tog beslutet")
                .doesNotContain("Anna Berg", "010-123 45 71");
    }

    @Test
    void R15_aClaimFollowsTheLawOfTheDayTheAidWasGrantedAndHasNoOrdinaryAppeal() throws IOException {
        LetterDetails claim = LetterDetails.NONE.heading("maj och juni 2025")
                .day(TODAY.plusDays(30))
                .amount(Money.kronor(3000))
                .recovery(RecoveryTerms.NONE.ground(RecoveryGround.WRONG_INFORMATION));
        LetterPage old = recovery(LetterKind.RECOVERY, claim, LocalDate.of(2025, 6, 30), Role.UNIT_MANAGER);
        assertThat(text(old))
                .contains("Beslut: vi vill ha tillbaka 3 000 kronor", "maj och juni 2025", "kan vi be en domstol att pröva det",
                        "9 kapitlet 1 § socialtjänstlagen (2001:453)", "skrev vi till dig om det här")
                .doesNotContain("Så överklagar du", "2025:400", "slipper");
        assertThat(text(recovery(LetterKind.RECOVERY_NOTICE, claim, LocalDate.of(2025, 7, 1), null)))
                .contains("Vi har inte bestämt något än", "33 kapitlet 1 § socialtjänstlagen (2025:400)");
        assertThat(recovery(LetterKind.RECOVERY, claim, TODAY, null).missing()).containsExactly("vem som beslutade", "med vilken rätt");
        assertThat(recovery(LetterKind.RECOVERY, claim.recovery(null), TODAY, Role.UNIT_MANAGER).missing())
                .containsExactly("grunden för återkravet");
    }

    /** R15: on every ground the letter has its own law, and says too much was paid only where it was. */
    @ParameterizedTest
    @EnumSource
    void R15_everyGroundOfAClaimHasItsLaw(RecoveryGround ground) throws IOException {
        LetterDetails claim = LetterDetails.NONE.day(TODAY.plusDays(30))
                .amount(Money.kronor(3000))
                .recovery(RecoveryTerms.NONE.ground(ground).waived(Money.kronor(1000)));
        LetterPage page = recovery(LetterKind.RECOVERY, claim, TODAY, Role.UNIT_MANAGER);
        assertThat(page.missing()).isEmpty();
        String text = text(page);
        assertThat(text).contains("vill ha tillbaka 2 000 kronor", "Du slipper betala 1 000 kronor",
                ground.tooMuch() ? "33 kapitlet 1 §" : ground == RecoveryGround.CONDITION ? "33 kapitlet 3 §" : "33 kapitlet 2 §");
        assertThat(text.contains("för mycket i ekonomisk hjälp")).isEqualTo(ground.tooMuch());
        assertThat(
                recovery(LetterKind.RECOVERY, claim.recovery(claim.terms().waived(Money.kronor(3000))), TODAY, Role.UNIT_MANAGER).missing())
                .containsExactly("ett belopp att kräva (det du efterger är hela summan)");
    }

    @Test
    void R18_aClaimIsDecidedWhenTheReaderHasHadTimeToAnswerOrSomebodySaysWhyNot() {
        LetterDetails claim = LetterDetails.NONE.day(TODAY.plusDays(30))
                .amount(Money.kronor(3000))
                .recovery(RecoveryTerms.NONE.ground(RecoveryGround.WRONG_INFORMATION));
        LetterWriter.Occasion occasion = occasion(LetterKind.RECOVERY, claim);
        LetterWriter.Claim untold = new LetterWriter.Claim(TODAY, Role.UNIT_MANAGER, null);
        assertThat(writer.recovery(occasion, application(), untold).missing())
                .containsExactly("en underrättelse före beslutet, eller skälet till att ingen behövs");
        LetterWriter.Claim tooSoon = new LetterWriter.Claim(TODAY, Role.UNIT_MANAGER, notice(TODAY));
        assertThat(writer.recovery(occasion, application(), tooSoon).missing()).singleElement().asString().startsWith("tiden att svara");
        LetterDetails why = claim.recovery(claim.terms().unannounced("Du bad oss själv att få betala tillbaka."));
        assertThat(writer.recovery(occasion(LetterKind.RECOVERY, why), application(), untold).missing()).isEmpty();
    }

    private LetterPage recovery(LetterKind kind, LetterDetails claim, LocalDate grantedOn, @org.jspecify.annotations.Nullable Role as) {
        return writer.recovery(occasion(kind, claim), application(), new LetterWriter.Claim(grantedOn, as, notice(TODAY.minusDays(1))));
    }

    private static Letter notice(LocalDate answerBy) {
        return new Letter(id("notice"), UNIT, CASE, id("decision"), LetterKind.RECOVERY_NOTICE, TODAY.minusDays(20), ANNA.id(), id("Maria"),
                LetterPdf.TEMPLATE_VERSION, "", "", null, new Sending(Sending.Way.POST, TODAY.minusDays(20), ANNA.id()), "",
                LetterDetails.NONE.day(answerBy));
    }

    @Test
    void whoStandsForTheReaderGetsACopyAndTheReaderIsToldOfIt() throws IOException {
        Representative trustee = new Representative(Capacity.TRUSTEE, "Sven Ek", new Address("Storgatan 2", "123 45", "Exempelstad"));
        LetterWriter.Occasion own = occasion(LetterKind.OWN, LetterDetails.NONE.heading("en ny tid"));
        Letter copy = own.letter().copyToRepresentative(id("copy"), ANNA.id(), TODAY);
        assertThat(writer.own(among(own, copy, List.of())).missing()).containsExactly("mottagarens namn", "vad mottagaren är för personen",
                "mottagarens adress");
        Letter known = copy.choose(copy.chosen().representative(trustee));
        assertThat(text(writer.own(among(own, known, List.of()))))
                .contains("Kopia till dig som är: god man för Maria Lind", "Sven Ek", "Storgatan 2")
                .doesNotContain("Björkvägen");
        assertThat(text(writer.own(among(own, own.letter(), List.of(own.letter(), known))))).contains("Kopia till: Sven Ek, god man",
                "Björkvägen");
    }

    @Test
    void R34_aCopyOfALetterToAProtectedHouseholdHasNoAddressEither() throws IOException {
        adults.add(adult("Erik", AdultRole.CO_APPLICANT, Protection.UNKNOWN));
        LetterWriter.Occasion own = occasion(LetterKind.OWN, LetterDetails.NONE.heading("en ny tid"));
        Letter copy = own.letter().copyToRepresentative(id("copy"), ANNA.id(), TODAY);
        Letter known = copy.choose(copy.chosen()
                .representative(new Representative(Capacity.AGENT, "Sven Ek", new Address("Storgatan 2", "123 45", "Exempelstad"))));
        LetterPage page = writer.own(among(own, known, List.of()));
        assertThat(text(page)).contains("Sven Ek", "ombud för Maria Lind").doesNotContain("Storgatan 2 123", "Björkvägen");
        assertThat(page.recipient().address()).isEmpty();
        assertThat(writer.postingHint(page)).isPresent();
        assertThat(page.queueName()).isEqualTo("Brev");
    }

    private static LetterWriter.Occasion among(LetterWriter.Occasion o, Letter letter, List<Letter> letters) {
        return new LetterWriter.Occasion(letter, o.caseFile(), o.household(), o.settings(), o.writer(), o.unit(), letters);
    }

    private LetterPage granted() {
        Calculation calculation = calculation();
        Decision decision = decision(calculation, new DecisionItem(id("support"), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT,
                calculation.lacking(), calculation.lacking(), "", ""), item(RENT, "RENT", DecisionMatter.SUPPORT, 9400, 9400, "", ""));
        return writer.decision(occasion(LetterKind.GRANTED), application(), decision, calculation, ANNA);
    }

    private Calculation calculation() {
        return new NormCalculation(Norms.shipped()).propose(
                new CalculationBasis(id("application"), NOVEMBER, adults, children, 0, costs, incomes, Map.of()), settings(),
                id("calculation"), UNIT, CASE, TODAY, ANNA.id());
    }

    private Decision decision(Calculation calculation, DecisionItem... items) {
        Communication told = new Communication(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 16), "Beräkningen", "", "");
        return new Decision(id("decision"), UNIT, CASE, id("application"), calculation.id(), DecisionKind.AID, DecisionStatus.MADE,
                NOVEMBER, TODAY, ANNA.id(), List.of(items), "Dina pengar räcker inte till hyra och mat.",
                children.isEmpty() ? "" : "Alva går i skolan och mår bra.", told, List.of(), ANNA.id(), Role.CASEWORKER, TODAY, null);
    }

    private static LetterBody.Decided decided(LetterPage page) {
        return (LetterBody.Decided) page.body();
    }

    private LetterWriter.Occasion occasion(LetterKind kind) {
        return occasion(kind, LetterDetails.NONE);
    }

    private LetterWriter.Occasion occasion(LetterKind kind, LetterDetails chosen) {
        Letter letter = new Letter(id("letter"), UNIT, CASE, id("decision"), kind, TODAY, ANNA.id(), id("Maria"),
                LetterPdf.TEMPLATE_VERSION, kind.about() == LetterKind.About.DECISION ? "" : "Det finns ett skäl.",
                kind == LetterKind.COMPLETION_REQUEST ? "" : "Sök jobb.\nRing oss senast den 9 december.", null, null, "", chosen);
        CaseFile caseFile = new CaseFile(CASE, UNIT, "2026-00417", ANNA.id(), Phase.RUNNING, TODAY, TODAY, null, null);
        Household household = new Household(id("household"), UNIT, CASE, MaritalStatus.SINGLE, adults, children, 0, TODAY);
        return new LetterWriter.Occasion(letter, caseFile, household, settings(), ANNA, "Mottagningen");
    }

    private Application application() {
        Declaration declaration = new Declaration(MaritalStatus.SINGLE, adults, children, 0, new Housing(HousingForm.RENTAL, 1, 2), costs,
                incomes, List.of(), List.of(), List.of());
        return new Application(id("application"), UNIT, CASE, ApplicationKind.RENEWAL, Channel.E_SERVICE,
                Instant.parse("2026-11-01T23:30:00Z"), TODAY, null, NOVEMBER, ApplicationStatus.DECIDED, declaration, List.of(), true, null,
                "");
    }

    private static Settings settings() {
        Settings s = Settings.at(ShippedSettings.of(UNIT), TODAY);
        Municipality m = new Municipality("Exempelstad", "Socialnämnden", "Förvaltningsrätten i Exempelstad", "Storgatan 1", "123 45",
                "Exempelstad", "010-123 45 67", "ekonomi@exempelstad.example", "exempelstad.example", "vardagar 9–11", null);
        return new Settings(s.id(), UNIT, s.validFrom(), s.intakeMonths(), s.handOverDay(), s.quietMonthsBeforeClosing(),
                s.longTermMonths(), s.incomeChangePercent(), s.childMonthDays(), s.prisbasbelopp(), s.completionDays(),
                s.communicationDays(), 3, s.housingLevelOne(), s.housingLevelMore(), s.checkWarningDays(), m);
    }

    private static DecisionItem item(@org.jspecify.annotations.Nullable AppliedCost cost, String code, DecisionMatter matter, long applied,
            long granted, String reason, String ownWords) {
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

    private static Adult adult(String name, AdultRole role, Protection protection) {
        Person person = new Person(new PersonalNumber(role == AdultRole.APPLICANT ? "19880209T050" : "19870101T060"), name, "Lind",
                new Address("Björkvägen 3 B", "123 46", "Exempelstad"), "", "", protection, null);
        return new Adult(id(name), role, person, true, new BankAccount("1234", "567890"));
    }

    private static Child child(String name, String number, int days) {
        Person person = new Person(new PersonalNumber(number), name, "Lind", null, "", "", Protection.NONE, null);
        return new Child(id(name), person, days < 31 ? ResidenceExtent.HALF_TIME : ResidenceExtent.FULL_TIME, days, false, false, "");
    }

    private static String text(LetterPage page) throws IOException {
        return LetterPdfTest.text(PDF.render(page)).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
