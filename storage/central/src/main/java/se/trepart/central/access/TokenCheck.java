package se.trepart.central.access;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/** Reads a bearer token (åtkomstbevis): signed by the identity provider's key, from it, meant for us, not expired. RFC 7519, RFC 8725. */
public final class TokenCheck {

    /** Signatures with a private key only: "none" proves nothing, and a shared secret would let the service write its own tokens. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final int KEPT = 10_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier;
    /** Tokens whose signature is known to be right: a workstation shows the same one every few seconds. */
    private final Cache<String, JWTClaimsSet> signed = Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    /** @throws IllegalArgumentException when the key set is none */
    public TokenCheck(String issuer, String audience, String jwkSet) {
        this(issuer, audience, jwkSet, InstantSource.system());
    }

    TokenCheck(String issuer, String audience, String jwkSet, InstantSource clock) {
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(jwkSet))));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a JWK set", e);
        }
        claimsVerifier = new DefaultJWTClaimsVerifier<>(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        processor.setJWTClaimsSetVerifier(claimsVerifier);
    }

    /** Whom the token speaks of; empty when it proves nothing. */
    public Optional<String> subject(String token) {
        try {
            JWTClaimsSet claims = signed.getIfPresent(token);
            if (claims == null) {
                claims = processor.process(token, null);
                signed.put(token, claims);
            } else {
                // the signature stays right, the time does not
                claimsVerifier.verify(claims, null);
            }
            return Optional.ofNullable(claims.getSubject()).filter(subject -> !subject.isBlank());
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }
}
