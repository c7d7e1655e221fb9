package se.trepart.local.sync;

import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import se.trepart.local.Sample;
import se.trepart.wire.Json;
import se.trepart.wire.Snapshots;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Real TLS on this machine, with a certificate that no system trusts. */
class TrustedCertificatesTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;
    HttpsServer server;
    Path pem;

    @BeforeEach
    void serve() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                "own", "-keyalg", "EC", "-dname", "CN=Exempelstad", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore",
                keys.toString(), "-storepass", "changeit").inheritIO().start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(keys.toFile())) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        pem = folder.resolve("own.pem");
        Files.writeString(pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(store.getCertificate("own").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] answer = Json.MAPPER.writeValueAsBytes(new Snapshots(new java.util.UUID(1, 2), List.of()));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI central(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort());
    }

    @Test
    void trustsTheMunicipalitysOwnIssuer() {
        try (HttpTransport transport = new HttpTransport(central("127.0.0.1"), Sample.session(), pem)) {
            assertThat(transport.snapshots().files()).isEmpty();
        }
    }

    @Test
    void trustsNobodyElse() {
        try (HttpTransport transport = new HttpTransport(central("127.0.0.1"), Sample.session())) {
            assertThatThrownBy(transport::snapshots).isInstanceOfSatisfying(TransportProblem.class,
                    problem -> assertThat(problem.kind()).isEqualTo(SyncStatus.Problem.CERTIFICATE));
        }
    }

    @Test
    void takesACertificateOnlyForTheNameItWasMadeFor() {
        try (HttpTransport transport = new HttpTransport(central("localhost"), Sample.session(), pem)) {
            assertThatThrownBy(transport::snapshots).isInstanceOfSatisfying(TransportProblem.class,
                    problem -> assertThat(problem.kind()).isEqualTo(SyncStatus.Problem.CERTIFICATE));
        }
    }

    @Test
    void refusesAFileWithoutCertificates() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> new HttpTransport(central("127.0.0.1"), Sample.session(), empty))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
