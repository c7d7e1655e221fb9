package se.trepart.installer.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.local.signin.Browser;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A browser with somebody at it (webbläsare): chooses the same person on the demo office's page each time and goes where it is sent. What the
 * program does is the same as with a real one.
 */
final class DemoBrowser implements Browser {

    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    private final String subject;

    DemoBrowser(String subject) {
        this.subject = subject;
    }

    @Override
    public void open(URI page) {
        Thread.ofVirtual().name("demo-browser").start(() -> {
            try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
                String body = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
                Matcher request = REQUEST.matcher(body);
                if (request.find()) {
                    client.send(HttpRequest.newBuilder(page.resolve("/choose"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("request=" + request.group(1) + "&person=" + URLEncoder.encode(subject, UTF_8)))
                            .build(), BodyHandlers.discarding());
                }
            } catch (IOException gone) {
                // nobody waits for the page any more
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
