package se.trepart.local.signin;

import org.jspecify.annotations.Nullable;

/** Nobody was signed in, or can stay so, and why. The message holds nothing that came from outside. */
public final class SignInFailed extends RuntimeException {

    /** Why; each has its own text and remedy on the screen. */
    public enum Reason {
        /** the person gave up in the program */
        CANCELLED,
        /** nothing came back from the browser in time */
        NO_ANSWER,
        /** the person or the identity provider said no */
        DECLINED,
        NO_BROWSER,
        /** another program holds the port that the redirect must come to */
        PORT_TAKEN,
        NO_NETWORK,
        CERTIFICATE,
        /** the identity provider answers, but not as one should, or it is misconfigured */
        PROVIDER,
        /** what came back is not proof: forged, meant for another, or already used */
        NOT_TRUSTED,
        /** what came back is expired or of the future: most likely this machine's clock is wrong */
        CLOCK,
        /** the sign-in has ended and must be made anew */
        SIGNED_OUT,
        /** somebody else than the one asked for signed in */
        OTHER_PERSON,
        /** signed in, but unknown to the central store's staff register */
        NOT_IN_REGISTER,
        /** the central store does not take the identity provider's word */
        NOT_ACCEPTED,
        OLD_CLIENT,
        CENTRAL_BUSY
    }

    private final Reason reason;

    public SignInFailed(Reason reason) {
        this(reason, null);
    }

    public SignInFailed(Reason reason, @Nullable Throwable cause) {
        super("not signed in: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
