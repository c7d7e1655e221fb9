package se.trepart.central;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.central.admin.CentralAdmin;
import se.trepart.central.schema.ServiceDatabase;
import se.trepart.central.sync.Caller;
import se.trepart.central.sync.PgStore;
import se.trepart.central.sync.PgWakeups;
import se.trepart.central.sync.SyncService;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;
import se.trepart.wire.Operation;
import se.trepart.wire.Operation.Kind;
import se.trepart.wire.Patch;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushReply;
import se.trepart.wire.PushReply.Outcome;
import se.trepart.wire.PushRequest;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;

/** A municipality with two units: Anna, Bengt and the team lead Lena in one, Cecilia in the other; and the administrator Adam. */
public final class Office implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    public static final UUID NORTH = id();
    public static final UUID SOUTH = id();

    public final TestDatabase database = TestDatabase.fresh();
    public final CentralAdmin admin = CentralAdmin.connect(database.url(), TestDatabase.PASSWORD);
    public final HikariDataSource pool;
    private final PgWakeups wakeups;
    public final PgStore store;
    public final SyncService sync;
    public final Staff anna = staff("anna", NORTH, Role.CASEWORKER);
    public final Staff bengt = staff("bengt", NORTH, Role.CASEWORKER);
    public final Staff lena = staff("lena", NORTH, Role.TEAM_LEAD);
    public final Staff cecilia = staff("cecilia", SOUTH, Role.CASEWORKER);
    public final Staff adam = staff("adam", NORTH, Role.ADMINISTRATOR);
    public final Staff karl = staff("karl", NORTH, Role.CONSULTANT);
    public final Staff greta = staff("greta", NORTH, Role.CONTROLLER);

    public Office() {
        ServiceDatabase service = new ServiceDatabase(database.url(), TestDatabase.PASSWORD);
        pool = service.pool();
        wakeups = new PgWakeups(service.single());
        store = new PgStore(pool);
        sync = new SyncService(store, wakeups, InstantSource.system(), Office::id);
        admin.importDocuments(List.of(unit(NORTH, "Norr"), unit(SOUTH, "Söder"), anna, bengt, lena, cecilia, adam));
    }

    public static UUID id() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }

    public Desk desk(Staff who) {
        return new Desk(who, id());
    }

    public static CaseFile caseFile(UUID unit) {
        return new CaseFile(id(), unit, "2026-00417", null, Phase.INTAKE, DAY, DAY, null, null);
    }

    public static JournalNote note(CaseFile in, String text) {
        return new JournalNote(id(), in.unitId(), in.id(), Instant.EPOCH, DAY, id(), JournalNote.NoteKind.PHONE, text, null);
    }

    /** Takes somebody into the register who is not there from the beginning. */
    public void hire(Staff... more) {
        admin.importDocuments(List.of(more));
    }

    public static Household household(CaseFile in, Protection protection) {
        return household(in, protection, "Storgatan 1");
    }

    public static Household household(CaseFile in, Protection protection, String street) {
        Person person = new Person(new PersonalNumber("199001252387"), "Åsa", "Öberg", new Address(street, "872 30", "Ådal"), "", "",
                protection, null);
        return new Household(in.id(), in.unitId(), in.id(), MaritalStatus.SINGLE,
                List.of(new Adult(in.id(), AdultRole.APPLICANT, person, true, new BankAccount("6000", "123456789"))), List.of(), 0, DAY);
    }

    public static Staff with(Staff s, List<Role> roles, List<UUID> units, List<UUID> named) {
        return new Staff(s.id(), s.unitId(), s.subject(), s.name(), s.title(), s.phone(), roles, units, named, s.active(), s.since());
    }

    /** The same person, named for the cases. */
    public static Staff named(Staff s, UUID... cases) {
        return with(s, s.roles(), s.units(), List.of(cases));
    }

    @Override
    public void close() {
        wakeups.close();
        pool.close();
        admin.close();
    }

    private static Staff staff(String name, UUID unit, Role role) {
        return new Staff(id(), Unit.MUNICIPALITY, name, name, "", "", List.of(role), List.of(unit), List.of(), true, DAY);
    }

    private static Unit unit(UUID id, String name) {
        return new Unit(id, Unit.MUNICIPALITY, name, Unit.UnitKind.RUNNING, DAY);
    }

    /** A workstation's side of the protocol, by hand. */
    public final class Desk {

        public final Caller caller;
        public long next = 1;

        Desk(Staff who, UUID device) {
            caller = new Caller(who.id(), device);
        }

        public UUID epoch() {
            return store.read(snapshot -> snapshot.head()).epoch();
        }

        public Operation create(Document document) {
            boolean append = document.documentType().merging() == DocumentType.Merging.APPEND_ONLY;
            return new Operation(id(), next++, id(), document.documentType().name(), document.id(), append ? Kind.APPEND : Kind.CREATE,
                    document.unitId(), document.caseId(), 0, Map.of(), DocumentJson.write(document), Protocol.SCHEMA, Instant.EPOCH);
        }

        public Operation change(Document before, Document after, long base) {
            return new Operation(id(), next++, id(), before.documentType().name(), before.id(), Kind.PATCH, null, null, base,
                    Patch.between(DocumentJson.write(before), DocumentJson.write(after)), null, Protocol.SCHEMA, Instant.EPOCH);
        }

        public Operation delete(Document document, long base) {
            return new Operation(id(), next++, id(), document.documentType().name(), document.id(), Kind.DELETE, null, null, base, Map.of(),
                    null, Protocol.SCHEMA, Instant.EPOCH);
        }

        public PushReply push(Operation... operations) {
            return sync.push(caller, new PushRequest(epoch(), List.of(operations)));
        }

        /** Pushes one operation and gives its outcome. */
        public Outcome send(Operation operation) {
            return push(operation).outcomes().getFirst();
        }

        /** Pushes operations as one intent. */
        public List<Outcome> together(Operation... operations) {
            UUID intent = id();
            return push(Arrays.stream(operations)
                    .map(o -> new Operation(o.opId(), o.clientSeq(), intent, o.type(), o.id(), o.kind(), o.unitId(), o.caseId(),
                            o.baseVersion(), o.patch(), o.body(), o.schema(), o.clientTime()))
                    .toArray(Operation[]::new)).outcomes();
        }

        public ChangesPage pull(long since) {
            return sync.changes(caller, epoch(), since, 500, Duration.ZERO);
        }

        /** Everything of the feed, page by page. */
        public List<Entry> feed(long since, int limit) {
            List<Entry> entries = new ArrayList<>();
            ChangesPage page;
            long at = since;
            do {
                page = sync.changes(caller, epoch(), at, limit, Duration.ZERO);
                entries.addAll(page.entries());
                at = page.to();
            } while (page.more());
            return entries;
        }

        /** What the feed says last of the document; empty when it says nothing. */
        public Optional<Entry.Kind> last(long since, UUID id) {
            return feed(since, 500).stream().filter(e -> e.id().equals(id)).reduce((_, last) -> last).map(Entry::kind);
        }

        /** The document as this workstation would have it after fetching everything. */
        public <D extends Document> D see(Class<D> type, UUID id) {
            Entry last = feed(0, 500).stream().filter(e -> e.id().equals(id)).toList().getLast();
            return type.cast(DocumentJson.read(last.type(), last.body()).orElseThrow());
        }

        public <D extends Document> List<D> seeAll(Class<D> type) {
            List<D> all = new ArrayList<>();
            for (Entry entry : feed(0, 500)) {
                DocumentJson.read(entry.type(), entry.body()).filter(type::isInstance).map(type::cast).ifPresent(all::add);
            }
            return all;
        }
    }
}
