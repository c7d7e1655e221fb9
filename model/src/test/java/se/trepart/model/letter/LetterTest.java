package se.trepart.model.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.model.Sample;
import se.trepart.model.access.Actor;
import se.trepart.model.access.Role;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Appeal;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionBasis;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.Decisions;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.Statute;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.LineKind;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LetterTest {

    private static final UUID KARIN = Sample.id("karin");
    private static final Sending SENDING = new Sending(Way.POST, Sample.TODAY, KARIN);
    private static final AppliedCost GLASSES = Sample.cost("glasses", CostType.OTHER, 1500);

    private static Letter letter() {
        return Letter.write(Sample.id("letter"), Sample.application(ApplicationKind.NEW), LetterKind.COMPLETION_REQUEST, Sample.id("amina"),
                "1", "", "", KARIN, Sample.TODAY);
    }

    private static DecisionLetter facts(Household household, long income, long accepted) {
        Calculation calculation = Sample.calculation(Sample.line(LineKind.PERSONAL, "adults.single", null, 5220),
                Sample.line(LineKind.COST, "OTHER", GLASSES.id(), accepted), Sample.line(LineKind.INCOME, "SALARY", null, income));
        Application application = Sample.application(ApplicationKind.RENEWAL, GLASSES);
        DecisionBasis basis = new DecisionBasis(application, household, null, calculation, Sample.settings(), DelegationOrder.shipped(),
                false);
        Actor karin = new Actor(Sample.staff("karin", Role.CASEWORKER), Role.CASEWORKER, Instant.EPOCH, Sample.TODAY);
        Decision decision = Decisions.prepare(basis, calculation, karin, Sample.ids()).decision();
        Decision told = accepted > 0
                ? decision
                : Decisions.set(decision, decision.items().get(1).id(), Money.ZERO, "NO_RECEIPT", "Skicka kvittot.");
        return DecisionLetter.of(told, calculation, household, Sample.caseFile(Phase.RUNNING, KARIN, Sample.TODAY), Sample.settings(),
                Statutes.shipped(), DecisionReason.shipped(), Sample.TODAY);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # income, accepted, kind,    granted, result, refused items, way of appeal
            0,        1500,     GRANTED, 6720,    -6720,  0,             ''
            0,        0,        PARTLY,  5220,    -5220,  2,             COURT
            9000,     1500,     REFUSED, 0,       2280,   2,             COURT
            """)
    void theFactsOfALetterFollowTheDecision(long income, long accepted, LetterKind kind, long granted, long result, int refused,
            String way) {
        DecisionLetter facts = facts(Sample.household(), income, accepted);
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.granted()).isEqualTo(Money.kronor(granted));
        assertThat(facts.result()).isEqualTo(Money.kronor(result));
        assertThat(facts.refusals()).hasSize(refused);
        assertThat(facts.appeal().ways()).extracting(Appeal.Way::name).isEqualTo(way.isEmpty() ? List.of() : List.of(way));
    }

    @Test
    void everyRefusedItemIsExplainedInTheWordsOfTheCatalogue() {
        assertThat(facts(Sample.household(), 0, 0).refusals().getLast()).satisfies(item -> {
            assertThat(item.reason()).isEqualTo("Du har inte visat någon räkning eller något kvitto.");
            assertThat(item.ownWords()).isEqualTo("Skicka kvittot.");
        });
    }

    @Test
    void r15_theLawsAreThoseOfTheDayEachOnce() {
        assertThat(facts(Sample.household(Sample.child("Leo")), 9000, 1500).laws()).extracting(Statute::cited)
                .containsExactly("12 kap. 1 § socialtjänstlagen (2025:400)", "12 kap. 1–3 §§ socialtjänstförordningen (2025:468)",
                        "3 kap. 1 § socialtjänstlagen (2025:400)", "35 kap. 1 § socialtjänstlagen (2025:400)",
                        "43–44 §§ förvaltningslagen (2017:900)");
        assertThat(facts(Sample.household(), 0, 1500).laws()).extracting(Statute::matter).doesNotContain(Statutes.CHILD, Statutes.APPEAL);
    }

    @Test
    void aLetterIsSentOnce() {
        Letter sent = letter().markSent(SENDING, "abc", Sample.household());
        assertThat(sent.documentState()).isEqualTo("SENT");
        assertThatExceptionOfType(LetterSent.class).isThrownBy(() -> sent.markSent(SENDING, "abc", Sample.household()));
        assertThatExceptionOfType(LetterSent.class).isThrownBy(() -> sent.edit("nytt", ""));
        assertThatExceptionOfType(LetterSent.class).isThrownBy(() -> sent.confirm(Sample.id("lena")));
    }

    @Test
    void r34_aLetterToAProtectedHouseholdIsConfirmedByAnotherPerson() {
        Household hidden = Sample.household(Protection.UNKNOWN);
        assertThatExceptionOfType(ConfirmationMissing.class).isThrownBy(() -> letter().markSent(SENDING, "abc", hidden));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> letter().confirm(KARIN));
        Letter confirmed = letter().confirm(Sample.id("lena"));
        assertThat(confirmed.markSent(SENDING, "abc", hidden).pdfSha256()).isEqualTo("abc");
        assertThat(confirmed.edit("nytt", "").confirmationMissing(hidden)).isTrue();
    }

    @Test
    void r36_whatIsKeptHasOneReasonAndFollowsTheLetterToAnotherReader() {
        KeptFinding kept = new KeptFinding("WORD", "samtliga", "Ta med samtliga papper.", "Så heter de.", KARIN);
        KeptFinding again = new KeptFinding("WORD", "samtliga", "Ta med samtliga papper.", "Så står det på dem.", KARIN);
        KeptFinding elsewhere = new KeptFinding("WORD", "samtliga", "Skriv under samtliga.", "Det är fler än två.", KARIN);
        Letter letter = letter().choose(LetterDetails.NONE.keep(kept).keep(elsewhere).keep(again)).confirm(Sample.id("lena"));
        assertThat(letter.chosen().kept()).containsExactly(elsewhere, again);
        Letter judged = letter.judged(new PlainLanguageResult(false, 28, 10, 1));
        assertThat(judged.confirmedBy()).as("no word is another").isEqualTo(Sample.id("lena"));
        Letter copy = judged.copyTo(Sample.id("copy"), Sample.id("sven"), KARIN, Sample.TODAY);
        assertThat(copy.chosen().kept()).containsExactly(elsewhere, again);
        assertThat(copy.chosen().language()).isNull();
    }

    /** R19: which way a decision goes, and that what is withdrawn has none. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            DISMISSAL,  DISMISSED, COURT, 20 §
            WITHDRAWAL, WITHDRAWN, '',    ''
            """)
    void aDecisionWithoutACalculationHasItsLetter(DecisionKind how, LetterKind kind, String way, String section) {
        Actor karin = new Actor(Sample.staff("karin", Role.CASEWORKER), Role.CASEWORKER, Instant.EPOCH, Sample.TODAY);
        Application application = Sample.application(ApplicationKind.NEW);
        Decision decision = (how == DecisionKind.DISMISSAL
                ? Decisions.dismiss(application, "Hyresavin saknas.", karin, Sample.ids())
                : Decisions.withdraw(application, "", karin, Sample.ids())).decision();
        DecisionLetter facts = DecisionLetter.of(decision, null, Sample.household(), Sample.caseFile(Phase.RUNNING, KARIN, Sample.TODAY),
                Sample.settings(), Statutes.shipped(), DecisionReason.shipped(), Sample.TODAY);
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.appeal().ways()).extracting(Appeal.Way::name).isEqualTo(way.isEmpty() ? List.of() : List.of(way));
        assertThat(facts.laws().stream().map(Statute::section).findFirst().orElse("")).isEqualTo(section);
    }

    @Test
    void s9_helpTriedBeyondTheRightIsASecondDecision() {
        DecisionLetter one = facts(Sample.household(), 0, 0);
        assertThat(one.secondDecision()).isEmpty();
        List<DecisionLetter.ItemOutcome> tried = one.items()
                .stream()
                .map(i -> new DecisionLetter.ItemOutcome(i.itemId(), i.code(),
                        i.code().equals("OTHER") ? DecisionMatter.BEYOND_RIGHT : i.matter(), i.outcome(), i.applied(), i.granted(),
                        i.reason(), i.ownWords()))
                .toList();
        DecisionLetter two = new DecisionLetter(one.kind(), one.caseNumber(), one.municipality(), one.period(), one.recipient(), null,
                false, List.of(), one.granted(), one.result(), one.calculation(), tried, "", "", null, one.laws(), one.appeal(), null, null,
                null, null);
        assertThat(two.secondDecision()).extracting(DecisionLetter.ItemOutcome::code).containsExactly("OTHER");
    }

    @Test
    void aCaseOffersTheLettersThatThereIsReasonToWrite() {
        Application open = Sample.application(ApplicationKind.NEW);
        CaseFile file = Sample.caseFile(Phase.RUNNING, KARIN, Sample.TODAY);
        NewLetters fresh = new NewLetters(file, open, List.of(), List.of(), List.of(), List.of());
        assertThat(fresh.choices()).extracting(NewLetters.Subject::kind)
                .containsExactly(LetterKind.CONFIRMATION, LetterKind.DELAY, LetterKind.CASEWORKER_CHANGE, LetterKind.OWN);
        Letter begun = Letter.write(Sample.id("own"), file, LetterKind.OWN, Sample.id("amina"), "1", "", "", KARIN, Sample.TODAY);
        NewLetters after = new NewLetters(Sample.caseFile(Phase.RUNNING, null, Sample.TODAY), open.with(ApplicationStatus.DECIDED),
                List.of(), List.of(), List.of(), List.of(begun));
        assertThat(after.choices()).isEmpty();
        Letter sent = begun.markSent(SENDING, "abc", Sample.household());
        assertThat(new NewLetters(file, open.with(ApplicationStatus.DECIDED), List.of(), List.of(), List.of(), List.of(sent)).choices())
                .extracting(NewLetters.Subject::kind)
                .contains(LetterKind.OWN);
    }

    @Test
    void r18_aDecisionThatWasCommunicatedOffersItsLetterUntilItIsMade() {
        Actor karin = new Actor(Sample.staff("karin", Role.CASEWORKER), Role.CASEWORKER, Instant.EPOCH, Sample.TODAY);
        Application open = Sample.application(ApplicationKind.NEW);
        Decision silent = Decisions.dismiss(open, "Hyresavin saknas.", karin, Sample.ids()).decision();
        Decision told = Decisions.communicate(silent, "Hyresavin", Sample.TODAY, 10);
        CaseFile file = Sample.caseFile(Phase.RUNNING, KARIN, Sample.TODAY);
        assertThat(new NewLetters(file, open, List.of(silent), List.of(), List.of(), List.of()).choices())
                .extracting(NewLetters.Subject::kind)
                .doesNotContain(LetterKind.COMMUNICATION);
        assertThat(new NewLetters(file, open, List.of(told), List.of(), List.of(), List.of()).choices())
                .extracting(NewLetters.Subject::kind)
                .contains(LetterKind.COMMUNICATION);
    }

    @Test
    void whoStandsForTheReaderGetsACopyThatIsNotTheReadersOwn() {
        UUID amina = Sample.id("amina");
        Letter letter = letter();
        Letter copy = letter.copyToRepresentative(Sample.id("copy"), KARIN, Sample.TODAY);
        assertThat(copy.sameMatter(letter)).isTrue();
        assertThat(letter.ownOf(amina)).isTrue();
        assertThat(copy.ownOf(amina)).isFalse();
        assertThat(NewLetters.representatives(letter, List.of(letter, copy))).containsExactly(Representative.UNKNOWN);
        assertThat(NewLetters.representatives(letter, List.of(letter, copy.drop()))).isEmpty();
        assertThat(copy.copyTo(Sample.id("sven"), Sample.id("sven"), KARIN, Sample.TODAY).chosen().representative()).isNull();
    }

    @Test
    void r18_theLatestNoticeThatTheReaderWasSentComesBeforeAClaim() {
        Application application = Sample.application(ApplicationKind.NEW);
        Letter notice = Letter.write(Sample.id("notice"), application, LetterKind.RECOVERY_NOTICE, Sample.id("amina"), "1", "", "", KARIN,
                Sample.TODAY);
        Letter claim = Letter.write(Sample.id("claim"), application, LetterKind.RECOVERY, Sample.id("amina"), "1", "", "", KARIN,
                Sample.TODAY);
        assertThat(NewLetters.noticeBefore(claim, List.of(notice, claim))).as("not sent").isEmpty();
        Letter sent = notice.markSent(SENDING, "abc", Sample.household());
        assertThat(NewLetters.noticeBefore(claim, List.of(sent, claim))).contains(sent);
        Letter other = notice.copyTo(Sample.id("other"), Sample.id("sven"), KARIN, Sample.TODAY)
                .markSent(SENDING, "abc", Sample.household());
        assertThat(NewLetters.noticeBefore(claim, List.of(other))).as("another reader's").isEmpty();
    }

    @Test
    void aDraftThatIsPutAwayIsNotToBeSent() {
        assertThat(letter().toSend()).isTrue();
        assertThat(letter().drop().toSend()).isFalse();
        assertThat(letter().drop().documentState()).isEqualTo("DROPPED");
        Letter confirmed = letter().confirm(Sample.id("lena"));
        assertThat(confirmed.choose(confirmed.chosen().large(true)).confirmedBy()).isNull();
    }
}
