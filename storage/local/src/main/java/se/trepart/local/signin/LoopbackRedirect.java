package se.trepart.local.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import se.trepart.local.signin.SignInFailed.Reason;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Waits on 127.0.0.1 for the one answer that the browser brings back (RFC 8252, section 7.3). Any page in the browser can call the port: what
 * does not carry this sign-in's state is turned away and changes nothing, so that it can neither sign somebody in nor stop it.
 */
final class LoopbackRedirect implements AutoCloseable {

    private static final String PATH = "/callback";

    private final State state;
    private final HttpServer server;
    private final URI address;
    private final CompletableFuture<AuthenticationResponse> answer = new CompletableFuture<>();

    /** @param port 0 for any free one */
    LoopbackRedirect(State state, int port) {
        this.state = state;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        } catch (BindException taken) {
            throw new SignInFailed(Reason.PORT_TAKEN, taken);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().name("signin-redirect").start(task));
        server.start();
    }

    /** Where the browser is to be sent back to. */
    URI address() {
        return address;
    }

    AuthenticationResponse await(Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new SignInFailed(Reason.CANCELLED);
        } catch (TimeoutException late) {
            throw new SignInFailed(Reason.NO_ANSWER);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        // the page that says how it went is still being sent
        Thread.ofVirtual().name("signin-redirect-close").start(() -> server.stop(1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            URI asked = exchange.getRequestURI();
            String host = exchange.getRequestHeaders().getFirst("Host");
            // another host name is a foreign page that has been pointed at this machine
            boolean ours = exchange.getRequestMethod().equals("GET") && PATH.equals(asked.getPath()) && address.getAuthority().equals(host);
            if (!ours) {
                send(exchange, 404, "foreign.html");
                return;
            }
            AuthenticationResponse response = AuthenticationResponseParser.parse(address.resolve(asked.toString()));
            if (!state.equals(response.getState()) || !answer.complete(response)) {
                send(exchange, 400, "foreign.html");
            } else {
                send(exchange, 200, response.indicatesSuccess() ? "done.html" : "declined.html");
            }
        } catch (ParseException | IllegalArgumentException notAnAnswer) {
            send(exchange, 400, "foreign.html");
        } finally {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] body;
        try (InputStream in = Objects.requireNonNull(LoopbackRedirect.class.getResourceAsStream(page))) {
            body = in.readAllBytes();
        }
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
