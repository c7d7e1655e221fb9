package se.trepart.installer.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import se.trepart.local.signin.Browser;
import se.trepart.model.access.Staff;

/** The demo office's identity provider without the office, for tests of signing in. */
public final class DemoProvider implements AutoCloseable {

    private final DemoIssuer key;
    private final DemoSignIn signIn;

    private DemoProvider(DemoIssuer key, DemoSignIn signIn) {
        this.key = key;
        this.signIn = signIn;
    }

    /** @param people who can be chosen on its page */
    public static DemoProvider start(Path home, List<Staff> people) throws IOException {
        DemoIssuer key = DemoIssuer.open(home);
        return new DemoProvider(key, DemoSignIn.start(home, key, people, Clock.systemUTC()));
    }

    public URI issuer() {
        return signIn.issuer();
    }

    public String publicKeys() {
        return key.publicKeys().toString();
    }

    public static Browser browser(Staff person) {
        return new DemoBrowser(person.subject());
    }

    @Override
    public void close() {
        signIn.close();
    }
}
