package se.trepart.installer.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.central.CentralConfig;
import se.trepart.central.CentralServer;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.local.Ids;
import se.trepart.local.cache.Intent;
import se.trepart.local.signin.Browser;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.IdentityProvider;
import se.trepart.local.signin.Seat;
import se.trepart.local.signin.SignInFailed;
import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.local.vault.PassphraseVault;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Phase;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What signing in must come to whoever the identity provider is: code and PKCE in a browser, a token that the real central store takes, and
 * a sync. Each provider runs it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
abstract class SignInContract {

    static final String CLIENT = "trepart";
    static final String AUDIENCE = "trepart-central";
    static final Staff STRANGER = new Staff(UUID.randomUUID(), Unit.MUNICIPALITY, "frida.framling", "Frida Främling", "", "",
            List.of(Role.CASEWORKER), List.of(), List.of(), true, TestOffice.TODAY);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PASSPHRASE = "katten sover på taket";

    @TempDir
    static Path home;
    private TestOffice office;
    private CentralServer central;

    /** Starts it; these people can sign in there. */
    abstract void start(Path home, List<Staff> people) throws Exception;

    abstract void stop();

    abstract URI issuer();

    /** What the provider signs with, as it gives it out. */
    abstract String publicKeys() throws Exception;

    /** A browser of its own with this person at it. */
    abstract Browser browser(Staff person);

    @BeforeAll
    void open() throws Exception {
        office = TestOffice.empty(home);
        office.stopCentral();
        start(home, Stream.concat(DemoStaff.register(List.of(), DemoStaff.KARIN.id()).stream(), Stream.of(STRANGER)).toList());
        central = central(AUDIENCE);
    }

    @AfterAll
    void close() {
        if (central != null) {
            central.close();
        }
        stop();
        office.close();
    }

    private CentralServer central(String audience) throws Exception {
        return CentralServer.start(new CentralConfig("127.0.0.1", 0, office.jdbcUrl(),
                Files.readString(home.resolve("service.password")).strip(), issuer().toString(), audience, publicKeys(), null));
    }

    @Test
    void signsInAndSyncsWithWhatTheStaffRegisterSaysOfThePerson() throws Exception {
        CaseFile file = new CaseFile(new Ids().get(), DemoStaff.ECONOMY.id(), "2026-00417", null, Phase.INTAKE, TestOffice.TODAY,
                TestOffice.TODAY, null, null);
        try (Seat karin = signIn(DemoStaff.KARIN); Seat johan = signIn(DemoStaff.JOHAN)) {
            assertThat(karin.session().staff().id()).as("as registered").isEqualTo(DemoStaff.KARIN.id());
            assertThat(karin.session().staff().units()).isEqualTo(DemoStaff.KARIN.units());
            JWTClaimsSet token = JWTParser.parse(karin.session().token()).getJWTClaimsSet();
            assertThat(token.getSubject()).isEqualTo(DemoStaff.KARIN.subject());
            assertThat(token.getIssuer()).isEqualTo(issuer().toString());
            assertThat(token.getAudience()).contains(AUDIENCE);
            karin.workstation().documents().save(Intent.create(file));
            await("Johan has what Karin wrote", () -> johan.workstation().documents().find(CaseFile.class, file.id()).isPresent());
            await("nothing is left to send", () -> karin.workstation().sync().status().unsent() == 0);
        }
    }

    @Test
    void letsNobodyInWhoIsNotInTheStaffRegister() throws Exception {
        Entrance entrance = entrance(CLIENT, central, Clock.systemUTC());
        assertThat(reason(() -> entrance.signIn(browser(STRANGER), false))).isEqualTo(Reason.NOT_IN_REGISTER);
    }

    @Test
    void takesNoTokenThatIsMeantForAnotherService() throws Exception {
        try (CentralServer other = central("another-service")) {
            Entrance entrance = entrance(CLIENT, other, Clock.systemUTC());
            assertThat(reason(() -> entrance.signIn(browser(DemoStaff.KARIN), false))).isEqualTo(Reason.NOT_ACCEPTED);
        }
    }

