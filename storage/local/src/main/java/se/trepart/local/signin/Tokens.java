package se.trepart.local.signin;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in gave (bevis).
 *
 * @param access the bearer token for the central store
 * @param lasts how long the access token holds, from when it was given
 * @param refresh what the next access token is asked for with, usable once; null when the provider gives none
 * @param identity the ID token, for ending the session at the provider
 */
record Tokens(String subject, String access, Duration lasts, @Nullable String refresh, String identity) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Tokens[…]";
    }
}
