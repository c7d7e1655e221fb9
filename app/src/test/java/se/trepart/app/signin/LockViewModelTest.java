package se.trepart.app.signin;

import java.nio.file.Path;

import se.trepart.app.signin.WorkstationConfig.Keys;
import se.trepart.local.signin.Entrance;
import se.trepart.local.vault.Vaults;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The way back to a locked window: only for the one who sat there. */
class LockViewModelTest extends SigningIn {

    private LockViewModel model;
    private boolean unlocked;
    private boolean signedOut;

    private void lock(Keys keys, @Nullable String phrase) {
        Entrance entrance = entrance();
        Path folder = beenHere(entrance, phrase);
        seat = entrance.openRemembered(folder, new Vaults(folder).unprotected(), false);
        // one that has not spoken with the provider yet, so that it notices at once when the network is away
        model = new LockViewModel(entrance(), doors(keys), seat, TownHall::browse, tasks, texts, _ -> {}, () -> unlocked = true,
                () -> signedOut = true);
    }

    private EntranceScreen screen() {
        return model.screen().get();
    }

    @Test
    void showsWhoWorksHereAndNothingOfTheWork() {
        lock(Keys.SYSTEM, PHRASE);
        assertThat(screen().heading()).isEqualTo("Trepart är låst");
        assertThat(screen().text()).isEqualTo("Karin Berg arbetar här. Allt är kvar som du lämnade det.");
    }

    @Test
    void thePhraseUnlocksAndNoOtherDoes() {
        lock(Keys.SYSTEM, PHRASE);
        screen().ask().done().accept(written("en annan fras helt", ""));
        assertThat(screen().fault()).isEqualTo("Lösenfrasen stämmer inte. Försök igen.");
        assertThat(unlocked).isFalse();
        screen().ask().done().accept(written(PHRASE, ""));
        assertThat(unlocked).isTrue();
    }

    @Test
    void aNewSignInByTheSamePersonUnlocks() {
        lock(Keys.SYSTEM, PHRASE);
        press(screen(), "signin.sign-in-instead");
        assertThat(unlocked).isTrue();
    }

    @Test
    void aSignInBySomebodyElseDoesNot() {
        lock(Keys.SYSTEM, null);
        town.subject = "birgitta";
        press(screen(), "signin.sign-in");
        assertThat(unlocked).isFalse();
        assertThat(screen().fault()).startsWith("Det var någon annan som loggade in.");
    }

    @Test
    void withoutANetworkAndAPhraseNobodyComesIn() {
        lock(Keys.SYSTEM, null);
        town.close();
        press(screen(), "signin.sign-in");
        assertThat(unlocked).isFalse();
        assertThat(screen().fault()).contains("Utan nät går Trepart inte att låsa upp här");
        assertThat(actions(screen())).containsExactly("Logga in", "Logga ut");
    }

    @Test
    void theDemoOfficeUnlocksWithoutANetwork() {
        lock(Keys.NONE, null);
        assertThat(actions(screen())).doesNotContain("Arbeta utan nät");
        town.close();
        press(screen(), "signin.sign-in");
        press(screen(), "signin.without-network");
        assertThat(unlocked).isTrue();
    }

    @Test
    void signingOutTellsWhatIsNotSentAndAsksFirst() {
        lock(Keys.SYSTEM, PHRASE);
        press(screen(), "signin.sign-out");
        assertThat(signedOut).isFalse();
        assertThat(screen().text()).isEqualTo("Allt du har gjort är skickat.");
        press(screen(), "signin.back");
        assertThat(screen().ask()).isNotNull();
        press(screen(), "signin.sign-out");
        press(screen(), "signin.sign-out");
        assertThat(signedOut).isTrue();
    }
}
