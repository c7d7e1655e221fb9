package se.trepart.installer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.app.attendance.AttendanceViewModel;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.dialog.Dialogs;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.result.ResultBook;
import se.trepart.app.result.ResultsViewModel;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Navigator;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.result.ResultDocuments;
import se.trepart.local.Ids;
import se.trepart.local.WorkstationStore;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.signin.Session;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.plan.Attendance;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;

/** How long a consultant waits for the week's grid and the results with 2,000 participants and 100,000 marks in a sealed store. */
final class PlanBench {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int PEOPLE = 2_000;
    private static final int MARKS_OF_AN_ACTION = 33;
    private static final int PAGE = 1_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 20;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Path folder;
    /** who answers for every action of the generated documents */
    private final Staff consultant = new Staff(new UUID(9, 9), Unit.MUNICIPALITY, "bench", "Bo Ek", "", "", List.of(Role.CONSULTANT),
            List.of(DemoStaff.ECONOMY.id()), List.of(), true, LocalDate.of(2020, 1, 1));
    private final Clock clock = Clock.fixed(ResultDocuments.TODAY.atTime(9, 0).atZone(SWEDEN).toInstant(), SWEDEN);

    private PlanBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] none) throws Exception {
        Path folder = Files.createTempDirectory("trepart-bench");
        try {
            new PlanBench(folder).run();
        } finally {
            Scratch.delete(folder);
        }
    }

    private void run() throws Exception {
        fill();
        Session session = new Seated();
        try (WorkstationStore store = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session, null, clock,
                new Ids())) {
            Texts texts = new Texts();
            TaskRunner tasks = TaskRunner.sameThread(new UnexpectedErrors(code -> {
                throw new IllegalStateException("a task failed: " + code);
            }));
            Dialogs silent = (Dialogs) Proxy.newProxyInstance(PlanBench.class.getClassLoader(), new Class<?>[]{Dialogs.class},
                    (_, method, _) -> {
                        throw new IllegalStateException("nobody is asked: " + method.getName());
                    });
            Desk desk = new Desk(store, session, clock, new Ids(), tasks, silent, texts, new Formats(texts, clock), new Navigator());
            Directory directory = new Directory(store.documents(), consultant);
            weeks(desk, directory);
            results(desk, directory);
        }
    }

    /** All that the consultant answers for, and then one place chosen in the open grid. */
    private static void weeks(Desk desk, Directory directory) throws Exception {
        Figures opening = new Figures("the week's grid of all participants opens", "ms");
        Figures work = new Figures("the same, time of the processor", "ms");
        Figures choosing = new Figures("the week's grid of one place is shown", "ms");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            try (AttendanceViewModel model = new AttendanceViewModel(desk, directory)) {
                long cpu = THREAD.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                model.opened();
                double opened = (System.nanoTime() - start) / 1e6;
                double worked = (THREAD.getCurrentThreadCpuTime() - cpu) / 1e6;
                int all = model.grid().rows().size();
                start = System.nanoTime();
                model.group().set(model.groups().getLast());
                double chosen = (System.nanoTime() - start) / 1e6;
                if (round == -WARM_UP) {
                    System.out.printf(
                            "FIGURE the first time after the program's start: %d participants %.1f ms, %s %d participants %.1f ms%n", all,
                            opened, model.groups().getLast().label(), model.grid().rows().size(), chosen);
                }
                if (round >= 0) {
                    opening.add(opened);
                    work.add(worked);
                    choosing.add(chosen);
                }
            }
        }
        opening.print();
        work.print();
        choosing.print();
    }

    private void results(Desk desk, Directory directory) throws Exception {
        try (ResultBook book = new ResultBook(desk.documents(), () -> {})) {
            long start = System.nanoTime();
            int cases = book.cases().size();
            long read = System.nanoTime();
            book.readMarked(desk.today());
            System.out.printf("FIGURE results read once after sign-in, behind the screen: %d cases %.0f ms, their attendance %.0f ms%n",
                    cases, (read - start) / 1e6, (System.nanoTime() - read) / 1e6);
        }
        Figures figures = new Figures("the results page opens", "ms");
        Figures work = new Figures("the same, time of the processor", "ms");
        try (ResultsViewModel model = new ResultsViewModel(desk, directory, new LetterOffice(Rulebook.shipped()))) {
            model.prepare();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                model.closed();
                long cpu = THREAD.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                model.opened();
                double millis = (System.nanoTime() - start) / 1e6;
                double worked = (THREAD.getCurrentThreadCpuTime() - cpu) / 1e6;
                if (round == -WARM_UP) {
                    System.out.printf("FIGURE the results page, the first time after the program's start: %.1f ms%n", millis);
                }
                if (round >= 0) {
                    figures.add(millis);
                    work.add(worked);
                }
            }
        }
        figures.print();
        work.print();
    }

    /** As a whole fetch brings them in, without the network. */
    private void fill() throws IOException {
        List<Document> all = new ArrayList<>(DemoStaff.UNITS);
        all.add(consultant);
        all.addAll(ResultDocuments.of(DemoStaff.ECONOMY.id(), PEOPLE, MARKS_OF_AN_ACTION));
        long marks = all.stream().filter(Attendance.class::isInstance).mapToLong(week -> ((Attendance) week).marks().size()).sum();
        System.out.printf("FIGURE %d participants, %d documents, %d marks%n", PEOPLE, all.size(), marks);
        try (LocalStore store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), clock, new Ids())) {
            UUID epoch = UUID.randomUUID();
            store.arrival().startByKeys();
            for (int from = 0; from < all.size(); from += PAGE) {
                List<Entry> entries = new ArrayList<>();
                for (Document document : all.subList(from, Math.min(from + PAGE, all.size()))) {
                    entries.add(new Entry(1, document.documentType().name(), document.id(), document.unitId(), document.caseId(), 1,
                            Entry.Kind.PUT, DocumentJson.write(document)));
                }
                store.arrival().apply(new BootstrapPage(epoch, 1, 1, entries, from + PAGE < all.size() ? String.valueOf(from) : null));
            }
        }
    }

    /** Somebody who has come in and is not asked again. */
    private final class Seated implements Session {

        private final UUID device = UUID.randomUUID();

        @Override
        public Staff staff() {
            return consultant;
        }

        @Override
        public UUID device() {
            return device;
        }

        @Override
        public String token() {
            throw new IllegalStateException("nothing is sent");
        }
    }
}
