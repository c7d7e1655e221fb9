package se.trepart.app.planning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseHead;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.CaseViewModel;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Unit;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.followup.Snooze;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.AbsenceResponse.Led;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.ReferralIncomplete.Part;
import se.trepart.model.plan.SelfSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.app.casefile.CaseSamples.CASE;
import static se.trepart.app.casefile.CaseSamples.KARIN;
import static se.trepart.app.casefile.CaseSamples.TODAY;
import static se.trepart.app.planning.PlanningSamples.AMINA;

class PlanningViewModelTest {

    @TempDir
    Path folder;
    private CaseDesk desk;

    @BeforeEach
    void store() {
        desk = new CaseDesk(folder, KARIN).with(PlanningSamples.municipality()).with(CaseSamples.amina());
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        desk.close();
    }

    private <D extends Document> List<D> stored(Class<D> type) {
        return desk.desk().documents().inCase(type, CASE);
    }

    private PlanningViewModel model() {
        return new PlanningViewModel(desk.open(CASE));
    }

    private static PlanningPage page(PlanningViewModel model) {
        return model.page().orElseThrow();
    }

    @Test
    void theGoalIsKeptAsTypedAndWrittenWhenTheFieldIsLeft() {
        model().goal(page(model())).textProperty().set("Jobb i storkök");
        PlanningViewModel again = model();
        assertThat(again.goal(page(again)).text()).isEqualTo("Jobb i storkök");
        assertThat(stored(SelfSupport.class)).isEmpty();
        again.leave();
        assertThat(stored(SelfSupport.class)).extracting(SelfSupport::goal).containsExactly("Jobb i storkök");
        assertThat(stored(SelfSupport.class).getFirst().id()).isEqualTo(SelfSupport.idOf(AMINA));
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
    }

    @Test
    void r20TheEarlyMeetingIsNoLongerToBeBookedOnceItHasADayAndCanBeTakenBack() {
        OpenCase open = desk.open(CASE);
        PlanningViewModel model = new PlanningViewModel(open);
        assertThat(page(model).toDo()).extracting(item -> item.kind()).containsExactly(Kind.EARLY_MEETING);
        model.meetings().book(AMINA, TODAY.plusDays(4));
        assertThat(stored(SelfSupport.class)).extracting(SelfSupport::earlyMeetingOn).containsExactly(TODAY.plusDays(4));
        assertThat(page(model).toDo()).isEmpty();
        open.undo().takeBack();
        assertThat(page(model).toDo()).extracting(item -> item.kind()).containsExactly(Kind.EARLY_MEETING);
    }

    @Test
    void anotherObstacleEndsTheOneBeforeAndNoneBeginsBeforeIt() {
        desk.with(PlanningSamples.support());
        PlanningViewModel model = model();
        assertThat(model.obstacleFault(LocalDate.of(2026, 9, 30))).isEqualTo("Ett annat försörjningshinder började senare än så.");
        assertThat(model.obstacleFault(TODAY)).isEmpty();
        model.obstacle(AMINA, Obstacle.of("childcare").orElseThrow(), TODAY);
        assertThat(stored(SelfSupport.class).getFirst().obstacles()).extracting(period -> period.key() + " " + period.to())
                .containsExactly("sick.none 2026-09-30", "unemployed.nothing 2026-11-21", "childcare null");
    }

