package se.trepart.installer.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import se.trepart.model.access.Staff;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The demo office's identity provider (inloggning): OpenID Connect on loopback with a page where one chooses whom to be. It asks for no
 * password: everybody in Exempelstad is made up.
 */
final class DemoSignIn implements AutoCloseable {

    static final String CLIENT = "trepart";
    private static final Duration CODE_VALID = Duration.ofMinutes(1);

    private final DemoIssuer key;
    private final List<Staff> staff;
    private final Clock clock;
    private final HttpServer server;
    private final ResourceBundle texts = ResourceBundle.getBundle("se.trepart.installer.demo.texts");
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final Map<String, Chosen> codes = new ConcurrentHashMap<>();
    /** which person each holds for; each is used once */
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

    /** Who was chosen, for which request, and when. */
    private record Chosen(Map<String, String> request, String subject, Instant at) {}

    private DemoSignIn(DemoIssuer key, List<Staff> staff, Clock clock, HttpServer server) {
        this.key = key;
        this.staff = staff;
        this.clock = clock;
        this.server = server;
    }

    /** On the same port as last time when it is free: a workstation knows the provider by its address. */
    static DemoSignIn start(Path home, DemoIssuer key, List<Staff> staff, Clock clock) throws IOException {
        Path remembered = home.resolve("sign-in.port");
        HttpServer server = listen(Files.exists(remembered) ? Integer.parseInt(Files.readString(remembered).strip()) : 0);
        Files.writeString(remembered, String.valueOf(server.getAddress().getPort()));
        DemoSignIn signIn = new DemoSignIn(key, staff, clock, server);
        server.createContext("/", signIn::answer);
        server.setExecutor(task -> Thread.ofVirtual().name("demo-sign-in").start(task));
        server.start();
        return signIn;
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        }
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /.well-known/openid-configuration" -> json(exchange, 200, METADATA.replace("ISSUER", issuer().toString()));
                case "GET /jwks" -> json(exchange, 200, key.publicKeys().toString());
                case "GET /authorize" -> choose(exchange, query);
                case "POST /choose" -> chosen(exchange, form(exchange));
                case "POST /token" -> token(exchange, form(exchange));
                case "POST /revoke" -> {
                    refreshTokens.remove(form(exchange).getOrDefault("token", ""));
                    json(exchange, 200, "{}");
                }
                case "GET /end" -> page(exchange, 200, texts.getString("demo.signed-out"), "");
                default -> page(exchange, 404, texts.getString("demo.not-here"), "");
            }
        } finally {
            exchange.close();
        }
    }

    private void choose(HttpExchange exchange, Map<String, String> request) throws IOException {
        boolean good = "code".equals(request.get("response_type")) && CLIENT.equals(request.get("client_id"))
                && "S256".equals(request.get("code_challenge_method")) && request.containsKey("code_challenge")
                && request.getOrDefault("redirect_uri", "").matches("http://127\\.0\\.0\\.1:\\d{1,5}/callback");
        if (!good) {
            page(exchange, 400, texts.getString("demo.not-here"), "");
            return;
        }
        String id = UUID.randomUUID().toString();
        asked.put(id, request);
        StringBuilder people = new StringBuilder(
                "<form method=\"post\" action=\"/choose\"><input type=\"hidden\" name=\"request\" value=\"").append(id).append("\">");
        for (Staff person : staff) {
            people.append("<button name=\"person\" value=\"").append(person.subject()).append("\"><b>").append(person.name());
            people.append("</b><br>").append(person.title()).append("</button>");
        }
        page(exchange, 200, texts.getString("demo.who"), people.append("</form>").toString());
    }

    private void chosen(HttpExchange exchange, Map<String, String> form) throws IOException {
        Map<String, String> request = asked.remove(form.getOrDefault("request", ""));
        String subject = form.getOrDefault("person", "");
        if (request == null || staff.stream().noneMatch(person -> person.subject().equals(subject))) {
            page(exchange, 400, texts.getString("demo.not-here"), "");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Chosen(request, subject, clock.instant()));
        exchange.getResponseHeaders()
                .set("Location",
                        request.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(request.getOrDefault("state", ""), UTF_8) + "&iss="
                                + URLEncoder.encode(issuer().toString(), UTF_8));
        exchange.sendResponseHeaders(303, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        Instant now = clock.instant();
        @Nullable
        String subject;
        JWTClaimsSet.Builder identity = new JWTClaimsSet.Builder().issuer(issuer().toString()).audience(CLIENT);
        if ("refresh_token".equals(form.get("grant_type"))) {
            subject = refreshTokens.remove(form.getOrDefault("refresh_token", ""));
        } else {
            Chosen chosen = codes.remove(form.getOrDefault("code", ""));
            subject = chosen == null || !proves(chosen, form, now) ? null : chosen.subject;
            if (chosen != null) {
                identity.claim("nonce", chosen.request.get("nonce")).claim("auth_time", chosen.at.getEpochSecond());
            }
        }
        if (subject == null) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        identity.subject(subject).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(DemoIssuer.VALID)));
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, subject);
        json(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","id_token":"%s"}
                """.formatted(key.accessToken(issuer().toString(), subject, now), DemoIssuer.VALID.toSeconds(), refresh,
                key.sign(identity.build())));
    }

    private static boolean proves(Chosen chosen, Map<String, String> form, Instant now) {
        return now.isBefore(chosen.at.plus(CODE_VALID))
                && challenge(form.getOrDefault("code_verifier", "")).equals(chosen.request.get("code_challenge"))
                && form.getOrDefault("redirect_uri", "").equals(chosen.request.get("redirect_uri"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return parameters(new String(exchange.getRequestBody().readNBytes(10_000), UTF_8));
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> all = new HashMap<>();
        for (String part : encoded == null ? new String[0] : encoded.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                all.put(URLDecoder.decode(part.substring(0, equals), UTF_8), URLDecoder.decode(part.substring(equals + 1), UTF_8));
            }
        }
        return all;
    }

    private static void page(HttpExchange exchange, int status, String heading, String content) throws IOException {
        send(exchange, status, "text/html; charset=utf-8", PAGE.replace("HEADING", heading).replace("CONTENT", content));
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static final String METADATA = """
            {"issuer":"ISSUER","authorization_endpoint":"ISSUER/authorize","token_endpoint":"ISSUER/token","jwks_uri":"ISSUER/jwks",
             "revocation_endpoint":"ISSUER/revoke","end_session_endpoint":"ISSUER/end","response_types_supported":["code"],
             "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
             "code_challenge_methods_supported":["S256"],"authorization_response_iss_parameter_supported":true}
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="sv"><head><meta charset="utf-8"><title>Exempelstad</title><style>
            body{font:1rem/1.45 system-ui,sans-serif;max-width:40rem;margin:10vh auto 2rem;padding:0 1.5rem;color:#24292f;background:#fff}
            h1{font-size:1.4rem}form{display:grid;grid-template-columns:1fr 1fr;gap:.5rem}
            button{font:inherit;text-align:left;padding:.6rem 1rem;border:1px solid #8c959f;border-radius:6px;background:none;color:inherit}
            @media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}}
            </style></head><body><main><h1>HEADING</h1>CONTENT</main></body></html>
            """;
}
