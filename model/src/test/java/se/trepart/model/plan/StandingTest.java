package se.trepart.model.plan;

import java.util.List;

import se.trepart.model.Sample;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far Amina has come, as the list of participants says it. */
class StandingTest {

    private static final Plan RUNNING = Way.plan();
    private static final Plan CLOSED = Way.plan().close(List.of(), Way.ENDS);
    private static final Referral DECLINED = Way.sent().decline(Sample.id("no"), "ingen plats", Way.OLA, Way.at("2026-08-24T08:00:00Z"));

    @Test
    void followsTheReferralAndThenThePlan() {
        assertThat(of(List.of(Way.sent()))).isEqualTo(Standing.NEW_REFERRAL);
        assertThat(of(List.of(Way.sent().receive(Sample.id("r"), Way.OLA, Way.at("2026-08-21T08:00:00Z")))))
                .isEqualTo(Standing.NEW_REFERRAL);
        assertThat(of(List.of(Way.accepted()))).isEqualTo(Standing.WITHOUT_PLAN);
        assertThat(of(List.of(Way.accepted()), RUNNING)).isEqualTo(Standing.RUNNING);
        assertThat(of(List.of(DECLINED))).isEqualTo(Standing.ENDED);
    }

    @Test
    void aPlanWithoutReferralRunsAndOneThatIsClosedHasEnded() {
        assertThat(of(List.of(), RUNNING)).isEqualTo(Standing.RUNNING);
        assertThat(of(List.of(), CLOSED)).isEqualTo(Standing.ENDED);
        // an older plan does not hide the one that runs
        assertThat(of(List.of(), CLOSED, RUNNING)).isEqualTo(Standing.RUNNING);
    }

    @Test
    void aNewReferralIsAnsweredFirstWhateverRuns() {
        assertThat(of(List.of(DECLINED, Way.sent()), RUNNING)).isEqualTo(Standing.NEW_REFERRAL);
    }

    private static Standing of(List<Referral> referrals, Plan... plans) {
        return Standing.of(referrals, List.of(plans));
    }
}
