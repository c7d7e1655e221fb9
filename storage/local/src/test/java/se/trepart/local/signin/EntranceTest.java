package se.trepart.local.signin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.local.Ids;
import se.trepart.local.signin.Entrance.Arrival;
import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.local.vault.PassphraseVault;
import se.trepart.local.vault.VaultProblem;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.wire.Json;
import se.trepart.wire.Me;
import se.trepart.wire.Protocol;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** From the sign-in to an open store and back, with a real store on disk; the central store is tried with it in the module installer. */
class EntranceTest {

    private static final String PASSPHRASE = "katten sover på taket";

    @TempDir
    Path data;

    private TestIssuer issuer;
    private HttpServer central;
    private volatile int status = 200;
    private volatile String known = "";

    @BeforeEach
    void start() throws IOException {
        issuer = new TestIssuer();
        central = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        central.createContext("/", exchange -> {
            boolean me = exchange.getRequestURI().getPath().equals(Protocol.ME);
            byte[] body = me && status == 200
                    ? Json.MAPPER.writeValueAsBytes(new Me(staff(known.isEmpty() ? issuer.subject : known)))
                    : new byte[0];
            exchange.sendResponseHeaders(me ? status : 503, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        central.start();
    }

    @AfterEach
    void stop() {
        issuer.close();
        central.stop(0);
    }

    @Test
    void opensAgainWithoutANetworkForTheOneWhoSignedInBefore() {
        Entrance entrance = entrance(Duration.ZERO);
        assertThat(entrance.last()).isEmpty();
        UUID device;
        try (Seat seat = signIn(entrance, true)) {
            assertThat(seat.session().staff().roles()).as("as the central store says").containsExactly(Role.TEAM_LEAD);
            seat.workstation().drafts().keep("note", "kvar");
            device = seat.session().device();
        }
        stop();

        Entrance later = entrance(Duration.ofHours(71));
        Path folder = later.last().orElseThrow();
        assertThatThrownBy(() -> later.openRemembered(folder, vault(folder, "en annan fras helt"), true)).isInstanceOf(VaultProblem.class);
        try (Seat seat = later.openRemembered(folder, vault(folder, PASSPHRASE), true)) {
            assertThat(seat.session().staff()).isEqualTo(staff("karin"));
            assertThat(seat.session().device()).isEqualTo(device);
            assertThat(seat.workstation().drafts().find("note")).isPresent();
            assertThat(reason(seat.session()::token)).isEqualTo(Reason.NO_NETWORK);
        }
        assertThat(reason(() -> entrance(Duration.ofHours(73)).openRemembered(folder, vault(folder, PASSPHRASE), true)))
                .as("not known to the central store for more than 72 hours")
                .isEqualTo(Reason.SIGNED_OUT);
    }

    @Test
    void goesOnWithoutAnotherSignInOnlyWhereThePersonOpensTheKeys() {
        Entrance entrance = entrance(Duration.ZERO);
        signIn(entrance, true).close();
        Path folder = entrance.last().orElseThrow();
        try (Seat seat = entrance.openRemembered(folder, vault(folder, PASSPHRASE), true)) {
            assertThat(seat.session().token()).startsWith("access-");
        }
        try (Seat seat = entrance.openRemembered(folder, vault(folder, PASSPHRASE), false)) {
            assertThat(reason(seat.session()::token)).isEqualTo(Reason.SIGNED_OUT);
        }
        // what the operating system opens for anybody has never held it
        try (Seat seat = entrance.openRemembered(folder, vault(folder, PASSPHRASE), true)) {
            assertThat(reason(seat.session()::token)).isEqualTo(Reason.SIGNED_OUT);
        }
    }

    @Test
    void keepsNothingReadableOfWhoSignedIn() throws IOException {
        String refresh;
        try (Seat seat = signIn(entrance(Duration.ZERO), true)) {
            refresh = seat.session().tokens().refresh();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                assertThat(file.getFileName().toString()).doesNotContainIgnoringCase("karin");
                if (Files.isRegularFile(file)) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                            .doesNotContain(refresh, "access-", "karin", "Karin");
                }
            }
        }
    }

    @Test
    void signingOutForgetsTheSignInAndKeepsTheWorkSealed() {
        Entrance entrance = entrance(Duration.ZERO);
        Seat seat = signIn(entrance, true);
        Path folder = seat.folder();
        String refresh = seat.session().tokens().refresh();
        seat.workstation().drafts().keep("note", "kvar");
        entrance.signOut(seat, TestIssuer::browse);

        assertThat(issuer.revoked).containsExactly(refresh);
        assertThat(entrance.last()).isEmpty();
        assertThat(reason(() -> entrance.openRemembered(folder, vault(folder, PASSPHRASE), true))).isEqualTo(Reason.SIGNED_OUT);
        assertThat(reason(seat.session()::token)).isEqualTo(Reason.SIGNED_OUT);
        try (Seat again = signIn(entrance, true)) {
            assertThat(again.workstation().drafts().find("note")).isPresent();
        }
    }

    @Test
    void whoeverSitsDownNextHasAFolderOfTheirOwn() {
        Entrance entrance = entrance(Duration.ZERO);
        try (Seat karin = signIn(entrance, true)) {
            karin.workstation().drafts().keep("note", "Karins");
            issuer.subject = "birgitta";
            try (Seat birgitta = signIn(entrance, true)) {
                assertThat(birgitta.workstation().drafts().find("note")).isEmpty();
                assertThat(birgitta.folder()).isNotEqualTo(karin.folder());
                assertThat(birgitta.session().device()).isNotEqualTo(karin.session().device());
            }
            assertThat(reason(() -> entrance.signInAgain(karin, TestIssuer::browse, true))).isEqualTo(Reason.OTHER_PERSON);
        }
    }

    @Test
    void theSamePersonSignsInAgainAtTheSameSeat() {
        Entrance entrance = entrance(Duration.ZERO);
        try (Seat seat = signIn(entrance, true)) {
            String before = seat.session().token();
            entrance.signInAgain(seat, TestIssuer::browse, true);
            assertThat(seat.session().token()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"403, NOT_IN_REGISTER", "401, NOT_ACCEPTED", "426, OLD_CLIENT", "503, CENTRAL_BUSY"})
    void saysWhyTheCentralStoreLetsNobodyIn(int answer, Reason reason) {
        status = answer;
        assertThat(reason(() -> entrance(Duration.ZERO).signIn(TestIssuer::browse, false))).isEqualTo(reason);
    }

    @Test
    void refusesWhenTheCentralStoreSpeaksOfSomebodyElse() {
        known = "birgitta";
        assertThat(reason(() -> entrance(Duration.ZERO).signIn(TestIssuer::browse, false))).isEqualTo(Reason.NOT_TRUSTED);
    }

    private Seat signIn(Entrance entrance, boolean personal) {
        Arrival arrival = entrance.signIn(TestIssuer::browse, false);
        return entrance.open(arrival, vault(arrival.folder(), PASSPHRASE), personal);
    }

    private Entrance entrance(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return new Entrance(data, issuer.provider(), URI.create("http://127.0.0.1:" + central.getAddress().getPort()), null, clock,
                new Ids(), Duration.ofHours(72));
    }

    private static PassphraseVault vault(Path folder, String passphrase) {
        return new PassphraseVault(folder.resolve("keys"), passphrase.toCharArray());
    }

    private static Staff staff(String subject) {
        return new Staff(UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)), Unit.MUNICIPALITY, subject,
                subject.toUpperCase(java.util.Locale.ROOT), "", "", List.of(Role.TEAM_LEAD), List.of(), List.of(), true, LocalDate.EPOCH);
    }

    private static Reason reason(Runnable work) {
        SignInFailed failed = catchThrowableOfType(SignInFailed.class, work::run);
        assertThat(failed).as("refused").isNotNull();
        return failed.reason();
    }
}
