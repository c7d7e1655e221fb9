package se.trepart.central.access;

import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

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

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @throws IllegalArgumentException when the key set is none */
    public TokenCheck(String issuer, String audience, String jwkSet) {
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(jwkSet))));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a JWK set", e);
        }
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")));
    }

    /** Whom the token speaks of; empty when it proves nothing. */
    public Optional<String> subject(String token) {
        try {
            return Optional.ofNullable(processor.process(token, null).getSubject()).filter(subject -> !subject.isBlank());
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }
}
