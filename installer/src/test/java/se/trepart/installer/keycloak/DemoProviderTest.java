package se.trepart.installer.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import se.trepart.installer.demo.DemoProvider;
import se.trepart.local.signin.Browser;
import se.trepart.model.access.Staff;

/** Against the provider of the demo office. */
class DemoProviderTest extends SignInContract {

    private DemoProvider provider;

    @Override
    void start(Path home, List<Staff> people) throws IOException {
        provider = DemoProvider.start(home, people);
    }

    @Override
    void stop() {
        provider.close();
    }

    @Override
    URI issuer() {
        return provider.issuer();
    }

    @Override
    String publicKeys() {
        return provider.publicKeys();
    }

    @Override
    Browser browser(Staff person) {
        return DemoProvider.browser(person);
    }
}
