package se.trepart.installer.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import se.trepart.installer.demo.CentralProcess;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.installer.probe.RawHttp;
import se.trepart.installer.probe.RawHttp.Answer;
import se.trepart.local.Ids;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.signin.Session;
import se.trepart.local.sync.HttpTransport;
import se.trepart.local.vault.PassphraseVault;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.wire.Json;
import se.trepart.wire.Leases;
import se.trepart.wire.Protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A canary of each kind of secret in each of two units: where it must not be found, it is looked for, byte by byte (I10, I11). */
@Timeout(400)
class LeakTest {

    private static final String PASSPHRASE = "kanariefagel under 7 taket";

    @TempDir
    Path home;

    /** What one unit keeps secret. */
    private record Secrets(String note, String name, PersonalNumber number, List<Document> documents) {

        List<String> words() {
            return List.of(note, name, number.value());
        }
    }

    private final Secrets economy = secrets(DemoStaff.ECONOMY, "ekonomi", "199001252387");
    private final Secrets youth = secrets(DemoStaff.YOUTH, "unga", "202101042386");

    private static Secrets secrets(Unit unit, String name, String number) {
        CaseFile file = new CaseFile(UUID.randomUUID(), unit.id(), "2026-" + name, null, Phase.RUNNING, TestOffice.TODAY, TestOffice.TODAY,
                null, null);
        String note = "kanariefagel-anteckning-" + name;
        String last = "Kanariefagel" + name;
        Person person = new Person(new PersonalNumber(number), "Kim", last, new Address("Kanariegatan 1", "123 45", "Exempelstad"), "", "",
                Protection.NONE, null);
        return new Secrets(note, last, person.number(),
                List.of(file, new Household(UUID.randomUUID(), unit.id(), file.id(), MaritalStatus.SINGLE,
                        List.of(new Adult(UUID.randomUUID(), AdultRole.APPLICANT, person, false, null)), List.of(), 0, TestOffice.TODAY),
                        new JournalNote(UUID.randomUUID(), unit.id(), file.id(), Instant.EPOCH, TestOffice.TODAY, DemoStaff.KARIN.id(),
                                NoteKind.PHONE, note, null)));
    }

