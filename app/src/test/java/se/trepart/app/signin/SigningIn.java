package se.trepart.app.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import se.trepart.app.HandClock;
import se.trepart.app.signin.EntranceScreen.Action;
import se.trepart.app.signin.EntranceScreen.Passphrase;
import se.trepart.app.signin.WorkstationConfig.Keys;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Texts;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.Seat;
import se.trepart.local.signin.UnlockPhrase;
import se.trepart.local.vault.Vaults;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at the way in, with a real provider, a real store and everything done when a call returns. A folder with unprotected keys stands
 * for one whose keys the operating system opens for anybody at the computer.
 */
abstract class SigningIn {

    static final String PHRASE = "katten sover på taket";

    @TempDir
    Path data;
    final Texts texts = new Texts();
    final HandClock clock = new HandClock(java.time.Instant.now());
    final List<String> errors = new ArrayList<>();
    final TaskRunner tasks = TaskRunner.sameThread(new UnexpectedErrors(errors::add));
    TownHall town;
    @Nullable
    Seat seat;

    @BeforeEach
    void theNetworkIsThere() throws IOException {
        // no keyring on a machine that runs tests: a new folder asks for a passphrase
        System.setProperty(Vaults.SYSTEM, "off");
        town = new TownHall();
    }

    @AfterEach
    void goHome() {
        leave();
        town.close();
        assertThat(errors).isEmpty();
    }

    void leave() {
        if (seat != null) {
            seat.close();
        }
        seat = null;
    }

    Entrance entrance() {
        return town.entrance(data, clock);
    }

    /** Somebody who has been here before, where the operating system opens the keys. */
    Path beenHere(Entrance entrance, @Nullable String phrase) {
        Entrance.Arrival arrival = entrance.signIn(TownHall::browse, false);
        new Vaults(arrival.folder()).unprotected().unlock();
        entrance.open(arrival, new Vaults(arrival.folder()).unprotected(), false).close();
        if (phrase != null) {
            new UnlockPhrase(arrival.folder()).choose(phrase.toCharArray());
        }
        return arrival.folder();
    }

    Doors doors(Keys keys) {
        return new Doors(keys);
    }

    static Passphrase written(String once, String again) {
        return new Passphrase(once.toCharArray(), again.toCharArray());
    }

    void press(EntranceScreen screen, String key) {
        screen.actions()
                .stream()
                .filter(action -> action.text().equals(texts.of(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + actions(screen)))
                .run()
                .run();
    }

    static List<String> actions(EntranceScreen screen) {
        return screen.actions().stream().map(Action::text).toList();
    }
}
