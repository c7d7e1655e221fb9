package se.trepart.central;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;

import se.trepart.model.access.Staff;
import se.trepart.wire.Protocol;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The running service of an office, and requests to it with good tokens. */
public final class Service implements AutoCloseable {

    private static final String ISSUER = "https://login.example.se";

    public final HttpClient http;
    private final String scheme;
    private final ECKey key;
    public final CentralServer server;

    public Service(Office office) {
        this(office, CentralConfig.Limits.USUAL);
    }

    public Service(Office office, CentralConfig.Limits limits) {
        this(office, limits, null);
    }

    /** @param tls null for plain HTTP */
    public Service(Office office, CentralConfig.Limits limits, TestCertificate tls) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        http = tls == null ? client.build() : client.sslContext(tls.trust()).build();
        scheme = tls == null ? "http" : "https";
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = CentralServer.start(new CentralConfig("127.0.0.1", 0, office.database.url(), TestDatabase.PASSWORD, ISSUER, "trepart",
                new JWKSet(key.toPublicJWK()).toString(), tls == null ? null : new CentralConfig.Tls(tls.certificate(), tls.key()),
                limits));
    }

    public HttpRequest.Builder request(Staff who, String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token(who))
                .setHeader(Protocol.DEVICE_HEADER, who.id().toString());
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.port() + path);
    }

    public String token(Staff who) {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(),
                new JWTClaimsSet.Builder().issuer(ISSUER)
                        .audience("trepart")
                        .subject(who.subject())
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
