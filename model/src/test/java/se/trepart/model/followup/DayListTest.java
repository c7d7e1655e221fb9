package se.trepart.model.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.CompletionRequest.MissingPaper;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.HandOver;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DayListTest {

    private static final LocalDate TODAY = Sample.TODAY;
    private static final Staff KARIN = Sample.staff("karin", Role.CASEWORKER);
    private static final Staff LENA = Sample.staff("lena", Role.TEAM_LEAD);
    private static final LocalDate RECENT = LocalDate.of(2026, 11, 1);

    private @Nullable UUID responsible = KARIN.id();
    private Phase phase = Phase.RUNNING;
    private LocalDate since = RECENT;
    private Household household = Sample.household();
    private final List<Application> applications = new ArrayList<>();
    private final List<CompletionRequest> requests = new ArrayList<>();
    private final List<Investigation> investigations = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final List<DayWork.LeftDraft> drafts = new ArrayList<>();

    private List<DayItem> list(Staff staff, Role role) {
        return DayList.of(new DayWork(List.of(Sample.caseFile(phase, responsible, since)), List.of(household), applications, requests,
                investigations, decisions, letters, ChecklistTemplates.shipped(Sample.UNIT), drafts, planning(), Sample.settings(),
                DelegationOrder.shipped()), staff, role, TODAY);
    }

    /** Something lies ahead in the planning, so that the case is not without a next step. */
    private static PlanWork planning() {
        Reminder later = Reminder.set(Sample.id("later"), Sample.UNIT, Sample.CASE, Side.AID, "ring", TODAY.plusDays(100), null, KARIN.id(),
                RECENT);
        SelfSupport booked = SelfSupport.begin(Sample.id("support"), Sample.UNIT, Sample.CASE, Sample.id("amina"), RECENT)
                .bookEarlyMeeting(TODAY);
        return new PlanWork(List.of(booked), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(later), List.of(), ShippedPlanningSettings.of(Sample.UNIT));
    }

    private List<Kind> kinds(Staff staff, Role role) {
        return list(staff, role).stream().map(DayItem::kind).toList();
    }

    private static Application application(ApplicationStatus status) {
        return Sample.application(ApplicationKind.RENEWAL).with(status);
    }

    private static Decision decision(DecisionStatus status, HandOver.Step step, String preparedBy) {
        HandOver handOver = new HandOver(Sample.id("step"), step, Sample.id(preparedBy), Instant.parse("2026-11-20T23:30:00Z"), "");
        return new Decision(Sample.id("decision"), Sample.UNIT, Sample.CASE, Sample.id("application"), null, DecisionKind.DISMISSAL, status,
                Sample.DECEMBER, RECENT, Sample.id(preparedBy), List.of(), "", "", null, List.of(handOver), null, null, null, null);
    }

    private static CompletionRequest request(LocalDate dueOn, @Nullable LocalDate receivedOn) {
        return new CompletionRequest(Sample.id("request"), Sample.UNIT, Sample.CASE, Sample.id("application"),
                List.of(new MissingPaper(Sample.id("paper"), "Hyresavi", receivedOn)), RECENT, KARIN.id(), dueOn, "");
    }

    @Test
    void r1_aNewApplicationIsThereUntilSomebodyBegins() {
        applications.add(application(ApplicationStatus.RECEIVED));
        assertThat(list(KARIN, Role.CASEWORKER)).containsExactly(new DayItem(Kind.NEW_APPLICATION, Sample.CASE, Sample.id("application"),
                CasePlace.APPLICATION, "Öberg, Amina", LocalDate.of(2026, 11, 20), null, "R1"));
        applications.set(0, application(ApplicationStatus.INVESTIGATED));
        assertThat(kinds(KARIN, Role.CASEWORKER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # responsible, reader, role,       sees it
            karin,         karin,  CASEWORKER, true
            '',            karin,  CASEWORKER, true
            lena,          karin,  CASEWORKER, false
            karin,         lena,   TEAM_LEAD,  false
            """)
    void aCaseworkerSeesOwnCasesAndThoseThatNobodyHas(String inCharge, String reader, Role role, boolean sees) {
        responsible = inCharge.isEmpty() ? null : Sample.id(inCharge);
        applications.add(application(ApplicationStatus.RECEIVED));
        assertThat(kinds(Sample.staff(reader, role), role).contains(Kind.NEW_APPLICATION)).isEqualTo(sees);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # due,      received,   kind
            2026-11-22, '',         COMPLETION_DUE
            2026-11-23, '',         COMPLETION_DUE
            2026-11-24, '',         ''
            2026-11-24, 2026-11-20, COMPLETION_ANSWERED
            """)
    void aCompletionShowsWhenItCameOrShouldHave(LocalDate due, String received, String kind) {
        applications.add(application(ApplicationStatus.WAITING));
        requests.add(request(due, received.isEmpty() ? null : LocalDate.parse(received)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).isEqualTo(kind.isEmpty() ? List.of() : List.of(Kind.valueOf(kind)));
        applications.set(0, application(ApplicationStatus.DECIDED));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.COMPLETION_DUE, Kind.COMPLETION_ANSWERED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # in intake since, shown, overdue
            2026-09-24,        false, false
            2026-09-23,        true,  false
            2026-08-23,        true,  false
            2026-08-22,        true,  true
            """)
    void r3_intakeIsShownBeforeItsThreeMonthsEnd(LocalDate from, boolean shown, boolean overdue) {
        phase = Phase.INTAKE;
        since = from;
        applications.add(application(ApplicationStatus.INVESTIGATED));
        List<DayItem> list = list(KARIN, Role.CASEWORKER);
        assertThat(list).extracting(DayItem::kind).isEqualTo(shown ? List.of(Kind.INTAKE_ENDING) : List.of());
        assertThat(list.stream().anyMatch(item -> item.overdue(TODAY))).isEqualTo(overdue);
    }

    @Test
    void r3_theTeamLeadDistributesByTheFifteenth() {
        responsible = null;
        assertThat(list(LENA, Role.TEAM_LEAD)).filteredOn(item -> item.kind() == Kind.TO_DISTRIBUTE)
                .extracting(DayItem::dueOn)
                .containsExactly(LocalDate.of(2026, 11, 15));
        assertThat(kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.TO_DISTRIBUTE);
    }

    @Test
    void r16_aSentDecisionIsForThoseWhoMayDecideItAndDidNotPrepareIt() {
        applications.add(application(ApplicationStatus.WITH_DECIDER));
        decisions.add(decision(DecisionStatus.SENT, HandOver.Step.SENT, "karin"));
        assertThat(list(LENA, Role.TEAM_LEAD)).extracting(DayItem::kind, DayItem::since)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.DECISION_TO_MAKE, LocalDate.of(2026, 11, 21)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).isEmpty();
        decisions.set(0, decision(DecisionStatus.SENT, HandOver.Step.SENT, "lena"));
        assertThat(kinds(LENA, Role.TEAM_LEAD)).isEmpty();
    }

    @Test
    void r16_aReturnedDecisionIsForTheOneInCharge() {
        applications.add(application(ApplicationStatus.RETURNED));
        decisions.add(decision(DecisionStatus.RETURNED, HandOver.Step.RETURNED, "karin"));
        assertThat(kinds(KARIN, Role.CASEWORKER)).containsExactly(Kind.DECISION_RETURNED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # population register last checked, shown   (interval 6 months, first shown 30 days before)
            2026-06-24,                          false
            2026-06-23,                          true
            """)
    void r7_aRecurringCheckIsShownBeforeItIsDue(LocalDate last, boolean shown) {
        applications.add(application(ApplicationStatus.INVESTIGATED));
        List<CheckItem> all = java.util.stream.Stream.of("residence", "assets", "economy.review", "housing", "tax.return")
                .map(key -> new CheckItem(Sample.id(key), key, CheckState.DONE, "x", "y", "", "", KARIN.id(),
                        key.equals("residence") ? last : TODAY))
                .toList();
        investigations.add(new Investigation(Sample.id("i"), Sample.UNIT, Sample.CASE, Sample.id("old"), Sample.id("t"), last, all,
                List.of(), null, last, KARIN.id()));
        assertThat(kinds(KARIN, Role.CASEWORKER)).isEqualTo(shown ? List.of(Kind.CHECK_DUE) : List.of());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # opened,   application,  closable
            2026-08-23, DECIDED,      true
            2026-08-24, DECIDED,      false
            2026-08-23, INVESTIGATED, false
            """)
    void r4_aQuietCaseWithoutUndecidedApplicationMayBeClosed(LocalDate opened, ApplicationStatus status, boolean closable) {
        since = opened;
        applications.add(application(status));
        assertThat(kinds(KARIN, Role.CASEWORKER).contains(Kind.CLOSABLE)).isEqualTo(closable);
    }

    @Test
    void theMostUrgentComesFirst() {
        phase = Phase.INTAKE;
        since = LocalDate.of(2026, 8, 1);
        applications.add(application(ApplicationStatus.RECEIVED));
        decisions.add(decision(DecisionStatus.RETURNED, HandOver.Step.RETURNED, "karin"));
        letters.add(Letter.write(Sample.id("letter"), applications.getFirst(), LetterKind.COMPLETION_REQUEST, Sample.id("amina"), "1", "",
                "", KARIN.id(), LocalDate.of(2026, 11, 19)));
        drafts.add(new DayWork.LeftDraft(Sample.CASE, Sample.id("note"), CasePlace.JOURNAL, LocalDate.of(2026, 11, 10)));
        assertThat(kinds(KARIN, Role.CASEWORKER)).containsExactly(Kind.INTAKE_ENDING, Kind.DECISION_RETURNED, Kind.DRAFT_LEFT,
                Kind.LETTER_NOT_SENT, Kind.NEW_APPLICATION);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # protection,          named, reader's role, items, name
            NONE,                  false, CASEWORKER,    1,     'Öberg, Amina'
            MARKED,                false, CASEWORKER,    0,     ''
            UNKNOWN,               false, CASEWORKER,    0,     ''
            PROTECTED_REGISTRATION, true, CASEWORKER,    1,     'Öberg, Amina'
            MARKED,                false, TEAM_LEAD,     1,     ''
            """)
    void r34_aProtectedHouseholdIsForItsNamedHandlers(Protection protection, boolean named, Role role, int count, String name) {
        responsible = null;
        phase = Phase.INTAKE;
        household = Sample.household(protection);
        applications.add(application(ApplicationStatus.RECEIVED));
        Staff plain = Sample.staff("karin", role);
        Staff reader = new Staff(plain.id(), plain.unitId(), plain.subject(), plain.name(), "", "", plain.roles(), plain.units(),
                named ? List.of(Sample.CASE) : List.of(), true, TODAY);
        List<DayItem> list = list(reader, role);
        assertThat(list).hasSize(count);
        assertThat(list).allSatisfy(item -> assertThat(item.subject()).isEqualTo(name.isEmpty() ? null : name));
    }

    @ParameterizedTest
    @CsvSource({"CONSULTANT", "CONTROLLER", "ADMINISTRATOR", "COMMITTEE"})
    void rolesThatChangeNoCaseHaveNoList(Role role) {
        responsible = null;
        applications.add(application(ApplicationStatus.RECEIVED));
        assertThat(list(Sample.staff("karin", role), role)).isEmpty();
    }

    @Test
    void theTimelineTellsEverythingNewestFirst() {
        Decision sent = decision(DecisionStatus.SENT, HandOver.Step.SENT, "karin");
        Letter letter = Letter.write(Sample.id("letter"), sent, LetterKind.REFUSED, Sample.id("amina"), "1", "", "", KARIN.id(),
                LocalDate.of(2026, 11, 21));
        List<Timeline.Entry> entries = Timeline.of(List.of(letter, Sample.caseFile(phase, responsible, LocalDate.of(2026, 10, 1)), sent,
                request(TODAY, LocalDate.of(2026, 11, 10)), application(ApplicationStatus.WAITING), household));
        assertThat(entries).extracting(Timeline.Entry::event)
                .containsExactly(Timeline.Event.LETTER_WRITTEN, Timeline.Event.DECISION_SENT, Timeline.Event.APPLICATION_RECEIVED,
                        Timeline.Event.PAPER_RECEIVED, Timeline.Event.DECISION_PREPARED, Timeline.Event.COMPLETION_REQUESTED,
                        Timeline.Event.CASE_OPENED);
        assertThat(entries.get(1).by()).isEqualTo(KARIN.id());
    }
}
