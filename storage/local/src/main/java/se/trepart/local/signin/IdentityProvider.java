package se.trepart.local.signin;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The municipality's identity provider (inloggningstjänst), and what it knows this program as.
 *
 * @param scopes asked for besides openid
 * @param redirectPort 0 for any free one; a number only for a provider that insists on knowing the port
 */
public record IdentityProvider(URI issuer, String clientId, List<String> scopes, int redirectPort) {

    /** @throws IllegalArgumentException when codes and tokens would go over the network in the clear */
    public IdentityProvider {
        scopes = List.copyOf(scopes);
        if (!safe(issuer)) {
            throw new IllegalArgumentException("the identity provider is reached over https only");
        }
    }

    /** Over https, or not over a network at all. */
    static boolean safe(@Nullable URI address) {
        return address != null
                && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()) && loopback(address));
    }

    /** A literal address or localhost, so that no name service decides. */
    private static boolean loopback(URI address) {
        String host = address.getHost();
        try {
            return host != null && (host.equals("localhost") || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress());
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
