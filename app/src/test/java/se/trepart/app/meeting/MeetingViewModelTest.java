package se.trepart.app.meeting;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.meeting.MeetingsViewModel.Part;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Staff;
import se.trepart.model.letter.ConfirmationMissing;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.OtherTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.meeting.TripartiteMeeting.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class MeetingViewModelTest {

    @TempDir
    Path folder;
    private final List<CaseDesk> desks = new ArrayList<>();

    @BeforeAll
    static void startScreen() {
        Pictures.start();
    }

    @AfterEach
    void close() {
        desks.forEach(desk -> {
            assertThat(desk.errors).isEmpty();
            desk.close();
        });
    }

    @Test
    void r21TheCaseworkerCallsAllThreeAndAnInterpreterAlsoAsASeries() {
        CaseDesk desk = desk(CaseSamples.KARIN);
        CallViewModel model = new CallViewModel(desk.open(CaseSamples.CASE), MeetingSamples.AMINA);
        assertThat(model.consultant().get().label()).as("who keeps the plan").isEqualTo("Ola Ek");
        assertThat(model.interpreter().text()).isEqualTo("arabiska");
        model.consultant().set(model.consultants().getFirst());
        assertThat(model.lacking()).containsExactly(CallViewModel.Lacking.values());
        model.call();
        assertThat(meetings(desk)).hasSize(2);

        model.consultant().set(model.consultants().getLast());
        model.time().day().set(LocalDate.of(2027, 3, 1));
        model.time().time().textProperty().set("9.15");
        model.time().place().textProperty().set("Stadshuset");
        model.purpose().textProperty().set("Följa upp praktiken");
        model.others().textProperty().set("Eva Lind, Arbetsförmedlingen\n");
        model.series().set(true);
        model.call();

        List<TripartiteMeeting> called = meetings(desk).stream().filter(meeting -> meeting.seriesId() != null).toList();
        assertThat(called).extracting(meeting -> meeting.time().startsAt())
                .containsExactlyInAnyOrder(LocalDateTime.of(2027, 3, 1, 9, 15), LocalDateTime.of(2027, 3, 29, 9, 15),
                        LocalDateTime.of(2027, 4, 26, 9, 15));
        assertThat(called).allSatisfy(meeting -> assertThat(meeting.participants()).extracting(Participant::name)
                .containsExactly("Amina Öberg", "Karin Berg", "Ola Ek", "Tolk, arabiska", "Eva Lind, Arbetsförmedlingen"));
        assertThat(desk.navigator.place().get()).isInstanceOf(Place.OfMeeting.class);
        assertThat(new CallViewModel(desk.open(CaseSamples.CASE), null).purpose().text()).as("draft of a meeting that was called")
                .isEmpty();
    }

    @Test
    void aDayThatHasBeenAndAnHourThatIsNoneAreRefusedInWords() {
        CallViewModel model = new CallViewModel(desk(CaseSamples.KARIN).open(CaseSamples.CASE), null);
        model.time().day().set(CaseSamples.TODAY.minusDays(1));
        model.time().time().textProperty().set("25:10");
        assertThat(model.time().dayFault()).isEqualTo("Dagen har redan varit.");
        assertThat(model.time().hourFault()).isEqualTo("Skriv klockslaget så här: 13:30.");
        for (String hour : List.of("8", "08.00", "8:00", "0800")) {
            model.time().time().textProperty().set(hour);
            assertThat(model.time().hourFault()).as(hour).isEmpty();
        }
    }

    @Test
    void answersAreNotedAndANewTimeAsksEverybodyAnew() {
        CaseDesk desk = desk(CaseSamples.KARIN);
        MeetingPageViewModel model = page(desk);
        model.answer(MeetingSamples.participantId(MeetingSamples.TO_COME, Party.APPLICANT), Answer.COMES);
        assertThat(toCome(desk).participant(Party.APPLICANT)).map(Participant::answeredOn).contains(CaseSamples.TODAY);
        model.startMoving();
        assertThat(model.lackingToMove()).containsExactly(MeetingPageViewModel.Lacking.CHANGE, MeetingPageViewModel.Lacking.WHY);
        model.moveTo().time().textProperty().set("14:00");
        model.move();
        assertThat(toCome(desk).moves()).as("without a reason").isEmpty();
        model.whyMove().textProperty().set("Tolken kunde inte.");
        model.move();
        assertThat(toCome(desk).time().startsAt()).isEqualTo(LocalDateTime.of(2026, 12, 3, 14, 0));
        assertThat(toCome(desk).participants()).extracting(Participant::answer).containsOnly(Answer.NONE);
        assertThat(model.moving().get()).isFalse();
    }

    @Test
    void r34AnInvitationToAProtectedPersonIsPrintedOnceASecondHandlerHasReadIt() {
        CaseDesk first = hidden(CaseSamples.KARIN);
        MeetingPageViewModel called = page(first);
        assertThat(called.mayConfirm()).as("who called it").isFalse();
        called.confirm();
        assertThat(toCome(first).confirmedBy()).isEmpty();
        assertThatThrownBy(() -> papers(first).invitation(shown(called))).isInstanceOf(ConfirmationMissing.class);

        CaseDesk second = hidden(CaseSamples.AMINA);
        MeetingPageViewModel read = page(second);
        assertThat(read.mayConfirm()).isTrue();
        read.confirm();
        assertThat(papers(second).invitation(shown(read)).queueName()).isEqualTo("Brev");
        read.startMoving();
        read.moveTo().time().textProperty().set("15:00");
        read.whyMove().textProperty().set("Tolken kunde inte.");
        read.move();
        assertThat(toCome(second).confirmationMissing(shown(read).household())).as("a new time").isTrue();
        assertThat(read.mayConfirm()).as("who moved it").isFalse();
        assertThatThrownBy(() -> papers(second).invitation(shown(read))).isInstanceOf(ConfirmationMissing.class);
    }

    @Test
    void aConsultantAsksForAnotherTimeAndTheCaseworkerAnswers() {
        UUID ola = MeetingSamples.participantId(MeetingSamples.TO_COME, Party.CONSULTANT);
        CaseDesk his = desk(MeetingSamples.OLA);
        MeetingPageViewModel asking = page(his);
        asking.otherTime().start(ola);
        assertThat(asking.otherTime().who()).isEqualTo("Ola Ek");
        assertThat(asking.otherTime().lacking()).containsExactly(MeetingPageViewModel.Lacking.CHANGE, MeetingPageViewModel.Lacking.WHY);
        asking.otherTime().form().day().set(LocalDate.of(2026, 12, 4));
        asking.otherTime().ask();
        assertThat(toCome(his).participants()).as("without a word why").allMatch(one -> one.proposal().isEmpty());
        asking.otherTime().why().textProperty().set("Jag är på kurs.");
        asking.otherTime().ask();
        assertThat(asking.otherTime().askingFor().get()).isNull();
        TripartiteMeeting asked = toCome(his);
        assertThat(asked.time()).isEqualTo(MeetingSamples.toCome().time());

        CaseDesk hers = new CaseDesk(folder.resolve("karin"), CaseSamples.KARIN).with(MeetingSamples.all());
        desks.add(hers);
        MeetingPageViewModel answering = page(hers);
        hers.arrives(Intent.change(toCome(hers), asked), CaseSamples.CASE);
        hers.dialogs.answer("Tolken kan bara då.");
        answering.otherTime().refuse(ola);
        assertThat(toCome(hers).participant(Party.CONSULTANT).orElseThrow().otherTime()).extracting(OtherTime::refused)
                .isEqualTo("Tolken kan bara då.");
        answering.otherTime().agree(ola);
        assertThat(toCome(hers).moves()).as("answered already").isEmpty();
        answering.otherTime().start(ola);
        answering.otherTime().form().day().set(LocalDate.of(2026, 12, 4));
        answering.otherTime().why().textProperty().set("Det går ändå inte.");
        answering.otherTime().ask();
        answering.otherTime().agree(ola);
        assertThat(toCome(hers).time().startsAt()).isEqualTo(LocalDateTime.of(2026, 12, 4, 13, 30));
    }

    private CaseDesk hidden(Staff me) {
        CaseDesk desk = new CaseDesk(folder.resolve(me.subject()), MeetingSamples.handler(me)).with(MeetingSamples.hidden());
        desks.add(desk);
        return desk;
    }

    private static MeetingSituation shown(MeetingPageViewModel model) {
        return model.situationProperty().get().orElseThrow();
    }

    @Test
    void isCancelledWithAReasonOnly() {
        CaseDesk desk = desk(CaseSamples.KARIN);
        MeetingPageViewModel model = page(desk);
        desk.dialogs.answer(" ");
        model.cancel();
        assertThat(toCome(desk).status()).isEqualTo(Status.CALLED);
        desk.dialogs.answer("Amina är sjuk.");
        model.cancel();
        assertThat(toCome(desk).cancelledReason()).isEqualTo("Amina är sjuk.");
        assertThat(model.callable()).isFalse();
    }

    @Test
    void r25IsFinishedWhenNothingIsMissingAndThenLocked() {
        CaseDesk desk = desk(MeetingSamples.OLA);
        NotesViewModel model = notes(desk, MeetingSamples.TO_COME);
        assertThat(model.missing()).hasSize(4);
        model.finish();
        assertThat(toCome(desk).status()).isEqualTo(Status.CALLED);

        model.addTask(Party.APPLICANT, id -> model.by(id, LocalDate.of(2026, 12, 10)));
        Agreement task = toCome(desk).notes().agreements().getFirst();
        model.what(task).textProperty().set("Ta med schemat");
        model.nothing(Party.CASEWORKER, true);
        model.nothing(Party.CONSULTANT, true);
        model.nextOn(LocalDate.of(2026, 12, 3));
        assertThat(model.missing()).as("the same day is no next meeting").hasSize(1);
        model.nextOn(null);
        model.noNextReason().textProperty().set("Amina börjar arbeta.");
        assertThat(model.missing()).as("what is typed counts before the field is left").isEmpty();
        model.applicantsWords().textProperty().set("Nu vill jag jobba.");
        model.finish();

        TripartiteMeeting finished = toCome(desk);
        assertThat(finished.status()).isEqualTo(Status.FINISHED);
        assertThat(finished.notes().agreements())
                .containsExactly(new Agreement(task.id(), Party.APPLICANT, "Ta med schemat", LocalDate.of(2026, 12, 10)));
        assertThat(finished.notes().applicantsWords()).isEqualTo("Nu vill jag jobba.");
        assertThat(model.writable()).isFalse();
        model.nothing(Party.APPLICANT, true);
        assertThat(toCome(desk)).isEqualTo(finished);
    }

    @Test
    void whatWasAgreedLastTimeIsDoneOrNotYetAndCanBeAgreedAnew() {
        CaseDesk desk = desk(CaseSamples.KARIN);
        NotesViewModel model = notes(desk, MeetingSamples.TO_COME);
        List<Agreement> agreed = model.situationProperty().get().orElseThrow().before().orElseThrow().notes().agreements();
        assertThat(desk.desk().documents().inCase(AgreementResult.class, CaseSamples.CASE)).isEmpty();
        model.results().done(agreed.get(0), true);
        model.results().done(agreed.get(1), false);
        model.results().words(agreed.get(1)).textProperty().set("Köket svarade inte");
        model.results().leave();
        assertThat(desk.desk().documents().inCase(AgreementResult.class, CaseSamples.CASE))
                .extracting(AgreementResult::agreementId, AgreementResult::done, AgreementResult::words, AgreementResult::meetingId)
                .containsExactlyInAnyOrder(tuple(MeetingSamples.LEAVE_CV, true, "", MeetingSamples.HELD),
                        tuple(MeetingSamples.CALL_KITCHEN, false, "Köket svarade inte", MeetingSamples.HELD));
        assertThat(model.agreedAgain(agreed.get(1))).isFalse();
        model.agreeAgain(agreed.get(1));
        assertThat(model.agreedAgain(agreed.get(1))).isTrue();
        assertThat(toCome(desk).notes().agreements()).extracting(Agreement::what).containsExactly("Ringa skolköket om fler dagar");
    }

    @Test
    void r25FinishedNotesAreChangedByANewVersionWithAReason() {
        CaseDesk desk = desk(CaseSamples.KARIN);
        MeetingPageViewModel first = new MeetingPageViewModel(meeting(desk, MeetingSamples.HELD), papers(desk));
        desk.dialogs.answer(Optional.empty());
        first.correct();
        assertThat(meetings(desk)).hasSize(2);
        desk.dialogs.answer("Fel dag för cv.");
        first.correct();
        UUID second = ((Place.AtMeeting) desk.navigator.place().get()).meetingId();
        NotesViewModel notes = notes(desk, second);
        notes.by(MeetingSamples.LEAVE_CV, LocalDate.of(2026, 11, 9));
        notes.finish();
        MeetingSituation now = meeting(desk, MeetingSamples.HELD).situation().orElseThrow();
        assertThat(now.meeting().notes()).as("the first version").isEqualTo(MeetingSamples.held().notes());
        assertThat(now.replaced()).isTrue();
        assertThat(now.versions()).extracting(TripartiteMeeting::id).containsExactly(MeetingSamples.HELD, second);
        assertThat(now.versions().getLast().correctionReason()).isEqualTo("Fel dag för cv.");
    }

    @Test
    void whatIsTypedIsThereWhenTheProgramEndedBeforeTheFieldWasLeft() {
        try (CaseDesk before = new CaseDesk(folder, CaseSamples.KARIN).with(MeetingSamples.all())) {
            NotesViewModel model = notes(before, MeetingSamples.TO_COME);
            model.notes().textProperty().set("Amina har fått ");
            model.addTask(Party.CONSULTANT, id -> {});
            model.what(toCome(before).notes().agreements().getFirst()).textProperty().set("Boka studiebesök");
        }
        CaseDesk after = new CaseDesk(folder, CaseSamples.KARIN);
        desks.add(after);
        NotesViewModel model = notes(after, MeetingSamples.TO_COME);
        assertThat(model.notes().text()).isEqualTo("Amina har fått ");
        assertThat(model.what(toCome(after).notes().agreements().getFirst()).text()).isEqualTo("Boka studiebesök");
        model.leave();
        assertThat(toCome(after).notes().notes()).isEqualTo("Amina har fått ");
    }

    @Test
    void aConsultantAnswersAndWritesButDoesNotCallMoveOrCancel() {
        CaseDesk desk = desk(MeetingSamples.OLA);
        MeetingPageViewModel model = page(desk);
        assertThat(model.answerable()).isTrue();
        assertThat(model.callable()).isFalse();
        try (Directory directory = new Directory(desk.desk().documents(), MeetingSamples.OLA);
                MeetingsViewModel list = new MeetingsViewModel(desk.desk(), directory)) {
            assertThat(list.mayCall()).isFalse();
            assertThat(list.rows()).extracting(MeetingRow::who).containsExactly("Amina Öberg");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void r31ItIsOnesOwnWorkForThoseWhoAreCalledAndOthersSayWhy() {
        for (Staff one : List.of(CaseSamples.KARIN, MeetingSamples.OLA, CaseSamples.LEIF)) {
            CaseDesk desk = new CaseDesk(folder.resolve(one.subject()), one).with(MeetingSamples.all());
            desks.add(desk);
            MeetingPlaces places = places(desk);
            var view = places.view(new Place.OfMeeting(MeetingSamples.TO_COME));
            assertThat(view.help().isEmpty()).as("%s is asked why", one.subject()).isEqualTo(one == CaseSamples.LEIF);
            places.close();
        }
    }

    @Test
    void r31WhoHasSaidWhyIsAskedAgainOnlyWhenTheCaseHasBeenClosed() {
        CaseDesk desk = desk(CaseSamples.LEIF);
        desk.navigator.openCase(CaseSamples.CASE);
        desk.open(CaseSamples.CASE);
        try (MeetingPlaces places = places(desk)) {
            assertThat(places.view(new Place.CallMeeting(CaseSamples.CASE, null)).help()).as("the form is shown").isNotEmpty();
            desk.navigator.close(CaseSamples.CASE);
            View asking = places.view(new Place.OfMeeting(MeetingSamples.TO_COME));
            assertThat(asking.help()).as("asked again").isEmpty();
            desk.navigator.openCase(CaseSamples.CASE);
            desk.open(CaseSamples.CASE);
            asking.opened();
            assertThat(asking.help()).as("answered where the case is").isNotEmpty();
        }
        assertThat(desk.desk().documents().inCase(ReadEvent.class, CaseSamples.CASE)).hasSize(2);
    }

    @Test
    void theListHoldsOnesOwnToComeFirstAndForTheLeaderTheUnits() throws Exception {
        CaseDesk desk = desk(CaseSamples.LEIF);
        try (Directory directory = new Directory(desk.desk().documents(), CaseSamples.LEIF);
                MeetingsViewModel list = new MeetingsViewModel(desk.desk(), directory)) {
            assertThat(list.rows()).isEmpty();
            list.mineOnly().set(list.scopes().getLast());
            assertThat(list.rows()).extracting(MeetingRow::when, MeetingRow::answers, MeetingRow::status)
                    .containsExactly(tuple("2026-12-03 tors 13.30", "0 kommer, 4 svar saknas", "Kallat"));
            list.part().set(list.parts().stream().filter(part -> part.value() == Part.PAST).findFirst().orElseThrow());
            assertThat(list.rows()).extracting(MeetingRow::status).containsExactly("Klart");
            list.open(list.rows().getFirst());
            assertThat(desk.navigator.place().get()).isEqualTo(new Place.OfMeeting(MeetingSamples.HELD));
        }
    }

    private CaseDesk desk(Staff me) {
        CaseDesk desk = new CaseDesk(folder, me).with(MeetingSamples.all());
        desks.add(desk);
        return desk;
    }

    private static MeetingPlaces places(CaseDesk desk) {
        return new MeetingPlaces(desk.desk(), new LetterOffice(Rulebook.shipped()), Duration.ZERO);
    }

    private static MeetingInCase meeting(CaseDesk desk, UUID id) {
        return new MeetingInCase(desk.open(CaseSamples.CASE), id);
    }

    private static MeetingPageViewModel page(CaseDesk desk) {
        return new MeetingPageViewModel(meeting(desk, MeetingSamples.TO_COME), papers(desk));
    }

    private static NotesViewModel notes(CaseDesk desk, UUID id) {
        return new NotesViewModel(meeting(desk, id));
    }

    static MeetingPapers papers(CaseDesk desk) {
        return new MeetingPapers(desk.open(CaseSamples.CASE), new LetterOffice(Rulebook.shipped()));
    }

    private static List<TripartiteMeeting> meetings(CaseDesk desk) {
        return desk.desk().documents().inCase(TripartiteMeeting.class, CaseSamples.CASE);
    }

    private static TripartiteMeeting toCome(CaseDesk desk) {
        return desk.desk().documents().find(TripartiteMeeting.class, MeetingSamples.TO_COME).orElseThrow();
    }
}
