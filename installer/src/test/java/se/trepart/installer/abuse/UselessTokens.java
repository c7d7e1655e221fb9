package se.trepart.installer.abuse;

import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import se.trepart.installer.demo.DemoStaff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Access tokens that prove nothing, by what is wrong with each. */
final class UselessTokens {

    private UselessTokens() {}

    static Map<String, String> of(BesiegedOffice besieged) throws Exception {
        Instant now = Instant.now();
        RSAKey key = besieged.issuer;
        RSAPublicKey open = key.toRSAPublicKey();
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        RSAKey other = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey((RSAPrivateKey) pair.getPrivate())
                .keyID(key.getKeyID())
                .build();
        String good = besieged.sign(claims(besieged).build());
        String[] parts = good.split("\\.");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("for another service", besieged.sign(claims(besieged).audience("another-service").build()));
        tokens.put("for nobody", besieged.sign(claims(besieged).audience((String) null).build()));
        tokens.put("from another issuer", besieged.sign(claims(besieged).issuer("https://evil.invalid").build()));
        tokens.put("from nobody", besieged.sign(claims(besieged).issuer(null).build()));
        tokens.put("ended", besieged.sign(claims(besieged).expirationTime(Date.from(now.minusSeconds(3600))).build()));
        tokens.put("without an end", besieged.sign(claims(besieged).expirationTime(null).build()));
        tokens.put("not yet begun", besieged.sign(claims(besieged).notBeforeTime(Date.from(now.plusSeconds(3600))).build()));
        tokens.put("about nobody", besieged.sign(claims(besieged).subject(null).build()));
        tokens.put("about a blank", besieged.sign(claims(besieged).subject(" ").build()));
        tokens.put("unsigned", new PlainJWT(claims(besieged).build()).serialize());
        tokens.put("alg None in other letters", part("{\"alg\":\"NoNe\"}") + "." + parts[1] + ".");
        tokens.put("without its signature", parts[0] + "." + parts[1] + ".");
        tokens.put("with half a signature", good.substring(0, good.length() - 20));
        tokens.put("with other claims under a true signature",
                parts[0] + "." + part(claims(besieged).subject("maria.sandberg").build().toString()) + "." + parts[2]);
        tokens.put("signed with another key of the same name", BesiegedOffice
                .sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), other, claims(besieged).build()));
        tokens.put("bringing its own key",
                BesiegedOffice.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(other.toPublicJWK()).keyID(key.getKeyID()).build(), other,
                        claims(besieged).build()));
        tokens.put("in another algorithm than allowed", BesiegedOffice
                .sign(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(key.getKeyID()).build(), key, claims(besieged).build()));
        tokens.put("HS256 with the public key as the secret, DER", symmetric(besieged, open.getEncoded()));
        tokens.put("HS256 with the public key as the secret, PEM",
                symmetric(besieged,
                        ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(open.getEncoded())
                                + "\n-----END PUBLIC KEY-----\n").getBytes(US_ASCII)));
        tokens.put("HS256 with the public key as the secret, JWK", symmetric(besieged, key.toPublicJWK().toJSONString().getBytes(UTF_8)));
        tokens.put("nothing", "");
        tokens.put("no token", "x.y.z");
        tokens.put("SQL", "' or 1=1 --");
        tokens.put("very long", "a".repeat(6_000));
        return tokens;
    }

    private static String symmetric(BesiegedOffice besieged, byte[] secret) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(besieged.issuer.getKeyID()).build(),
                claims(besieged).build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static JWTClaimsSet.Builder claims(BesiegedOffice besieged) {
        return besieged.claims(DemoStaff.KARIN.subject());
    }
}
