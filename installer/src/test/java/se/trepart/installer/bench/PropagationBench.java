package se.trepart.installer.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import se.trepart.installer.demo.Approval;
import se.trepart.installer.demo.DemoMunicipality;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.DelegationOrder;

/** How long it takes from a save on one workstation until another has it and has told its screens; PostgreSQL durable, as in the program. */
final class PropagationBench {

    private static final int WARM_UP = 20;
    private static final int EDITS = 50;
    private static final int DECISIONS = 20;

    private PropagationBench() {}

    public static void main(String[] none) throws Exception {
        Path home = Files.createTempDirectory("trepart-bench-");
        try (TestOffice office = TestOffice.empty(home)) {
            List<UUID> waiting = fill(office);
            try (Seat a = office.sit(DemoStaff.BIRGITTA).synced(); Seat b = office.sit(DemoStaff.JOHAN).synced()) {
                System.out.println("cases on B: " + b.store().documents().list(CaseFile.class, ListFilter.ALL).size());
                notes(a, b, waiting.getFirst());
                decisions(a, b, waiting);
            }
        } finally {
            Scratch.delete(home);
        }
        System.exit(0);
    }

    /** As many municipalities as it takes to have so many decisions that the team lead may make. */
    private static List<UUID> fill(TestOffice office) {
        List<UUID> waiting = new ArrayList<>();
        for (long seed = 1; waiting.size() < DECISIONS; seed++) {
            DemoMunicipality municipality = DemoMunicipality.of(seed, TestOffice.TODAY);
            office.give(municipality.documents().stream().filter(document -> document.caseId() != null).toList());
            municipality.documents()
                    .stream()
                    .filter(document -> document instanceof Decision decision && decision.status() == DecisionStatus.SENT
                            && decision.unitId().equals(DemoStaff.ECONOMY.id())
                            && DelegationOrder.shipped().may(Role.TEAM_LEAD, decision, TestOffice.TODAY))
                    .forEach(document -> waiting.add(document.caseId()));
        }
        return waiting.subList(0, DECISIONS);
    }

    private static void notes(Seat a, Seat b, UUID caseId) throws Exception {
        Figures figures = new Figures("a note from A to B", "ms");
        CaseFile file = a.store().documents().find(CaseFile.class, caseId).orElseThrow();
        for (int i = -WARM_UP; i < EDITS; i++) {
            JournalNote note = new JournalNote(UUID.randomUUID(), file.unitId(), caseId, Instant.now(), TestOffice.TODAY, a.person().id(),
                    NoteKind.PHONE, "Samtal " + i, null);
            double millis = millis(a, b, Intent.create(note), () -> b.store().documents().find(JournalNote.class, note.id()).isPresent());
            if (i >= 0) {
                figures.add(millis);
            }
        }
        figures.print();
    }

    private static void decisions(Seat a, Seat b, List<UUID> waiting) throws Exception {
        Figures figures = new Figures("a decision with its application and calculation from A to B", "ms");
        for (UUID caseId : waiting) {
            Approval approval = Approval.of(a.store().documents(), caseId, a.person(), UUID.randomUUID());
            figures.add(millis(a, b, approval.intent(),
                    () -> b.store().documents().find(Decision.class, approval.before().id()).orElseThrow().made()));
        }
        figures.print();
    }

    private static double millis(Seat a, Seat b, Intent intent, BooleanSupplier there) throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (AutoCloseable _ = b.store().documents().onChange(_ -> {
            if (there.getAsBoolean()) {
                told.countDown();
            }
        })) {
            long start = System.nanoTime();
            a.store().documents().save(intent);
            if (!told.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("it never came");
            }
            return (System.nanoTime() - start) / 1e6;
        } finally {
            // B's next long poll is to be under way
            Thread.sleep(50);
        }
    }
}
