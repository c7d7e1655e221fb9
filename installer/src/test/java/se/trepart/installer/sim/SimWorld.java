package se.trepart.installer.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.central.sync.EntityKey;
import se.trepart.local.vault.Keys;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/**
 * A municipality in one thread: three to eight workstations and the central store, a virtual clock, and everything that happens drawn from
 * one seed. The same seed gives the same world, step by step; {@link #hash} tells.
 */
final class SimWorld implements AutoCloseable {

    private static final long START = Instant.parse("2026-11-02T08:00:00Z").toEpochMilli();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final long MINUTE = 60_000;
    /** L1: how long after the last fault everything must have come to rest, without anybody writing anything */
    private static final long REST = 5 * MINUTE;
    /** what can happen without anybody laying hands on the database */
    private static final int[] NO_DISASTERS = {3, 4, 5, 5, 6, 7, 9, 10};
    private static final long YEAR = 365L * 24 * 60 * MINUTE;

    final long seed;
    final Random random;
    final Schedule schedule = new Schedule(START);
    final Keys keys;
    final Mutation mutation;
    final SimCentral central;
    final List<SimClient> clients = new ArrayList<>();
    final List<UUID> units = new ArrayList<>();
    final List<EntityKey[]> pairs = new ArrayList<>();
    final Map<UUID, String> canaries = new LinkedHashMap<>();
    final int page;
    /** bytes of a file that come in one answer */
    final int piece;
    private final Path home;
    private final Path template;
    private Faults faults;
    private long calmAt;
    private long serverDownUntil;
    private boolean clocksWrong;
    private int ids;
    private int tokens;
    private long hash = 0xcbf29ce484222325L;
    private final boolean tell = Boolean.getBoolean("sim.trace");
    private int steps;

    SimWorld(long seed, Mutation mutation, Ground ground) {
        this.seed = seed;
        this.mutation = mutation;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.keys = ground.keys();
        this.template = ground.template();
        this.home = ground.world();
        this.faults = Faults.NONE;
        this.piece = random.nextBoolean() ? 1 << 20 : 300 + random.nextInt(1000);
        this.page = random.nextInt(3) == 0 ? 1000 : 1 + random.nextInt(8);
        central = new SimCentral(this);
        found();
        int count = 3 + Math.min(random.nextInt(6), Math.min(random.nextInt(6), random.nextInt(6)));
        for (int i = 0; i < count; i++) {
            List<UUID> theirs = switch (i % 4) {
                case 0 -> units;
                case 1, 3 -> units.subList(0, 1);
                default -> units.subList(1, 2);
            };
            Staff staff = staff("s" + i, theirs);
            central.administer(List.of(staff));
            clients.add(new SimClient(this, "c" + i, staff, home));
        }
        faults = mutation.faults(random);
    }