    @Test
    void noSecretIsFoundWhereItDoesNotBelong() throws Exception {
        StringBuilder logged = new StringBuilder();
        Handler listening = listeningTo(logged);
        Logger.getLogger("").addHandler(listening);
        try (TestOffice office = TestOffice.empty(home)) {
            office.stopCentral();
            office.give(economy.documents);
            office.give(youth.documents);
            UUID device = UUID.randomUUID();
            Session session = TestOffice.session(home, DemoStaff.AMIRA, device);
            List<String> tokens = new ArrayList<>(List.of(session.token()));
            try (CentralProcess central = CentralProcess.start(office);
                    Seat amira = sealed(session, central.port(), home.resolve("amira")).synced()) {
                assertThat(amira.store().documents().find(JournalNote.class, youth.documents.getLast().id())).as("she may").isPresent();
                amira.store().drafts().keep("journal/utkast", "kanariefagel-utkast");
                amira.store().sync().fieldMode(true);
                CaseFile file = (CaseFile) economy.documents.getFirst();
                amira.store()
                        .documents()
                        .save(Intent.create(new JournalNote(UUID.randomUUID(), file.unitId(), file.id(), Instant.now(), TestOffice.TODAY,
                                amira.person().id(), NoteKind.OTHER, "kanariefagel-osand \u0000", null)));
                List<byte[]> unitKeys = unitKeys(central.port(), session);

                Map<String, byte[]> secrets = new LinkedHashMap<>();
                Stream.of(economy.words(), youth.words(), List.of("kanariefagel-utkast", "kanariefagel-osand", PASSPHRASE), tokens)
                        .flatMap(List::stream)
                        .forEach(word -> secrets.put(word, word.getBytes(UTF_8)));
                unitKeys.forEach(key -> secrets.put("a unit's key " + secrets.size(), key));
                assertThat(Canaries.found(home.resolve("amira"), secrets)).as("on her disk, in the clear").isEmpty();

                amira.store().sync().fieldMode(false);
                amira.synced();
                assertThat(answers(central.port(), DemoStaff.JOHAN)).as("Johan is of Ekonomi")
                        .contains(economy.note)
                        .doesNotContain(youth.words());

                Map<String, byte[]> gone = new LinkedHashMap<>();
                youth.documents.forEach(document -> gone.put(document.documentType() + " of the lost unit", bytes(document.id())));
                assertThat(Canaries.found(home.resolve("amira"), gone)).as("the search finds what is there").hasSizeGreaterThanOrEqualTo(3);
                withdraw(office);
                TestOffice.await("what is withdrawn is gone", Duration.ofSeconds(90),
                        () -> amira.store().documents().find(JournalNote.class, youth.documents.getLast().id()).isEmpty());
                amira.store().sync().now();
                amira.synced();
                TestOffice.await("and from the disk", Duration.ofSeconds(60), () -> Canaries.found(home.resolve("amira"), gone).isEmpty());
                assertThat(answers(central.port(), DemoStaff.AMIRA)).contains(economy.note).doesNotContain(youth.words());
            }
            List<String> words = new ArrayList<>(tokens);
            words.addAll(economy.words());
            words.addAll(youth.words());
            words.addAll(
                    List.of("kanariefagel-utkast", "kanariefagel-osand", PASSPHRASE, Files.readString(home.resolve("service.password"))));
            assertThat(Files.readString(CentralProcess.log(office))).as("the central store's log").isNotEmpty().doesNotContain(words);
            assertThat(logged.toString()).as("the workstation's log").doesNotContain(words);
            assertThat(Files.readString(home.resolve("postgres").resolve("postgres.log"))).as("PostgreSQL's log").doesNotContain(words);
            assertThat(crashDumps()).isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
    }

    /** A workstation whose keys lie under the person's passphrase. */
    private static Seat sealed(Session session, int port, Path folder) {
        return new Seat(folder, session,
                WorkstationStore.open(folder, new PassphraseVault(folder.resolve("keys"), PASSPHRASE.toCharArray()), session,
                        new HttpTransport(URI.create("http://127.0.0.1:" + port), session), Clock.systemDefaultZone(), new Ids()));
    }

    private static void withdraw(TestOffice office) {
        Staff amira = DemoStaff.AMIRA;
        office.give(List.of(new Staff(amira.id(), amira.unitId(), amira.subject(), amira.name(), amira.title(), amira.phone(),
                amira.roles(), List.of(DemoStaff.ECONOMY.id()), List.of(), true, amira.since())));
    }

    /** Everything the central store says to this person, as one text. */
    private String answers(int port, Staff person) throws IOException {
        Session session = TestOffice.session(home, person, UUID.randomUUID());
        StringBuilder all = new StringBuilder();
        for (String target : List.of(Protocol.CHANGES + "?since=0&limit=2000", Protocol.BOOTSTRAP + "?limit=2000", Protocol.SNAPSHOTS,
                Protocol.SNAPSHOTS.replace("snapshots", "snapshot") + "/" + DemoStaff.YOUTH.id() + "?seq=1",
                Protocol.BOOTSTRAP + "?only=protected&limit=2000", Protocol.LEASES)) {
            all.append(new String(ask(port, session, target).body(), UTF_8));
        }
        return all.toString();
    }

    private static List<byte[]> unitKeys(int port, Session session) throws IOException {
        Answer answer = ask(port, session, Protocol.LEASES);
        return answer.status() == 200
                ? Json.MAPPER.readValue(answer.body(), Leases.class).leases().stream().map(Leases.Lease::key).toList()
                : List.of();
    }

    private static Answer ask(int port, Session session, String target) throws IOException {
        try (RawHttp http = new RawHttp(port, 20_000)) {
            return http.ask("GET", target, Map.of("Authorization", "Bearer " + session.token(), Protocol.DEVICE_HEADER,
                    session.device().toString(), Protocol.PROTOCOL_HEADER, String.valueOf(Protocol.VERSION)), new byte[0]);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static Handler listeningTo(StringBuilder logged) {
        return new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                logged.append(entry.getMessage());
                if (entry.getParameters() != null) {
                    logged.append(List.of(entry.getParameters()));
                }
                if (entry.getThrown() != null) {
                    ByteArrayOutputStream stack = new ByteArrayOutputStream();
                    entry.getThrown().printStackTrace(new java.io.PrintStream(stack, true, UTF_8));
                    logged.append(stack.toString(UTF_8));
                }
            }

            @Override
            public void flush() {
                // it is all in memory
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private List<Path> crashDumps() throws IOException {
        try (Stream<Path> here = Files.walk(home); Stream<Path> there = Files.list(Path.of("").toAbsolutePath())) {
            return Stream.concat(here, there)
                    .filter(file -> file.getFileName().toString().matches("hs_err.*|.*\\.hprof|core(\\.\\d+)?|replay_pid.*"))
                    .toList();
        }
    }
}
