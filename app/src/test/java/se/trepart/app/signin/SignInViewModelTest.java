package se.trepart.app.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.signin.WorkstationConfig.Keys;
import se.trepart.local.vault.VaultProblem;
import se.trepart.local.vault.Vaults;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The way in: the first time, again, without a network, and by somebody who only sits down at the computer. */
class SignInViewModelTest extends SigningIn {

    private SignInViewModel model;

    private void start(Keys keys) {
        model = new SignInViewModel(entrance(), doors(keys), TownHall::browse, tasks, texts, "Exempelstad", _ -> {},
                arrived -> seat = arrived);
    }

    private EntranceScreen screen() {
        return model.screen().get();
    }

    private void write(String once, String again) {
        screen().ask().done().accept(written(once, again));
    }

    @Test
    void firstAsksForASignInAndOffersNothingElse() {
        start(Keys.SYSTEM);
        assertThat(screen().heading()).isEqualTo("Välkommen");
        assertThat(screen().text()).isEqualTo("Ekonomiskt bistånd i Exempelstad");
        assertThat(actions(screen())).containsExactly("Logga in");
        assertThat(screen().waiting()).isFalse();
    }

    @Test
    void aNewPassphraseMustBeLongAndTheSameTwice() {
        start(Keys.PASSPHRASE);
        press(screen(), "signin.sign-in");
        assertThat(screen().heading()).isEqualTo("Hej Karin Berg");
        write("kort", "kort");
        assertThat(screen().fault()).isEqualTo("Lösenfrasen är för kort. Den ska ha minst 12 tecken.");
        write(PHRASE, PHRASE + "!");
        assertThat(screen().fault()).isEqualTo("De två lösenfraserna är inte lika. Skriv dem igen.");
        assertThat(seat).isNull();
        write(PHRASE, PHRASE);
        assertThat(seat).isNotNull();
        assertThat(seat.session().staff().name()).isEqualTo("Karin Berg");
    }

    @Test
    void thePassphraseOpensAgainWithoutANetworkAndNoOtherDoes() {
        start(Keys.PASSPHRASE);
        press(screen(), "signin.sign-in");
        write(PHRASE, PHRASE);
        leave();
        town.close();

        start(Keys.PASSPHRASE);
        assertThat(screen().heading()).isEqualTo("Välkommen tillbaka");
        write("en annan fras helt", "");
        assertThat(screen().fault()).isEqualTo("Lösenfrasen stämmer inte. Försök igen.");
        assertThat(seat).isNull();
        write(PHRASE, "");
        assertThat(seat).isNotNull();
    }

    @Test
    void aForgottenPassphraseIsNoDeadEndAndWhatItSealedIsKeptAside() throws IOException {
        start(Keys.PASSPHRASE);
        press(screen(), "signin.sign-in");
        write(PHRASE, PHRASE);
        UUID device = seat.session().device();
        leave();

        start(Keys.PASSPHRASE);
        press(screen(), "signin.sign-in-instead");
        press(screen(), "signin.forgotten");
        assertThat(screen().text()).contains("Det du har skrivit här men som inte är skickat läggs åt sidan");
        assertThat(actions(screen())).as("the careful way out first").containsExactly("Tillbaka", "Börja om på den här datorn");
        press(screen(), "signin.start-afresh");
        write("hunden springer i skogen", "hunden springer i skogen");
        assertThat(seat).isNotNull();
        assertThat(seat.session().device()).as("another workstation: its changes are counted from one").isNotEqualTo(device);
        try (Stream<Path> folders = Files.list(data)) {
            assertThat(folders.filter(folder -> folder.getFileName().toString().contains(".aside-"))).singleElement()
                    .satisfies(aside -> assertThat(new Vaults(aside).choose(PHRASE.toCharArray()).orElseThrow().unlock()).isNotNull());
        }
    }

    @Test
    void aForgottenPhraseIsChosenAnewAfterASignIn() {
        beenHere(entrance(), PHRASE);
        start(Keys.SYSTEM);
        press(screen(), "signin.without-network");
        press(screen(), "signin.forgotten");
        write("hunden springer i skogen", "hunden springer i skogen");
        assertThat(seat).isNotNull();
        leave();
        start(Keys.SYSTEM);
        press(screen(), "signin.without-network");
        write(PHRASE, "");
        assertThat(screen().fault()).isEqualTo("Lösenfrasen stämmer inte. Försök igen.");
        write("hunden springer i skogen", "");
        assertThat(seat).isNotNull();
    }

