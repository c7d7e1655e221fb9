package se.trepart.central.admin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import se.trepart.central.CentralConfig;
import se.trepart.central.CentralConfig.Limits;
import se.trepart.central.CentralConfig.Tls;
import se.trepart.central.CentralServer;
import se.trepart.central.admin.CentralCommand.Stopped;
import se.trepart.central.schema.Schema;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.sync.Leasing;

import com.zaxxer.hikari.HikariDataSource;
import picocli.CommandLine.Command;

@Command(name = "serve", mixinStandardHelpOptions = true, description = "Startar tjänsten och kör tills den stoppas.")
final class ServeCommand extends WithSettings {

    private static final int PORT = 8443;
    private static final int METRICS_PORT = 8444;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        CentralConfig config = config(settings);
        try (HikariDataSource pool = new ServiceDatabase(config.jdbcUrl(), config.servicePassword()).pool()) {
            if (!Schema.current(pool)) {
                throw new Stopped("Databasens tabeller är av en äldre version. Kör trepart-central init.");
            }
        }
        CentralServer server = start(config);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            say("Stoppad.");
        }));
        say("Lyssnar på " + config.host() + ":" + server.port() + (config.tls() == null ? " utan TLS" : " med TLS")
                + ", mätvärden på 127.0.0.1:" + server.metricsPort() + ".");
        new CountDownLatch(1).await();
        return 0;
    }

    private static CentralConfig config(Settings settings) {
        Optional<String> certificate = settings.optional("tls.certificate");
        if (certificate.isEmpty() && !settings.is("plain.http")) {
            throw new Settings.BadSettings(
                    "tls.certificate och tls.key saknas. Utan TLS svarar tjänsten bara på den egna datorn, och bara med plain.http=true.");
        }
        Tls tls = null;
        if (certificate.isPresent()) {
            Settings.onlyMine(settings.path("tls.key"));
            tls = new Tls(Path.of(certificate.get()), settings.path("tls.key"));
        }
        Limits usual = Limits.USUAL;
        Limits limits = new Limits(settings.number("metrics.port", METRICS_PORT), settings.number("connections", usual.connections()),
                settings.number("devices", usual.devices()), usual.silence(), usual.head(), usual.body(), usual.housekeeping());
        return new CentralConfig(settings.optional("host").orElse("127.0.0.1"), settings.number("port", PORT),
                settings.required("jdbc.url"), settings.secret("service.password"), settings.required("issuer"),
                settings.required("audience"), settings.text("jwks.file"), tls, limits)
                .lending(Duration.ofHours(settings.number("lease.hours", (int) Leasing.USUAL.toHours())))
                .signingWith(settings.optional("checkpoint.key.file").map(Path::of).orElse(null));
    }

    private static CentralServer start(CentralConfig config) {
        try {
            return CentralServer.start(config);
        } catch (IllegalArgumentException e) {
            throw new Settings.BadSettings(config.tls() == null
                    ? "host måste vara den egna datorn (127.0.0.1) när plain.http=true."
                    : "tls.certificate, tls.key eller jwks.file går inte att använda. Certifikatet ska vara PEM, nyckeln PEM i PKCS#8.", e);
        }
    }
}
