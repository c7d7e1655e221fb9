package se.trepart.central.http;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import se.trepart.central.watch.Health;
import se.trepart.central.watch.Meters;
import se.trepart.wire.Protocol;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** What is the same for every request (ytterkant): safe headers, the time it took, and how the service is. */
public final class Edge {

    /** Only names of ours become labels: a label for every path that somebody tries would fill the memory. */
    private static final Set<String> ROUTES = Set.of(Protocol.CHANGES, Protocol.BOOTSTRAP, Protocol.OPERATIONS, Protocol.LEASES,
            Protocol.PURGED, Protocol.INVENTORY, Protocol.DOCUMENTS, Protocol.SNAPSHOTS, "/health");
    private static final Set<String> PREFIXES = Set.of(Protocol.BLOBS, Protocol.SNAPSHOT);

    private final Meters meters;
    private final Health health;
    private final Duration longestBody;
    private final Lines lines;
    private final Phaser underWay = new Phaser(1);
    private volatile boolean closing;

    public Edge(Meters meters, Health health, Duration longestBody, Lines lines) {
        this.meters = meters;
        this.health = health;
        this.longestBody = longestBody;
        this.lines = lines;
    }

    /** For everybody. */
    public void routes(HttpRouting.Builder routing) {
        routing.addFilter(this::filter).get("/health", this::health);
    }

    /** For the machine's own watch. */
    public void watchRoutes(HttpRouting.Builder routing) {
        routing.get("/health", this::health)
                .get("/metrics", (_, response) -> response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                        .send(meters.text()));
    }

    private void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        SocketAddress peer = request.remotePeer().address();
        lines.asks(peer);
        if (closing || underWay.register() < 0) {
            response.status(Status.SERVICE_UNAVAILABLE_503).send();
            return;
        }
        request.context().register(Body.LONGEST, longestBody);
        response.header(HeaderValues.create("X-Content-Type-Options", "nosniff"));
        response.header(HeaderValues.create("Strict-Transport-Security", "max-age=31536000"));
        try {
            chain.proceed();
        } finally {
            underWay.arriveAndDeregister();
            lines.answered(peer);
            meters.request(route(request.path().path()), response.status().code(), System.nanoTime() - start);
        }
    }

    /** Takes no new requests, and returns when those under way have been answered or the time is up. */
    public void drain(Duration longest) {
        closing = true;
        try {
            underWay.awaitAdvanceInterruptibly(underWay.arriveAndDeregister(), longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException _) {
            // cut off; whoever sent it sends it again
        }
    }

    private static String route(String path) {
        int last = path.lastIndexOf('/');
        String prefix = last < 0 ? "" : path.substring(0, last);
        return ROUTES.contains(path) ? path : PREFIXES.contains(prefix) ? prefix : "other";
    }

    private void health(ServerRequest request, ServerResponse response) {
        Map<String, Object> state = health.check();
        Body.send(request, response, Health.isUp(state) ? Status.OK_200.code() : Status.SERVICE_UNAVAILABLE_503.code(), state);
    }
}
