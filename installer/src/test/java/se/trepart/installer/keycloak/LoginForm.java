package se.trepart.installer.keycloak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import se.trepart.local.signin.Browser;
import se.trepart.model.access.Staff;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A browser with somebody at it who fills in Keycloak's form (webbläsare). It keeps its cookies, and goes where it is sent. */
final class LoginForm implements Browser {

    private static final Pattern FORM = Pattern.compile("id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

    private final Staff person;
    private final AtomicInteger typed = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new LoopbackCookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    LoginForm(Staff person) {
        this.person = person;
    }

    /** How many times the password has been typed. */
    int typed() {
        return typed.get();
    }

    /** How many pages have been shown to the end. */
    int pages() {
        return pages.get();
    }

    @Override
    public void open(URI page) {
        Thread.ofVirtual().name("browser").start(() -> {
            try {
                HttpResponse<String> shown = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
                Matcher form = FORM.matcher(shown.body());
                if (form.find()) {
                    typed.incrementAndGet();
                    client.send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=" + URLEncoder.encode(person.subject(), UTF_8) + "&password="
                                    + URLEncoder.encode(Keycloak.password(person), UTF_8)))
                            .build(), BodyHandlers.discarding());
                }
                pages.incrementAndGet();
            } catch (IOException gone) {
                // nobody waits for the page any more
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** As browsers do, takes this machine for safe: Keycloak marks its cookies Secure there too, and Java would keep them back. */
    private static final class LoopbackCookies extends CookieManager {

        LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from,
                    headers.entrySet()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey,
                                    header -> header.getValue().stream().map(value -> value.replaceAll("(?i);\\s*secure", "")).toList())));
        }
    }
}