    @Test
    void r21WhatIsMissingFollowsWhatIsTypedAndHowAndWhenAreToldTogether() {
        PlanningViewModel model = model();
        model.beginReferral();
        ReferralDraft draft = model.draft(page(model).writing().orElseThrow());
        assertThat(draft.missing()).containsExactly(Part.NEED, Part.PURPOSE, Part.GOAL, Part.CONTENT, Part.CONSEQUENCES, Part.TOLD);
        ReferralDraft.WRITTEN.forEach(part -> draft.part(part).textProperty().set("text om " + part));
        assertThat(draft.missing()).containsExactly(Part.TOLD);
        draft.toldOn(TODAY.minusDays(1));
        assertThat(draft.missing()).containsExactly(Part.TOLD);
        draft.send();
        assertThat(stored(Referral.class)).extracting(Referral::status).containsExactly(Status.WRITING);
        draft.how().set(model.hows().get(2));
        assertThat(draft.missing()).isEmpty();
        draft.wanted().set(model.kinds().get(7));
        draft.send();
        Referral sent = stored(Referral.class).getFirst();
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.told()).isEqualTo(new Told(Told.How.PHONE, TODAY.minusDays(1)));
        assertThat(sent.toUnitId()).isEqualTo(PlanningSamples.LABOUR_MARKET.id());
        assertThat(sent.wantedKind()).isEqualTo("internship");
        assertThat(sent.content()).isEqualTo("text om CONTENT");
        assertThat(page(model).mayRefer()).isFalse();
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
    }

    @Test
    void r21AReferralHalfWrittenIsFoundAgainWithTheDayItWasTold() {
        PlanningViewModel first = model();
        first.beginReferral();
        ReferralDraft draft = first.draft(page(first).writing().orElseThrow());
        draft.part(Part.NEED).textProperty().set("Behöver språk");
        draft.toldOn(TODAY);
        PlanningViewModel again = model();
        ReferralDraft found = again.draft(page(again).writing().orElseThrow());
        assertThat(found.part(Part.NEED).text()).isEqualTo("Behöver språk");
        assertThat(found.toldOn()).contains(TODAY);
    }

    @Test
    void r26WhatIsDecidedAfterAReturnIsNotedWithADayAndTakenUpAgainThen() {
        desk.with(PlanningSamples.returned());
        PlanningViewModel model = model();
        Referral returned = page(model).referrals().getFirst();
        assertThat(page(model).toDo()).extracting(item -> item.kind()).contains(Kind.REFERRAL_RETURNED);
        NextStep next = model.nextStep(returned);
        next.words().textProperty().set("Vård först, målet är arbete på halvtid.");
        next.again().set(TODAY);
        assertThat(next.ready()).isFalse();
        next.again().set(TODAY.plusDays(30));
        next.note();
        assertThat(page(model).toDo()).extracting(item -> item.kind()).doesNotContain(Kind.REFERRAL_RETURNED);
        assertThat(page(model).noted(returned).map(Snooze::reason)).contains("Vård först, målet är arbete på halvtid.");
        next.words().textProperty().set("Nytt besked från vården i maj.");
        next.again().set(TODAY.plusDays(90));
        next.note();
        assertThat(stored(Snooze.class)).extracting(Snooze::until).containsExactly(TODAY.plusDays(90));
    }

    @Test
    void r24WhatAnAbsenceLedToIsChosenByAPersonAndRecordedForTheDaysChosen() {
        desk.with(PlanningSamples.internship(), PlanningSamples.away());
        OpenCase open = desk.open(CASE);
        PlanningViewModel model = new PlanningViewModel(open);
        CaseViewModel frame = new CaseViewModel(open, List.of());
        assertThat(frame.headProperty().get().badges()).extracting(CaseHead.Badge::text).contains("ogiltig frånvaro 2 dagar");
        assertThat(frame.sinceLast()).extracting(Reason::text).contains("Ogiltig frånvaro 2 dagar (Praktik)");
        AbsenceDesk absence = model.absence(AMINA);
        assertThat(absence.led().get()).isNull();
        absence.why().textProperty().set("Hon försov sig båda dagarna.");
        assertThat(absence.ready()).isFalse();
        absence.led().set(Led.TALKED);
        absence.record(List.of(page(model).openAbsences().getFirst()));
        assertThat(stored(AbsenceResponse.class)).extracting(AbsenceResponse::absentOn).containsExactly(LocalDate.of(2026, 11, 12));
        assertThat(absence.led().get()).as("nothing is chosen beforehand for the next").isNull();
        assertThat(page(model).openAbsences()).hasSize(1);
        assertThat(frame.headProperty().get().badges()).extracting(CaseHead.Badge::text).contains("ogiltig frånvaro 1 dag");
    }

    @Test
    void r24AnAbsenceThatArrivesIsShownAtOnce() {
        desk.with(PlanningSamples.internship());
        PlanningViewModel model = model();
        assertThat(page(model).openAbsences()).isEmpty();
        desk.arrives(Intent.create(PlanningSamples.away()), CASE);
        assertThat(page(model).openAbsences()).hasSize(2);
    }

    @Test
    void whatWasBeingWrittenIsThrownAwayWhenSomebodyElseHasDealtWithIt() {
        desk.with(PlanningSamples.internship(), PlanningSamples.away(), PlanningSamples.declined());
        PlanningViewModel model = model();
        model.absence(AMINA).why().textProperty().set("Hon försov sig");
        model.nextStep(page(model).referrals().getFirst()).words().textProperty().set("Vi väntar");
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).hasSize(2);
        Attendance corrected = PlanningSamples.away().unmark(LocalDate.of(2026, 11, 12)).unmark(LocalDate.of(2026, 11, 13));
        desk.arrives(Intent.change(PlanningSamples.away(), corrected), CASE);
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).extracting(Draft::text).containsExactly("Vi väntar");
        model.beginReferral();
        assertThat(desk.desk().workstation().drafts().startingWith("case/")).isEmpty();
    }

    @Test
    void aProposalIsDeclinedWithAReasonOnly() {
        desk.with(PlanningSamples.proposed());
        PlanningViewModel model = model();
        ActionDesk action = model.action(PlanningSamples.proposed().id());
        action.answer(false);
        assertThat(stored(Action.class).getFirst().proposal()).isPresent();
        action.answer().textProperty().set("Hon ska börja sfi.");
        action.answer(false);
        Action answered = stored(Action.class).getFirst();
        assertThat(answered.proposal()).isEmpty();
        assertThat(answered.terms().endsOn()).isEqualTo(PlanningSamples.ENDS);
        assertThat(answered.changes().getLast().answer().reason()).isEqualTo("Hon ska börja sfi.");
    }

    @Test
    void r23TheCaseworkerExtendsAndTheTeamLeadIsAskedWhenItGetsLong() {
        desk.with(PlanningSamples.internship());
        PlanningViewModel model = model();
        ActionDesk action = model.action(PlanningSamples.internship().id());
        action.why().textProperty().set("Mer tid i köket");
        action.until().set(PlanningSamples.ENDS);
        assertThat(action.mayExtend(page(model).running().getFirst())).isFalse();
        action.until().set(LocalDate.of(2027, 3, 21));
        assertThat(action.asks(page(model).running().getFirst())).isEqualTo(Asks.NOBODY);
        action.until().set(LocalDate.of(2027, 3, 22));
        assertThat(action.asks(page(model).running().getFirst())).isEqualTo(Asks.TEAM_LEAD);
        action.extend();
        Action asked = stored(Action.class).getFirst();
        assertThat(asked.proposal()).isPresent();
        assertThat(asked.terms().endsOn()).isEqualTo(PlanningSamples.ENDS);
        action.answer().textProperty().set("Ja");
        action.answer(true);
        assertThat(stored(Action.class).getFirst().proposal()).as("only the team lead answers it").isPresent();
    }

    @Test
    void aMonthsReportIsReceivedOnce() {
        desk.with(PlanningSamples.october());
        PlanningViewModel model = model();
        model.receive(page(model).summaries().getFirst());
        assertThat(stored(AttendanceSummary.class).getFirst().receipt()).extracting(AttendanceSummary.Receipt::by).isEqualTo(KARIN.id());
        assertThat(page(model).toDo()).extracting(item -> item.kind()).doesNotContain(Kind.SUMMARY_TO_READ);
    }

    @Test
    void aTeamLeadAnswersWhatTheCaseworkerAsks() {
        Action asked = PlanningSamples.internship()
                .change(CaseSamples.id(1031), PlanningSamples.internship().terms().until(LocalDate.of(2027, 6, 1)), "Lång väg", KARIN.id(),
                        Role.CASEWORKER, TODAY, ShippedPlanningSettings.of(Unit.MUNICIPALITY));
        desk.close();
        desk = new CaseDesk(folder.resolve("leif"), CaseSamples.LEIF).with(PlanningSamples.municipality())
                .with(CaseSamples.amina())
                .with(asked);
        PlanningViewModel model = model();
        model.action(asked.id()).answer(true);
        assertThat(stored(Action.class).getFirst().terms().endsOn()).isEqualTo("2027-06-01");
    }
}
