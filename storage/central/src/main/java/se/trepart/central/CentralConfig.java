package se.trepart.central;

import java.nio.file.Path;

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
 */
public record CentralConfig(String host, int port, String jdbcUrl, String servicePassword, String issuer, String audience, String jwkSet,
        @Nullable Tls tls) {

    /** A PKCS#12 key store with the service's key and certificate chain under the alias "central". */
    public record Tls(Path keyStore, String password) {

        @Override
        public String toString() {
            return "Tls[…]";
        }
    }

    /** Never the password: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "CentralConfig[" + host + ":" + port + "]";
    }
}
