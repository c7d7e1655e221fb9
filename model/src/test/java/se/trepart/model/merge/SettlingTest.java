package se.trepart.model.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.Side;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.Settling.Chosen;
import se.trepart.model.merge.Settling.Lacking;
import se.trepart.model.merge.WaitingConflict.Urgency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettlingTest {

    private static final UUID UNIT = id(1);
    private static final UUID ME = id(2);
    private static final UUID THEM = id(3);
    private static final UUID CASE = id(4);
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Chosen THEIRS = new Chosen.Theirs();
    private static final Chosen MINE = new Chosen.Mine();

    private static UUID id(int n) {
        return new UUID(0, n);
    }

    /** Each field as "path base theirs mine", with - for none. */
    private static Conflict conflict(String type, String refused, String... fields) {
        List<ConflictField> all = new java.util.ArrayList<>();
        for (String line : fields) {
            String[] part = line.split(" ");
            all.add(new ConflictField(id(100 + all.size()), part[0], value(part[1]), value(part[2]), value(part[3]), null, ""));
        }
        return new Conflict(id(10), UNIT, CASE, type, CASE, null, id(11), 1, 2, THEM, null, ME, NOW.minusSeconds(60), all, refused, null,
                null);
    }

    private static @org.jspecify.annotations.Nullable String value(String text) {
        return text.equals("-") ? null : text;
    }

    private static List<List<String>> choices(Conflict conflict) {
        return conflict.choices().stream().map(c -> c.fields().stream().map(ConflictField::path).toList()).toList();
    }

    private static Staff staff(UUID id, Role role, UUID unit) {
        return new Staff(id, UNIT, "s", "Karin Berg", "", "", List.of(role), List.of(unit), List.of(), true, LocalDate.of(2026, 1, 1));
    }

    @Test
    void fieldsThatDoNotBelongTogetherAreChosenEachForItself() {
        assertThat(choices(conflict("CASE_FILE", "", "responsible 1 2 3", "number 4 5 6")))
                .isEqualTo(List.of(List.of("responsible"), List.of("number")));
    }

    @Test
    void whatMeansSomethingOnlyTogetherIsOneChoice() {
        assertThat(choices(conflict("APPLICATION", "", "declaration.incomes[a].amount 1 2 3", "declaration.incomes[a].source 1 1 3",
                "declaration.incomes[b].amount 1 2 3")))
                .isEqualTo(List.of(List.of("declaration.incomes[a].amount", "declaration.incomes[a].source"),
                        List.of("declaration.incomes[b].amount")));
        assertThat(choices(conflict("HOUSEHOLD", "", "adults[a].person.address.street 1 2 3", "adults[a].person.address.city 1 2 3",
                "adults[a].person.phone 1 2 3")))
                .isEqualTo(List.of(List.of("adults[a].person.address.street", "adults[a].person.address.city"),
                        List.of("adults[a].person.phone")));
    }

    @Test
    void anElementThatOneTookAwayIsOneChoice() {
        assertThat(choices(conflict("APPLICATION", "", "declaration.costs[a].applied 1 2 -", "declaration.costs[a].id 7 7 -",
                "declaration.costs[a].specification 1 1 -"))).hasSize(1);
    }

    @Test
    void anObjectThatOneSideLacksIsOneChoice() {
        assertThat(choices(conflict("INVESTIGATION", "", "longTerm.housing - 2 3", "longTerm.health - 2 3"))).hasSize(1);
        assertThat(choices(conflict("INVESTIGATION", "", "longTerm.housing 1 2 3", "longTerm.health 1 2 3"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # type,     refused,  why it is one choice
            DECISION,   '',       decisions are never brought together by machine
            CASE_FILE,  LOCKED,   what is locked stays as it is
            NEWER_KIND, '',       this version does not know its fields
            """)
    void aDocumentThatIsNeverMixedIsOneChoice(String type, String refused) {
        Conflict conflict = conflict(type, refused, "phase 1 2 3", "number 4 5 6");
        assertThat(conflict.choices()).singleElement().matches(ConflictChoice::whole);
    }

    @Test
    void aDocumentMadeOrTakenAwayIsOneChoice() {
        assertThat(conflict("HOUSEHOLD", "", "id - - 1", "sharedHomeSize - - 3").choices()).singleElement().matches(ConflictChoice::whole);
    }

    @Test
    void nothingIsSettledWithoutAChoiceForEverythingAndAReason() {
        Conflict conflict = conflict("CASE_FILE", "", "responsible 1 2 3", "number 4 5 6");
        assertThat(Settling.lacking(conflict, Map.of(), " ")).containsExactly(new Lacking.Choice("responsible"),
                new Lacking.Choice("number"), new Lacking.Reason());
        assertThat(Settling.lacking(conflict, Map.of("responsible", THEIRS, "number", MINE), "Karin har pratat med hyresvärden")).isEmpty();
        assertThatThrownBy(() -> Settling.settle(conflict, Map.of("responsible", THEIRS), "därför", ME, NOW))
                .isInstanceOf(ConflictNotSettled.class);
    }

    @Test
    void theChoiceAndItsReasonStandInEveryField() {
        Conflict conflict = conflict("CASE_FILE", "", "responsible 1 2 3", "number 4 5 6", "openedOn 7 8 9");
        Map<UUID, @org.jspecify.annotations.Nullable String> own = new HashMap<>(Map.of(id(102), "10"));
        Conflict settled = Settling.settle(conflict, Map.of("responsible", THEIRS, "number", MINE, "openedOn", new Chosen.Own(own)),
                " därför ", ME, NOW);
        assertThat(settled.open()).isFalse();
        assertThat(settled.resolvedBy()).isEqualTo(ME);
        assertThat(settled.fields()).extracting(ConflictField::chosen).containsExactly("2", "6", "10");
        assertThat(settled.fields()).extracting(ConflictField::reason).containsOnly("därför");
        assertThatThrownBy(() -> Settling.settle(settled, Map.of("responsible", MINE, "number", MINE, "openedOn", MINE), "igen", ME, NOW))
                .isInstanceOf(ConflictNotSettled.class);
    }

    @Test
    void ownWordsMustBeThereForEveryFieldOfTheGroup() {
        Conflict conflict = conflict("APPLICATION", "", "declaration.incomes[a].amount 1 2 3", "declaration.incomes[a].source 1 2 3");
        String key = conflict.choices().getFirst().key();
        Map<UUID, @org.jspecify.annotations.Nullable String> half = new HashMap<>(Map.of(id(100), "5"));
        assertThat(Settling.lacking(conflict, Map.of(key, new Chosen.Own(half)), "därför")).containsExactly(new Lacking.Choice(key));
    }

    @Test
    void whatIsLockedIsNotChangedByAChoice_R17() {
        Conflict conflict = conflict("DECISION", Conflict.LOCKED, "reasons 1 2 3");
        assertThat(Settling.lacking(conflict, Map.of("", MINE), "därför")).containsExactly(new Lacking.Choice(""));
        assertThat(Settling.lacking(conflict, Map.of("", THEIRS), "därför")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # role,        own unit, refused,          may settle
            CASEWORKER,    true,     '',               true
            CASEWORKER,    false,    '',               false
            CASEWORKER,    true,     ACCESS_WITHDRAWN, false
            TEAM_LEAD,     true,     ACCESS_WITHDRAWN, true
            UNIT_MANAGER,  true,     ACCESS_WITHDRAWN, true
            CONTROLLER,    true,     '',               false
            CONSULTANT,    true,     '',               false
            ADMINISTRATOR, true,     '',               false
            """)
    void thoseWhoChangeCasesInTheUnitSettle(Role role, boolean ownUnit, String refused, boolean may) {
        assertThat(Settling.allowed(staff(ME, role, ownUnit ? UNIT : id(99)), conflict("CASE_FILE", refused, "phase 1 2 3")))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # role,      kind of document, side, may
            CONSULTANT,  ATTENDANCE,       ,     true
            CONSULTANT,  ACTION,           ,     true
            CONSULTANT,  ABSENCE_RESPONSE, ,     false
            CONSULTANT,  REMINDER,         PLAN, true
            CONSULTANT,  REMINDER,         AID,  false
            CONSULTANT,  REMINDER,         ,     false
            CONSULTANT,  TOMORROWS_KIND,   ,     false
            CASEWORKER,  ATTENDANCE,       ,     true
            CASEWORKER,  REMINDER,         AID,  true
            CASEWORKER,  TOMORROWS_KIND,   ,     true
            CONTROLLER,  ATTENDANCE,       ,     false
            """)
    void aConsultantSettlesWhatIsOfThePlanSide(Role role, String type, @org.jspecify.annotations.Nullable Side side, boolean may) {
        Conflict c = conflict(type, "", "phase 1 2 3");
        Conflict about = new Conflict(c.id(), c.unitId(), c.caseId(), c.aboutType(), c.aboutId(), side, c.opId(), c.baseVersion(),
                c.theirVersion(), c.theirAuthor(), c.theirAt(), c.myAuthor(), c.mineAt(), c.fields(), "", null, null);
        assertThat(Settling.allowed(staff(ME, role, UNIT), about)).isEqualTo(may);
    }

    @Test
    void theMostUrgentConflictIsFirst() {
        Conflict colleagues = at(20, id(31), id(32), id(41), "", 500);
        Conflict older = at(21, id(31), id(32), id(41), "", 900);
        Conflict mine = at(22, id(31), ME, id(41), "", 10);
        Conflict myCase = at(23, id(31), id(32), id(42), "", 20);
        Conflict lost = at(24, id(31), id(32), id(41), Conflict.ACCESS_WITHDRAWN, 5);
        Conflict stops = at(25, id(31), id(32), id(43), "", 1);
        List<WaitingConflict> order = WaitingConflict.of(List.of(colleagues, older, mine, myCase, lost, stops),
                staff(ME, Role.TEAM_LEAD, UNIT), Set.of(id(42)), Set.of(id(43)));
        assertThat(order).extracting(w -> w.conflict().id()).containsExactly(id(25), id(24), id(23), id(22), id(21), id(20));
        assertThat(order).extracting(WaitingConflict::urgency)
                .containsExactly(Urgency.STOPS_DECISION, Urgency.ACCESS_LOST, Urgency.OWN, Urgency.OWN, Urgency.UNIT, Urgency.UNIT);
    }

    private static Conflict at(int id, UUID theirs, UUID mine, UUID caseId, String refused, int secondsAgo) {
        return new Conflict(id(id), UNIT, caseId, "CASE_FILE", caseId, null, id(11), 1, 2, theirs, null, mine, NOW.minusSeconds(secondsAgo),
                Arrays.asList(new ConflictField(id(100), "phase", "1", "2", "3", null, "")), refused, null, null);
    }
}
