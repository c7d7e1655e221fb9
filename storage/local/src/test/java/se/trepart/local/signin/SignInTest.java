package se.trepart.local.signin;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

import se.trepart.local.signin.SignInFailed.Reason;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The whole flow over HTTP, against a provider that does one thing wrong at a time. */
class SignInTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new TestIssuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void signsInWithCodeAndProofKey() throws Exception {
        AtomicReference<URI> page = new AtomicReference<>();
        Tokens tokens = signIn(PATIENCE).signIn(uri -> {
            page.set(uri);
            TestIssuer.browse(uri);
        }, false);

        assertThat(tokens.subject()).isEqualTo("karin");
        assertThat(tokens.access()).startsWith("access-");
        assertThat(tokens.lasts()).isEqualTo(Duration.ofSeconds(300));
        Map<String, String> asked = TestIssuer.parameters(page.get().getRawQuery());
        assertThat(asked).containsEntry("response_type", "code")
                .containsEntry("client_id", "trepart")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("prompt");
        assertThat(asked.get("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/callback");
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(issuer.tokenRequests.getFirst().get("code_verifier")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(tokens.toString()).doesNotContain(tokens.access(), "karin");
    }

    @Test
    void asksForProofWhenThePersonMustProveWhoItIs() {
        AtomicReference<URI> page = new AtomicReference<>();
        Browser browser = uri -> {
            page.set(uri);
            TestIssuer.browse(uri);
        };
        signIn(PATIENCE).signIn(browser, true);
        assertThat(TestIssuer.parameters(page.get().getRawQuery())).containsEntry("prompt", "login").containsEntry("max_age", "0");

        issuer.claims = claims -> claims.claim("auth_time", Instant.now().minusSeconds(3600).getEpochSecond());
        assertThat(reason(() -> signIn(PATIENCE).signIn(browser, true))).isEqualTo(Reason.NOT_TRUSTED);
        issuer.claims = claims -> claims.claim("auth_time", null);
        assertThat(reason(() -> signIn(PATIENCE).signIn(browser, true))).isEqualTo(Reason.NOT_TRUSTED);
    }

    static Stream<Arguments> wrongProofs() {
        return Stream.of(proof("another nonce", claims -> claims.claim("nonce", "another"), Reason.NOT_TRUSTED),
                proof("no nonce", claims -> claims.claim("nonce", null), Reason.NOT_TRUSTED),
                proof("meant for another", claims -> claims.audience("another"), Reason.NOT_TRUSTED),
                proof("given to another", claims -> claims.audience(List.of("trepart", "another")).claim("azp", "another"),
                        Reason.NOT_TRUSTED),
                proof("from another", claims -> claims.issuer("https://another.invalid"), Reason.NOT_TRUSTED),
                proof("expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))), Reason.CLOCK),
                proof("of the future", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(3600))), Reason.CLOCK),
                proof("about nobody", claims -> claims.subject(null), Reason.NOT_TRUSTED));
    }

