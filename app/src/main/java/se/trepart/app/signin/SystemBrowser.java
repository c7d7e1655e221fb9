package se.trepart.app.signin;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import se.trepart.local.signin.Browser;

/** The browser that the system opens addresses with (webbläsaren), asked by the system's own command. */
public final class SystemBrowser implements Browser {

    @Override
    public void open(URI page) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        // the address is one argument and passes no shell
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
