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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;

import se.trepart.app.applications.ApplicationsViewModel;
import se.trepart.app.signin.WorkstationConfig;
import se.trepart.central.CentralConfig;
import se.trepart.central.CentralServer;
import se.trepart.central.admin.CentralAdmin;
import se.trepart.local.Ids;
import se.trepart.local.signin.Browser;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.IdentityProvider;
import se.trepart.local.signin.Seat;
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
    private static final String MUNICIPALITY = "Exempelstad";
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration OFFLINE = Duration.ofHours(72);

    private final DemoHome home;
    private final Clock clock;
    private final DemoSignIn signIn;
    private final DemoPostgres postgres;
    private final CentralServer server;
    private final List<Staff> staff;

    private DemoOffice(DemoHome home, Clock clock, DemoSignIn signIn, DemoPostgres postgres, CentralServer server, List<Staff> staff) {
        this.home = home;
        this.clock = clock;
        this.signIn = signIn;
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
        DemoSignIn signIn = DemoSignIn.start(home.folder(), issuer, staff, clock);
        CentralServer server = CentralServer.start(new CentralConfig("127.0.0.1", 0, postgres.jdbcUrl(DATABASE), password,
                signIn.issuer().toString(), DemoIssuer.AUDIENCE, issuer.publicKeys().toString(), null));
        DemoOffice office = new DemoOffice(home, clock, signIn, postgres, server, staff);
        Files.writeString(home.folder().resolve("trepart.properties"), office.workstationConfig());
        return office;
    }

    public List<Staff> staff() {
        return staff;
    }

    /** Where the e-service puts its files. */
    public Path inbox() {
        return home.folder().resolve("e-tjänst");
    }

    /** The way in to a workstation. */
    public Entrance entrance(int workstation) {
        return new Entrance(workstationFolder(workstation), provider(), central(), null, clock, new Ids(), OFFLINE);
    }

    /**
     * A seat at a workstation, signed in the way everybody signs in: whoever sits down there finds the same cache again.
     *
     * @throws IllegalStateException on the JavaFX thread: it signs in and opens a store
     */
    public Seat sit(Staff person, int workstation) {
        return sit(person, entrance(workstation));
    }

    Seat sit(Staff person, Entrance entrance) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("sitting down takes time and the window stands still");
        }
        Entrance.Arrival arrival = entrance.signIn(browser(person), false);
        Seat seat = entrance.open(arrival, new UnprotectedVault(arrival.folder().resolve("keys")), false);
        if (seat.workstation().drafts().find(ApplicationsViewModel.WATCHED).isEmpty()) {
            seat.workstation().drafts().keep(ApplicationsViewModel.WATCHED, inbox().toString());
        }
        return seat;
    }

    Browser browser(Staff person) {
        return new DemoBrowser(person.subject());
    }

    Path workstationFolder(int workstation) {
        return home.folder().resolve("arbetsplats-" + workstation);
    }

    /** For the windows of the office itself. */
    WorkstationConfig config() {
        return new WorkstationConfig(provider(), central(), null, MUNICIPALITY, IDLE, OFFLINE, WorkstationConfig.Keys.NONE);
    }

    /** For a client that is started by itself against this office. */
    private String workstationConfig() {
        return "issuer = %s\nclient-id = %s\ncentral = %s\nmunicipality = %s\n".formatted(signIn.issuer(), DemoSignIn.CLIENT, central(),
                MUNICIPALITY);
    }

    private IdentityProvider provider() {
        return new IdentityProvider(signIn.issuer(), DemoSignIn.CLIENT, List.of(), 0);
    }

    private URI central() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
        signIn.close();
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
