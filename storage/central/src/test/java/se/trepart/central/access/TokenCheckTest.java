package se.trepart.central.access;

import java.time.Instant;
import java.util.Date;

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
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenCheckTest {

    private static final String ISSUER = "https://login.example.se";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ECKey key = key();
    private Instant now = NOON;
    private final TokenCheck check = new TokenCheck(ISSUER, "trepart", new JWKSet(key.toPublicJWK()).toString(), () -> now);

    @Test
    void aTokenThatWasGoodIsRefusedWhenItsTimeIsOut() {
        String token = token(key, NOON.plusSeconds(300));
        assertThat(check.subject(token)).contains("anna");
        now = NOON.plusSeconds(299);
        assertThat(check.subject(token)).contains("anna");

        now = NOON.plusSeconds(361);

        assertThat(check.subject(token)).as("a minute is allowed for clocks that differ").isEmpty();
    }

    @Test
    void aTokenThatIsNearlyOneSeenBeforeIsNotTakenForIt() {
        String token = token(key, NOON.plusSeconds(300));
        assertThat(check.subject(token)).contains("anna");

        assertThat(check.subject(token.substring(0, token.length() - 6) + "AAAAAA")).isEmpty();
        assertThat(check.subject(token(key(), NOON.plusSeconds(300)))).isEmpty();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(ECKey signing, Instant until) {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(),
                new JWTClaimsSet.Builder().issuer(ISSUER).audience("trepart").subject("anna").expirationTime(Date.from(until)).build());
        try {
            jwt.sign(new ECDSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
