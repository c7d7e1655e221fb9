package se.trepart.app.shell;

import java.util.UUID;

import se.trepart.app.shell.Place.CallMeeting;
import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.Place.OfMeeting;
import se.trepart.app.shell.Place.OfPlan;
import se.trepart.model.followup.CasePlace;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NavigatorTest {

    private final Navigator navigator = new Navigator();
    private final UUID first = new UUID(0, 1);
    private final UUID second = new UUID(0, 2);

    @Test
    void goesBackAndForwardTheWayTheUserCame() {
        navigator.open(Main.CASES);
        navigator.openCase(first, CasePlace.DECISION);
        navigator.back();
        assertThat(navigator.place().get()).isEqualTo(Main.CASES);
        navigator.back();
        assertThat(navigator.place().get()).isEqualTo(Main.TODAY);
        navigator.back();
        navigator.forward();
        navigator.forward();
        assertThat(navigator.place().get()).isEqualTo(new InCase(first, CasePlace.DECISION, null));
    }

    @Test
    void anOpenCaseIsFoundAgainWhereItWasLeft() {
        navigator.openCase(first, CasePlace.CALCULATION);
        navigator.open(Main.TODAY);
        navigator.openCase(first);
        assertThat(navigator.place().get()).isEqualTo(new InCase(first, CasePlace.CALCULATION, null));
        assertThat(navigator.openKeys()).containsExactly(first);
    }

    @Test
    void stepsThroughTheOpenCasesRoundAndRound() {
        navigator.openCase(first);
        navigator.openCase(second);
        navigator.nextOpen(1);
        assertThat(navigator.place().get()).isEqualTo(new InCase(first, CasePlace.APPLICATION, null));
        navigator.nextOpen(-1);
        assertThat(navigator.place().get()).isEqualTo(new InCase(second, CasePlace.APPLICATION, null));
    }

    @Test
    void closingACaseLeadsBackToThePlaceBeforeIt() {
        navigator.open(Main.APPLICATIONS);
        navigator.openCase(first);
        navigator.openCase(first, CasePlace.DECISION);
        navigator.close(first);
        assertThat(navigator.place().get()).isEqualTo(Main.APPLICATIONS);
        assertThat(navigator.openKeys()).isEmpty();
    }

    @Test
    void r31AReasonHoldsWhileTheCaseIsHeldOpen() {
        navigator.openCase(first);
        navigator.explain(first);
        navigator.open(new OfPlan(first, second));
        navigator.open(Main.TODAY);
        navigator.close(first);
        assertThat(navigator.explained(first)).as("held open as a participant").isTrue();
        navigator.close(second);
        assertThat(navigator.explained(first)).isFalse();
    }

    @Test
    void r31AReasonForAMeetingHoldsToTheNextOneAndToItsCase() {
        navigator.open(new CallMeeting(first, null));
        navigator.explain(first);
        navigator.open(new OfMeeting(second));
        assertThat(navigator.explained(first)).isTrue();
        navigator.openCase(first);
        navigator.open(Main.TODAY);
        assertThat(navigator.explained(first)).isTrue();
        navigator.close(first);
        navigator.open(new CallMeeting(first, null));
        navigator.explain(first);
        navigator.open(Main.MEETINGS);
        assertThat(navigator.explained(first)).as("never held open").isFalse();
    }

    @Test
    void aParticipantIsHeldOpenBesideTheCaseItBelongsTo() {
        navigator.openCase(first);
        navigator.open(new OfPlan(first, second));
        assertThat(navigator.openKeys()).containsExactly(first, second);
        navigator.nextOpen(1);
        navigator.nextOpen(1);
        assertThat(navigator.place().get()).isEqualTo(new OfPlan(first, second));
        navigator.close(second);
        assertThat(navigator.openKeys()).containsExactly(first);
    }
}
