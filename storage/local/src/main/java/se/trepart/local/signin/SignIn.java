package se.trepart.local.signin;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import se.trepart.local.signin.SignInFailed.Reason;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in (inloggning): OpenID Connect's authorization code with PKCE through the system's browser and a redirect to this machine
 * (RFC 6749, 7636, 8252, OpenID Connect Core 1.0). Blocks its thread; interrupting it cancels. Several sign-ins may run at once.
 */
public final class SignIn {

    /** how long the person may take in the browser */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Signatures with a private key only: "none" proves nothing, and there is no secret to share with a program on every desk. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int TIMEOUT = 10_000;
    private static final int LARGEST_KEY_SET = 1_000_000;
    private static final int CLOCK_SKEW = 60;
    /** a provider that does not say how long its token holds means a short time */
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);

    private final IdentityProvider provider;
    private final SSLContext trusted;
    private final Duration patience;
    private volatile @Nullable Discovered discovered;

    /** What the provider says about itself, and how its ID tokens are proved. */
    private record Discovered(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    public SignIn(IdentityProvider provider, SSLContext trusted, Duration patience) {
        this.provider = provider;
        this.trusted = trusted;
        this.patience = patience;
    }

    /**
     * Asks the person to sign in.
     *
     * @param prove the person must prove who it is now, also when the provider remembers
     * @throws SignInFailed when nobody was signed in
     */
    Tokens signIn(Browser browser, boolean prove) {
        Discovered at = discover();
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        long asked = System.currentTimeMillis() / 1000;
        try (LoopbackRedirect redirect = new LoopbackRedirect(state, provider.redirectPort())) {
            AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(new ResponseType(ResponseType.Value.CODE), scope(),
                    client(), redirect.address()).endpointURI(at.metadata.getAuthorizationEndpointURI())
                    .state(state)
                    .nonce(nonce)
                    .codeChallenge(verifier, CodeChallengeMethod.S256);
            if (prove) {
                request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
            }
            browser.open(request.build().toURI());
            AuthorizationCode code = code(at, redirect.await(patience));
            Tokens tokens = tokens(at, new AuthorizationCodeGrant(code, redirect.address(), verifier), nonce, null);
            if (prove && !provedSince(tokens, asked - CLOCK_SKEW)) {
                throw new SignInFailed(Reason.NOT_TRUSTED);
            }
            return tokens;
        } catch (IOException none) {
            throw new SignInFailed(Reason.NO_BROWSER, none);
        }
    }

    /**
     * New tokens for the same person; the old refresh token is used up.
     *
     * @throws SignInFailed with SIGNED_OUT when the sign-in has ended
     */
    Tokens refresh(String refreshToken, String subject) {
        return tokens(discover(), new RefreshTokenGrant(new RefreshToken(refreshToken)), null, new Before(refreshToken, subject));
    }

    /** Ends the session at the provider, as far as it can be reached; here the tokens are the caller's to forget. */
    void end(Tokens tokens, Browser browser) {
        try {
            OIDCProviderMetadata metadata = discover().metadata;
            String refresh = tokens.refresh();
            if (refresh != null && metadata.getRevocationEndpointURI() != null) {
                send(new TokenRevocationRequest(metadata.getRevocationEndpointURI(), client(), new RefreshToken(refresh)).toHTTPRequest());
            }
            if (metadata.getEndSessionEndpointURI() != null) {
                browser.open(new LogoutRequest(metadata.getEndSessionEndpointURI(), JWTParser.parse(tokens.identity())).toURI());
            }
        } catch (SignInFailed | IOException | java.text.ParseException unreached) {
            // signed out here all the same; there the session ends by itself
            System.getLogger(SignIn.class.getName())
                    .log(System.Logger.Level.WARNING, "the identity provider was not told of a sign-out: {0}",
                            unreached.getClass().getName());
        }
    }

    private Discovered discover() {
        Discovered known = discovered;
        if (known != null) {
            return known;
        }
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), this::prepare);
            for (@Nullable
            URI endpoint : new URI[]{metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()}) {
                if (!IdentityProvider.safe(endpoint)) {
                    throw new SignInFailed(Reason.PROVIDER);
                }
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder
                    .create(metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(TIMEOUT, TIMEOUT, LARGEST_KEY_SET, true, trusted.getSocketFactory()))
                    .build();
            IDTokenValidator validator = new IDTokenValidator(metadata.getIssuer(), client(),
                    new JWSVerificationKeySelector<>(ALGORITHMS, keys), null);
            validator.setMaxClockSkew(CLOCK_SKEW);
            Discovered found = new Discovered(metadata, validator);
            discovered = found;
            return found;
        } catch (IOException unreached) {
            throw unreached(unreached);
        } catch (GeneralException unreadable) {
            throw new SignInFailed(Reason.PROVIDER, unreadable);
        }
    }

    private AuthorizationCode code(Discovered at, AuthenticationResponse response) {
        // RFC 9207: an answer of another provider must not have its code sent to this one
        Issuer from = response.getIssuer();
        boolean mustSay = at.metadata.supportsAuthorizationResponseIssuerParam();
        if (from == null ? mustSay : !from.equals(at.metadata.getIssuer())) {
            throw new SignInFailed(Reason.NOT_TRUSTED);
        }
        if (!response.indicatesSuccess()) {
            boolean declined = OAuth2Error.ACCESS_DENIED.equals(response.toErrorResponse().getErrorObject());
            throw new SignInFailed(declined ? Reason.DECLINED : Reason.PROVIDER);
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw new SignInFailed(Reason.PROVIDER);
        }
        return code;
    }

    /** What a refresh continues. */
    private record Before(String refresh, String subject) {}

    private IDTokenClaimsSet proved(Discovered at, JWT token, @Nullable Nonce nonce) throws JOSEException {
        try {
            IDTokenClaimsSet claims = at.validator.validate(token, nonce);
            if (claims.getAuthorizedParty() != null && !claims.getAuthorizedParty().getValue().equals(provider.clientId())) {
                throw new SignInFailed(Reason.NOT_TRUSTED);
            }
            return claims;
        } catch (BadJOSEException refused) {
            throw new SignInFailed(outOfTime(token) ? Reason.CLOCK : Reason.NOT_TRUSTED, refused);
        }
    }

    /** For the text only: refused it is either way. */
    private static boolean outOfTime(JWT token) {
        try {
            Date now = new Date();
            Date ends = token.getJWTClaimsSet().getExpirationTime();
            Date begins = token.getJWTClaimsSet().getIssueTime();
            return ends != null && ends.before(now) || begins != null && begins.after(now);
        } catch (java.text.ParseException unreadable) {
            return false;
        }
    }

    private Tokens tokens(Discovered at, AuthorizationGrant grant, @Nullable Nonce nonce, @Nullable Before before) {
        try {
            TokenRequest request = new TokenRequest.Builder(at.metadata.getTokenEndpointURI(), client(), grant).build();
            TokenResponse answer = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (!answer.indicatesSuccess()) {
                throw refused(answer.toErrorResponse().getErrorObject(), before);
            }
            OIDCTokens given = ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
            String identity = given.getIDTokenString();
            String subject = before == null ? "" : before.subject;
            // a refresh may come without an ID token, a sign-in never
            if (given.getIDToken() != null) {
                subject = proved(at, given.getIDToken(), nonce).getSubject().getValue();
            } else if (before == null) {
                throw new SignInFailed(Reason.NOT_TRUSTED);
            }
            if (before != null && !before.subject.equals(subject)) {
                throw new SignInFailed(Reason.OTHER_PERSON);
            }
            if (!"bearer".equals(given.getAccessToken().getType().getValue().toLowerCase(Locale.ROOT))) {
                throw new SignInFailed(Reason.PROVIDER);
            }
            RefreshToken next = given.getRefreshToken();
            long seconds = given.getAccessToken().getLifetime();
            return new Tokens(subject, given.getAccessToken().getValue(), seconds > 0 ? Duration.ofSeconds(seconds) : USUAL_LIFE,
                    next != null ? next.getValue() : before == null ? null : before.refresh, identity == null ? "" : identity);
        } catch (KeySourceException unreached) {
            throw new SignInFailed(Reason.NO_NETWORK, unreached);
        } catch (JOSEException unreadable) {
            throw new SignInFailed(Reason.NOT_TRUSTED, unreadable);
        } catch (ParseException unreadable) {
            throw new SignInFailed(Reason.PROVIDER, unreadable);
        }
    }

    private static SignInFailed refused(@Nullable ErrorObject error, @Nullable Before before) {
        if (error != null && error.getHTTPStatusCode() >= 500) {
            return new SignInFailed(Reason.NO_NETWORK);
        }
        if (OAuth2Error.INVALID_GRANT.equals(error)) {
            return new SignInFailed(before == null ? Reason.NOT_TRUSTED : Reason.SIGNED_OUT);
        }
        return new SignInFailed(Reason.PROVIDER);
    }

    /** Whether the person gave proof after the moment, as far as the provider says when. */
    private static boolean provedSince(Tokens tokens, long moment) {
        try {
            Date proved = JWTParser.parse(tokens.identity()).getJWTClaimsSet().getDateClaim("auth_time");
            return proved != null && proved.toInstant().getEpochSecond() >= moment;
        } catch (java.text.ParseException unreadable) {
            return false;
        }
    }

    private HTTPResponse send(HTTPRequest request) {
        prepare(request);
        try {
            return request.send();
        } catch (IOException unreached) {
            throw unreached(unreached);
        }
    }

    private void prepare(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT);
        request.setReadTimeout(TIMEOUT);
        request.setFollowRedirects(false);
        request.setSSLSocketFactory(trusted.getSocketFactory());
    }

    private static SignInFailed unreached(IOException why) {
        return new SignInFailed(why instanceof SSLException ? Reason.CERTIFICATE : Reason.NO_NETWORK, why);
    }

    private Scope scope() {
        Scope scope = new Scope("openid");
        provider.scopes().forEach(scope::add);
        return scope;
    }

    private ClientID client() {
        return new ClientID(provider.clientId());
    }
}
