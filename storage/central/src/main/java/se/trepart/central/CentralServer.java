package se.trepart.central;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import se.trepart.central.access.TokenCheck;
import se.trepart.central.blob.BlobService;
import se.trepart.central.blob.PgBlobShelf;
import se.trepart.central.http.Gzip;
import se.trepart.central.http.StoreHttp;
import se.trepart.central.http.SyncHttp;
import se.trepart.central.inventory.InventoryService;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.snapshot.PgSnapshotShelf;
import se.trepart.central.snapshot.SnapshotService;
import se.trepart.central.sync.PgStore;
import se.trepart.central.sync.PgWakeups;
import se.trepart.central.sync.SyncService;
import se.trepart.wire.Protocol;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.common.configurable.Resource;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;

/** The running central store (centralt lager). Its database must have been set up, see {@link se.trepart.central.admin.CentralAdmin}. */
public final class CentralServer implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final PgWakeups wakeups;
    private final WebServer web;

    private CentralServer(HikariDataSource pool, PgWakeups wakeups, WebServer web) {
        this.pool = pool;
        this.wakeups = wakeups;
        this.web = web;
    }

    /** Listens when this returns. */
    public static CentralServer start(CentralConfig config) {
        ServiceDatabase database = new ServiceDatabase(config.jdbcUrl(), config.servicePassword());
        HikariDataSource pool = database.pool();
        PgWakeups wakeups = new PgWakeups(database.single());
        try {
            PgStore store = new PgStore(pool);
            SyncService sync = new SyncService(store, wakeups, InstantSource.system(),
                    Generators.timeBasedEpochRandomGenerator()::generate);
            SyncHttp http = new SyncHttp(sync, store, new TokenCheck(config.issuer(), config.audience(), config.jwkSet()));
            StoreHttp more = new StoreHttp(http, new InventoryService(store), new SnapshotService(store, new PgSnapshotShelf(pool)),
                    new BlobService(store, new PgBlobShelf(pool), InstantSource.system()));
            return new CentralServer(pool, wakeups, web(config, routing -> {
                more.routes(routing);
                http.routes(routing);
            }).build().start());
        } catch (RuntimeException e) {
            wakeups.close();
            pool.close();
            throw e;
        }
    }

    public int port() {
        return web.port();
    }

    /** Lets running requests end, wakes waiting ones. */
    @Override
    public void close() {
        wakeups.close();
        web.stop();
        pool.close();
    }

    private static WebServerConfig.Builder web(CentralConfig config, Consumer<HttpRouting.Builder> routes) {
        // without tcpNoDelay an answer over TLS waits 40 ms for the other side's acknowledgement
        WebServerConfig.Builder web = WebServer.builder()
                .host(config.host())
                .port(config.port())
                .maxPayloadSize(Protocol.MAX_BYTES)
                .shutdownGracePeriod(STOP)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .contentEncoding(encoding -> encoding.contentEncodingsDiscoverServices(false).addContentEncoding(new Gzip()))
                .routing(routes);
        CentralConfig.Tls tls = config.tls();
        if (tls != null) {
            Resource keys = Resource.create(tls.keyStore());
            web.tls(t -> t
                    .privateKey(
                            key -> key.keystore(store -> store.keystore(keys).passphrase(tls.password().toCharArray()).keyAlias("central")))
                    .privateKeyCertChain(chain -> chain.keystore(store -> store.keystore(Resource.create(tls.keyStore()))
                            .passphrase(tls.password().toCharArray())
                            .certChainAlias("central"))));
        }
        return web;
    }
}
