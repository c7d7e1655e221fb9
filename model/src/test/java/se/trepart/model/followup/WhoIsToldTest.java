package se.trepart.model.followup;

import java.util.List;
import java.util.Set;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.plan.Way;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static se.trepart.model.followup.AminasDay.KARIN;
import static se.trepart.model.followup.AminasDay.OLA;

/** Whose a line is: of one's own reminders, of what is put off, of what is handed over, and for those who lead. */
class WhoIsToldTest {

    private final AminasDay amina = new AminasDay();

    @Test
    void ownRemindersComeOnTheirDayAndMoneyIsNotForTheConsultant() {
        amina.plans.add(Way.plan());
        amina.reminders.add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.AID, "fråga om lönen", amina.today, null,
                Way.KARIN, amina.today));
        amina.reminders.add(Reminder.set(Sample.id("r2"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring", amina.today.plusDays(1), null,
                Way.OLA, amina.today));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.OWN_REMINDER);
        amina.today = amina.today.plusDays(1);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).contains(Kind.OWN_REMINDER);
        amina.reminders.set(1, amina.reminders.get(1).done(amina.today));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.OWN_REMINDER);
    }

    @Test
    void whatIsPutOffWithAReasonComesBackOnItsDay() {
        amina.referrals.add(Way.accepted());
        DayItem item = amina.items(KARIN, Role.CASEWORKER, "19880209T050")
                .stream()
                .filter(found -> found.kind() == Kind.FIRST_MEETING_TO_CALL)
                .findFirst()
                .orElseThrow();
        amina.snoozes.add(Snooze.of(item, Sample.UNIT, Side.AID, amina.today.plusDays(5), "Amina är bortrest", Way.KARIN, amina.today));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.FIRST_MEETING_TO_CALL);
        amina.today = amina.today.plusDays(5);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.FIRST_MEETING_TO_CALL);
    }

    @Test
    void whatTheConsultantHasPutOffIsStillToldToTheCaseworker() {
        amina.plans.add(Way.plan());
        amina.actions.add(Way.action());
        amina.today = Way.ENDS;
        DayItem due = amina.items(OLA, Role.CONSULTANT, "19880209T050")
                .stream()
                .filter(item -> item.kind() == Kind.ACTION_DUE)
                .findFirst()
                .orElseThrow();
        Snooze snooze = Snooze.of(due, Sample.UNIT, Side.PLAN, amina.today.plusDays(5), "mötet är på onsdag", Way.OLA, amina.today);
        amina.snoozes.add(snooze);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).doesNotContain(Kind.ACTION_DUE);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.ACTION_DUE);
        assertThat(Snooze.of(due, Sample.UNIT, Side.AID, amina.today.plusDays(5), "väntar", Way.KARIN, amina.today).id())
                .isNotEqualTo(snooze.id());
        amina.snoozes.set(0, snooze.takeBack(amina.today));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).contains(Kind.ACTION_DUE);
    }

    @Test
    void aReminderGoesWithTheCaseUnlessItIsForOnePerson() {
        Staff johan = Sample.staff("johan", Role.CASEWORKER);
        amina.reminders
                .add(Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.AID, "ring", amina.today, null, Way.KARIN, amina.today));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        amina.responsible = johan.id();
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.OWN_REMINDER);
        assertThat(amina.kinds(johan, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        amina.reminders.set(0,
                Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.AID, "ring", amina.today, Way.KARIN, Way.KARIN, amina.today));
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
        assertThat(amina.kinds(johan, Role.CASEWORKER)).doesNotContain(Kind.OWN_REMINDER);
    }

    @Test
    void aReminderOnThePlanSideIsTheConsultantsAndFallsToTheCaseworkerWhenNobodyKeepsThePlan() {
        amina.plans.add(Way.plan());
        amina.reminders.add(
                Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring köket", amina.today, null, Way.OLA, amina.today));
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).contains(Kind.OWN_REMINDER);
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).doesNotContain(Kind.OWN_REMINDER);
        amina.plans.clear();
        assertThat(amina.kinds(KARIN, Role.CASEWORKER)).contains(Kind.OWN_REMINDER);
    }

    @Test
    void aPlanThatIsHandedOverTakesItsLinesAndRemindersToTheOtherConsultant() {
        Staff hanna = new Staff(Sample.id("hanna"), Sample.UNIT, "hanna", "Hanna", "", "", List.of(Role.CONSULTANT), OLA.units(), List.of(),
                true, Sample.TODAY);
        amina.today = Way.ENDS;
        amina.referrals.add(Way.accepted());
        amina.plans.add(Way.plan());
        amina.actions.add(Way.action());
        amina.reminders.add(
                Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring köket", amina.today, null, Way.OLA, amina.today));
        amina.reminders.add(Reminder.set(Sample.id("r2"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring skolan", amina.today, Way.OLA, Way.OLA,
                amina.today));
        List<Kind> before = amina.kinds(OLA, Role.CONSULTANT);
        assertThat(before).contains(Kind.ACTION_DUE, Kind.OWN_REMINDER);
        assertThat(amina.kinds(hanna, Role.CONSULTANT)).isEmpty();
        amina.plans.set(0, Way.plan().handOver(hanna.id()));
        amina.reminders.replaceAll(reminder -> reminder.handOver(hanna.id()));
        assertThat(amina.kinds(hanna, Role.CONSULTANT)).isEqualTo(before);
        assertThat(amina.kinds(OLA, Role.CONSULTANT)).isEmpty();
        assertThat(amina.reminders).extracting(Reminder::forStaff)
                .as("what goes with the plan goes on doing so")
                .containsExactly(null, hanna.id());
    }

    @Test
    void whoLeadsConsultantsSeesThePlanSideOfTheUnitAndNoneOfTheMoney() {
        Staff ingrid = new Staff(Sample.id("ingrid"), Sample.UNIT, "ingrid", "Ingrid", "", "", List.of(Role.LABOUR_MARKET_LEAD),
                OLA.units(), List.of(), true, Sample.TODAY);
        amina.applications.add(Sample.application(ApplicationKind.NEW));
        amina.referrals.add(Way.sent());
        assertThat(amina.kinds(ingrid, Role.LABOUR_MARKET_LEAD)).containsExactly(Kind.NEW_REFERRAL);
        assertThat(DayList.ofUnit(amina.work("19880209T050"), ingrid, Role.LABOUR_MARKET_LEAD, amina.today)).singleElement()
                .satisfies(line -> {
                    assertThat(line.item().kind()).isEqualTo(Kind.NEW_REFERRAL);
                    assertThat(line.responsible()).as("nobody has taken it").isNull();
                });
        amina.referrals.set(0, Way.accepted());
        amina.plans.add(Way.plan());
        amina.actions.add(Way.action());
        amina.today = Way.ENDS;
        assertThat(amina.kinds(ingrid, Role.LABOUR_MARKET_LEAD)).as("the own").isEmpty();
        assertThat(DayList.ofUnit(amina.work("19880209T050"), ingrid, Role.LABOUR_MARKET_LEAD, amina.today)).hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.responsible()).isEqualTo(Way.OLA))
                .extracting(line -> line.item().kind())
                .contains(Kind.ACTION_DUE, Kind.NO_CONTACT)
                .doesNotContain(Kind.NEW_APPLICATION, Kind.FIRST_MEETING_TO_CALL);
    }

    @Test
    void whoLeadsTheUnitSeesEachLineOnceAndWhoseItIs() {
        assertThat(amina.unit()).singleElement().satisfies(line -> {
            assertThat(line.item().kind()).isEqualTo(Kind.NO_NEXT_STEP);
            assertThat(line.responsible()).isEqualTo(Way.KARIN);
        });
        amina.plans.add(Way.plan());
        amina.actions.add(Way.action());
        amina.today = Way.ENDS;
        amina.reminders.add(
                Reminder.set(Sample.id("r1"), Sample.UNIT, Sample.CASE, Side.PLAN, "ring", amina.today, Way.OLA, Way.OLA, amina.today));
        assertThat(amina.unit()).filteredOn(line -> line.item().kind() == Kind.ACTION_DUE)
                .singleElement()
                .extracting(DayList.UnitLine::responsible)
                .isEqualTo(Way.KARIN);
        assertThat(amina.unit()).filteredOn(line -> Set.of(Kind.NO_CONTACT, Kind.OWN_REMINDER).contains(line.item().kind()))
                .hasSize(2)
                .extracting(DayList.UnitLine::responsible)
                .containsOnly(Way.OLA);
        assertThat(DayList.ofUnit(amina.work("19880209T050"), KARIN, Role.CASEWORKER, amina.today)).isEmpty();
    }
}
