package se.trepart.app.shell;

import java.util.UUID;

import se.trepart.app.shell.Place.InCase;
import se.trepart.app.shell.Place.Main;
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
        assertThat(navigator.openCases()).containsExactly(first);
    }

    @Test
    void stepsThroughTheOpenCasesRoundAndRound() {
        navigator.openCase(first);
        navigator.openCase(second);
        navigator.nextCase(1);
        assertThat(navigator.place().get()).isEqualTo(new InCase(first, CasePlace.APPLICATION, null));
        navigator.nextCase(-1);
        assertThat(navigator.place().get()).isEqualTo(new InCase(second, CasePlace.APPLICATION, null));
    }

    @Test
    void closingACaseLeadsBackToThePlaceBeforeIt() {
        navigator.open(Main.APPLICATIONS);
        navigator.openCase(first);
        navigator.openCase(first, CasePlace.DECISION);
        navigator.closeCase(first);
        assertThat(navigator.place().get()).isEqualTo(Main.APPLICATIONS);
        assertThat(navigator.openCases()).isEmpty();
    }
}