    @Test
    void takesTheWordOfNoOtherPersonAtTheSameSeat() throws Exception {
        Entrance entrance = entrance(CLIENT, central, Clock.systemUTC());
        try (Seat karin = signIn(entrance, browser(DemoStaff.KARIN))) {
            assertThat(reason(() -> entrance.signInAgain(karin, browser(DemoStaff.JOHAN), false))).isEqualTo(Reason.OTHER_PERSON);
            entrance.signInAgain(karin, browser(DemoStaff.KARIN), true);
            assertThat(karin.session().signedOut()).isFalse();
        }
    }

    @Test
    void renewsATokenThatHasEndedAndGoesOnSyncing() throws Exception {
        MovedClock clock = new MovedClock();
        Entrance entrance = entrance(CLIENT, central, clock);
        try (Seat karin = signIn(entrance, browser(DemoStaff.KARIN))) {
            String first = karin.session().token();
            clock.ahead = Duration.ofHours(1);
            assertThat(karin.session().token()).isNotEqualTo(first);
            writeAndSend(karin);
        }
    }

    @Test
    void goesOnAfterARestartWithoutAnotherSignIn() throws Exception {
        Entrance entrance = entrance(CLIENT, central, Clock.systemUTC());
        signIn(entrance, browser(DemoStaff.KARIN)).close();
        Path folder = entrance.last().orElseThrow();
        try (Seat karin = entrance.openRemembered(folder, vault(folder), true)) {
            writeAndSend(karin);
        }
    }

    @Test
    void aSignOutEndsWhatSomebodyMayHaveCopied() throws Exception {
        Browser browser = browser(DemoStaff.KARIN);
        Path data = Files.createTempDirectory(home, "workstation-");
        Entrance entrance = entrance(data, CLIENT, central, Clock.systemUTC());
        Seat karin = signIn(entrance, browser);
        Path stolen = Files.createTempDirectory(home, "copy-");
        copyWithoutTheStore(data, stolen);
        entrance.signOut(karin, browser);
        assertThat(entrance.last()).isEmpty();

        Entrance thief = entrance(stolen, CLIENT, central, Clock.systemUTC());
        Path folder = thief.last().orElseThrow();
        try (Seat seat = thief.openRemembered(folder, vault(folder), true)) {
            assertThat(reason(seat.session()::token)).as("the provider has ended it").isEqualTo(Reason.SIGNED_OUT);
        }
    }

    Seat signIn(Staff person) throws IOException {
        return signIn(entrance(CLIENT, central, Clock.systemUTC()), browser(person));
    }

    static Seat signIn(Entrance entrance, Browser browser) {
        Entrance.Arrival arrival = entrance.signIn(browser, false);
        return entrance.open(arrival, vault(arrival.folder()), true);
    }

    /** At a workstation where nobody has been. */
    Entrance entrance(String client) throws IOException {
        return entrance(client, central, Clock.systemUTC());
    }

    private Entrance entrance(String client, CentralServer at, Clock clock) throws IOException {
        return entrance(Files.createTempDirectory(home, "workstation-"), client, at, clock);
    }

    private Entrance entrance(Path data, String client, CentralServer at, Clock clock) {
        return new Entrance(data, new IdentityProvider(issuer(), client, List.of(), 0), URI.create("http://127.0.0.1:" + at.port()), null,
                clock, new Ids(), Duration.ofHours(72));
    }

    /** A case of its own, all the way to the central store. */
    static void writeAndSend(Seat seat) {
        CaseFile file = new CaseFile(new Ids().get(), DemoStaff.ECONOMY.id(), "2026-00418", null, Phase.INTAKE, TestOffice.TODAY,
                TestOffice.TODAY, null, null);
        seat.workstation().documents().save(Intent.create(file));
        await("it is sent", () -> seat.workstation().sync().status().unsent() == 0);
    }

    static void await(String what, java.util.function.BooleanSupplier fact) {
        TestOffice.await(what, LONG, fact);
    }

    static Reason reason(Runnable work) {
        SignInFailed failed = catchThrowableOfType(SignInFailed.class, work::run);
        assertThat(failed).as("refused").isNotNull();
        return failed.reason();
    }

    private static PassphraseVault vault(Path folder) {
        return new PassphraseVault(folder.resolve("keys"), PASSPHRASE.toCharArray());
    }

    private static void copyWithoutTheStore(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(path -> !path.getFileName().toString().startsWith("trepart.db")).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** The workstation's own, which a person has set. */
    private static final class MovedClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
