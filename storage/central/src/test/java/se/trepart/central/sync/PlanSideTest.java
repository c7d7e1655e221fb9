package se.trepart.central.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.followup.Snooze;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionOffer;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Presence;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.SelfSupport;
import se.trepart.wire.Entry;
import se.trepart.wire.Operation;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushReply.Result;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The plan side of a case is the consultant's and the caseworker's, the aid side the caseworker's alone (sidor av ärendet). */
class PlanSideTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private Office office;
    private Desk anna;
    private Desk karl;
    private CaseFile file;
    private Plan plan;
    private Action action;

    @BeforeEach
    void open() {
        office = new Office();
        office.hire(office.karl);
        anna = office.desk(office.anna);
        karl = office.desk(office.karl);
        file = Office.caseFile(Office.NORTH);
        plan = new Plan(Office.id(), file.unitId(), file.id(), file.id(), office.karl.id(), null, "jobb i kök", List.of(), Office.DAY, null,
                List.of(), null);
        action = Action.begin(Office.id(), plan, null,
                new ActionTerms("internship", "Skolköket", office.karl.id(), MONDAY, MONDAY.plusWeeks(12), 20, "vana"), List.of());
    }

    @AfterEach
    void close() {
        assertThat(office.admin.verify()).isEmpty();
        office.close();
    }

    private void create(Protection protection) {
        assertThat(
                anna.together(anna.create(file), anna.create(Office.household(file, protection)), anna.create(plan), anna.create(action)))
                .extracting(Outcome::result)
                .containsOnly(Result.APPLIED);
    }

    private Attendance week(Presence presence, LocalDate day, UUID by) {
        return Attendance.of(action, day).mark(day, presence, 240, presence.absent() ? 0 : 240, "", by, Instant.EPOCH);
    }

    private Reminder reminder(Side side, String what) {
        return Reminder.set(Office.id(), file.unitId(), file.id(), side, what, MONDAY, null, office.anna.id(), MONDAY);
    }

    private Snooze snooze(Side side, DayItem.Kind kind) {
        DayItem item = new DayItem(kind, file.id(), action.id(), se.trepart.model.followup.CasePlace.PLANNING, null, MONDAY, null, "R23");
        return Snooze.of(item, file.unitId(), side, MONDAY.plusDays(9), "möte bokat", office.anna.id(), MONDAY);
    }

    private AbsenceResponse response() {
        Attendance away = week(Presence.INVALID, MONDAY, office.karl.id());
        return AbsenceResponse.record(away, away.marks().getFirst(), AbsenceResponse.Led.TALKED, "bussen gick inte", office.anna.id(),
                Instant.EPOCH);
    }

    /** One of each kind of the plan side, beside the plan and the action. */
    private List<Document> planSide() {
        TripartiteMeeting meeting = TripartiteMeeting.call(Office.id(), file.unitId(), file.id(), file.id(), null,
                new MeetingTime(MONDAY.atTime(10, 0), 45, "Rum 2", ""), "planera",
                Stream.of(Party.values())
                        .filter(Party::oneOfThree)
                        .map(party -> Participant.called(Office.id(), party, null, "deltagare"))
                        .toList(),
                office.anna.id(), MONDAY);
        return List.of(SelfSupport.begin(Office.id(), file.unitId(), file.id(), file.id(), MONDAY),
                Referral.begin(Office.id(), file.unitId(), file.id(), file.id(), Office.id(), office.anna.id(), MONDAY),
                PlanVersion.keep(Office.id(), plan, List.of(action), List.of(), "första", office.karl.id(), Instant.EPOCH),
                week(Presence.PRESENT, MONDAY, office.karl.id()),
                AttendanceSummary.send(file.unitId(), file.id(), file.id(), YearMonth.of(2026, 11), List.of(), "", office.karl.id(),
                        Instant.EPOCH),
                meeting, AgreementResult.of(meeting, new Agreement(Office.id(), Party.CONSULTANT, "ringa", null), true, "",
                        office.karl.id(), MONDAY),
                reminder(Side.PLAN, "ring köket"), snooze(Side.PLAN, DayItem.Kind.ACTION_ENDING));
    }

    private List<Document> aidSide() {
        return List.of(response(), reminder(Side.AID, "begär hyresavi"), snooze(Side.AID, DayItem.Kind.CLOSABLE));
    }

    private static Operation[] made(Desk by, List<Document> documents) {
        return documents.stream().map(by::create).toArray(Operation[]::new);
    }

    private static Set<UUID> ids(Stream<? extends Document> documents) {
        return documents.map(Document::id).collect(Collectors.toSet());
    }

    /** What of these the desk sees. */
    private static Set<UUID> seen(Desk desk, long since, List<Document> documents) {
        Set<UUID> seen = desk.feed(since, 500).stream().filter(e -> e.kind() == Entry.Kind.PUT).map(Entry::id).collect(Collectors.toSet());
        seen.retainAll(ids(documents.stream()));
        return seen;
    }

    @Test
    void aConsultantWritesThePlanSideAndTheCaseworkerBoth() {
        create(Protection.NONE);
        List<Document> plans = planSide();
        assertThat(karl.push(made(karl, plans)).outcomes()).extracting(Outcome::result).containsOnly(Result.APPLIED);
        for (Document document : aidSide()) {
            assertThat(karl.send(karl.create(document)).reason()).as(document.documentType().name()).isEqualTo("not_allowed");
        }
        List<Document> aid = aidSide();
        assertThat(anna.push(made(anna, aid)).outcomes()).extracting(Outcome::result).containsOnly(Result.APPLIED);
        assertThat(seen(anna, 0, plans)).isEqualTo(ids(plans.stream()));
        assertThat(seen(anna, 0, aid)).isEqualTo(ids(aid.stream()));
        assertThat(seen(karl, 0, plans)).isEqualTo(ids(plans.stream()));
        assertThat(seen(karl, 0, aid)).isEmpty();
        assertThat(seen(office.desk(office.cecilia), 0, plans)).isEmpty();
    }

    @Test
    void aReminderStaysOnItsSideAndIsChangedAndTakenAwayByThoseWhoSeeIt() {
        create(Protection.NONE);
        Reminder mine = reminder(Side.PLAN, "ring köket");
        Reminder hidden = reminder(Side.AID, "begär hyresavi");
        karl.send(karl.create(mine));
        anna.send(anna.create(hidden));
        assertThat(karl.send(karl.change(mine, mine.done(MONDAY), 1)).result()).isEqualTo(Result.APPLIED);
        Reminder other = new Reminder(mine.id(), mine.unitId(), mine.caseId(), Side.AID, mine.what(), mine.dueOn(), null, mine.by(),
                mine.madeOn(), mine.doneOn());
        assertThat(karl.send(karl.change(mine.done(MONDAY), other, 2)).reason()).isEqualTo("not_allowed");
        assertThat(karl.send(karl.change(hidden, hidden.done(MONDAY), 1)).reason()).isEqualTo("not_allowed");
        assertThat(karl.send(karl.delete(hidden, 1)).reason()).isEqualTo("not_allowed");
        assertThat(karl.send(karl.delete(mine, 2)).result()).isEqualTo(Result.APPLIED);
    }

    @Test
    void r24_aWeekThatTwoBeganWithoutNetworkIsOneWeek() {
        create(Protection.NONE);
        Attendance annas = week(Presence.PRESENT, MONDAY, office.anna.id());
        Attendance karls = week(Presence.INVALID, MONDAY.plusDays(1), office.karl.id());
        Attendance more = karls.mark(MONDAY.plusDays(2), Presence.CHILD, 240, 0, "", office.karl.id(), Instant.EPOCH);
        assertThat(anna.send(anna.create(annas)).result()).isEqualTo(Result.APPLIED);
        assertThat(karl.push(karl.create(karls), karl.change(karls, more, 0)).outcomes()).extracting(Outcome::result)
                .containsExactly(Result.MERGED, Result.APPLIED);
        assertThat(anna.see(Attendance.class, annas.id()).marks()).extracting(Attendance.Mark::presence)
                .containsExactlyInAnyOrder(Presence.PRESENT, Presence.INVALID, Presence.CHILD);
        assertThat(anna.seeAll(Conflict.class)).isEmpty();
    }

    @Test
    void r24_theSameDayMarkedByTwoIsLaidBeforeBothAndTheConsultantSettlesIt() {
        create(Protection.NONE);
        Attendance annas = week(Presence.PRESENT, MONDAY, office.anna.id());
        Attendance karls = week(Presence.INVALID, MONDAY, office.karl.id());
        anna.send(anna.create(annas));
        Outcome clash = karl.send(karl.create(karls));
        assertThat(clash.result()).isEqualTo(Result.CONFLICT);
        assertThat(anna.see(Conflict.class, clash.conflictId()).open()).isTrue();
        Conflict conflict = karl.see(Conflict.class, clash.conflictId());
        assertThat(karl.send(karl.change(conflict, chosen(conflict), 1)).result()).isEqualTo(Result.APPLIED);
        assertThat(anna.see(Attendance.class, annas.id()).marks()).extracting(Attendance.Mark::presence).containsExactly(Presence.INVALID);
    }

    @Test
    void r24_aDayThatTwoMarkedAlikeIsOneMarkAndTheEarlierStandsWhoeverComesFirst() {
        create(Protection.NONE);
        Attendance annas = present(office.anna.id(), Instant.EPOCH);
        Attendance lenas = present(office.lena.id(), Instant.EPOCH.minusMillis(1500));
        anna.send(anna.create(annas));
        assertThat(karl.send(karl.create(present(office.karl.id(), Instant.EPOCH.plusMillis(1500)))).result()).isEqualTo(Result.MERGED);
        assertThat(karl.see(Attendance.class, annas.id())).isEqualTo(annas);
        Desk lena = office.desk(office.lena);
        assertThat(lena.send(lena.create(lenas)).result()).isEqualTo(Result.MERGED);
        assertThat(karl.see(Attendance.class, annas.id())).isEqualTo(lenas);
        assertThat(anna.seeAll(Conflict.class)).isEmpty();
    }

    private Attendance present(UUID by, Instant at) {
        return Attendance.of(action, MONDAY).mark(MONDAY, Presence.PRESENT, 240, 240, "", by, at);
    }

    @Test
    void aWeekOfAnotherCaseIsNeitherChangedNorClashedWith() {
        create(Protection.NONE);
        Attendance annas = week(Presence.PRESENT, MONDAY, office.anna.id());
        anna.send(anna.create(annas));
        CaseFile other = Office.caseFile(Office.SOUTH);
        Desk cecilia = office.desk(office.cecilia);
        cecilia.send(cecilia.create(other));
        Attendance forged = new Attendance(annas.id(), Office.SOUTH, other.id(), annas.memberId(), annas.actionId(), annas.week(),
                List.of());
        assertThat(cecilia.send(cecilia.create(forged)).reason()).isEqualTo("exists");
        assertThat(anna.see(Attendance.class, annas.id())).isEqualTo(annas);
    }

    @Test
    void aConflictAboutAReminderIsForThoseWhoKeepThatSide() {
        create(Protection.NONE);
        for (Side side : Side.values()) {
            Reminder reminder = reminder(side, "ring");
            anna.send(anna.create(reminder));
            anna.send(anna.change(reminder, reminder.moved(MONDAY.plusDays(2)), 1));
            Desk lena = office.desk(office.lena);
            Outcome clash = lena.send(lena.change(reminder, reminder.moved(MONDAY.plusDays(5)), 1));
            assertThat(clash.result()).isEqualTo(Result.CONFLICT);
            assertThat(anna.see(Conflict.class, clash.conflictId()).aboutSide()).isEqualTo(side);
            assertThat(karl.last(0, clash.conflictId()).isPresent()).as("the consultant, %s", side).isEqualTo(side == Side.PLAN);
        }
    }

    @Test
    void aCaseThatMovesTakesThePlanSideAlong() {
        create(Protection.NONE);
        var erik = new Staff(Office.id(), office.karl.unitId(), "erik", "Erik", "", "", List.of(Role.CONSULTANT), List.of(Office.SOUTH),
                List.of(), true, Office.DAY);
        office.hire(erik);
        List<Document> documents = Stream.concat(planSide().stream(), aidSide().stream()).toList();
        anna.push(made(anna, documents));
        long at = karl.pull(0).head();
        CaseFile moved = new CaseFile(file.id(), Office.SOUTH, file.number(), null, file.phase(), file.openedOn(), file.phaseSince(), null,
                null);
        assertThat(anna.send(anna.change(file, moved, 1)).result()).isEqualTo(Result.APPLIED);
        List<Document> plans = documents.subList(0, documents.size() - aidSide().size());
        assertThat(seen(office.desk(erik), at, documents)).isEqualTo(ids(plans.stream()));
        assertThat(seen(office.desk(office.cecilia), at, documents)).isEqualTo(ids(documents.stream()));
        assertThat(karl.feed(at, 500)).filteredOn(e -> ids(documents.stream()).contains(e.id()))
                .hasSize(plans.size())
                .allMatch(e -> e.kind() == Entry.Kind.LEAVE && e.body() == null);
        // what the consultant marked without knowing of the move is kept for those who have the case now
        Attendance late = week(Presence.INVALID, MONDAY.plusWeeks(1), office.karl.id());
        Outcome outcome = karl.send(karl.create(late));
        assertThat(outcome.result()).isEqualTo(Result.QUARANTINED);
        assertThat(office.desk(erik).see(Conflict.class, outcome.conflictId()).unitId()).isEqualTo(Office.SOUTH);
    }

    @Test
    void r34_thePlanSideOfAProtectedPersonIsForNamedHandlersOnly() {
        create(Protection.MARKED);
        List<Document> plans = planSide();
        assertThat(anna.push(made(anna, plans)).outcomes()).extracting(Outcome::result).containsOnly(Result.APPLIED);
        assertThat(seen(karl, 0, plans)).isEmpty();
        assertThat(karl.send(karl.create(week(Presence.PRESENT, MONDAY.plusWeeks(1), office.karl.id()))).reason()).isEqualTo("not_allowed");
        office.admin.importDocuments(List.of(Office.named(office.karl, file.id())));
        assertThat(seen(karl, 0, plans)).isEqualTo(ids(plans.stream()));
    }

    @Test
    void theCatalogueIsKeptByTheAdministratorAndWhoLeadsTheConsultantsAndReadByAll() {
        Staff ingrid = new Staff(Office.id(), office.karl.unitId(), "ingrid", "Ingrid", "", "", List.of(Role.LABOUR_MARKET_LEAD),
                List.of(Office.NORTH), List.of(), true, Office.DAY);
        office.hire(ingrid);
        for (Staff keeper : List.of(ingrid, office.adam)) {
            ActionOffer offer = offer();
            Desk desk = office.desk(keeper);
            assertThat(desk.send(desk.create(offer)).result()).isEqualTo(Result.APPLIED);
            assertThat(karl.see(ActionOffer.class, offer.id())).isEqualTo(offer);
        }
        for (Desk other : List.of(karl, anna, office.desk(office.lena))) {
            assertThat(other.send(other.create(offer())).reason()).isEqualTo("not_allowed");
        }
        // and nothing else of the municipality's own
        Desk desk = office.desk(ingrid);
        assertThat(desk.send(desk.create(Office.with(office.karl, List.of(Role.ADMINISTRATOR), List.of(), List.of()))).result())
                .isNotEqualTo(Result.APPLIED);
    }

    @Test
    void S10_lettersWordsAreKeptByTheAdministratorAndReadByAll() {
        Desk adam = office.desk(office.adam);
        LetterTemplate template = template();
        assertThat(adam.send(adam.create(template)).result()).isEqualTo(Result.APPLIED);
        assertThat(anna.see(LetterTemplate.class, template.id())).isEqualTo(template);
        Phrase phrase = Phrase.draft(Office.id(), Unit.MUNICIPALITY, Office.DAY);
        assertThat(adam.send(adam.create(phrase)).result()).isEqualTo(Result.APPLIED);
        assertThat(karl.see(Phrase.class, phrase.id())).isEqualTo(phrase);
        for (Desk other : List.of(karl, anna, office.desk(office.lena))) {
            assertThat(other.send(other.create(template())).reason()).isEqualTo("not_allowed");
            assertThat(other.send(other.create(Phrase.draft(Office.id(), Unit.MUNICIPALITY, Office.DAY))).reason())
                    .isEqualTo("not_allowed");
        }
    }

    private static LetterTemplate template() {
        return LetterTemplate.draft(Office.id(), Unit.MUNICIPALITY, LetterKind.GRANTED, "<p>Hej</p>", List.of(), Office.DAY);
    }

    private static ActionOffer offer() {
        return new ActionOffer(Office.id(), Unit.MUNICIPALITY, "internship", "Skolköket", 4, null, "Kostenheten", Office.DAY, null);
    }

    private Conflict chosen(Conflict c) {
        List<ConflictField> mine = c.fields()
                .stream()
                .map(f -> new ConflictField(f.id(), f.path(), f.base(), f.theirs(), f.mine(), f.mine(), "jag var där"))
                .toList();
        return new Conflict(c.id(), c.unitId(), c.caseId(), c.aboutType(), c.aboutId(), c.aboutSide(), c.opId(), c.baseVersion(),
                c.theirVersion(), c.theirAuthor(), c.theirAt(), c.myAuthor(), c.mineAt(), mine, c.refused(), office.karl.id(),
                Instant.EPOCH);
    }
}
