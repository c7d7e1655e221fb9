package se.trepart.model.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import se.trepart.model.DocumentType;
import se.trepart.model.Sample;
import se.trepart.model.access.Unit.UnitKind;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.ReferralReturn;
import se.trepart.model.plan.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CaseAccessTest {

    private static final CaseFile FILE = Sample.caseFile(Phase.RUNNING, Sample.id("karin"), Sample.TODAY);

    private static Staff staff(boolean named, Role role) {
        Staff plain = Sample.staff("karin", role);
        return new Staff(plain.id(), plain.unitId(), plain.subject(), plain.name(), "", "", plain.roles(), plain.units(),
                named ? List.of(Sample.CASE) : List.of(), true, Sample.TODAY);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # household's protection, named handler, sees
            NONE,                     false,         true
            MARKED,                   false,         false
            MARKED,                   true,          true
            PROTECTED_REGISTRATION,   false,         false
            UNKNOWN,                  false,         false
            UNKNOWN,                  true,          true
            not held,                 false,         false
            """)
    void r34_onlyNamedHandlersSeeAProtectedHousehold(String protection, boolean named, boolean sees) {
        Optional<Household> household = protection.equals("not held")
                ? Optional.empty()
                : Optional.of(Sample.household(Protection.valueOf(protection)));
        assertThat(CaseAccess.sees(staff(named, Role.CASEWORKER), FILE, household)).isEqualTo(sees);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # role,       opens, changes, decides, money
            CASEWORKER,    true,  true,    true,    true
            TEAM_LEAD,     true,  true,    true,    true
            UNIT_MANAGER,  true,  true,    true,    true
            CONSULTANT,    true,  false,   false,   false
            LABOUR_MARKET_LEAD, true, false, false, false
            CONTROLLER,    true,  false,   false,   true
            ADMINISTRATOR, false, false,   false,   false
            COMMITTEE,     true,  false,   true,    true
            """)
    void aRoleMayDoTheLeastItNeeds(Role role, boolean opens, boolean changes, boolean decides, boolean money) {
        assertThat(CaseAccess.mayOpen(staff(false, role), role, FILE, Optional.of(Sample.household()))).isEqualTo(opens);
        assertThat(CaseAccess.changesCases(role)).isEqualTo(changes);
        assertThat(CaseAccess.decides(role)).isEqualTo(decides);
        assertThat(CaseAccess.seesMoney(role)).isEqualTo(money);
    }

    @Test
    void r31_aCaseThatIsNotOnesOwnNeedsAReason() {
        assertThat(CaseAccess.reasonNeeded(Sample.staff("karin", Role.CASEWORKER), FILE)).isFalse();
        assertThat(CaseAccess.reasonNeeded(Sample.staff("lena", Role.TEAM_LEAD), FILE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kind,          who sees it,                                                             who changes it
            HOUSEHOLD,       CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,       CASEWORKER TEAM_LEAD UNIT_MANAGER
            CASE_FILE,       CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,       CASEWORKER TEAM_LEAD UNIT_MANAGER
            APPLICATION,     CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            CALCULATION,     CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            DECISION,        CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            LETTER,          CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            LETTER_PRINT,    CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            LETTER_DELIVERED, CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                 CASEWORKER TEAM_LEAD UNIT_MANAGER
            SENT_PAPER,      CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE, CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER
            JOURNAL_NOTE,    CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            READ_EVENT,      TEAM_LEAD UNIT_MANAGER CONTROLLER,                                       CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE
            PLAN,            CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE, CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER
            STAFF,           CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER ADMINISTRATOR COMMITTEE, ADMINISTRATOR
            ACTION_OFFER,    CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER ADMINISTRATOR COMMITTEE, LABOUR_MARKET_LEAD ADMINISTRATOR
            LETTER_TEMPLATE, CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER ADMINISTRATOR COMMITTEE, ADMINISTRATOR
            PHRASE,          CASEWORKER CONSULTANT LABOUR_MARKET_LEAD TEAM_LEAD UNIT_MANAGER CONTROLLER ADMINISTRATOR COMMITTEE, ADMINISTRATOR
            """)
    void r33_aRoleSeesAndChangesTheKindsItNeeds(DocumentType kind, String sees, String changes) {
        assertThat(roles(role -> CaseAccess.sees(role, kind))).isEqualTo(sees);
        assertThat(roles(role -> CaseAccess.changes(role, kind))).isEqualTo(changes);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # about,         who sees the conflict
            HOUSEHOLD,       CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE
            CASE_FILE,       CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE
            DECISION,        CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE
            READ_EVENT,      TEAM_LEAD UNIT_MANAGER CONTROLLER
            STAFF,           ADMINISTRATOR
            ACTION_OFFER,    LABOUR_MARKET_LEAD ADMINISTRATOR
            LETTER_TEMPLATE, ADMINISTRATOR
            """)
    void aConflictIsForThoseWhoMaySeeTheWholeDocument(DocumentType about, String sees) {
        assertThat(roles(role -> CaseAccess.seesConflict(role, about))).isEqualTo(sees);
    }

    @ParameterizedTest
    @EnumSource
    void whoLeadsConsultantsSeesWhatAConsultantSees(DocumentType kind) {
        assertThat(CaseAccess.sees(Role.LABOUR_MARKET_LEAD, kind)).isEqualTo(CaseAccess.sees(Role.CONSULTANT, kind));
    }

    @Test
    void aTeamLeadDoesNotBelongToALabourMarketUnit() {
        assertThat(CaseAccess.belongTogether(List.of(Role.TEAM_LEAD), List.of(UnitKind.RUNNING, UnitKind.LABOUR_MARKET))).isFalse();
        assertThat(CaseAccess.belongTogether(List.of(Role.TEAM_LEAD), List.of(UnitKind.RUNNING))).isTrue();
        assertThat(CaseAccess.belongTogether(List.of(Role.LABOUR_MARKET_LEAD), List.of(UnitKind.LABOUR_MARKET))).isTrue();
    }

    @Test
    void aReferralIsKeptByWhoTookItUntilThereIsAPlanAndThenByWhoKeepsThePlan() {
        Staff ola = consultant("ola", Way.LABOUR_MARKET);
        Staff hanna = consultant("hanna", Way.LABOUR_MARKET);
        Staff elsewhere = consultant("per", Sample.id("another unit"));
        // sent to the unit: everybody's there until somebody has answered
        assertThat(keepers(List.of(), Way.sent(), ola, hanna, elsewhere)).containsExactly(ola, hanna);
        assertThat(keepers(List.of(), Way.accepted(), ola, hanna)).containsExactly(ola);
        assertThat(keepers(List.of(Way.plan()), Way.accepted(), ola, hanna)).containsExactly(ola);
        Plan handed = Way.plan().handOver(hanna.id());
        assertThat(keepers(List.of(handed), Way.accepted(), ola, hanna)).containsExactly(hanna);
        // nor does it come back when the plan has ended
        assertThat(keepers(List.of(handed.close(List.of(), Way.ENDS)), Way.accepted(), ola, hanna)).containsExactly(hanna);
        ReferralReturn why = new ReferralReturn("vård först", "för sjuk", "två veckor", LocalDate.of(2026, 9, 20));
        assertThat(keepers(List.of(), Way.accepted().giveBack(Sample.id("back"), why, Way.OLA, Way.at("2026-09-21T08:00:00Z")), ola))
                .isEmpty();
    }

    @Test
    void aPlanIsHandedOverByWhoKeepsItOrLeadsToAConsultantWhoMaySeeTheCase() {
        Staff ola = consultant("ola", Sample.UNIT);
        Staff hanna = consultant("hanna", Sample.UNIT);
        assertThat(CaseAccess.handsOver(ola, Way.plan())).isTrue();
        assertThat(CaseAccess.handsOver(hanna, Way.plan())).isFalse();
        assertThat(CaseAccess.handsOver(Sample.staff("karin", Role.CASEWORKER), Way.plan())).isFalse();
        assertThat(CaseAccess.handsOver(Sample.staff("ingrid", Role.LABOUR_MARKET_LEAD), Way.plan())).isTrue();
        assertThat(CaseAccess.handsOver(ola, Way.plan().close(List.of(), Way.ENDS))).isFalse();
        assertThat(CaseAccess.mayKeep(hanna, FILE, Sample.household())).isTrue();
        assertThat(CaseAccess.mayKeep(hanna, FILE, Sample.household(Protection.MARKED))).isFalse();
        assertThat(CaseAccess.mayKeep(consultant("per", Way.LABOUR_MARKET), FILE, Sample.household())).isFalse();
        assertThat(CaseAccess.mayKeep(Sample.staff("karin", Role.CASEWORKER), FILE, Sample.household())).isFalse();
    }

    private static Staff consultant(String name, UUID unit) {
        return new Staff(Sample.id(name), Sample.UNIT, name, name, "", "", List.of(Role.CONSULTANT), List.of(unit), List.of(), true,
                Sample.TODAY);
    }

    private static List<Staff> keepers(List<Plan> plans, Referral referral, Staff... staff) {
        return Arrays.stream(staff).filter(one -> CaseAccess.keeps(one, plans, List.of(referral))).toList();
    }

    private static String roles(Predicate<Role> which) {
        return Arrays.stream(Role.values()).filter(which).map(Role::name).collect(Collectors.joining(" "));
    }
}
