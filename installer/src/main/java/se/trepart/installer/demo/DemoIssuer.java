package se.trepart.installer.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The key of the demo office's identity provider (nyckel): what it signs the central store and the workstations really check. */
final class DemoIssuer {

    static final String AUDIENCE = "trepart-central";
    static final Duration VALID = Duration.ofMinutes(10);

    private final RSAKey key;

    private DemoIssuer(RSAKey key) {
        this.key = key;
    }

    /** The same key at every start, made the first time. */
    static DemoIssuer open(Path home) throws IOException {
        Path file = home.resolve("issuer.jwk");
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file,
                        new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString())
                                .algorithm(JWSAlgorithm.RS256)
                                .generate()
                                .toJSONString());
            }
            return new DemoIssuer(RSAKey.parse(Files.readString(file)));
        } catch (JOSEException | ParseException e) {
            throw new IOException("the demo office's key is unreadable", e);
        }
    }

    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** For the central store. */
    String accessToken(String issuer, String subject, Instant now) {
        return sign(new JWTClaimsSet.Builder().issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the demo office's key cannot sign", e);
        }
        return token.serialize();
    }
}
