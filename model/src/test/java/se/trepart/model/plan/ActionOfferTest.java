package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.List;

import se.trepart.model.Money;
import se.trepart.model.Sample;
import se.trepart.model.plan.ActionOffer.Fault;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActionOfferTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final ActionOffer KITCHEN = offer("kitchen", "internship", "Skolköket", 4, SINCE, LAST);

    @ParameterizedTest(name = "{0} at {1} from {2} to {3}: {4}")
    @CsvSource(textBlock = """
            # kind,       place,          from,       to,         is there already
            internship,   ' skolköket ',  2026-12-31, ,           true
            internship,   Skolköket,      2025-01-01, 2026-01-01, true
            internship,   Skolköket,      2025-01-01, 2025-12-31, false
            internship,   Skolköket,      2027-01-01, ,           false
            internship,   Äldreboendet,   2026-06-01, ,           false
            work-training, Skolköket,     2026-06-01, ,           false
            """)
    void theSameIsOfferedOnceAtATime(String kind, String place, LocalDate from, @Nullable LocalDate to, boolean already) {
        ActionOffer other = offer("other", kind, place, 4, from, to);
        assertThat(other.faults(List.of(KITCHEN))).isEqualTo(already ? List.of(Fault.OFFERED_ALREADY) : List.of());
        assertThat(KITCHEN.faults(List.of(KITCHEN))).as("itself").isEmpty();
    }

    @Test
    void somebodyCanTakePartAndItDoesNotEndBeforeItBegins() {
        assertThat(offer("none", "internship", "Skolköket", 0, SINCE, SINCE.minusDays(1)).faults(List.of())).containsExactly(Fault.CAPACITY,
                Fault.ENDS_BEFORE);
    }

    @Test
    void aNewCostCountsFromItsDayAndWhatItCostBeforeStands() {
        LocalDate from = LocalDate.of(2026, 7, 1);
        List<ActionOffer> kept = KITCHEN.costing(Money.kronor(2_000), from, Sample.id("next"));
        assertThat(kept).extracting(ActionOffer::id).containsExactly(KITCHEN.id(), Sample.id("next"));
        for (LocalDate day : List.of(SINCE, from.minusDays(1), from, LAST)) {
            assertThat(kept).as("offered once on %s", day)
                    .filteredOn(offer -> offer.offered(day))
                    .singleElement()
                    .extracting(ActionOffer::costAMonth)
                    .isEqualTo(Money.kronor(day.isBefore(from) ? 1_800 : 2_000));
        }
        assertThat(kept).noneMatch(offer -> offer.offered(LAST.plusDays(1)));
        assertThat(KITCHEN.costing(null, SINCE, Sample.id("next"))).singleElement()
                .satisfies(offer -> assertThat(offer.costAMonth()).isNull());
        assertThatThrownBy(() -> KITCHEN.costing(null, LAST.plusDays(1), Sample.id("next"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ActionOffer offer(String name, String kind, String place, int seats, LocalDate from, @Nullable LocalDate to) {
        return new ActionOffer(Sample.id(name), Sample.UNIT, kind, place, seats, Money.kronor(1_800), "Kostenheten", from, to);
    }
}
