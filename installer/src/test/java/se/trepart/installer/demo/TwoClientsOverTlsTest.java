package se.trepart.installer.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.central.CentralConfig;
import se.trepart.central.CentralServer;
import se.trepart.central.admin.CentralAdmin;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.sync.HttpTransport;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two workstations and the central store over HTTPS, with an issuer of certificates that only the municipality knows. */
class TwoClientsOverTlsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void seeEachOthersChangesAndTrustNobodyElse() throws Exception {
        UUID unit = UUID.randomUUID();
        Staff anna = staff(UUID.randomUUID(), "anna", unit);
        Staff bengt = staff(UUID.randomUUID(), "bengt", unit);
        DemoIssuer issuer = DemoIssuer.open(folder);
        try (DemoPostgres postgres = DemoPostgres.start(folder.resolve("postgres"));
                CentralServer server = central(postgres, issuer,
                        List.of(new Unit(unit, Unit.MUNICIPALITY, "Norr", Unit.UnitKind.RUNNING, DAY)), List.of(anna, bengt))) {
            URI address = URI.create("https://localhost:" + server.port());
            meet(address, folder.resolve("tls.crt"), issuer, anna, bengt, unit);
            // without the pinned issuer nothing is sent at all
            try (Workstation stranger = open(address, null, issuer, anna)) {
                await(() -> stranger.sync().status().problem() == SyncStatus.Problem.CERTIFICATE);
            }
        }
    }

    /** Against a store that was installed by the runbook, see storage/central/README.md. */
    @Test
    @EnabledIfSystemProperty(named = "trepart.central", matches = "https://.+")
    void meetAtAnInstalledStore() throws Exception {
        UUID unit = UUID.fromString(System.getProperty("trepart.unit"));
        meet(URI.create(System.getProperty("trepart.central")), Path.of(System.getProperty("trepart.ca")),
                DemoIssuer.open(Path.of(System.getProperty("trepart.issuer"))),
                staff(UUID.fromString(System.getProperty("trepart.anna")), "anna", unit),
                staff(UUID.fromString(System.getProperty("trepart.bengt")), "bengt", unit), unit);
    }

    /** Makes the issuer's key for the test above and writes its public half where {@code jwks.file} wants it. */
    @Test
    @EnabledIfSystemProperty(named = "trepart.jwks", matches = ".+")
    void makesAnIssuer() throws IOException {
        Files.writeString(Path.of(System.getProperty("trepart.jwks")),
                DemoIssuer.open(Path.of(System.getProperty("trepart.issuer"))).publicKeys().toString());
    }

    private void meet(URI address, Path trusted, DemoIssuer issuer, Staff anna, Staff bengt, UUID unit) throws Exception {
        CaseFile file = new CaseFile(new Ids().get(), unit, "2026-00417", null, Phase.INTAKE, DAY, DAY, null, null);
        CaseFile taken = new CaseFile(file.id(), unit, "2026-00417", bengt.id(), Phase.INTAKE, DAY, DAY, null, null);
        try (Workstation one = open(address, trusted, issuer, anna); Workstation two = open(address, trusted, issuer, bengt)) {
            await(() -> one.sync().status().lastSuccess() != null && two.sync().status().lastSuccess() != null);
            one.documents().save(Intent.create(file));
            await(() -> two.documents().find(CaseFile.class, file.id()).isPresent());
            two.documents().save(Intent.change(file, taken));
            await(() -> one.documents().find(CaseFile.class, file.id()).equals(Optional.of(taken)));
        }
    }

    private Workstation open(URI address, Path trusted, DemoIssuer issuer, Staff who) throws IOException {
        Path home = Files.createDirectories(folder.resolve(who.subject() + UUID.randomUUID()));
        DemoSession session = new DemoSession(who, UUID.randomUUID(), issuer, Clock.systemUTC());
        return WorkstationStore.open(home, new UnprotectedVault(home.resolve("keys")), session,
                new HttpTransport(address, session, trusted), Clock.systemUTC(), new Ids());
    }

    private CentralServer central(DemoPostgres postgres, DemoIssuer issuer, List<Unit> units, List<Staff> staff) throws Exception {
        String password = PrivateFile.random(folder.resolve("service.password"));
        DemoOffice.prepare(postgres, password);
        String url = postgres.jdbcUrl(DemoOffice.DATABASE);
        try (CentralAdmin admin = CentralAdmin.connect(url, password)) {
            admin.importDocuments(units);
            admin.importDocuments(staff);
        }
        return CentralServer.start(new CentralConfig("127.0.0.1", 0, url, password, DemoSession.ISSUER, DemoIssuer.AUDIENCE,
                issuer.publicKeys().toString(), certificate()));
    }

    private CentralConfig.Tls certificate() throws Exception {
        Path store = folder.resolve("tls.p12");
        assertThat(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "t",
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit").start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        return new CentralConfig.Tls(pem("tls.crt", "CERTIFICATE", keys.getCertificate("t").getEncoded()),
                pem("tls.key", "PRIVATE KEY", keys.getKey("t", "changeit".toCharArray()).getEncoded()));
    }

    private Path pem(String name, String what, byte[] content) throws IOException {
        return Files.writeString(folder.resolve(name), "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content) + "\n-----END " + what + "-----\n");
    }

    private static Staff staff(UUID id, String name, UUID unit) {
        return new Staff(id, Unit.MUNICIPALITY, name, name, "", "", List.of(Role.CASEWORKER), List.of(unit), List.of(), true, DAY);
    }

    private static void await(java.util.function.BooleanSupplier what) throws InterruptedException {
        for (long until = System.nanoTime() + LONG.toNanos(); !what.getAsBoolean(); Thread.sleep(50)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
        }
    }
}
