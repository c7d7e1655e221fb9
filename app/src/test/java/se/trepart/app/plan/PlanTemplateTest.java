package se.trepart.app.plan;

import se.trepart.model.plan.ActionKind;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTemplateTest {

    /** What is shipped can be used as it is: a kind that the program knows, hours of a week, goals and steps in words. */
    @Test
    void everyTemplateMakesAPlanThatCanBeAgreed() {
        assertThat(PlanTemplate.all()).hasSizeGreaterThan(3).extracting(PlanTemplate::key).doesNotHaveDuplicates();
        assertThat(PlanTemplate.all()).allSatisfy(template -> {
            assertThat(template.name()).isNotBlank();
            assertThat(ActionKind.of(template.kind())).as(template.kind()).isPresent();
            assertThat(template.hours()).isBetween(1, 40);
            assertThat(template.weeks()).isBetween(1, 26);
            assertThat(template.goals()).isNotEmpty().allMatch(goal -> !goal.what().isBlank() && !goal.how().isBlank());
            assertThat(template.steps()).isNotEmpty().doesNotHaveDuplicates().allMatch(step -> !step.isBlank());
        });
    }

    @Test
    void aTemplateIsFoundByItsKeyAndNoneByNoKey() {
        assertThat(PlanTemplate.of("internship")).map(PlanTemplate::name).contains("Praktik mot anställning");
        assertThat(PlanTemplate.of("")).isEmpty();
    }
}
