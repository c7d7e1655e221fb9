package se.trepart.local.signin;

import java.io.IOException;
import java.net.URI;

/** What shows the identity provider's pages to the person (webbläsare): in the program the system's own, never one inside the program. */
@FunctionalInterface
public interface Browser {

    /**
     * Returns when the page has been asked for; the person answers later.
     *
     * @throws IOException when there is no browser to ask
     */
    void open(URI page) throws IOException;
}