    private void found() {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            UUID unit = id();
            units.add(unit);
            documents.add(new Unit(unit, Unit.MUNICIPALITY, "unit " + i, Unit.UnitKind.RUNNING, DAY));
            CaseFile left = caseFile(unit);
            CaseFile right = numbered(caseFile(unit), left.number());
            pairs.add(new EntityKey[]{new EntityKey("CASE_FILE", left.id()), new EntityKey("CASE_FILE", right.id())});
            canaries.put(unit, "canary" + i);
            JournalNote canary = new JournalNote(id(), unit, left.id(), Instant.EPOCH, DAY, unit, JournalNote.NoteKind.OTHER, "canary" + i,
                    null);
            CaseFile file = caseFile(unit);
            documents.addAll(List.of(left, right, canary, file, household(file)));
        }
        central.administer(documents);
    }

    /**
     * Lives through it, then lets everything come to rest.
     *
     * @throws Broken when an invariant does not hold
     */
    SimWorld run() {
        int actions = 8 + random.nextInt(14);
        long horizon = MINUTE / 3 + random.nextInt((int) MINUTE);
        calmAt = schedule.now() + horizon;
        for (int i = 0; i < actions; i++) {
            SimClient client = clients.get(random.nextInt(clients.size()));
            schedule.in(random.nextLong(horizon), () -> new SimUser(this, client).act());
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            schedule.in(random.nextLong(horizon), this::somethingHappens);
        }
        schedule.pass(horizon);
        faults = Faults.NONE;
        serverDownUntil = 0;
        trace("calm");
        Rest rest = new Rest(this);
        for (long waited = 0; !rest.reached(); waited += 2_000) {
            if (waited >= REST) {
                throw rest.neverReached();
            }
            schedule.pass(2_000);
        }
        rest.check();
        return this;
    }

    /** Whether people here also make something new in one intent with a change: not everywhere, so that seeds that showed a fault still do. */
    boolean makesBeside() {
        return seed % 3 == 2;
    }

    /** Whether they also make, without knowing of each other, the one document of its kind in a case. */
    boolean makesAlike() {
        return seed % 6 == 0;
    }

    /** Within so many milliseconds, and before everybody stops. */
    void soon(long within, Runnable work) {
        long left = calmAt - schedule.now();
        if (left > 0) {
            schedule.in(random.nextLong(Math.min(within, left)), work);
        }
    }

    private void somethingHappens() {
        SimClient client = clients.get(random.nextInt(clients.size()));
        switch (mutation.twin().isPresent() ? NO_DISASTERS[random.nextInt(NO_DISASTERS.length)] : random.nextInt(11)) {
            case 9, 10 -> central.takeSnapshots();
            case 0 -> central.backUp();
            case 1 -> central.restore();
            case 2 -> {
                // a backup and soon after it the disaster
                central.backUp();
                schedule.in(random.nextLong(MINUTE / 2), central::restore);
            }
            case 3 -> serverDownUntil = schedule.now() + random.nextLong(MINUTE);
            case 4 -> client.cutPower();
            case 5, 6 -> access(client);
            case 7 -> {
                long[] wrong = {YEAR, -YEAR, -MINUTE * 60, MINUTE * 10};
                clocksWrong = true;
                client.clock().wrongBy(wrong[random.nextInt(wrong.length)]);
            }
            default -> central.store.state.floor = central.store.state.head(central.store.state.tick()).seq();
        }
    }

    /** The inventory found what the feed should have brought: the world without mutants has no such differences. */
    void differences(SimClient client, int units) {
        // a store that was restored meanwhile differs, and is found to be another before anything comes of it
        if (units > 0 && central.store.state.epoch.equals(client.look().epoch())) {
            throw new Broken("I5", client.name() + ": the inventory differs in " + units + " units");
        }
    }

    /** Somebody loses or gains a unit. */
    private void access(SimClient client) {
        List<UUID> theirs = switch (random.nextInt(4)) {
            case 0 -> units;
            case 1 -> units.subList(0, 1);
            case 2 -> units.subList(1, 2);
            default -> List.of();
        };
        trace("access of " + client.name() + " " + theirs.size());
        Staff s = client.staff();
        central.administer(List.of(new Staff(s.id(), s.unitId(), s.subject(), s.name(), "", "", s.roles(), theirs, List.of(), true, DAY)));
    }

    private Staff staff(String name, List<UUID> theirs) {
        return new Staff(id(), Unit.MUNICIPALITY, name, name, "", "", List.of(Role.CASEWORKER), theirs, List.of(), true, DAY);
    }

    CaseFile caseFile(UUID unit) {
        return new CaseFile(id(), unit, token(), null, Phase.INTAKE, DAY, DAY, null, null);
    }

    static CaseFile numbered(CaseFile file, String number) {
        return new CaseFile(file.id(), file.unitId(), number, file.responsible(), file.phase(), file.openedOn(), file.phaseSince(),
                file.closedOn(), file.closingReason());
    }

    Household household(CaseFile file) {
        Person person = new Person(new PersonalNumber("19900125T238"), "A", "B", null, "", "", Protection.NONE, null);
        return new Household(id(), file.unitId(), file.id(), MaritalStatus.SINGLE,
                List.of(new Adult(id(), AdultRole.APPLICANT, person, false, null)), List.of(), 0, DAY);
    }

    static Household household(Household h, Person applicant) {
        Adult was = h.applicant();
        return new Household(h.id(), h.unitId(), h.caseId(), h.maritalStatus(),
                List.of(new Adult(was.id(), was.role(), applicant, was.jobStimulus(), was.account())), h.children(), h.sharedHomeSize(),
                h.validFrom());
    }

    boolean inPair(UUID id) {
        return pairs.stream().anyMatch(pair -> pair[0].id().equals(id) || pair[1].id().equals(id));
    }

    /** Each greater than the one before, as the program's are. */
    UUID id() {
        long millis = schedule.now();
        return new UUID(millis << 16 | 0x7000 | (++ids & 0xFFF), 0x8000_0000_0000_0000L | ids);
    }

    /** A value like no other in this world. */
    String token() {
        return "~" + ++tokens + "~";
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    Faults faults() {
        return faults;
    }

    boolean serverDown() {
        return schedule.now() < serverDownUntil;
    }

    boolean clocksWrong() {
        return clocksWrong;
    }

    /** An empty workstation, as its first start leaves it: making the tables anew for each would take most of the time. */
    void template(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(template, folder.resolve("trepart.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void trace(String what) {
        steps++;
        String line = schedule.now() - START + " " + what;
        if (tell) {
            System.out.println(line);
        }
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
        }
    }

    /** Only for who looks. */
    void tell(String what) {
        if (tell) {
            System.out.println(what);
        }
    }

    /** Of everything that has happened, in order. */
    long hash() {
        return hash;
    }

    int steps() {
        return steps;
    }

    @Override
    public void close() {
        clients.forEach(SimClient::close);
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
