package se.trepart.central;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import se.trepart.central.access.TokenCheck;
import se.trepart.central.audit.KeyFile;
import se.trepart.central.audit.KeyHandOvers;
import se.trepart.central.blob.BlobService;
import se.trepart.central.blob.PgBlobShelf;
import se.trepart.central.http.Edge;
import se.trepart.central.http.Gzip;
import se.trepart.central.http.HangUps;
import se.trepart.central.http.Lines;
import se.trepart.central.http.StoreHttp;
import se.trepart.central.http.SyncHttp;
import se.trepart.central.http.TimedTls;
import se.trepart.central.inventory.InventoryService;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.snapshot.PgSnapshotShelf;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.central.sync.CentralStore;
import se.trepart.central.sync.ChainSigning;
import se.trepart.central.sync.Leasing;
import se.trepart.central.sync.PgStore;
import se.trepart.central.sync.PgWakeups;
import se.trepart.central.sync.SyncService;
import se.trepart.central.watch.Health;
import se.trepart.central.watch.Housekeeping;
import se.trepart.central.watch.Meters;
import se.trepart.central.watch.StoreFigures;
import se.trepart.wire.Protocol;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import org.jspecify.annotations.Nullable;

/** The running central store (centralt lager). Its database must have been set up, see {@link se.trepart.central.admin.CentralAdmin}. */
public final class CentralServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CentralServer.class.getName());
    private static final Duration LOOK_AT_CHAIN = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** For requests under way. */
    private static final Duration STOP = Duration.ofSeconds(5);
    /** For connections without one: the server would wait as long for one that has not said anything yet. */
    private static final Duration HANG_UP = Duration.ofMillis(200);
    /** More than is ever taken, so that whoever sends a little too much is told so in peace. */
    private static final long MAX_TAKEN = 8L * Protocol.MAX_BYTES;
    private static final int MAX_HEADERS = 16_384;
    private static final int MAX_FIRST_LINE = 4_096;
    private static final String WATCH = "watch";

    private final HikariDataSource pool;
    private final PgWakeups wakeups;
    private final Housekeeping housekeeping;
    private final ScheduledExecutorService signing;
    private final Lines lines;
    private final Edge edge;
    private final WebServer web;

    private CentralServer(HikariDataSource pool, PgWakeups wakeups, Housekeeping housekeeping, ScheduledExecutorService signing,
            Lines lines, Edge edge, WebServer web) {
        this.signing = signing;
        this.lines = lines;
        this.edge = edge;
        this.pool = pool;
        this.wakeups = wakeups;
        this.housekeeping = housekeeping;
        this.web = web;
    }

    /**
     * Listens when this returns.
     *
     * @throws IllegalArgumentException when it would be reached from other machines without TLS
     */
    public static CentralServer start(CentralConfig config) {
        if (config.tls() == null && !loopback(config.host())) {
            throw new IllegalArgumentException("without TLS the service listens on this machine only");
        }
        HangUps.keepOutOfTheLog();
        ServiceDatabase database = new ServiceDatabase(config.jdbcUrl(), config.servicePassword());
        HikariDataSource pool = database.pool();
        PgWakeups wakeups = new PgWakeups(database.single());
        try {
            PgStore store = new PgStore(pool, config.limits().devices());
            InstantSource clock = InstantSource.system();
            SyncService sync = new SyncService(store, wakeups, clock, Generators.timeBasedEpochRandomGenerator()::generate,
                    config.checkpointKey() == null ? null : KeyHandOvers.read(config.checkpointKey()));
            SnapshotService snapshots = new SnapshotService(store, new PgSnapshotShelf(pool));
            BlobService blobs = new BlobService(store, new PgBlobShelf(pool), clock);
            Meters meters = new Meters(pool, new StoreFigures(pool));
            Lines lines = new Lines(config.limits().connections(), config.limits().head(), config.limits().silence());
            Edge edge = new Edge(meters, new Health(pool), config.limits().body(), lines);
            Leasing leasing = new Leasing(store, clock, config.lease(), CentralServer::key);
            SyncHttp http = new SyncHttp(sync, leasing, store, new TokenCheck(config.issuer(), config.audience(), config.jwkSet()),
                    meters::pushed);
            StoreHttp more = new StoreHttp(http, new InventoryService(store), snapshots, blobs);
            WebServerConfig.Builder builder = web(config, lines).routing(routing -> {
                edge.routes(routing);
                more.routes(routing);
                http.routes(routing);
            });
            if (config.limits().metricsPort() >= 0) {
                builder.putSocket(WATCH, socket -> socket.host("127.0.0.1").port(config.limits().metricsPort()).routing(edge::watchRoutes));
            }
            ScheduledExecutorService signing = signing(config.checkpointKey(), store);
            WebServer web = builder.build().start();
            Housekeeping housekeeping = new Housekeeping(config.limits().housekeeping(),
                    Map.of("snapshots", snapshots::buildChanged, "attachments", blobs::sweep));
            return new CentralServer(pool, wakeups, housekeeping, signing, lines, edge, web);
        } catch (RuntimeException e) {
            wakeups.close();
            pool.close();
            throw e;
        }
    }

    public int port() {
        return web.port();
    }

    /** Where figures are given out; negative when they are not. */
    public int metricsPort() {
        return web.port(WATCH);
    }

    /** Lets running requests end, wakes waiting ones. */
    @Override
    public void close() {
        housekeeping.close();
        signing.shutdownNow();
        wakeups.close();
        edge.drain(STOP);
        web.stop();
        lines.close();
        pool.close();
    }

    /** Looks whether it is time to sign the chain, more often than it is, so that an hour stays an hour over a restart. */
    private static ScheduledExecutorService signing(@Nullable Path keyFile, CentralStore store) {
        ScheduledExecutorService signing = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("signing").factory());
        if (keyFile != null) {
            ChainSigning chain = new ChainSigning(store, KeyFile.privateKey(keyFile), InstantSource.system());
            // before anybody asks: after a change of key what is signed is by the new one
            sign(chain);
            signing.scheduleWithFixedDelay(() -> sign(chain), LOOK_AT_CHAIN.toSeconds(), LOOK_AT_CHAIN.toSeconds(), TimeUnit.SECONDS);
        }
        return signing;
    }

    private static void sign(ChainSigning chain) {
        try {
            chain.signIfDue();
        } catch (RuntimeException e) {
            // once more at the next look: a database that is away for a moment must not end the signing
            LOG.log(Level.WARNING, "the audit chain was not signed: {0}", e.getClass().getName());
        }
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    private static WebServerConfig.Builder web(CentralConfig config, Lines lines) {
        CentralConfig.Limits limits = config.limits();
        // without tcpNoDelay an answer over TLS waits 40 ms for the other side's acknowledgement
        WebServerConfig.Builder web = WebServer.builder()
                .host(config.host())
                .port(config.port())
                .maxPayloadSize(MAX_TAKEN)
                .maxTcpConnections(limits.connections())
                .idleConnectionTimeout(limits.silence())
                .idleConnectionPeriod(limits.silence().dividedBy(2))
                .shutdownGracePeriod(HANG_UP)
                // sockets rather than channels: only they have a time-out, and with channels each handshake looks up the other side's name
                .useNio(false)
                .addProtocol(Http1Config.builder().maxHeadersSize(MAX_HEADERS).maxPrologueLength(MAX_FIRST_LINE).build())
                .connectionOptions(lines.watch(SocketOptions.builder().tcpNoDelay(true).build()))
                .contentEncoding(encoding -> encoding.contentEncodingsDiscoverServices(false).addContentEncoding(new Gzip()));
        CentralConfig.Tls tls = config.tls();
        if (tls != null) {
            web.tls(TimedTls.of(tls.certificate(), tls.key(), limits.silence()));
        }
        return web;
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no such address to listen on", e);
        }
    }
}
