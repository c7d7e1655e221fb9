package se.trepart.installer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.central.CentralConfig;
import se.trepart.central.CentralServer;
import se.trepart.central.admin.CentralAdmin;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.HttpTransport;
import se.trepart.local.sync.Transport;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionStatus;

/**
 * A real office for tests: PostgreSQL, the central store on loopback, and as many workstations as a test wants. The central store can be
 * stopped and started again on its port.
 */
public final class TestOffice implements AutoCloseable {

    private static final int CASES = 10;
    /** a test sits the same person down more often than anybody does */
    private static final int WORKSTATIONS = 10_000;
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Path home;
    private DemoPostgres postgres;
    private final String password;
    private final DemoMunicipality municipality;
    private CentralServer central;
    private boolean running = true;
    private final int port;

    private TestOffice(Path home, DemoMunicipality municipality) throws IOException, SQLException {
        this.home = home;
        this.municipality = municipality;
        postgres = DemoPostgres.start(home.resolve("postgres"));
        password = PrivateFile.random(home.resolve("service.password"));
        DemoOffice.prepare(postgres, password);
        give(municipality.units());
        give(municipality.staff());
        central = central(0);
        port = central.port();
    }

    /** With its units, staff, settings and checklists, and no case. */
    public static TestOffice empty(Path home) throws IOException, SQLException {
        DemoMunicipality municipality = DemoMunicipality.of(1, TODAY);
        TestOffice office = new TestOffice(home, municipality);
        office.give(municipality.documents().stream().filter(document -> document.caseId() == null).toList());
        return office;
    }

    /** With a handful of cases in the units Ekonomi and Unga. */
    public static TestOffice withAFewCases(Path home) throws IOException, SQLException {
        TestOffice office = empty(home);
        Set<UUID> few = new java.util.LinkedHashSet<>(toApprove(office.municipality).subList(0, 2));
        few.addAll(casesOf(office.municipality, DemoStaff.ECONOMY).subList(0, CASES));
        few.addAll(casesOf(office.municipality, DemoStaff.YOUTH).subList(0, 2));
        office.give(office.municipality.documents().stream().filter(document -> few.contains(document.caseId())).toList());
        return office;
    }

    /** The few cases of Ekonomi that have no decision waiting. */
    public List<UUID> cases() {
        return casesOf(municipality, DemoStaff.ECONOMY).subList(0, CASES);
    }

    /** Cases in Ekonomi with a decision that waits for its decider. */
    public static List<UUID> toApprove(DemoMunicipality municipality) {
        return municipality.documents()
                .stream()
                .filter(document -> document instanceof Decision decision && decision.status() == DecisionStatus.SENT
                        && decision.unitId().equals(DemoStaff.ECONOMY.id()))
                .map(Document::caseId)
                .distinct()
                .toList();
    }

    public List<UUID> toApprove() {
        return toApprove(municipality);
    }

    private static List<UUID> casesOf(DemoMunicipality municipality, Unit unit) {
        List<UUID> toApprove = toApprove(municipality);
        return municipality.documents()
                .stream()
                .filter(document -> document.caseId() != null && document.unitId().equals(unit.id()))
                .map(Document::caseId)
                .distinct()
                .filter(id -> !toApprove.contains(id))
                .toList();
    }

    /** A file as the e-service hands it over, of somebody made up; the same each time. */
    public static ReceivedApplication applicationFile(Path file) throws IOException {
        ReceivedApplication received = DemoMunicipality.of(1, TODAY).waiting().getFirst();
        Files.writeString(file, DemoForm.of(received));
        return received;
    }

    /** Into the central store, beside the workstations. */
    public void give(Collection<? extends Document> documents) {
        try (CentralAdmin admin = admin()) {
            admin.importDocuments(documents);
        }
    }

    /** As the central store's administrator; to be closed. */
    public CentralAdmin admin() {
        return CentralAdmin.connect(jdbcUrl(), password);
    }

    /** What the central store otherwise does once an hour. */
    public void buildSnapshots() {
        try (CentralAdmin admin = CentralAdmin.connect(jdbcUrl(), password)) {
            admin.buildSnapshots();
        }
    }

    /** The database of the central store. */
    public String jdbcUrl() {
        return postgres.jdbcUrl(DemoOffice.DATABASE);
    }

    private CentralServer central(int onPort) throws IOException {
        return CentralServer.start(config(home, jdbcUrl(), password, onPort));
    }

    /** How the central store of the office in this folder is set up. */
    static CentralConfig config(Path home, String jdbcUrl, String password, int port) throws IOException {
        return new CentralConfig("127.0.0.1", port, jdbcUrl, password, DemoSession.ISSUER, DemoIssuer.AUDIENCE,
                DemoIssuer.open(home).publicKeys().toString(), null).allowing(WORKSTATIONS);
    }

