package se.trepart.central.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.helidon.common.socket.SocketOptions;

/**
 * The open connections (förbindelser), each with the time since it last got somewhere. The server's own limits end silence only: a byte now
 * and then keeps a connection for ever, and when all are taken it lets everybody wait. So this cuts whoever has not said a whole request
 * head in time, and when nearly all connections are taken, those that have waited longest without asking anything, to make room.
 */
public final class Lines implements AutoCloseable {

    /** A request's answer may be large and the network slow; what is cut off goes on where it was. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    /** In the order in which they are given up; whoever asks never is. */
    private enum Doing {
        ARRIVING,
        RESTING,
        ASKING
    }

    /** One connection: what it does, and since when. */
    private record Line(SocketChannel channel, Doing doing, long since) {}

    private final Map<SocketAddress, Line> open = new ConcurrentHashMap<>();
    private final Queue<SocketChannel> ending = new ConcurrentLinkedQueue<>();
    private final int most;
    private final Map<Doing, Duration> longest;
    private final LongSupplier nanos;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("lines").factory());

    /**
     * @param most that the server accepts; room is made from nine tenths on, as a connection that is cut takes a moment to end
     * @param head the longest time from the first byte to the end of a request's head, the TLS handshake included
     * @param rest the longest time between an answer and the next head, beside that
     */
    public Lines(int most, Duration head, Duration rest) {
        this(most, head, rest, System::nanoTime);
        sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    Lines(int most, Duration head, Duration rest, LongSupplier nanos) {
        this.most = most - most / 10;
        this.longest = Map.of(Doing.ARRIVING, head, Doing.RESTING, rest.plus(head), Doing.ASKING, LONGEST_REQUEST);
        this.nanos = nanos;
    }

    /** Tells of each connection as it is accepted. */
    public SocketOptions watch(SocketOptions options) {
        return new Watching(options, this);
    }

    /** Somebody has connected and said nothing yet. */
    void opened(SocketChannel channel) {
        try {
            open.put(channel.getRemoteAddress(), new Line(channel, Doing.ARRIVING, nanos.getAsLong()));
        } catch (IOException gone) {
            return;
        }
        if (open.size() > most) {
            makeRoom();
        }
    }

    /** A whole request head has come. */
    void asks(SocketAddress peer) {
        now(peer, Doing.ASKING);
    }

    void answered(SocketAddress peer) {
        now(peer, Doing.RESTING);
    }

    private void now(SocketAddress peer, Doing doing) {
        open.computeIfPresent(peer, (_, line) -> new Line(line.channel, doing, nanos.getAsLong()));
    }

    /** How many there are. */
    int count() {
        open.values().removeIf(line -> !line.channel.isOpen());
        return open.size();
    }

    private void makeRoom() {
        // some more at a time, so that a crowd does not have them all counted for each that comes
        int tooMany = count() - most + most / 16;
        if (tooMany > most / 16) {
            List<Map.Entry<SocketAddress, Line>> waiting = new ArrayList<>(open.entrySet());
            waiting.removeIf(line -> line.getValue().doing == Doing.ASKING);
            waiting.sort(Comparator.comparing((Map.Entry<SocketAddress, Line> line) -> line.getValue().doing)
                    .thenComparing(line -> line.getValue().since, (one, other) -> Long.signum(one - other)));
            waiting.subList(0, Math.min(tooMany, waiting.size())).forEach(line -> cut(line.getKey(), line.getValue()));
        }
    }

    void sweep() {
        for (SocketChannel channel = ending.poll(); channel != null; channel = ending.poll()) {
            close(channel);
        }
        long now = nanos.getAsLong();
        count();
        open.forEach((peer, line) -> {
            if (now - line.since > longest.getOrDefault(line.doing, LONGEST_REQUEST).toNanos()) {
                cut(peer, line);
            }
        });
    }

    /** Ends what is read first, which the server takes for the other side's goodbye; whoever is not gone by that is at the next sweep. */
    private void cut(SocketAddress peer, Line line) {
        if (open.remove(peer, line)) {
            try {
                line.channel.shutdownInput();
                ending.add(line.channel);
            } catch (IOException gone) {
                close(line.channel);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }

    /** The options as they are; being asked to set them is the only word of a new connection that the server gives. */
    private static final class Watching implements SocketOptions {

        private final SocketOptions options;
        private final Lines lines;

        Watching(SocketOptions options, Lines lines) {
            this.options = options;
            this.lines = lines;
        }

        @Override
        public void configureSocket(SocketChannel channel) {
            options.configureSocket(channel);
            lines.opened(channel);
        }

        @Override
        public Map<java.net.SocketOption<?>, Object> socketOptions() {
            return options.socketOptions();
        }

        @Override
        public Duration connectTimeout() {
            return options.connectTimeout();
        }

        @Override
        public Duration readTimeout() {
            return options.readTimeout();
        }

        @Override
        public java.util.Optional<Integer> socketReceiveBufferSize() {
            return options.socketReceiveBufferSize();
        }

        @Override
        public java.util.Optional<Integer> socketSendBufferSize() {
            return options.socketSendBufferSize();
        }

        @Override
        public boolean socketReuseAddress() {
            return options.socketReuseAddress();
        }

        @Override
        public boolean socketKeepAlive() {
            return options.socketKeepAlive();
        }

        @Override
        public boolean tcpNoDelay() {
            return options.tcpNoDelay();
        }
    }
}
