package se.trepart.central;

import java.nio.file.Path;
import java.time.Duration;

import se.trepart.central.sync.Leasing;
import se.trepart.central.sync.PgStore;

import org.jspecify.annotations.Nullable;

/**
 * What the central store's service needs to know.
 *
 * @param port 0 for any free one
 * @param jdbcUrl the PostgreSQL database, without user or password
 * @param servicePassword of the role trepart_service
 * @param issuer the identity provider that tokens must come from
 * @param audience what tokens must be meant for
 * @param jwkSet the identity provider's public keys, as JSON (RFC 7517)
 * @param tls null only where nothing leaves the machine
 * @param lease how long a workstation may do without contact
 * @param checkpointKey the Ed25519 key that the audit chain's head is signed with, PEM; null for no signed checkpoints
 */
public record CentralConfig(String host, int port, String jdbcUrl, String servicePassword, String issuer, String audience, String jwkSet,
        @Nullable Tls tls, Limits limits, Duration lease, @Nullable Path checkpointKey) {

    public CentralConfig(String host, int port, String jdbcUrl, String servicePassword, String issuer, String audience, String jwkSet,
            @Nullable Tls tls) {
        this(host, port, jdbcUrl, servicePassword, issuer, audience, jwkSet, tls, Limits.USUAL);
    }

    /** With the usual lease, and without signing the chain. */
    public CentralConfig(String host, int port, String jdbcUrl, String servicePassword, String issuer, String audience, String jwkSet,
            @Nullable Tls tls, Limits limits) {
        this(host, port, jdbcUrl, servicePassword, issuer, audience, jwkSet, tls, limits, Leasing.USUAL, null);
    }

    public CentralConfig lending(Duration time) {
        return new CentralConfig(host, port, jdbcUrl, servicePassword, issuer, audience, jwkSet, tls, limits, time, checkpointKey);
    }

    /** @param workstations of one person at once */
    public CentralConfig allowing(int workstations) {
        return new CentralConfig(host, port, jdbcUrl, servicePassword, issuer, audience, jwkSet, tls, new Limits(limits.metricsPort,
                limits.connections, workstations, limits.silence, limits.head, limits.body, limits.housekeeping), lease, checkpointKey);
    }

    public CentralConfig signingWith(@Nullable Path key) {
        return new CentralConfig(host, port, jdbcUrl, servicePassword, issuer, audience, jwkSet, tls, limits, lease, key);
    }

    /** A certificate chain and its private key (PKCS#8), both PEM. */
    public record Tls(Path certificate, Path key) {

        @Override
        public String toString() {
            return "Tls[…]";
        }
    }

    /**
     * What one side may ask of the service, and how the service is watched.
     *
     * @param metricsPort where figures are given out, on this machine only; 0 for any free one, negative for none
     * @param connections at once; from nine tenths of them on, those that have been silent longest are cut to make room
     * @param devices workstations that one person may have; the next is refused until an administrator has taken one away
     * @param silence after which a connection that should be sending is cut
     * @param head the longest time that a request's head may take, however often a byte of it comes
     * @param body the longest time that a request's body may take
     * @param housekeeping how often snapshots are built and what is left over is thrown away
     */
    public record Limits(int metricsPort, int connections, int devices, Duration silence, Duration head, Duration body,
            Duration housekeeping) {

        public static final Limits USUAL = new Limits(-1, 5_000, PgStore.DEVICES, Duration.ofSeconds(45), Duration.ofSeconds(20),
                Duration.ofSeconds(30), Duration.ofHours(1));
    }

    /** Never the password: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CentralConfig[" + host + ":" + port + "]";
    }
}
