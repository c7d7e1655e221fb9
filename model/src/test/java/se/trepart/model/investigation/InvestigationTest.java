package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.access.RoleNotAllowed;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.ChecklistStep.AppliesTo;
import se.trepart.model.investigation.SameText.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InvestigationTest {

    private static final UUID KARIN = Sample.id("karin");
    private static final LocalDate TODAY = Sample.TODAY;
    private static final Child LEO = Sample.child("Leo");
    private static final Child MAJA = Sample.child("Maja");

    private final ChecklistStep income = step("income", true, 0, AppliesTo.ALL, Role.TEAM_LEAD);
    private final ChecklistStep threats = step("threats", false, 0, AppliesTo.ALL, Role.CASEWORKER);
    private final ChecklistStep csn = step("authority.csn", true, 0, AppliesTo.ALL, Role.TEAM_LEAD);
    private final ChecklistStep tax = step("tax.return", true, 12, AppliesTo.ALL, Role.TEAM_LEAD);
    private final ChecklistStep school = step("school", true, 0, AppliesTo.WITH_CHILDREN, Role.TEAM_LEAD);
    private final ChecklistStep change = step("change", true, 0, AppliesTo.LONG_TERM, Role.TEAM_LEAD);
    private final ChecklistTemplate template = new ChecklistTemplate(new UUID(9, 9), Sample.UNIT, "Test", 1, ApplicationKind.RENEWAL,
            "Chef", TODAY, TODAY.plusYears(1), List.of(income, threats, csn, tax, school, change));

    private static ChecklistStep step(String key, boolean assessed, int interval, AppliesTo appliesTo, Role skip) {
        return new ChecklistStep(Sample.id(key), key, key + "?", "", "", assessed, interval, appliesTo, skip);
    }

    private Investigation start(Household household, boolean longTerm, String... due) {
        return start(ApplicationKind.RENEWAL, household, longTerm, due);
    }

    private Investigation start(ApplicationKind kind, Household household, boolean longTerm, String... due) {
        return Investigations.start(Sample.application(kind), household, template, longTerm, Set.of(due), TODAY, Sample.ids());
    }

    private Investigation answered(Household household) {
        return start(household, false).answer(income, "11 000 kr i lön", "Stämmer med november", "", KARIN, TODAY)
                .answer(threats, "Nej", "", "", KARIN, TODAY)
                .answer(csn, AuthorityAnswer.NOTHING_THERE.write(""), "Ingen studerar", "", KARIN, TODAY);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kind,        children, long-term, due,        steps that come
            RENEWAL,       false,    false,     '',         income threats authority.csn
            RENEWAL,       true,     false,     '',         income threats authority.csn school
            RENEWAL,       false,    true,      '',         income threats authority.csn change
            RENEWAL,       false,    false,     tax.return, income threats authority.csn tax.return
            NEW,           false,    false,     '',         income threats authority.csn tax.return
            """)
    void r7_stepsComeWhenTheyConcernTheHousehold(ApplicationKind kind, boolean children, boolean longTerm, String due, String steps) {
        Household household = children ? Sample.household(LEO) : Sample.household();
        assertThat(start(kind, household, longTerm, due).items()).extracting(CheckItem::stepKey).containsExactly(steps.split(" "));
    }

    @Test
    void r6_longTermThemesAreRaisedOnlyWhereThereAreChildren() {
        assertThat(start(Sample.household(LEO), true).longTerm()).isEqualTo(LongTermReview.EMPTY);
        assertThat(start(Sample.household(), true).longTerm()).isNull();
        assertThat(start(Sample.household(LEO), false).longTerm()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # step,   result,            assessment, state,   missing
            income,   '',                '',         MISSING, Result
            income,   11 000 kr,         '',         MISSING, Assessment
            income,   11 000 kr,         Stämmer,    DONE,    ''
            threats,  Nej,               '',         DONE,    ''
            authority.csn, Inget svar,   '',         MISSING, Assessment
            authority.csn, kollat,       Ja,         DONE,    Answer
            """)
    void r5_aStepIsDoneWithResultAndAssessment(String key, String result, String assessment, CheckState state, String missing) {
        Household household = Sample.household();
        ChecklistStep step = template.step(key).orElseThrow();
        Investigation after = start(household, false).answer(step, result, assessment, "", KARIN, TODAY);
        assertThat(after.item(key).orElseThrow().state()).isEqualTo(state);
        List<String> kinds = Missing.in(after, template, household)
                .stream()
                .filter(m -> m.toString().contains("=" + key + "]"))
                .map(m -> m.getClass().getSimpleName())
                .toList();
        assertThat(kinds).isEqualTo(missing.isEmpty() ? List.of() : List.of(missing));
    }

    @Test
    void r5_finishesOnlyWhenNothingIsMissing() {
        Household household = Sample.household();
        assertThatExceptionOfType(InvestigationIncomplete.class)
                .isThrownBy(() -> start(household, false).finish(template, household, KARIN, TODAY))
                .satisfies(e -> assertThat(e.missing()).hasSize(3));
        Investigation finished = answered(household).finish(template, household, KARIN, TODAY);
        assertThat(finished.finished()).isTrue();
        assertThatExceptionOfType(InvestigationFinished.class).isThrownBy(() -> finished.answer(income, "x", "y", "", KARIN, TODAY));
        assertThat(finished.reopen(Sample.application(ApplicationKind.RENEWAL)).finished()).isFalse();
        assertThatExceptionOfType(InvestigationFinished.class)
                .isThrownBy(() -> finished.reopen(Sample.application(ApplicationKind.RENEWAL).with(ApplicationStatus.DECIDED)));
    }

    @Test
    void r5_everyChildNeedsAWholeTextOfItsOwn() {
        Household household = Sample.household(LEO, MAJA);
        Investigation investigation = start(household, false)
                .assessChild(new ChildAssessment(Sample.id("a"), LEO.id(), "Samtal hemma", "Att bo kvar", "Hyran räknas med"))
                .assessChild(new ChildAssessment(Sample.id("b"), MAJA.id(), "Samtal hemma", "", ""));
        assertThat(Missing.in(investigation, template, household)).contains(new Missing.ChildText(MAJA.id()))
                .doesNotContain(new Missing.ChildText(LEO.id()));
        assertThat(investigation.children()).hasSize(2);
    }

    @Test
    void r5_aChildThatCameAfterTheStartNeedsATextToo() {
        Investigation investigation = start(Sample.household(LEO), false);
        assertThat(Missing.in(investigation, template, Sample.household(LEO, MAJA))).contains(new Missing.ChildText(MAJA.id()));
    }

    @Test
    void r6_everyThemeMustBeRaised() {
        Household household = Sample.household(LEO);
        Investigation investigation = start(household, true).review(new LongTermReview("Bor bra", "Varannan helg", "Frisk", "", "Nej"));
        assertThat(Missing.in(investigation, template, household)).filteredOn(Missing.ReviewTheme.class::isInstance)
                .containsExactly(new Missing.ReviewTheme(Missing.Theme.LEISURE));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # step,  role,         allowed
            income,  CASEWORKER,   false
            income,  TEAM_LEAD,    true
            income,  UNIT_MANAGER, true
            income,  CONSULTANT,   false
            threats, CASEWORKER,   true
            threats, CONTROLLER,   false
            """)
    void onlyTheRolesOfTheStepMaySkipIt(String key, Role role, boolean allowed) {
        Investigation investigation = start(Sample.household(), false);
        ChecklistStep step = template.step(key).orElseThrow();
        if (allowed) {
            assertThat(investigation.notRelevant(step, "Gäller inte", KARIN, role, TODAY).item(key).orElseThrow().state())
                    .isEqualTo(CheckState.NOT_RELEVANT);
        } else {
            assertThatExceptionOfType(RoleNotAllowed.class)
                    .isThrownBy(() -> investigation.notRelevant(step, "Gäller inte", KARIN, role, TODAY));
        }
    }

    @Test
    void aStepIsNotSkippedWithoutAReason() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> start(Sample.household(), false).notRelevant(threats, " ", KARIN, Role.TEAM_LEAD, TODAY));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # result,                                answer
            Inget svar. Felkod 500,                  NO_ANSWER
            inget svar,                              NO_ANSWER
            Inga uppgifter,                          NOTHING_THERE
            Uppgifter finns. Barnbidrag 1 250 kr,    ANSWER
            något annat,                             ''
            """)
    void r8_noAnswerIsNeverNothingThere(String result, String answer) {
        assertThat(AuthorityAnswer.read(result).map(Enum::name).orElse("")).isEqualTo(answer);
    }

    @Test
    void r8_whatIsWrittenIsReadBack() {
        for (AuthorityAnswer answer : AuthorityAnswer.values()) {
            assertThat(AuthorityAnswer.read(answer.write("Svar 22 november"))).contains(answer);
            assertThat(AuthorityAnswer.details(answer.write("Svar 22 november"))).isEqualTo("Svar 22 november");
            assertThat(AuthorityAnswer.details(answer.write(""))).isEmpty();
        }
    }

    @Test
    void r8_authoritiesThatHaveNotAnsweredAreListed() {
        assertThat(answered(Sample.household()).unanswered()).isEmpty();
        assertThat(
                answered(Sample.household()).answer(csn, AuthorityAnswer.NO_ANSWER.write(""), "Frågar igen", "", KARIN, TODAY).unanswered())
                .extracting(CheckItem::stepKey)
                .containsExactly("authority.csn");
    }

    @Test
    void r5_pointsOutTheSameTextForSiblingsAndFromLastTime() {
        Investigation before = start(Sample.household(LEO), false)
                .assessChild(new ChildAssessment(Sample.id("0"), LEO.id(), "Samtal i skolan", "Att bo kvar", "Hyran räknas med"));
        Investigation now = start(Sample.household(LEO, MAJA), false)
                .assessChild(new ChildAssessment(Sample.id("1"), LEO.id(), "Samtal hemma", "Att  bo kvar.", "Busskort"))
                .assessChild(new ChildAssessment(Sample.id("2"), MAJA.id(), "samtal hemma", "Trygghet", "Glasögon"));
        assertThat(SameText.in(now, Optional.of(before))).containsExactlyInAnyOrder(new SameText(LEO.id(), Part.CONSIDERED, MAJA.id()),
                new SameText(MAJA.id(), Part.CONSIDERED, LEO.id()), new SameText(LEO.id(), Part.BEST, null));
        assertThat(SameText.in(start(Sample.household(LEO, MAJA), false), Optional.empty())).isEmpty();
    }
}
