package se.trepart.installer.sim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import se.trepart.central.sync.EntityKey;
import se.trepart.installer.sim.Ledger.Planned;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.person.Person;
import se.trepart.model.plan.SelfSupport;
import se.trepart.model.plan.SelfSupport.ObstaclePeriod;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Fields;
import se.trepart.wire.Patch;

import org.jspecify.annotations.Nullable;

/** Does at one workstation what people do there, on the documents they see there. */
final class SimUser {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private final SimWorld world;
    private final SimClient client;
    private final Random random;

    SimUser(SimWorld world, SimClient client) {
        this.world = world;
        this.client = client;
        this.random = world.random;
    }

    void act() {
        if (!client.running()) {
            return;
        }
        if (world.makesBeside() && random.nextInt(3) == 0) {
            makeBeside();
            return;
        }
        if (world.makesAlike() && random.nextInt(3) == 0) {
            makeAlike();
            return;
        }
        switch (random.nextInt(12)) {
            case 0 -> newCase();
            case 1, 2 -> editCase();
            case 3, 4 -> editHousehold();
            case 5 -> note(false);
            case 6 -> editDecision();
            case 7, 8 -> editPair();
            case 9 -> resolve();
            case 10 -> {
                if (random.nextInt(3) == 0 && world.mutation.twin().isEmpty()) {
                    // only the store in memory knows this as poison
                    note(true);
                } else {
                    moveCase();
                }
            }
            default -> several();
        }
    }

    private DocumentStore documents() {
        return client.documents();
    }

