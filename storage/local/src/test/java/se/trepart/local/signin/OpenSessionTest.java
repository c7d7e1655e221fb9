package se.trepart.local.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class OpenSessionTest {

    private static final Staff KARIN = new Staff(new UUID(0, 1), Unit.MUNICIPALITY, "karin", "Karin Berg", "", "", List.of(Role.CASEWORKER),
            List.of(), List.of(), true, LocalDate.EPOCH);

    private final SettableClock clock = new SettableClock();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private TestIssuer issuer;
    private SignIn signIn;
    private @Nullable OpenSession session;

    /** A clock that a person has set. */
    private static final class SettableClock extends Clock {
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

    @BeforeEach
    void start() throws Exception {
        issuer = new TestIssuer();
        signIn = new SignIn(issuer.provider(), SSLContext.getDefault(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws IOException {
        if (session != null) {
            session.close();
        }
        issuer.close();
    }

    @Test
    void givesTheSameTokenWhileItHoldsAndANewOneInTime() {
        OpenSession session = open();
        String first = session.token();
        assertThat(session.token()).isEqualTo(first);

        clock.ahead = Duration.ofSeconds(250);
        String second = session.token();
        assertThat(second).as("less than a minute was left").isNotEqualTo(first);
        assertThat(kept).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void manyThreadsAskTheProviderOnce() throws Exception {
        OpenSession session = open();
        clock.ahead = Duration.ofSeconds(299);
        int before = issuer.tokenRequests.size();
        List<Callable<String>> askers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            askers.add(session::token);
        }
        Set<String> tokens;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tokens = threads.invokeAll(askers).stream().map(Future::resultNow).collect(Collectors.toSet());
        }
        assertThat(tokens).hasSize(1);
        assertThat(issuer.tokenRequests).hasSize(before + 1);
    }

    @Test
    void renewsInTheBackgroundBeforeAnybodyAsks() throws Exception {
        issuer.lifeSeconds = 3;
        OpenSession session = open();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (kept.size() < 3 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(kept).hasSizeGreaterThanOrEqualTo(3);
        assertThat(session.token()).isNotEmpty();
    }

    @Test
    void isSignedOutWhenTheProviderSaysSoUntilThePersonSignsInAgain() {
        OpenSession session = open();
        issuer.usedRefreshTokens.clear();
        // somebody else used the refresh token: the provider no longer takes it
        signIn.refresh(kept.getLast(), "karin");
        clock.ahead = Duration.ofSeconds(400);
        assertThat(reason(session::token)).isEqualTo(Reason.SIGNED_OUT);
        assertThat(session.signedOut()).isTrue();
        assertThat(kept.getLast()).as("nothing is kept of it").isEmpty();

        session.renew(signIn.signIn(TestIssuer::browse, false));
        assertThat(session.token()).isNotEmpty();
        assertThat(session.signedOut()).isFalse();
    }

    @Test
    void doesNotGoOnAsSomebodyElse() {
        OpenSession session = open();
        issuer.subject = "birgitta";
        Tokens hers = signIn.signIn(TestIssuer::browse, false);
        assertThat(reason(() -> session.renew(hers))).isEqualTo(Reason.OTHER_PERSON);
    }

    @Test
    void worksOnWithWhatIsLeftWhileTheProviderIsAwayAndStaysOpenWithoutNetwork() {
        OpenSession session = open();
        String token = session.token();
        issuer.down = true;
        clock.ahead = Duration.ofSeconds(280);
        assertThat(session.token()).isEqualTo(token);
        clock.ahead = Duration.ofSeconds(400);
        assertThat(reason(session::token)).isEqualTo(Reason.NO_NETWORK);
        assertThat(session.signedOut()).isFalse();
        issuer.down = false;
        assertThat(session.token()).isNotEqualTo(token);
    }

    @Test
    void opensFromWhatWasRememberedAndForgetsItAllWhenClosed() {
        String refresh = signIn.signIn(TestIssuer::browse, false).refresh();
        OpenSession session = new OpenSession(signIn, KARIN, new UUID(0, 9), clock, null, refresh, kept::add);
        this.session = session;
        assertThat(session.token()).isNotEmpty();
        session.close();
        assertThat(session.tokens()).isNull();
        assertThat(reason(session::token)).isEqualTo(Reason.SIGNED_OUT);
    }

    private OpenSession open() {
        session = new OpenSession(signIn, KARIN, new UUID(0, 9), clock, signIn.signIn(TestIssuer::browse, false), null, kept::add);
        return session;
    }

    private static Reason reason(Runnable work) {
        SignInFailed failed = catchThrowableOfType(SignInFailed.class, work::run);
        assertThat(failed).as("refused").isNotNull();
        return failed.reason();
    }
}
