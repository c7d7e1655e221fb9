package se.trepart.app.letter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.decision.Decided;
import se.trepart.app.decision.DecisionViewModel;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.planning.PlanningSamples;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.letter.KeptFinding;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.NewLetters.Subject;
import se.trepart.model.letter.PlainLanguageResult;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.Representative.Capacity;
import se.trepart.model.letter.Sending;
import se.trepart.model.person.Address;
import se.trepart.model.plan.Referral;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters that a person chooses to write in a case, from Nytt brev to the archived PDF. */
class LetterViewModelTest {

    @TempDir
    private Path folder;
    private CaseDesk desk;
    private OpenCase openCase;
    private LetterViewModel letters;

    @BeforeEach
    void open() {
        desk = new CaseDesk(folder, CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(Decided.november())
                .with(Decided.investigated());
        show();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        assertThat(desk.dialogs.everythingAnswered()).isTrue();
        desk.close();
    }

    private void show() {
        openCase = desk.open(CaseSamples.CASE);
        letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        letters.open();
    }

    private Application december() {
        return desk.desk().documents().find(Application.class, CaseSamples.DECEMBER).orElseThrow();
    }

    private Subject subject(LetterKind kind) {
        return new Subject(kind, switch (kind.about()) {
            case APPLICATION -> december();
            default -> desk.desk().documents().find(CaseFile.class, CaseSamples.CASE).orElseThrow();
        });
    }

    private void begin(LetterKind kind) {
        desk.dialogs.answer(subject(kind));
        letters.begin();
    }

    private Letter only(LetterKind kind) {
        return desk.desk()
                .documents()
                .inCase(Letter.class, CaseSamples.CASE)
                .stream()
                .filter(l -> l.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String problem() {
        return letters.previewProperty().get().problem();
    }

    @Test
    void aLateAnswerIsWrittenSentAndKept() {
        begin(LetterKind.DELAY);
        assertThat(problem()).contains("varför", "dagen då du får svar");
        letters.why().textProperty().set("Vi väntar på ett papper från din bank.");
        letters.choose(chosen -> chosen.day(LocalDate.of(2026, 12, 18)).large(true));
        assertThat(problem()).isEmpty();
        letters.leave();
        letters.markSent();
        Letter sent = only(LetterKind.DELAY);
        assertThat(sent.sending()).isNotNull();
        assertThat(sent.chosen().large()).isTrue();
        assertThat(sent.why()).startsWith("Vi väntar");
        assertThat(desk.desk().workstation().blobs().find(sent.pdfSha256())).isPresent();
        assertThat(letters.sheet().editable()).isFalse();
        assertThat(letters.sheet().unsent()).isFalse();
    }

    @Test
    void theReferralIsReadByTheOneItIsAbout() {
        UUID sven = CaseSamples.id(222);
        UUID couple = CaseSamples.id(110);
        Referral about = Referral
                .begin(CaseSamples.id(1010), CaseSamples.UNIT, couple, sven, PlanningSamples.LABOUR_MARKET.id(), CaseSamples.KARIN.id(),
                        CaseSamples.TODAY)
                .write("Sven behöver hitta jobb.", "", "Att få ett jobb.", "Ett jobb i vår.", "Du träffar en coach.",
                        "Du kan få mindre pengar.", new Referral.Told(Referral.Told.How.PHONE, CaseSamples.TODAY))
                .send(CaseSamples.id(1011), CaseSamples.KARIN.id(), CaseSamples.NOW);
        desk.with(CaseSamples.large()).with(about);
        openCase = desk.open(couple);
        letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        letters.open();
        desk.dialogs.answer(new Subject(LetterKind.REFERRAL_COPY, about));
        letters.begin();
        assertThat(problem()).isEmpty();
        assertThat(letters.sheet().letter()).isNotNull().extracting(Letter::recipientId).isEqualTo(sven);
    }

    @Test
    void FL33_theCoApplicantGetsTheSameLetterByItself() {
        UUID couple = CaseSamples.id(110);
        desk.with(CaseSamples.large());
        openCase = desk.open(couple);
        letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        letters.open();
        desk.dialogs.answer(new Subject(LetterKind.OWN, desk.desk().documents().find(CaseFile.class, couple).orElseThrow()));
        letters.begin();
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi ses den 2 december.");
        letters.leave();
        assertThat(letters.sheet().other()).isNotNull().extracting(Choice::label).isEqualTo("Samma brev till Sven-Örjan Bartholomeus");
        letters.copy();
        assertThat(letters.sheet().letter()).isNotNull().extracting(Letter::recipientId).isEqualTo(CaseSamples.id(222));
        assertThat(letters.sheet().other()).isNull();
        assertThat(letters.sheet().letters()).extracting(Choice::label)
                .containsExactlyInAnyOrder("Eget brev till Hodan Maria Alexandra, utkast",
                        "Eget brev till Sven-Örjan Bartholomeus, utkast");
        letters.markSent();
        assertThat(desk.desk().documents().inCase(Letter.class, couple)).extracting(l -> l.sending() != null)
                .containsExactlyInAnyOrder(true, false);
        assertThat(desk.desk().documents().inCase(Letter.class, couple)).extracting(Letter::why).containsOnly("Vi ses den 2 december.");
    }

    @Test
    void whoStandsForTheReaderGetsTheSameLetterByItself() {
        begin(LetterKind.OWN);
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi ses den 2 december.");
        letters.leave();
        letters.copyToRepresentative();
        assertThat(problem()).contains("mottagarens namn", "vad mottagaren är för personen", "mottagarens adress");
        letters.choose(chosen -> chosen.representative(Representative.UNKNOWN.capacity(Capacity.TRUSTEE)));
        letters.typing().name().textProperty().set("Sven Ek");
        letters.typing().address().getFirst().textProperty().set("Storgatan 2");
        letters.typing().address().get(1).textProperty().set("123 45");
        letters.typing().address().getLast().textProperty().set("Exempelstad");
        assertThat(problem()).as("also what is only typed yet").isEmpty();
        letters.leave();
        assertThat(letters.sheet().letter()).isNotNull()
                .extracting(letter -> letter.chosen().representative())
                .isEqualTo(new Representative(Capacity.TRUSTEE, "Sven Ek", new Address("Storgatan 2", "123 45", "Exempelstad")));
        assertThat(letters.sheet().letters()).extracting(Choice::label)
                .containsExactlyInAnyOrder("Eget brev till Amina, utkast", "Eget brev till ställföreträdare, utkast");
        letters.markSent();
        assertThat(desk.desk().documents().inCase(Letter.class, CaseSamples.CASE)).filteredOn(letter -> letter.sending() != null)
                .singleElement()
                .matches(letter -> !letter.ownOf(CaseSamples.id(201)));
    }

    /** R36: a sentence that stands on lines of its own in an easy letter is still found where it was typed. */
    @Test
    void anEasyLetterIsJudgedHarderAndItsRemarksStandInTheField() {
        begin(LetterKind.OWN);
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi ses. Då kan vi prata om hur det har gått med allt som du har gjort sedan vi sågs i maj.");
        letters.leave();
        assertThat(letters.remarks().asking()).isEmpty();
        letters.choose(chosen -> chosen.easy(true));
        assertThat(letters.remarks().asking()).filteredOn(remark -> remark.check().equals("LONG_SENTENCE"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.place()).isNotNull().extracting(TypedPlace::from).isEqualTo(8));
    }

    @Test
    void anOwnLetterNeedsAHeadingAndAText() {
        begin(LetterKind.OWN);
        assertThat(problem()).contains("vad brevet handlar om", "text");
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi behöver byta tid.");
        assertThat(problem()).isEmpty();
        letters.leave();
        assertThat(only(LetterKind.OWN).chosen().heading()).isEqualTo("en ny tid");
    }

    @Test
    void aDraftOfChoiceCanBePutAway() {
        begin(LetterKind.CASEWORKER_CHANGE);
        assertThat(problem()).isEmpty();
        assertThat(letters.sheet().droppable()).isTrue();
        desk.dialogs.answer(true);
        letters.drop();
        assertThat(only(LetterKind.CASEWORKER_CHANGE).toSend()).isFalse();
        assertThat(letters.sheet().letters()).isEmpty();
        assertThat(letters.sheet().mayBegin()).isTrue();
    }

    @Test
    void leavingTheQuestionWritesNothing() {
        desk.dialogs.answer(Optional.empty());
        letters.begin();
        assertThat(desk.desk().documents().inCase(Letter.class, CaseSamples.CASE)).isEmpty();
    }

    @Test
    void R1_aDismissalHasItsLetterByItself() {
        DecisionViewModel deciding = new DecisionViewModel(openCase, Rulebook.shipped());
        deciding.open();
        desk.dialogs.answer("Vi har inte fått din hyra.");
        deciding.dismiss();
        desk.dialogs.answer(true);
        deciding.decide();
        letters.open();
        assertThat(letters.sheet().letter()).isNotNull().extracting(Letter::kind).isEqualTo(LetterKind.DISMISSED);
        assertThat(letters.sheet().droppable()).isFalse();
        assertThat(letters.sheet().appeal()).startsWith("Sista dag att överklaga");
        assertThat(problem()).isEmpty();
    }

    @Test
    void anAmountThatIsNoneStaysADraftAndStopsTheSending() {
        begin(LetterKind.OWN);
        letters.amount().textProperty().set("mycket");
        letters.leave();
        assertThat(letters.hindrances()).extracting(LetterHindrance::text).contains("Skriv ett belopp, till exempel 3 000");
        letters.amount().textProperty().set("3000");
        letters.leave();
        assertThat(letters.amount().text().replace('\u00a0', ' ')).isEqualTo("3 000");
        assertThat(letters.amount().unsavedProperty().get()).isFalse();
        assertThat(only(LetterKind.OWN).chosen().amount()).isEqualTo(Money.kronor(3000));
    }

    /** What is drawn may be of a moment ago, so the sending meets what is wrong by itself. */
    @Test
    void aLetterThatCannotBeWrittenStaysADraftAndSaysWhyAsAboveItsPages() {
        begin(LetterKind.OWN);
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Vi ses den 2 december, 李.");
        letters.leave();
        assertThat(problem()).contains("tecknet ”李”", "Skriv om ordet");
        LetterOffice office = new LetterOffice(Rulebook.shipped());
        new LetterPosting(openCase, office, new Proofreader(office, desk.desk().texts())).send(only(LetterKind.OWN).id(),
                new Sending(Sending.Way.POST, CaseSamples.TODAY, CaseSamples.KARIN.id()));
        assertThat(desk.dialogs.shown.getLast()).isEqualTo("Brevet skickades inte: " + problem());
        assertThat(only(LetterKind.OWN).sending()).isNull();
    }

    private static final String NORMAL = "Vi ses den 2 december. Ta med samtliga papper.";

    @Test
    void R36_aWarningIsMendedOrKeptWithAReasonThatHoldsForThoseWordsOnly() {
        begin(LetterKind.OWN);
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set(NORMAL);
        Remark warning = letters.remarks().asking().getFirst();
        assertThat(warning.place()).isEqualTo(new TypedPlace(TypedPlace.Where.WHY, 30, 38));
        letters.markSent();
        assertThat(only(LetterKind.OWN).sending()).as("said on the screen").isNull();
        desk.dialogs.answer("Det är så vi säger här.");
        letters.keep(warning);
        assertThat(letters.hindrances()).isEmpty();
        letters.why().textProperty().set(NORMAL.replace("Ta", "Du tar"));
        assertThat(letters.hindrances()).extracting(LetterHindrance::text).singleElement().asString().isEqualTo("Klarspråk: 1 varning");
        letters.why().textProperty().set(NORMAL);
        letters.leave();
        letters.markSent();
        assertThat(only(LetterKind.OWN).chosen().kept()).containsExactly(
                new KeptFinding("WORD", "samtliga", "Ta med samtliga papper.", "Det är så vi säger här.", CaseSamples.KARIN.id()));
        assertThat(only(LetterKind.OWN).chosen().language()).isNotNull().extracting(PlainLanguageResult::remarks).isEqualTo(1);
        assertThat(letters.sheet().sent()).contains("Klarspråk: LIX", "1 anmärkning behölls med skäl.");
    }

    @Test
    void R36_aBlockIsMendedAndNeverKept() {
        begin(LetterKind.OWN);
        letters.heading().textProperty().set("dina pengar");
        letters.why().textProperty().set("Du har normöverskott i november.");
        Remark block = letters.remarks().stopping().getFirst();
        assertThat(letters.hindrances()).extracting(LetterHindrance::text).singleElement().asString().isEqualTo("Klarspråk: 1 spärr");
        letters.keep(block);
        assertThat(only(LetterKind.OWN).chosen().kept()).isEmpty();
        assertThat(letters.suggested(block)).contains(new Correction(block.place(), "du har mer pengar än normen (normöverskott)"));
        letters.why().textProperty().set("Du har mer pengar än normen (normöverskott) i november.");
        assertThat(letters.hindrances()).isEmpty();
        assertThat(letters.suggested(block)).as("the words are others by now").isEmpty();
    }

    @Test
    void R36_aMisspeltWordIsMendedOrKeptButNoNameOfTheCaseIs() {
        letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped(), PlainLanguage::withSpelling), Duration.ZERO);
        letters.open();
        begin(LetterKind.OWN);
        letters.heading().textProperty().set("en ny tid");
        letters.why().textProperty().set("Öbergs hyra är betald. Ta med kontoutdragt från Nordbankken. Kontoutdragt behövs.");
        assertThat(letters.remarks().asking()).extracting(Remark::quote)
                .as("Öbergs is known, Nordbankken most likely a name")
                .containsExactly("kontoutdragt", "Kontoutdragt");
        Remark slip = letters.remarks().asking().getFirst();
        assertThat(letters.suggested(slip)).contains(new Correction(slip.place(), "kontoutdrag"));
        letters.why().textProperty().set("Ta med kontantkuvertan. Lämna kontantkuvertan till oss.");
        desk.dialogs.answer("Så heter det.");
        letters.keep(letters.remarks().asking().getFirst());
        assertThat(letters.hindrances()).as("wherever the word stands").isEmpty();
        letters.why().textProperty().set("Ta med hyrann.");
        letters.leave();
        sendBeforeAnyWordIsLookedUp();
        assertThat(only(LetterKind.OWN).sending()).isNull();
        letters.why().textProperty().set("Ta med hyresavin.");
        letters.leave();
        sendBeforeAnyWordIsLookedUp();
        assertThat(only(LetterKind.OWN).sending()).isNotNull();
    }

    private void sendBeforeAnyWordIsLookedUp() {
        LetterOffice fresh = new LetterOffice(Rulebook.shipped(), PlainLanguage::withSpelling);
        new LetterPosting(openCase, fresh, new Proofreader(fresh, new Texts())).send(only(LetterKind.OWN).id(),
                new Sending(Sending.Way.POST, CaseSamples.TODAY, CaseSamples.KARIN.id()));
    }

    @Test
    void aSentLetterWhosePdfIsNotHereIsNeverWrittenAnew() {
        CaseFile file = desk.desk().documents().find(CaseFile.class, CaseSamples.CASE).orElseThrow();
        Letter draft = Letter.write(CaseSamples.id(990), file, LetterKind.OWN, CaseSamples.id(201), "0", "Hej.", "", CaseSamples.KARIN.id(),
                CaseSamples.TODAY);
        Letter sent = new Letter(draft.id(), draft.unitId(), draft.caseId(), draft.aboutId(), draft.kind(), draft.writtenOn(),
                draft.writtenBy(), draft.recipientId(), draft.templateVersion(), draft.why(), "", null,
                new Sending(Sending.Way.POST, CaseSamples.TODAY, CaseSamples.KARIN.id()), "ab".repeat(32), null);
        desk.arrives(Intent.create(draft), CaseSamples.CASE);
        desk.arrives(Intent.change(draft, sent), CaseSamples.CASE);
        assertThat(letters.sheet().sent()).isNotEmpty();
        assertThat(letters.previewProperty().get().pages()).isEmpty();
        assertThat(problem()).contains("så som det skickades finns inte på den här datorn");
        assertThat(List.of(letters.sheet().letters().getFirst().label())).containsExactly("Eget brev, skickat");
    }
}
