package se.trepart.installer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

import se.trepart.installer.demo.CentralProcess;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.probe.RawHttp;
import se.trepart.installer.probe.RawHttp.Answer;
import se.trepart.local.signin.Session;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Phase;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.Patch;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Result;
import se.trepart.wire.PushRequest;

/**
 * A large municipality's working day: so many workstations, each saving a changed letter every ten seconds and waiting for its unit's news
 * at the same time, over HTTP with tokens of their own. The central store is a process of its own; the workstations are light, so that what
 * is measured is the store, its PostgreSQL and the wire. All share the machine's processors.
 */
final class LoadBench {

    private static final int WORKSTATIONS = Integer.getInteger("load.workstations", 500);
    private static final int IN_A_UNIT = Integer.getInteger("load.unit", 20);
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("load.seconds", 3_600));
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SETTLES = Duration.ofSeconds(20);
    private static final LocalDate DAY = TestOffice.TODAY;

    private final Map<UUID, Long> savedAt = new ConcurrentHashMap<>();
    private final Waits saves = new Waits();
    private final Waits propagations = new Waits();
    private final AtomicLong failures = new AtomicLong();
    private volatile String firstFailure = "";
    private volatile boolean measuring;
    private volatile boolean over;

    private LoadBench() {}

    public static void main(String[] none) throws Exception {
        Path home = Files.createTempDirectory("trepart-load-");
        try (TestOffice office = TestOffice.empty(home)) {
            office.stopCentral();
            new LoadBench().run(office);
        } finally {
            Scratch.delete(home);
        }
        System.exit(0);
    }

    private void run(TestOffice office) throws IOException, InterruptedException {
        List<Document> documents = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i * IN_A_UNIT < WORKSTATIONS; i++) {
            units.add(new Unit(UUID.randomUUID(), Unit.MUNICIPALITY, "Enhet " + i, Unit.UnitKind.RUNNING, DAY));
        }
        documents.addAll(units);
        List<Staff> people = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < WORKSTATIONS; i++) {
            Unit unit = units.get(i / IN_A_UNIT);
            Staff person = new Staff(UUID.randomUUID(), Unit.MUNICIPALITY, "person" + i, "Person " + i, "", "", List.of(Role.CASEWORKER),
                    List.of(unit.id()), List.of(), true, DAY);
            CaseFile file = new CaseFile(UUID.randomUUID(), unit.id(), "2026-" + i, person.id(), Phase.RUNNING, DAY, DAY, null, null);
            Letter letter = new Letter(UUID.randomUUID(), unit.id(), file.id(), UUID.randomUUID(), LetterKind.GRANTED, DAY, person.id(),
                    UUID.randomUUID(), "1", "skäl ".repeat(120), "", null, null, "", null);
            people.add(person);
            letters.add(letter);
            documents.addAll(List.of(person, file, letter));
        }
        office.give(documents);
        try (CentralProcess central = CentralProcess.start(office, "-Xmx512m")) {
            PostgresProcesses postgres = PostgresProcesses.of(office.home());
            for (int i = 0; i < WORKSTATIONS; i++) {
                Workstation workstation = new Workstation(central.port(),
                        TestOffice.session(office.home(), people.get(i), UUID.randomUUID()), letters.get(i));
                Thread.ofVirtual().start(() -> repeat(workstation::poll));
                Thread.ofVirtual().start(() -> repeat(workstation::save));
            }
            Thread.sleep(SETTLES);
            measuring = true;
            Use before = use(central, postgres);
            long end = System.nanoTime() + LASTS.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(Math.min(60_000, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
                System.out.println(Instant.now() + " saves " + saves + ", propagation " + propagations + ", failures " + failures + " "
                        + firstFailure);
            }
            measuring = false;
            print(before, use(central, postgres));
            over = true;
        }
    }

    /** What the processes have used and hold. */
    private record Use(Instant at, double central, double postgres, double us, long centralMegabytes, long postgresMegabytes) {}

    private static Use use(CentralProcess central, PostgresProcesses postgres) throws IOException {
        return new Use(Instant.now(), seconds(central.process().toHandle()), postgres.processorSeconds(), seconds(ProcessHandle.current()),
                PostgresProcesses.megabytes(central.process().pid(), "Rss"), postgres.megabytes());
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    private void print(Use before, Use after) {
        double lasted = Duration.between(before.at, after.at).toMillis() / 1000.0;
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("workstations, in units of " + IN_A_UNIT, String.valueOf(WORKSTATIONS));
        rows.put("minutes", figure(lasted / 60));
        rows.put("saves, a second", saves.count() + ", " + figure(saves.count() / lasted));
        rows.put("news delivered, a second", propagations.count() + ", " + figure(propagations.count() / lasted));
        rows.put("failed requests", String.valueOf(failures));
        rows.put("a save, ms: p50 / p95 / p99 / max", saves.toString());
        rows.put("from the save to a colleague in the unit, ms: p50 / p95 / p99 / max", propagations.toString());
        rows.put("processors used by the central store", figure((after.central - before.central) / lasted));
        rows.put("processors used by PostgreSQL", figure((after.postgres - before.postgres) / lasted));
        rows.put("processors used by the workstations here", figure((after.us - before.us) / lasted));
        rows.put("memory of the central store (RSS), MB, at start and end", before.centralMegabytes + ", " + after.centralMegabytes);
        rows.put("memory of PostgreSQL (PSS of all its processes), MB, at start and end",
                before.postgresMegabytes + ", " + after.postgresMegabytes);
        System.out.println("\n| what | figure |\n|---|---|");
        rows.forEach((what, figure) -> System.out.println("| " + what + " | " + figure + " |"));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void repeat(Work work) {
        while (!over) {
            try {
                work.run();
            } catch (IOException | RuntimeException failed) {
                if (measuring) {
                    failures.incrementAndGet();
                    firstFailure = firstFailure.isEmpty() ? failed.toString() : firstFailure;
                }
                pause(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The protocol's side of a workstation: where it is in the feed, and its letter. */
    private final class Workstation {

        private final int port;
        private final Session session;
        private RawHttp polling;
        private RawHttp saving;
        private UUID epoch;
        private long cursor;
        private JsonNodeLetter letter;
        private long clientSeq;

        Workstation(int port, Session session, Letter letter) {
            this.port = port;
            this.session = session;
            this.letter = new JsonNodeLetter(letter, 1);
        }

        private record JsonNodeLetter(Letter letter, long version) {}

        private synchronized void meet() throws IOException {
            if (epoch == null) {
                BootstrapPage page = read(ask(new RawHttp(port, 60_000), "GET", Protocol.BOOTSTRAP + "?limit=1", new byte[0]),
                        BootstrapPage.class);
                cursor = page.head0();
                epoch = page.epoch();
                pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100)));
            }
        }

        void poll() throws IOException {
            meet();
            if (polling == null) {
                polling = new RawHttp(port, 60_000);
            }
            try {
                ChangesPage page = read(
                        ask(polling, "GET", Protocol.CHANGES + "?epoch=" + epoch + "&since=" + cursor + "&limit=1000&wait=25", new byte[0]),
                        ChangesPage.class);
                long now = System.nanoTime();
                cursor = page.to();
                for (Entry entry : page.entries()) {
                    Long saved = savedAt.get(entry.id());
                    if (saved != null && measuring && !entry.id().equals(letter.letter.id())) {
                        propagations.add(now - saved);
                    }
                }
            } catch (IOException | RuntimeException failed) {
                polling.close();
                polling = null;
                throw failed;
            }
        }

        void save() throws IOException, InterruptedException {
            if (clientSeq == 0) {
                Thread.sleep(ThreadLocalRandom.current().nextLong(EVERY.toMillis()));
                meet();
                saving = new RawHttp(port, 60_000);
            }
            long began = System.nanoTime();
            Letter before = letter.letter;
            Letter after = before.edit("skäl ".repeat(119) + clientSeq, "");
            Operation operation = new Operation(UUID.randomUUID(), ++clientSeq, UUID.randomUUID(), before.documentType().name(),
                    before.id(), Operation.Kind.PATCH, null, null, letter.version,
                    Patch.between(DocumentJson.write(before), DocumentJson.write(after)), null, Protocol.SCHEMA, Instant.now());
            byte[] body = Json.MAPPER.writeValueAsBytes(new PushRequest(epoch, List.of(operation)));
            long start = System.nanoTime();
            savedAt.put(before.id(), start);
            PushReply reply = read(ask(saving, "POST", Protocol.OPERATIONS, body), PushReply.class);
            if (measuring) {
                saves.add(System.nanoTime() - start);
            }
            PushReply.Outcome outcome = reply.outcomes().getFirst();
            if (outcome.result() != Result.APPLIED) {
                throw new IllegalStateException("not applied: " + outcome.result() + " " + outcome.reason());
            }
            letter = new JsonNodeLetter(after, outcome.version());
            Thread.sleep(EVERY.minusNanos(System.nanoTime() - began));
        }

        private Answer ask(RawHttp way, String method, String target, byte[] body) throws IOException {
            return way.ask(method, target,
                    Map.of("Authorization", "Bearer " + session.token(), Protocol.PROTOCOL_HEADER, String.valueOf(Protocol.VERSION),
                            Protocol.SCHEMA_HEADER, String.valueOf(Protocol.SCHEMA), Protocol.DEVICE_HEADER, session.device().toString(),
                            "Accept-Encoding", "gzip", "Content-Type", "application/json"),
                    body);
        }

        private static <T> T read(Answer answer, Class<T> type) {
            if (answer.status() != 200) {
                throw new IllegalStateException("status " + answer.status());
            }
            return Json.MAPPER.readValue(answer.body(), type);
        }
    }

    /** How long things took, in tenths of milliseconds; what takes longer than a minute counts as a minute. */
    private static final class Waits {

        private final AtomicIntegerArray tenths = new AtomicIntegerArray(600_001);

        void add(long nanos) {
            tenths.incrementAndGet((int) Math.min(600_000, nanos / 100_000));
        }

        long count() {
            long count = 0;
            for (int i = 0; i < tenths.length(); i++) {
                count += tenths.get(i);
            }
            return count;
        }

        private double at(double part) {
            long wanted = Math.max(1, (long) Math.ceil(part * count()));
            long count = 0;
            for (int i = 0; i < tenths.length(); i++) {
                count += tenths.get(i);
                if (count >= wanted) {
                    return i / 10.0;
                }
            }
            return 0;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f / %.1f / %.1f", at(0.5), at(0.95), at(0.99), at(1));
        }
    }
}
