package se.trepart.installer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.applications.ApplicationsViewModel;
import se.trepart.central.CentralConfig;
import se.trepart.central.CentralServer;
import se.trepart.central.admin.CentralAdmin;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.WorkstationStore;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.HttpTransport;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.application.ReceivedApplication;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A municipality on one machine: PostgreSQL, the central store on loopback, and a workstation for whoever sits down. State survives a
 * restart.
 */
public final class DemoOffice implements AutoCloseable {

    private static final long SEED = 2026;
    static final String DATABASE = "trepart";

    private final DemoHome home;
    private final Clock clock;
    private final DemoIssuer issuer;
    private final DemoPostgres postgres;
    private final CentralServer server;
    private final List<Staff> staff;

    private DemoOffice(DemoHome home, Clock clock, DemoIssuer issuer, DemoPostgres postgres, CentralServer server, List<Staff> staff) {
        this.home = home;
        this.clock = clock;
        this.issuer = issuer;
        this.postgres = postgres;
        this.server = server;
        this.staff = staff;
    }

    /**
     * Opens the office in a folder, made and filled the first time.
     *
     * @param afresh throws away what is there first
     * @throws DemoOfficeBusy when it is open already
     */
    public static DemoOffice open(Path folder, boolean afresh, Clock clock) throws IOException {
        DemoHome home = DemoHome.open(folder, afresh);
        DemoPostgres postgres = DemoPostgres.start(home.folder().resolve("postgres"));
        String password = PrivateFile.random(home.folder().resolve("service.password"));
        DemoIssuer issuer = DemoIssuer.open(home.folder());
        List<Staff> staff;
        try {
            prepare(postgres, password);
            staff = fill(home.folder(), postgres, password, clock);
        } catch (SQLException e) {
            throw new IOException("the demo office's database cannot be prepared", e);
        }
        CentralServer server = CentralServer.start(new CentralConfig("127.0.0.1", 0, postgres.jdbcUrl(DATABASE), password,
                DemoIssuer.ISSUER, DemoIssuer.AUDIENCE, issuer.publicKeys().toString(), null));
        return new DemoOffice(home, clock, issuer, postgres, server, staff);
    }

    public List<Staff> staff() {
        return staff;
    }

    /** Where the e-service puts its files. */
    public Path inbox() {
        return home.folder().resolve("e-tjänst");
    }

    /** A seat at a workstation: whoever sits down there finds the same cache again. */
    public Seat sit(Staff person, int workstation) throws IOException {
        Path folder = home.folder().resolve("arbetsplats-" + workstation).resolve(person.subject());
        Files.createDirectories(folder);
        Path device = folder.resolve("device");
        if (!Files.exists(device)) {
            Files.writeString(device, UUID.randomUUID().toString());
        }
        Session session = new DemoSession(person, UUID.fromString(Files.readString(device)), issuer, clock);
        HttpTransport transport = new HttpTransport(URI.create("http://127.0.0.1:" + server.port()), session);
        Workstation opened = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session, transport, clock,
                new Ids());
        if (opened.drafts().find(ApplicationsViewModel.WATCHED).isEmpty()) {
            opened.drafts().keep(ApplicationsViewModel.WATCHED, inbox().toString());
        }
        return new Seat(session, opened, transport);
    }

    /** Who sits where. */
    public record Seat(Session session, Workstation workstation, HttpTransport transport) implements AutoCloseable {

        @Override
        public void close() {
            workstation.close();
            transport.close();
        }
    }

    @Override
    public void close() {
        server.close();
        postgres.close();
        try {
            home.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void prepare(DemoPostgres postgres, String servicePassword) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), DemoPostgres.OWNER, postgres.password());
                Statement sql = connection.createStatement()) {
            boolean there;
            try (ResultSet found = sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                there = found.next();
            }
            if (!there) {
                sql.execute("create database " + DATABASE);
            }
        }
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(postgres.jdbcUrl(DATABASE));
        owner.setUser(DemoPostgres.OWNER);
        owner.setPassword(postgres.password());
        CentralAdmin.init(owner, servicePassword);
    }

    /** The documents go in the first time only; the staff are the same each time. */
    private static List<Staff> fill(Path folder, DemoPostgres postgres, String servicePassword, Clock clock) throws IOException {
        Path filled = folder.resolve("filled-on");
        LocalDate day = Files.exists(filled) ? LocalDate.parse(Files.readString(filled)) : LocalDate.now(clock);
        DemoMunicipality municipality = DemoMunicipality.of(SEED, day);
        if (!Files.exists(filled)) {
            List<Document> all = new ArrayList<>(municipality.units());
            all.addAll(municipality.staff());
            all.addAll(municipality.documents());
            try (CentralAdmin admin = CentralAdmin.connect(postgres.jdbcUrl(DATABASE), servicePassword)) {
                admin.importDocuments(all);
            }
            Path inbox = Files.createDirectories(folder.resolve("e-tjänst"));
            for (ReceivedApplication received : municipality.waiting()) {
                Files.writeString(inbox.resolve("ansokan-" + received.id() + ".json"), DemoForm.of(received));
            }
            Files.writeString(filled, day.toString());
        }
        return municipality.staff();
    }
}
