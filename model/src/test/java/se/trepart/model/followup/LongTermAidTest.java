package se.trepart.model.followup;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Money;
import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LongTermAidTest {

    private static Decision decision(String name, YearMonth month, DecisionStatus status, long kronor, @Nullable UUID corrects) {
        DecisionItem item = new DecisionItem(Sample.id(name + "item"), null, DecisionItem.SUPPORT, DecisionMatter.SUPPORT,
                Money.kronor(9000), Money.kronor(kronor), "", "");
        UUID karin = Sample.id("karin");
        return new Decision(Sample.id(name), Sample.UNIT, Sample.CASE, Sample.id("a" + month), null, DecisionKind.AID, status, month,
                Sample.TODAY, karin, List.of(item), "", "", null, List.of(), karin, Role.CASEWORKER, Sample.TODAY, corrects);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # first month, months with aid, within the twelve to December 2026, long-term
            2026-07,       6,               6,                                  true
            2026-08,       5,               5,                                  false
            2025-12,       6,               5,                                  false
            2025-01,       30,              12,                                 true
            2027-01,       6,               0,                                  false
            """)
    void r6_sixMonthsWithAidWithinTwelveMakeItLongTerm(YearMonth first, int months, int counted, boolean longTerm) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            decisions.add(decision("d" + i, first.plusMonths(i), DecisionStatus.MADE, 5000, null));
        }
        LongTermAid aid = LongTermAid.of(decisions, Sample.DECEMBER, Sample.settings());
        assertThat(aid.months()).isEqualTo(counted);
        assertThat(aid.longTerm()).isEqualTo(longTerm);
    }

    @Test
    void r6_onlyMadeDecisionsThatGrantedSomethingCountAndAMonthCountsOnce() {
        YearMonth month = YearMonth.of(2026, 10);
        Decision granted = decision("granted", month, DecisionStatus.MADE, 5000, null);
        assertThat(LongTermAid.monthsWithAid(List.of(granted, decision("more", month, DecisionStatus.MADE, 500, null)), Sample.DECEMBER))
                .isEqualTo(1);
        assertThat(LongTermAid.monthsWithAid(List.of(decision("sent", month, DecisionStatus.SENT, 5000, null)), Sample.DECEMBER)).isZero();
        assertThat(LongTermAid.monthsWithAid(List.of(decision("no", month, DecisionStatus.MADE, 0, null)), Sample.DECEMBER)).isZero();
    }

    @Test
    void r17_aCorrectedDecisionCountsNoMore() {
        YearMonth month = YearMonth.of(2026, 10);
        Decision old = decision("old", month, DecisionStatus.MADE, 5000, null);
        assertThat(LongTermAid.monthsWithAid(List.of(old, decision("new", month, DecisionStatus.MADE, 0, old.id())), Sample.DECEMBER))
                .isZero();
        assertThat(LongTermAid.monthsWithAid(List.of(old, decision("new", month, DecisionStatus.PREPARED, 0, old.id())), Sample.DECEMBER))
                .isEqualTo(1);
    }
}
