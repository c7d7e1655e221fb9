package se.trepart.model.investigation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.access.Unit;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.investigation.ChecklistStep.AppliesTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChecklistTemplatesTest {

    private final List<ChecklistTemplate> shipped = ChecklistTemplates.shipped(Unit.MUNICIPALITY);

    @Test
    void r35_everyKindOfApplicationHasATemplateWithOwnerAndReview() {
        assertThat(shipped).extracting(ChecklistTemplate::kind).containsExactlyInAnyOrder(ApplicationKind.values());
        assertThat(shipped).allSatisfy(template -> {
            assertThat(template.ownerFunction()).isNotBlank();
            assertThat(template.reviewOn()).isAfter(template.decidedOn());
            assertThat(template.steps()).allSatisfy(step -> {
                assertThat(step.question()).endsWith("?");
                assertThat(step.help()).isNotBlank();
                assertThat(step.source()).isNotBlank();
            });
        });
    }

    @Test
    void idsAreTheSameEverywhereAndNeverShared() {
        assertThat(ChecklistTemplates.shipped(Unit.MUNICIPALITY)).isEqualTo(shipped);
        List<UUID> ids = shipped.stream().flatMap(template -> template.steps().stream()).map(ChecklistStep::id).toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(shipped).allSatisfy(template -> assertThat(template.steps()).extracting(ChecklistStep::key).doesNotHaveDuplicates());
    }

    @Test
    void everyAuthorityHasItsOwnLineInEveryTemplate() {
        Set<String> authorities = Set.of("authority.fk", "authority.pm", "authority.csn", "authority.af", "authority.akassa",
                "authority.skatteverket", "authority.transportstyrelsen", "authority.migrationsverket");
        assertThat(shipped).allSatisfy(template -> assertThat(template.steps()).extracting(ChecklistStep::key).containsAll(authorities));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # step           interval in months (R7)
            residence,       6
            assets,          6
            economy.review,  6
            tax.return,      12
            housing,         12
            income,          0
            """)
    void r7_recurringStepsHaveTheirInterval(String key, int months) {
        assertThat(template(ApplicationKind.RENEWAL).step(key))
                .hasValueSatisfying(step -> assertThat(step.intervalMonths()).isEqualTo(months));
    }

    @Test
    void childrenAndLongTermAidHaveStepsOfTheirOwn() {
        assertThat(template(ApplicationKind.RENEWAL).steps()).extracting(ChecklistStep::appliesTo)
                .contains(AppliesTo.WITH_CHILDREN, AppliesTo.LONG_TERM);
    }

    @Test
    void theNewestVersionDecidedByTheDateIsInForce() {
        ChecklistTemplate first = template(ApplicationKind.NEW);
        ChecklistTemplate second = new ChecklistTemplate(new UUID(0, 2), first.unitId(), first.name(), 2, first.kind(),
                first.ownerFunction(), LocalDate.of(2026, 11, 1), LocalDate.of(2027, 11, 1), first.steps());
        List<ChecklistTemplate> both = List.of(second, first);
        assertThat(ChecklistTemplates.inForce(both, ApplicationKind.NEW, LocalDate.of(2026, 10, 31))).contains(first);
        assertThat(ChecklistTemplates.inForce(both, ApplicationKind.NEW, LocalDate.of(2026, 11, 1))).contains(second);
        assertThat(ChecklistTemplates.inForce(both, ApplicationKind.NEW, LocalDate.of(2020, 1, 1))).isEmpty();
    }

    private ChecklistTemplate template(ApplicationKind kind) {
        return shipped.stream().filter(template -> template.kind() == kind).findFirst().orElseThrow();
    }
}
