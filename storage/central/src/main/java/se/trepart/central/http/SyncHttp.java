package se.trepart.central.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import se.trepart.central.access.StaffAccess;
import se.trepart.central.access.TokenCheck;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.Leasing;
import se.trepart.central.sync.Refusal;
import se.trepart.central.sync.SyncService;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.Purged;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The sync over HTTP. Who calls is read from the bearer token, from which workstation from the header Device. */
public final class SyncHttp {

    private static final Logger LOG = System.getLogger(SyncHttp.class.getName());
    private static final HeaderName DEVICE = HeaderNames.create(Protocol.DEVICE_HEADER);
    private static final HeaderName PROTOCOL = HeaderNames.create(Protocol.PROTOCOL_HEADER);
    private static final String BEARER = "bearer ";
    private static final int USUAL_LIMIT = 500;

    private static final Map<String, Integer> STATUS = Map.ofEntries(Map.entry("malformed", 400), Map.entry("unauthenticated", 401),
            Map.entry("not_allowed", 403), Map.entry("not_found", 404), Map.entry("too_slow", 408), Map.entry("out_of_order", 409),
            Map.entry("unknown_epoch", 409), Map.entry("resync_required", 410), Map.entry("too_large", 413), Map.entry("http_416", 416),
            Map.entry("hash_differs", 422), Map.entry("too_many_devices", 409), Map.entry("replay_differs", 422),
            Map.entry("newer_schema", 426), Map.entry("unknown_protocol", 426));

    private final SyncService sync;
    private final CentralStore store;
    private final TokenCheck tokens;
    private final Leasing leasing;
    private final Consumer<PushReply> pushed;

    /** @param pushed hears of every answer to operations */
    public SyncHttp(SyncService sync, Leasing leasing, CentralStore store, TokenCheck tokens, Consumer<PushReply> pushed) {
        this.sync = sync;
        this.leasing = leasing;
        this.store = store;
        this.tokens = tokens;
        this.pushed = pushed;
    }

    public void routes(HttpRouting.Builder routing) {
        routing.get(Protocol.ME, (request, response) -> answer(request, response, () -> sync.me(caller(request))))
                .get(Protocol.CHANGES, (request, response) -> answer(request, response, () -> changes(request)))
                .get(Protocol.BOOTSTRAP, (request, response) -> answer(request, response, () -> bootstrap(request)))
                .post(Protocol.OPERATIONS, (request, response) -> answer(request, response, () -> push(request)))
                .get(Protocol.LEASES, (request, response) -> answer(request, response, () -> leasing.leases(caller(request))))
                .post(Protocol.PURGED, (request, response) -> perform(request, response, () -> {
                    leasing.purged(caller(request), Body.read(request, Purged.class));
                    response.status(Status.NO_CONTENT_204).send();
                }));
    }

    private Object changes(ServerRequest request) {
        Caller caller = caller(request);
        Optional<UUID> epoch = query(request, "epoch").map(SyncHttp::uuid);
        return sync.changes(caller, epoch.orElse(null), number(request, "since", 0), limit(request),
                Duration.ofSeconds(Math.max(0, number(request, "wait", 0))));
    }

    private Object bootstrap(ServerRequest request) {
        return sync.bootstrap(caller(request), query(request, "token").orElse(null), limit(request));
    }

    private Object push(ServerRequest request) {
        Caller caller = caller(request);
        PushReply reply = sync.push(caller, Body.read(request, PushRequest.class));
        pushed.accept(reply);
        return reply;
    }

    Caller caller(ServerRequest request) {
        request.headers().first(PROTOCOL).filter(version -> !version.equals(String.valueOf(Protocol.VERSION))).ifPresent(_ -> {
            throw new Refusal("unknown_protocol", "this store speaks protocol " + Protocol.VERSION);
        });
        String subject = request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(a -> a.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .flatMap(a -> tokens.subject(a.substring(BEARER.length()).trim()))
                .orElseThrow(() -> new Refusal("unauthenticated", "sign in again"));
        StaffAccess staff = store.bySubject(subject).orElseThrow(() -> new Refusal("not_allowed", "not in the access register"));
        UUID device = request.headers().first(DEVICE).map(SyncHttp::uuid).orElseThrow(() -> new Refusal("malformed", "device"));
        return new Caller(staff.staffId(), device);
    }

    static int limit(ServerRequest request) {
        return Math.clamp(number(request, "limit", USUAL_LIMIT), 1, Integer.MAX_VALUE);
    }

    static Optional<String> query(ServerRequest request, String name) {
        return request.query().first(name).asOptional().filter(value -> !value.isBlank());
    }

    static long number(ServerRequest request, String name, long otherwise) {
        try {
            return query(request, name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException _) {
            throw new Refusal("malformed", name);
        }
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Refusal("malformed", "not a UUID");
        }
    }

    void answer(ServerRequest request, ServerResponse response, Supplier<Object> answer) {
        perform(request, response, () -> Body.send(request, response, Status.OK_200.code(), answer.get()));
    }

    /** Does what sends its own answer; what goes wrong before that is answered here. */
    void perform(ServerRequest request, ServerResponse response, Runnable work) {
        int status;
        Object body;
        try {
            work.run();
            return;
        } catch (Refusal e) {
            status = STATUS.getOrDefault(e.problem().code(), Status.BAD_REQUEST_400.code());
            body = e.problem();
        } catch (RuntimeException e) {
            if (response.isSent()) {
                throw e;
            }
            status = Status.INTERNAL_SERVER_ERROR_500.code();
            body = new Problem("unexpected", report(e), null);
        }
        Body.send(request, response, status, body);
    }

    /** A code that finds the place in the log. Messages may quote what was stored, so only where it happened is logged. */
    private static String report(Exception e) {
        String code = Integer.toString(ThreadLocalRandom.current().nextInt(0x1000000), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        LOG.log(Level.ERROR, "request failed, code {0}:{1}", code, Faults.places(e));
        return code;
    }
}