    @Test
    void whereTheSystemOpensTheKeysARestartWithoutANetworkAsksForThePhrase() {
        beenHere(entrance(), PHRASE);
        town.close();
        start(Keys.SYSTEM);
        assertThat(actions(screen())).containsExactly("Logga in", "Arbeta utan nät");
        press(screen(), "signin.without-network");
        assertThat(seat).as("not by pressing alone").isNull();
        write("en annan fras helt", "");
        assertThat(screen().fault()).isEqualTo("Lösenfrasen stämmer inte. Försök igen.");
        assertThat(seat).isNull();
        write(PHRASE, "");
        assertThat(seat).isNotNull();
    }

    @Test
    void withoutAPhraseThereIsNoWayInWithoutANetwork() {
        Path folder = beenHere(entrance(), null);
        town.close();
        assertThatThrownBy(() -> doors(Keys.SYSTEM).vaultWithoutSignIn(folder, written(PHRASE, ""))).isInstanceOf(VaultProblem.class);
        start(Keys.SYSTEM);
        assertThat(actions(screen())).containsExactly("Logga in");
        model.unlock(PHRASE.toCharArray());
        assertThat(seat).isNull();
        press(screen(), "signin.sign-in");
        assertThat(screen().fault()).startsWith("Inloggningen eller kommunens lager svarar inte.");
        assertThat(actions(screen())).containsExactly("Logga in");
    }

    @Test
    void whereTheSystemOpensTheKeysAPhraseIsChosenAtASignIn() {
        beenHere(entrance(), null);
        start(Keys.SYSTEM);
        press(screen(), "signin.sign-in");
        assertThat(screen().text()).startsWith("Välj en lösenfras för att låsa upp Trepart när det inte finns något nät");
        write("kort", "kort");
        assertThat(screen().fault()).startsWith("Lösenfrasen är för kort.");
        write(PHRASE, PHRASE);
        assertThat(seat).isNotNull();
        leave();
        start(Keys.SYSTEM);
        press(screen(), "signin.sign-in");
        assertThat(seat).as("asked once").isNotNull();
    }

    @Test
    void thePhraseCanBeLeftForAnotherTime() {
        Path folder = beenHere(entrance(), null);
        start(Keys.SYSTEM);
        press(screen(), "signin.sign-in");
        press(screen(), "signin.no-phrase");
        assertThat(seat).isNotNull();
        assertThat(doors(Keys.SYSTEM).proof(folder)).isEqualTo(Doors.Proof.SIGN_IN);
    }

    @Test
    void afterTheOfflineTimeOnlyASignInIsGoodEnough() {
        beenHere(entrance(), PHRASE);
        clock.now = clock.now.plus(Duration.ofHours(73));
        start(Keys.SYSTEM);
        press(screen(), "signin.without-network");
        write(PHRASE, "");
        assertThat(seat).isNull();
        assertThat(screen().fault()).startsWith("Du behöver logga in igen.");
    }

    @Test
    void aPassphraseWrittenElsewhereOpensWithoutAsking() {
        beenHere(entrance(), PHRASE);
        town.close();
        start(Keys.SYSTEM);
        model.unlock(PHRASE.toCharArray());
        assertThat(seat).isNotNull();
    }

    @Test
    void theDemoOfficeAsksForNothing() {
        beenHere(entrance(), null);
        town.close();
        start(Keys.NONE);
        press(screen(), "signin.without-network");
        assertThat(seat).isNotNull();
    }

    @Test
    void aStoreThatIsOpenAlreadyIsSaidInWords() {
        beenHere(entrance(), PHRASE);
        start(Keys.SYSTEM);
        model.unlock(PHRASE.toCharArray());
        assertThat(seat).isNotNull();
        start(Keys.SYSTEM);
        model.unlock(PHRASE.toCharArray());
        assertThat(screen().fault()).startsWith("Trepart är redan öppet på den här datorn.");
    }
}
