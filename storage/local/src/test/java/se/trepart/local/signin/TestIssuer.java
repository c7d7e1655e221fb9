package se.trepart.local.signin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A correct identity provider on loopback, until a test makes it do one thing wrong. Everybody who comes is let in as {@link #subject}. */
final class TestIssuer implements AutoCloseable {

    static final String CLIENT = "trepart";
    static final RSAKey KEY = key("right");

    final HttpServer server;
    final String issuer;
    final Set<String> usedRefreshTokens = ConcurrentHashMap.newKeySet();
    final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> ended = new CopyOnWriteArrayList<>();
    final List<String> revoked = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    volatile String subject = "karin";
    volatile int lifeSeconds = 300;
    volatile boolean down;
    volatile UnaryOperator<String> metadata = json -> json;
    volatile UnaryOperator<URI> back = uri -> uri;
    volatile Consumer<JWTClaimsSet.Builder> claims = builder -> {};
    volatile Function<JWTClaimsSet, String> sign = set -> signed(set, KEY);

    TestIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    IdentityProvider provider() {
        return new IdentityProvider(URI.create(issuer), CLIENT, List.of(), 0);
    }

    /** A browser that goes where it is sent. */
    static void browse(URI page) {
        Thread.ofVirtual().start(() -> {
            try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
                client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            } catch (IOException | InterruptedException gone) {
                // the redirect's other end was closed: that is for the test to notice
            }
        });
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).algorithm(JWSAlgorithm.RS256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("right").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
            if (down) {
                send(exchange, 503, "");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, metadata.apply(ISSUER_JSON.replace("ISSUER", issuer)));
                case "/jwks" -> send(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString());
                case "/authorize" -> {
                    String code = UUID.randomUUID().toString();
                    codes.put(code, asked);
                    URI to = back.apply(URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state") + "&iss="
                            + URLEncoder.encode(issuer, UTF_8)));
                    exchange.getResponseHeaders().set("Location", to.toString());
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/token" -> token(exchange, parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                case "/revoke" -> {
                    revoked.add(parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)).get("token"));
                    send(exchange, 200, "");
                }
                case "/end" -> {
                    ended.add(asked);
                    send(exchange, 200, "");
                }
                default -> send(exchange, 404, "");
            }
        }
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        tokenRequests.add(asked);
        Map<String, String> before = Map.of();
        boolean good;
        if ("refresh_token".equals(asked.get("grant_type"))) {
            String used = asked.get("refresh_token");
            good = refreshTokens.remove(used);
            usedRefreshTokens.add(used);
        } else {
            before = codes.remove(asked.get("code"));
            good = before != null && before.get("code_challenge").equals(challenge(asked.get("code_verifier")))
                    && before.get("redirect_uri").equals(asked.get("redirect_uri"));
        }
        if (!good) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet.Builder identity = new JWTClaimsSet.Builder().issuer(issuer)
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .claim("auth_time", now.getEpochSecond())
                .expirationTime(Date.from(now.plusSeconds(300)));
        if (before.containsKey("nonce")) {
            identity.claim("nonce", before.get("nonce"));
        }
        claims.accept(identity);
        String refresh = UUID.randomUUID().toString();
        refreshTokens.add(refresh);
        send(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","id_token":"%s"}
                """.formatted("access-" + UUID.randomUUID(), lifeSeconds, refresh, sign.apply(identity.build())));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> all = new TreeMap<>();
        for (String part : query == null || query.isEmpty() ? new ArrayList<String>() : List.of(query.split("&"))) {
            String[] pair = part.split("=", 2);
            all.put(URLDecoder.decode(pair[0], UTF_8), pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8));
        }
        return all;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final String ISSUER_JSON = """
            {"issuer":"ISSUER","authorization_endpoint":"ISSUER/authorize","token_endpoint":"ISSUER/token","jwks_uri":"ISSUER/jwks",
             "revocation_endpoint":"ISSUER/revoke","end_session_endpoint":"ISSUER/end","response_types_supported":["code"],
             "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
             "code_challenge_methods_supported":["S256"],"authorization_response_iss_parameter_supported":true}
            """;
}
