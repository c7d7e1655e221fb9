package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.List;

import se.trepart.model.Sample;
import se.trepart.model.plan.Referral.Status;
import se.trepart.model.plan.ReferralIncomplete.Part;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReferralTest {

    @Test
    void r21SaysEverythingThatIsMissingBeforeItIsSent() {
        assertThatThrownBy(() -> Way.writing().send(Sample.id("sent"), Way.KARIN, Way.at("2026-08-20T08:00:00Z")))
                .isInstanceOfSatisfying(ReferralIncomplete.class, incomplete -> assertThat(incomplete.missing()).containsExactly(Part.NEED,
                        Part.PURPOSE, Part.GOAL, Part.CONTENT, Part.CONSEQUENCES, Part.TOLD));
    }

    @Test
    void r21IsNotSentUntilTheApplicantWasTold() {
        Referral untold = Way.writing().write("behov", "", "syfte", "mål", "innehåll", "följder", null);
        assertThat(untold.missing()).containsExactly(Part.TOLD);
        assertThat(Way.written().missing()).isEmpty();
    }

    @Test
    void r21GoesFromSentToReceivedToAccepted() {
        Referral received = Way.sent().receive(Sample.id("received"), Way.OLA, Way.at("2026-08-21T08:00:00Z"));
        Referral accepted = received.accept(Sample.id("accepted"), Way.OLA, Way.at("2026-08-24T22:30:00Z"));

        assertThat(List.of(Way.writing().status(), Way.sent().status(), received.status(), accepted.status()))
                .containsExactly(Status.WRITING, Status.SENT, Status.RECEIVED, Status.ACCEPTED);
        assertThat(accepted.on(Status.ACCEPTED)).as("the day in Sweden").contains(LocalDate.of(2026, 8, 25));
        assertThat(List.of(Way.sent().unanswered(), received.unanswered(), accepted.unanswered())).containsExactly(true, true, false);
    }

    @Test
    void r21IsAnsweredWithinTheMunicipalitysDays() {
        assertThat(Way.sent().answerBy(Way.SETTINGS)).contains(LocalDate.of(2026, 8, 27));
        assertThat(Way.written().answerBy(Way.SETTINGS)).isEmpty();
    }

    @Test
    void isDeclinedWithAReasonOnly() {
        assertThatThrownBy(() -> Way.sent().decline(Sample.id("no"), " ", Way.OLA, Way.at("2026-08-24T08:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        Referral declined = Way.sent().decline(Sample.id("no"), "inga platser", Way.OLA, Way.at("2026-08-24T08:00:00Z"));
        assertThat(declined.status()).isEqualTo(Status.DECLINED);
        assertThat(declined.steps().getLast().words()).isEqualTo("inga platser");
    }

    @Test
    void whatIsSentIsNotRewrittenAndWhatIsAnsweredNotAnsweredAgain() {
        assertThatThrownBy(() -> Way.sent().write("", "", "", "", "", "", null)).isInstanceOf(NotInThisReferralStatus.class);
        assertThatThrownBy(() -> Way.accepted().accept(Sample.id("again"), Way.OLA, Way.at("2026-08-25T08:00:00Z")))
                .isInstanceOf(NotInThisReferralStatus.class);
        assertThatThrownBy(() -> Way.written().accept(Sample.id("early"), Way.OLA, Way.at("2026-08-25T08:00:00Z")))
                .isInstanceOf(NotInThisReferralStatus.class);
    }

    @Test
    void r26IsReturnedWithAssessmentReasonEvaluationAndATalkWithTheCaseworker() {
        ReferralReturn bare = new ReferralReturn("", "", "", null);
        assertThatThrownBy(() -> Way.accepted().giveBack(Sample.id("back"), bare, Way.OLA, Way.at("2026-10-01T08:00:00Z")))
                .isInstanceOfSatisfying(ReferralIncomplete.class, incomplete -> assertThat(incomplete.missing())
                        .containsExactly(Part.ASSESSMENT, Part.REASON, Part.EVALUATION, Part.TALKED_THROUGH));
        ReferralReturn whole = new ReferralReturn("behöver vård först", "för sjuk", "två veckors praktik", LocalDate.of(2026, 9, 30));
        Referral returned = Way.accepted().giveBack(Sample.id("back"), whole, Way.OLA, Way.at("2026-10-01T08:00:00Z"));
        assertThat(returned.status()).isEqualTo(Status.RETURNED);
        assertThat(returned.returned()).isEqualTo(whole);
    }
}