    private static Arguments proof(String what, Consumer<JWTClaimsSet.Builder> claims, Reason reason) {
        return arguments(what, claims, reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongProofs")
    void refusesAProofThatIsNotForThisSignIn(String what, Consumer<JWTClaimsSet.Builder> claims, Reason reason) {
        issuer.claims = claims;
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).as(what).isEqualTo(reason);
    }

    @Test
    void refusesAProofThatTheProviderDidNotSign() {
        issuer.sign = claims -> new PlainJWT(claims).serialize();
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).as("alg none").isEqualTo(Reason.NOT_TRUSTED);
        issuer.sign = claims -> TestIssuer.signed(claims, TestIssuer.key("right"));
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).as("another key").isEqualTo(Reason.NOT_TRUSTED);
        issuer.sign = SignInTest::signedWithPublicKey;
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).as("the public key as secret")
                .isEqualTo(Reason.NOT_TRUSTED);
    }

    private static String signedWithPublicKey(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("right").build(), claims);
            token.sign(new MACSigner(TestIssuer.KEY.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void turnsAwayAnAnswerWithAnotherStateAndStillTakesTheRightOne() throws Exception {
        CompletableFuture<URI> page = new CompletableFuture<>();
        CompletableFuture<Tokens> tokens = CompletableFuture.supplyAsync(() -> signIn(PATIENCE).signIn(page::complete, false));
        URI redirect = URI.create(TestIssuer.parameters(page.get().getRawQuery()).get("redirect_uri"));

        assertThat(get(redirect + "?code=stolen&state=guessed").statusCode()).isEqualTo(400);
        assertThat(get(redirect + "?code=stolen").statusCode()).isEqualTo(400);
        assertThat(get(redirect.resolve("/elsewhere").toString()).statusCode()).isEqualTo(404);
        assertThat(get(redirect + "?code=stolen&state=guessed").body()).contains("hör inte hit").doesNotContain("stolen");
        assertThat(tokens).isNotDone();
        assertThat(issuer.tokenRequests).isEmpty();

        TestIssuer.browse(page.get());
        assertThat(tokens.get().subject()).isEqualTo("karin");
    }

    @Test
    void neverUsesACodeTwice() throws Exception {
        CompletableFuture<URI> answer = new CompletableFuture<>();
        issuer.back = uri -> {
            answer.complete(uri);
            return uri;
        };
        signIn(PATIENCE).signIn(TestIssuer::browse, false);

        // the same code brought back into another sign-in, as one who saw it would
        String code = TestIssuer.parameters(answer.get().getRawQuery()).get("code");
        issuer.back = uri -> URI.create(uri.toString().replaceFirst("code=[^&]+", "code=" + code));
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.NOT_TRUSTED);
    }

    @Test
    void refusesTheAnswerOfAnotherProvider() {
        issuer.back = uri -> URI.create(uri.toString().replaceFirst("iss=.*", "iss=https%3A%2F%2Fanother.invalid"));
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.NOT_TRUSTED);
        issuer.back = uri -> URI.create(uri.toString().replaceFirst("&iss=.*", ""));
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.NOT_TRUSTED);
        assertThat(issuer.tokenRequests).isEmpty();
    }

    @Test
    void refusesAProviderThatSaysItIsAnotherOrSendsTokensInTheClear() {
        issuer.metadata = json -> json.replaceFirst("\"issuer\":\"[^\"]+\"", "\"issuer\":\"https://another.invalid\"");
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.PROVIDER);
        issuer.metadata = json -> json.replaceFirst("\"token_endpoint\":\"[^\"]+\"", "\"token_endpoint\":\"http://inloggning.invalid/t\"");
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.PROVIDER);
        issuer.metadata = json -> "<html>";
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://inloggning.exempelstad.se", "ftp://inloggning.exempelstad.se", "http://localhost.exempelstad.se"})
    void refusesAProviderThatIsReachedInTheClear(String address) {
        assertThatThrownBy(() -> new IdentityProvider(URI.create(address), "trepart", List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhenThePersonSaidNo() {
        issuer.back = uri -> URI.create(uri.toString().replaceFirst("code=[^&]+", "error=access_denied"));
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.DECLINED);
        issuer.back = uri -> URI.create(uri.toString().replaceFirst("code=[^&]+", "error=server_error"));
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.PROVIDER);
    }

    @Test
    void givesUpWhenNothingComesBackFromTheBrowser() {
        assertThat(reason(() -> signIn(Duration.ofMillis(200)).signIn(page -> {}, false))).isEqualTo(Reason.NO_ANSWER);
        assertThat(reason(() -> signIn(PATIENCE).signIn(page -> {
            throw new IOException("no browser");
        }, false))).isEqualTo(Reason.NO_BROWSER);
    }

    @Test
    void isCancelledByInterruptingAndLetsGoOfThePort() throws Exception {
        CompletableFuture<URI> page = new CompletableFuture<>();
        CompletableFuture<Reason> ended = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> ended.complete(reason(() -> signIn(PATIENCE).signIn(page::complete, false))));
        URI redirect = URI.create(TestIssuer.parameters(page.get().getRawQuery()).get("redirect_uri"));
        waiting.interrupt();
        assertThat(ended.get()).isEqualTo(Reason.CANCELLED);
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        boolean free = false;
        while (!free && System.nanoTime() < end) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new java.net.InetSocketAddress("127.0.0.1", redirect.getPort()));
                free = true;
            } catch (IOException stillHeld) {
                Thread.sleep(20);
            }
        }
        assertThat(free).isTrue();
    }

    @Test
    void saysWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            SignIn signIn = new SignIn(new IdentityProvider(URI.create(issuer.issuer), "trepart", List.of(), taken.getLocalPort()),
                    SSLContext.getDefault(), PATIENCE);
            assertThat(reason(() -> signIn.signIn(TestIssuer::browse, false))).isEqualTo(Reason.PORT_TAKEN);
        }
    }

    @Test
    void twoSignInsAtOnceDoNotMixUpTheirAnswers() throws Exception {
        CompletableFuture<URI> first = new CompletableFuture<>();
        CompletableFuture<URI> second = new CompletableFuture<>();
        SignIn signIn = signIn(PATIENCE);
        CompletableFuture<Tokens> one = CompletableFuture.supplyAsync(() -> signIn.signIn(first::complete, false));
        CompletableFuture<Tokens> two = CompletableFuture.supplyAsync(() -> signIn.signIn(second::complete, false));
        String state = TestIssuer.parameters(first.get().getRawQuery()).get("state");
        String redirect = TestIssuer.parameters(second.get().getRawQuery()).get("redirect_uri");
        assertThat(get(redirect + "?code=x&state=" + state).statusCode()).isEqualTo(400);

        TestIssuer.browse(second.get());
        assertThat(two.get().subject()).isEqualTo("karin");
        assertThat(one).isNotDone();
        TestIssuer.browse(first.get());
        assertThat(one.get().access()).isNotEqualTo(two.get().access());
    }

    @Test
    void saysWhenTheProviderCannotBeReached() {
        issuer.close();
        assertThat(reason(() -> signIn(PATIENCE).signIn(TestIssuer::browse, false))).isEqualTo(Reason.NO_NETWORK);
    }

    @Test
    void refreshesOnceWithEachTokenAndOnlyForTheSamePerson() {
        SignIn signIn = signIn(PATIENCE);
        Tokens tokens = signIn.signIn(TestIssuer::browse, false);
        Tokens next = signIn.refresh(tokens.refresh(), "karin");
        assertThat(next.refresh()).isNotEqualTo(tokens.refresh());
        assertThat(next.access()).isNotEqualTo(tokens.access());
        assertThat(reason(() -> signIn.refresh(tokens.refresh(), "karin"))).isEqualTo(Reason.SIGNED_OUT);

        issuer.subject = "birgitta";
        assertThat(reason(() -> signIn.refresh(next.refresh(), "karin"))).isEqualTo(Reason.OTHER_PERSON);
    }

    @Test
    void endsTheSessionAtTheProviderToo() {
        SignIn signIn = signIn(PATIENCE);
        Tokens tokens = signIn.signIn(TestIssuer::browse, false);
        AtomicReference<URI> page = new AtomicReference<>();
        signIn.end(tokens, page::set);
        assertThat(issuer.revoked).containsExactly(tokens.refresh());
        assertThat(page.get().getPath()).isEqualTo("/end");
        assertThat(TestIssuer.parameters(page.get().getRawQuery())).containsEntry("id_token_hint", tokens.identity());

        issuer.close();
        signIn.end(tokens, page::set);
    }

    private SignIn signIn(Duration patience) {
        try {
            return new SignIn(issuer.provider(), SSLContext.getDefault(), patience);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reason reason(Runnable work) {
        SignInFailed failed = catchThrowableOfType(SignInFailed.class, work::run);
        assertThat(failed).as("refused").isNotNull();
        return failed.reason();
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }
    }
}
