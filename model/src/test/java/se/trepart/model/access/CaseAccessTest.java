package se.trepart.model.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import se.trepart.model.DocumentType;
import se.trepart.model.Sample;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            HOUSEHOLD,       CASEWORKER CONSULTANT TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,       CASEWORKER TEAM_LEAD UNIT_MANAGER
            CASE_FILE,       CASEWORKER CONSULTANT TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,       CASEWORKER TEAM_LEAD UNIT_MANAGER
            APPLICATION,     CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            CALCULATION,     CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            DECISION,        CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            LETTER,          CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            JOURNAL_NOTE,    CASEWORKER TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE,                  CASEWORKER TEAM_LEAD UNIT_MANAGER
            READ_EVENT,      TEAM_LEAD UNIT_MANAGER CONTROLLER,                                       CASEWORKER CONSULTANT TEAM_LEAD UNIT_MANAGER CONTROLLER COMMITTEE
            STAFF,           CASEWORKER CONSULTANT TEAM_LEAD UNIT_MANAGER CONTROLLER ADMINISTRATOR COMMITTEE, ADMINISTRATOR
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
            """)
    void aConflictIsForThoseWhoMaySeeTheWholeDocument(DocumentType about, String sees) {
        assertThat(roles(role -> CaseAccess.seesConflict(role, about))).isEqualTo(sees);
    }

    private static String roles(Predicate<Role> which) {
        return Arrays.stream(Role.values()).filter(which).map(Role::name).collect(Collectors.joining(" "));
    }
}
