package se.trepart.local.sync;

import java.util.UUID;

import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushRequest;

import org.jspecify.annotations.Nullable;

/** The way to the central store; over HTTPS in the program, in memory under simulation. */
public interface Transport {

    /**
     * @param epoch the server epoch the cursor belongs to, null at the first contact
     * @param waitSeconds how long the server may hold the answer when there is nothing new
     * @throws TransportProblem when no usable answer came
     */
    ChangesPage changes(@Nullable UUID epoch, long since, int limit, int waitSeconds);

    /** @param token null for the first page */
    BootstrapPage bootstrap(@Nullable String token, int limit);

    PushReply push(PushRequest request);
}
