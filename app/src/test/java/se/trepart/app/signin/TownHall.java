package se.trepart.app.signin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import se.trepart.local.Ids;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.IdentityProvider;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.wire.Json;
import se.trepart.wire.Me;
import se.trepart.wire.Protocol;

import com.nimbusds.jose.JOSEException;
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

/**
 * An identity provider that lets everybody in as {@link #subject}, and a central store that knows who that is and nothing else, on loopback;
 * {@link #close} is the network going away.
 */
final class TownHall implements AutoCloseable {

    private static final RSAKey KEY = key();

    volatile String subject = "karin";
    private final HttpServer server;
    private final String address;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    TownHall() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    Entrance entrance(Path data, Clock clock) {
        return new Entrance(data, new IdentityProvider(URI.create(address), "trepart", List.of(), 0), URI.create(address), null, clock,
                new Ids(), Duration.ofHours(72));
    }

    /** A browser that goes where it is sent. */
    static void browse(URI page) {
        Thread.ofVirtual().start(() -> {
            try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
                client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            } catch (IOException | InterruptedException gone) {
                // for the test to notice
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, METADATA.replace("ISSUER", address));
                case "/jwks" -> send(exchange, new JWKSet(KEY.toPublicJWK()).toString());
                case "/authorize" -> {
                    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
                    String code = UUID.randomUUID().toString();
                    nonces.put(code, asked.get("nonce"));
                    exchange.getResponseHeaders()
                            .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state") + "&iss="
                                    + URLEncoder.encode(address, UTF_8));
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/token" -> token(exchange, parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                case Protocol.ME -> send(exchange, Json.MAPPER.writeValueAsString(new Me(staff())));
                default -> exchange.sendResponseHeaders(503, -1);
            }
        }
    }

    private Staff staff() {
        return new Staff(UUID.nameUUIDFromBytes(subject.getBytes(UTF_8)), Unit.MUNICIPALITY, subject, "Karin Berg", "", "",
                List.of(Role.CASEWORKER), List.of(), List.of(), true, LocalDate.EPOCH);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(address)
                .audience("trepart")
                .subject(subject)
                .issueTime(Date.from(now))
                .claim("auth_time", now.getEpochSecond())
                .expirationTime(Date.from(now.plusSeconds(300)));
        if (asked.containsKey("code")) {
            claims.claim("nonce", nonces.get(asked.get("code")));
        }
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("right").build(), claims.build());
            token.sign(new RSASSASigner(KEY));
            send(exchange, """
                    {"access_token":"access","token_type":"Bearer","expires_in":300,"refresh_token":"again","id_token":"%s"}
                    """.formatted(token.serialize()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("right").algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> all = new HashMap<>();
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            all.put(pair[0], URLDecoder.decode(pair[1], UTF_8));
        }
        return all;
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
    }

    private static final String METADATA = """
            {"issuer":"ISSUER","authorization_endpoint":"ISSUER/authorize","token_endpoint":"ISSUER/token","jwks_uri":"ISSUER/jwks",
             "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
             "code_challenge_methods_supported":["S256"],"authorization_response_iss_parameter_supported":true}
            """;
}
