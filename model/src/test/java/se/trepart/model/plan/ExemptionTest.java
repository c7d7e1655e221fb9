package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.stream.Collectors;

import se.trepart.model.Sample;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExemptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest(name = "{0} years, {1}, on {2}: {3}")
    @CsvSource(nullValues = "nothing noted", textBlock = """
            # age, what stands in the way, day,        is proposed
            17,    nothing noted,          2026-12-01, under-18
            18,    nothing noted,          2026-12-01, ''
            19,    unaccompanied,          2026-12-01, school
            40,    full-time.too-little,   2026-12-01, full-time
            67,    pension.waiting,        2026-12-01, pension
            40,    sick.waiting,           2026-12-01, sickness
            40,    sick.none,              2026-12-01, ''
            40,    disability.too-little,  2026-12-01, sickness
            40,    unemployed.nothing,     2026-12-01, ''
            17,    full-time.waiting,      2026-12-01, under-18 full-time
            40,    pension.waiting,        2026-09-30, ''
            """)
    void theFactsSpeakForAGroundAndNoMore(int age, @Nullable String key, LocalDate day, String proposed) {
        ObstaclePeriod obstacle = key == null ? null : new ObstaclePeriod(Sample.id("o"), key, day, null);
        assertThat(ExemptionGround.proposed(age, obstacle, day).stream().map(ExemptionGround::key).collect(Collectors.joining(" ")))
                .isEqualTo(proposed);
    }

    @Test
    void everyGroundNamesItsSourceAndObstaclesOfTheNationalCatalogue() {
        assertThat(ExemptionGround.catalogue(DAY)).isNotEmpty().allSatisfy(ground -> {
            assertThat(ground.source()).isNotBlank();
            assertThat(ground.obstacles()).allMatch(key -> Obstacle.of(key).isPresent());
        });
    }

    @Test
    void anExemptionIsNotedWithAReasonForATime() {
        ExemptionGround ground = ExemptionGround.of("pension").orElseThrow();
        assertThatThrownBy(() -> Exemption.note(ground, DAY, null, " ", Way.KARIN, DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exemption.note(ground, DAY, DAY.minusDays(1), "pension", Way.KARIN, DAY))
                .isInstanceOf(IllegalArgumentException.class);
        Exemption noted = Exemption.note(ground, DAY, DAY.plusDays(1), "pension", Way.KARIN, DAY);
        assertThat(noted.inForce(DAY.minusDays(1))).isFalse();
        assertThat(noted.inForce(DAY.plusDays(1))).isTrue();
        assertThat(noted.inForce(DAY.plusDays(2))).isFalse();
        SelfSupport support = SelfSupport.begin(Sample.id("s"), Sample.UNIT, Sample.CASE, Way.AMINA, DAY);
        // what is written later about other things leaves it as it is
        SelfSupport exempt = support.exempt(noted)
                .goal("arbete")
                .bookEarlyMeeting(DAY)
                .obstacle(Sample.id("o"), Obstacle.of("social").orElseThrow(), DAY);
        assertThat(exempt.exemption()).isEqualTo(noted);
        assertThat(exempt.exempt(null).exemption()).isNull();
    }
}
