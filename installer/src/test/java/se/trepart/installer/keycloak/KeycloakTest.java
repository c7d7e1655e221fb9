package se.trepart.installer.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import se.trepart.installer.demo.DemoStaff;
import se.trepart.local.signin.Browser;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.Seat;
import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.model.access.Staff;

import com.nimbusds.jwt.JWTParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a real Keycloak, with -Pkeycloak; and what can only be seen with one. */
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
class KeycloakTest extends SignInContract {

    private Keycloak keycloak;

    @Override
    void start(Path home, List<Staff> people) throws Exception {
        keycloak = Keycloak.start(Path.of(System.getProperty("keycloak.home")), home.resolve("keycloak.log"), people);
    }

    @Override
    void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    URI issuer() {
        return keycloak.issuer();
    }

    @Override
    String publicKeys() throws Exception {
        return keycloak.publicKeys();
    }

    @Override
    Browser browser(Staff person) {
        return new LoginForm(person);
    }

    @Test
    void asksForThePasswordAgainOnlyWhereThePersonMustProveWhoItIsOrHasSignedOut() throws Exception {
        LoginForm browser = new LoginForm(DemoStaff.ELIN);
        Entrance entrance = entrance(CLIENT);
        Seat first = signIn(entrance, browser);
        assertThat(browser.typed()).isEqualTo(1);
        entrance.signInAgain(first, browser, false);
        assertThat(browser.typed()).as("Keycloak remembers").isEqualTo(1);
        entrance.signInAgain(first, browser, true);
        assertThat(browser.typed()).as("proves it").isEqualTo(2);
        int pages = browser.pages();
        entrance.signOut(first, browser);
        await("Keycloak is told", () -> browser.pages() > pages);
        signIn(entrance, browser).close();
        assertThat(browser.typed()).as("signed out there too").isEqualTo(3);
    }

    @Test
    void takesNoTokenThatKeycloakGaveToAnotherProgram() throws IOException {
        Entrance entrance = entrance("another-program");
        assertThat(reason(() -> entrance.signIn(browser(DemoStaff.KARIN), false))).isEqualTo(Reason.NOT_ACCEPTED);
    }

    @Test
    void goesOnWhenTheTokenHasReallyEnded() throws Exception {
        try (Seat karin = signIn(entrance("trepart-short"), browser(DemoStaff.KARIN))) {
            String first = karin.session().token();
            Instant ends = JWTParser.parse(first).getJWTClaimsSet().getExpirationTime().toInstant();
            await("the token ends", () -> Instant.now().isAfter(ends));
            writeAndSend(karin);
            String next = karin.session().token();
            assertThat(next).isNotEqualTo(first);
            assertThat(JWTParser.parse(next).getJWTClaimsSet().getExpirationTime().toInstant()).isAfter(ends);
        }
    }
}