    /** Signed in as this person at this workstation, with tokens that the office's central store takes. */
    public static Session session(Path home, Staff person, UUID device) throws IOException {
        return new DemoSession(person, device, DemoIssuer.open(home), Clock.systemDefaultZone());
    }

    public void stopCentral() {
        central.close();
        running = false;
    }

    /** On its port again; nothing happens when it runs. */
    public void startCentral() throws IOException {
        if (!running) {
            central = central(port);
            running = true;
        }
    }

    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    /** A new workstation, with an empty store. */
    public Seat sit(Staff person) throws IOException {
        return sit(person, way -> way);
    }

    public Seat sit(Staff person, UnaryOperator<Transport> way) throws IOException {
        return seat(home, port, Files.createTempDirectory(home, "arbetsplats-"), person, UUID.randomUUID(), way);
    }

    /** The workstation with the store in this folder again. */
    public Seat sitAgain(Path folder, Staff person, UUID device) throws IOException {
        return seat(home, port, folder, person, device, way -> way);
    }

    /** Also from another process, by the office's home and port. */
    public static Seat seat(Path home, int port, Path folder, Staff person, UUID device, UnaryOperator<Transport> way) throws IOException {
        return seat(home, port, folder, person, device, way, Clock.systemDefaultZone());
    }

    public static Seat seat(Path home, int port, Path folder, Staff person, UUID device, UnaryOperator<Transport> way, Clock clock)
            throws IOException {
        Session session = session(home, person, device);
        Transport transport = way.apply(new HttpTransport(URI.create("http://127.0.0.1:" + port), session));
        return new Seat(folder, session,
                WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session, transport, clock, new Ids()));
    }

    /** Who sits where, and the workstation there. */
    public record Seat(Path folder, Session session, Workstation store) implements AutoCloseable {

        public Staff person() {
            return session.staff();
        }

        public UUID device() {
            return session.device();
        }

        /** Waits until everything has been sent and fetched once. */
        public Seat synced() {
            await("everything fetched and sent", Duration.ofSeconds(60), () -> {
                var status = store.sync().status();
                return status.lastSuccess() != null && status.unsent() == 0;
            });
            return this;
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** @throws AssertionError when it has not come true within the time */
    public static void await(String what, Duration within, BooleanSupplier fact) {
        long end = System.nanoTime() + within.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + within.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A copy of the database's files as they are now, as a backup at night; the central store stands still meanwhile. */
    public void backUpTo(Path copy) throws IOException {
        atRest(() -> copy(home.resolve("postgres").resolve("data"), copy));
    }

    /** Puts the copy in the place of the database, and tells the central store that it has gone back in time. */
    public void restoreFrom(Path copy) throws IOException {
        Path data = home.resolve("postgres").resolve("data");
        atRest(() -> {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            copy(copy, data);
        });
        try (CentralAdmin admin = CentralAdmin.connect(jdbcUrl(), password)) {
            admin.newEpoch();
        }
    }

    /** As its administrator would, also when PostgreSQL has ended itself because it could not write its log. */
    public void restartDatabase() throws IOException {
        stopCentral();
        try {
            postgres.close();
        } catch (UncheckedIOException ended) {
            // there is nothing to stop
        }
        postgres = DemoPostgres.start(home.resolve("postgres"));
        startCentral();
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private void atRest(FileWork work) throws IOException {
        boolean ran = running;
        if (ran) {
            stopCentral();
        }
        postgres.close();
        work.run();
        postgres = DemoPostgres.start(home.resolve("postgres"));
        if (ran) {
            startCentral();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                // the rights of the files go along: PostgreSQL refuses a folder that others may read
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The first break of the audit chain; empty when it holds. */
    public boolean auditHolds() {
        try (CentralAdmin admin = CentralAdmin.connect(jdbcUrl(), password)) {
            return admin.verify().isEmpty();
        }
    }

    /** The texts that a query finds. */
    public List<String> texts(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl() + "?currentSchema=trepart", DemoPostgres.OWNER,
                postgres.password()); ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** What a query in the central store's database counts; the arguments are ids. */
    public long count(String query, UUID... ids) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl() + "?currentSchema=trepart", DemoPostgres.OWNER,
                postgres.password()); PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setObject(i + 1, ids[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Which of the documents the central store has more or fewer versions of than one: written twice, or never. */
    public List<UUID> notWrittenOnce(Collection<UUID> documents) throws SQLException {
        List<UUID> wrong = new ArrayList<>();
        for (UUID id : documents.stream().collect(Collectors.toCollection(java.util.LinkedHashSet::new))) {
            if (count("select count(*) from entity_version where id = ?", id) != 1) {
                wrong.add(id);
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        if (running) {
            central.close();
        }
        postgres.close();
    }
}