    private <D extends Document> @Nullable D any(Class<D> type) {
        List<D> all = documents().list(type, ListFilter.ALL).stream().filter(d -> !world.inPair(d.id())).toList();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void newCase() {
        List<UUID> units = documents().list(CaseFile.class, ListFilter.ALL).stream().map(Document::unitId).distinct().sorted().toList();
        if (units.isEmpty()) {
            return;
        }
        UUID unit = units.get(random.nextInt(units.size()));
        CaseFile file = world.caseFile(unit);
        Household household = world.household(file);
        Decision decision = decision(file);
        save(Intent.create(file, household, decision), created(file), created(household), created(decision));
    }

    private Decision decision(CaseFile file) {
        return new Decision(world.id(), file.unitId(), file.id(), file.id(), null, DecisionKind.values()[0], DecisionStatus.values()[0],
                YearMonth.of(2026, 11), DAY, client.staff().id(), List.of(), world.token(), "", null, List.of(), null, null, null, null);
    }

    private void editCase() {
        CaseFile file = any(CaseFile.class);
        if (file != null) {
            change(file, edited(file));
        }
    }

    private CaseFile edited(CaseFile file) {
        return random.nextBoolean()
                ? new CaseFile(file.id(), file.unitId(), world.token(), file.responsible(), file.phase(), file.openedOn(),
                        file.phaseSince(), file.closedOn(), file.closingReason())
                : new CaseFile(file.id(), file.unitId(), file.number(), file.responsible(), file.phase(), file.openedOn(),
                        file.phaseSince(), DAY.plusDays(random.nextInt(30)), world.token());
    }

    private void editHousehold() {
        Household household = any(Household.class);
        if (household != null) {
            change(household, edited(household));
        }
    }

    private Household edited(Household h) {
        Person p = h.applicant().person();
        Person person = switch (random.nextInt(3)) {
            case 0 -> new Person(p.number(), p.firstName(), p.lastName(), p.address(), world.token(), p.phone(), p.protection(), null);
            case 1 -> new Person(p.number(), p.firstName(), p.lastName(), p.address(), p.email(), world.token(), p.protection(), null);
            default -> new Person(p.number(), p.firstName(), world.token(), p.address(), p.email(), p.phone(), p.protection(), null);
        };
        return SimWorld.household(h, person);
    }

    private void note(boolean poison) {
        CaseFile file = any(CaseFile.class);
        if (file != null) {
            JournalNote note = new JournalNote(world.id(), file.unitId(), file.id(), Instant.EPOCH, DAY, client.staff().id(),
                    JournalNote.NoteKind.PHONE, world.token() + (poison ? "\u0000" : ""), null);
            save(Intent.create(note), new Planned(key(note), fields(note), true, poison));
        }
    }

    private void editDecision() {
        Decision d = any(Decision.class);
        if (d != null) {
            change(d, edited(d));
        }
    }

    private Decision edited(Decision d) {
        return new Decision(d.id(), d.unitId(), d.caseId(), d.applicationId(), null, d.kind(), d.status(), d.period(), d.preparedOn(),
                d.preparedBy(), d.items(), world.token(), d.childEffect(), null, List.of(), null, null, null, null);
    }

    /** Two documents that always say the same. */
    private void editPair() {
        EntityKey[] pair = world.pairs.get(random.nextInt(world.pairs.size()));
        CaseFile left = documents().find(CaseFile.class, pair[0].id()).orElse(null);
        CaseFile right = documents().find(CaseFile.class, pair[1].id()).orElse(null);
        if (left != null && right != null) {
            String same = world.token();
            CaseFile newLeft = SimWorld.numbered(left, same);
            CaseFile newRight = SimWorld.numbered(right, same);
            save(Intent.change(left, newLeft).andChange(right, newRight), changed(left, newLeft), changed(right, newRight));
        }
    }

    /** Several changes in one intent, without a promise to each other. */
    private void several() {
        CaseFile file = any(CaseFile.class);
        Household household = any(Household.class);
        if (file != null && household != null) {
            CaseFile newFile = edited(file);
            Household newHousehold = edited(household);
            save(Intent.change(file, newFile).andChange(household, newHousehold), changed(file, newFile), changed(household, newHousehold));
        }
    }

    /**
     * Something new in one intent with a change that others make too: then what is new waits for a person with the change, its maker writes on
     * before that is known here, and somebody settles what they have seen of it.
     */
    private void makeBeside() {
        CaseFile file = any(CaseFile.class);
        if (file == null) {
            return;
        }
        CaseFile renumbered = SimWorld.numbered(file, world.token());
        Document made = random.nextBoolean() ? decision(file) : world.household(file);
        somebody().soon(1_000, user -> user.renumber(file.id()));
        save(Intent.change(file, renumbered).andCreate(made), changed(file, renumbered), created(made));
        for (int i = random.nextInt(4); i > 0; i--) {
            soon(3_000, user -> user.writeOn(made));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            somebody().soon(15_000, SimUser::resolve);
        }
    }

    /** The one document of its kind in a case, whose id follows from the case: two who do not know of each other make the same. */
    private void makeAlike() {
        CaseFile file = any(CaseFile.class);
        if (file == null) {
            return;
        }
        setOut(file.id());
        for (int i = random.nextInt(3); i > 0; i--) {
            somebody().soon(3_000, user -> user.setOut(file.id()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            somebody().soon(15_000, SimUser::resolve);
        }
    }

    private void setOut(UUID caseId) {
        Optional<CaseFile> file = documents().find(CaseFile.class, caseId);
        UUID id = new UUID(~caseId.getMostSignificantBits(), caseId.getLeastSignificantBits());
        Optional<SelfSupport> way = documents().find(SelfSupport.class, id);
        if (way.isPresent()) {
            change(way.get(), edited(way.get()));
        } else if (file.isPresent()) {
            SelfSupport first = edited(new SelfSupport(id, file.get().unitId(), caseId, caseId, "", List.of(), null, DAY, null, null));
            save(Intent.create(first), created(first));
        }
    }

    private SelfSupport edited(SelfSupport s) {
        String goal = random.nextBoolean() ? world.token() : s.goal();
        List<ObstaclePeriod> obstacles = new ArrayList<>(s.obstacles());
        if (goal.equals(s.goal())) {
            obstacles.add(new ObstaclePeriod(world.id(), world.token(), DAY, null));
        }
        return new SelfSupport(s.id(), s.unitId(), s.caseId(), s.memberId(), goal, obstacles, s.earlyMeetingOn(), s.since(),
                s.noEarlyMeeting(), s.exemption());
    }

    private SimUser somebody() {
        return new SimUser(world, world.clients.get(random.nextInt(world.clients.size())));
    }

    private void soon(long within, Consumer<SimUser> work) {
        world.soon(within, () -> {
            if (client.running()) {
                work.accept(this);
            }
        });
    }

    private void renumber(UUID caseId) {
        documents().find(CaseFile.class, caseId).ifPresent(file -> change(file, SimWorld.numbered(file, world.token())));
    }

    private void writeOn(Document made) {
        documents().find(made.getClass(), made.id()).ifPresent(now -> {
            switch (now) {
                case Household household -> change(household, edited(household));
                case Decision decision -> change(decision, edited(decision));
                default -> throw new IllegalStateException("nobody makes one");
            }
        });
    }

    private void moveCase() {
        CaseFile file = any(CaseFile.class);
        if (file != null && !file.unitId().equals(Unit.MUNICIPALITY)) {
            UUID to = world.units.get(random.nextInt(world.units.size()));
            if (!to.equals(file.unitId())) {
                change(file, new CaseFile(file.id(), to, file.number(), file.responsible(), file.phase(), file.openedOn(),
                        file.phaseSince(), file.closedOn(), file.closingReason()));
            }
        }
    }

    private void resolve() {
        List<Conflict> open = documents().list(Conflict.class, ListFilter.ALL).stream().filter(Conflict::open).toList();
        if (open.isEmpty()) {
            return;
        }
        Conflict c = open.get(random.nextInt(open.size()));
        List<ConflictField> fields = new ArrayList<>();
        int choice = random.nextInt(3);
        boolean ofPair = world.inPair(c.aboutId());
        for (ConflictField f : c.fields()) {
            String other = f.mine() != null && Ledger.tokens(f.mine()).size() == 1 ? "\"" + world.token() + "\"" : f.mine();
            String chosen = choice == 0 || ofPair ? f.theirs() : choice == 1 ? f.mine() : other;
            fields.add(new ConflictField(f.id(), f.path(), f.base(), f.theirs(), f.mine(), chosen, "because"));
        }
        change(c,
                new Conflict(c.id(), c.unitId(), c.caseId(), c.aboutType(), c.aboutId(), c.aboutSide(), c.opId(), c.baseVersion(),
                        c.theirVersion(), c.theirAuthor(), c.theirAt(), c.myAuthor(), c.mineAt(), fields, c.refused(), client.staff().id(),
                        Instant.EPOCH));
    }

    private void change(Document before, Document after) {
        save(Intent.change(before, after), changed(before, after));
    }

    private static Planned created(Document made) {
        return new Planned(key(made), fields(made), true, false);
    }

    private static Planned changed(Document before, Document after) {
        SortedMap<String, String> values = new TreeMap<>();
        Patch.changes(Patch.between(DocumentJson.write(before), DocumentJson.write(after)))
                .forEach((path, change) -> values.put(path, String.valueOf(change.after())));
        return new Planned(key(after), values, false, false);
    }

    private void save(Intent intent, Planned... plan) {
        boolean saved = client.save(intent, List.of(plan));
        world.trace(client.name() + " saves " + plan.length + " " + plan[0].about().type() + " " + saved);
    }

    private static SortedMap<String, String> fields(Document document) {
        return Fields.of(DocumentJson.write(document));
    }

    private static EntityKey key(Document document) {
        return new EntityKey(DocumentType.of(document.getClass()).name(), document.id());
    }
}
