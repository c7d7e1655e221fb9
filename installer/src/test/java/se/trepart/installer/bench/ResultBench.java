package se.trepart.installer.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.shell.Place.Main;
import se.trepart.installer.result.ResultDocuments;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
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

/**
 * How long Resultat takes to open in the program's own window, with 2,000 participants and 100,000 marked days in the store: as the place is
 * used, some time after the start, and at its worst, opened as the first thing. Takes the number of rounds.
 */
final class ResultBench {

    private static final UUID UNIT = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneId.of("Europe/Stockholm"));
    private static final Staff CONSULTANT = new Staff(UUID.randomUUID(), Unit.MUNICIPALITY, "k", "Konsulent", "", "",
            List.of(Role.CONSULTANT), List.of(UNIT), List.of(), true, LocalDate.of(2024, 1, 1));
    private static final int PEOPLE = 2_000;
    private static final int MARKS = 32;
    private static final int PAGE = 1_000;
    private static final long UNTIL_READ = 20_000;

    private ResultBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Path folder = Files.createTempDirectory("resultat");
        try {
            fill(folder);
            Figures usual = new Figures("Resultat opened, all of it drawn", "ms");
            Figures again = new Figures("Resultat opened a second time", "ms");
            Figures first = new Figures("Resultat opened as the first thing after the start, figures", "ms");
            Figures absence = new Figures("Resultat opened as the first thing after the start, absence too", "ms");
            for (int i = 0; i < rounds; i++) {
                measure(folder, UNTIL_READ, usual, usual, again);
                measure(folder, 0, first, absence, again);
            }
            List.of(usual, again, first, absence).forEach(Figures::print);
        } finally {
            Scratch.delete(folder);
        }
        System.exit(0);
    }

    private static void measure(Path folder, long wait, Figures figures, Figures whole, Figures again) throws Exception {
        try (Workstation store = WorkstationStore.open(folder, new UnprotectedVault(folder.resolve("keys")), session(), null, CLOCK,
                new Ids())) {
            Client client = onScreen(() -> Client.open(new Stage(), store, session(), CLOCK, OfficeMenu.NONE));
            until(client::ready);
            Thread.sleep(wait);
            long start = System.nanoTime();
            onScreen(() -> open(client, Main.RESULTS));
            until(() -> !absent(client).isEmpty());
            figures.add((System.nanoTime() - start) / 1e6);
            until(() -> !absent(client).equals("…"));
            onScreen(() -> lay(client));
            if (whole != figures) {
                whole.add((System.nanoTime() - start) / 1e6);
            }
            onScreen(() -> open(client, Main.TODAY));
            start = System.nanoTime();
            onScreen(() -> open(client, Main.RESULTS));
            again.add((System.nanoTime() - start) / 1e6);
            onScreen(() -> {
                client.stage().close();
                return true;
            });
            client.finish();
        }
    }

    private static boolean open(Client client, Main place) {
        client.navigator().open(place);
        return lay(client);
    }

    private static boolean lay(Client client) {
        client.stage().getScene().getRoot().applyCss();
        client.stage().getScene().getRoot().layout();
        return true;
    }

    /** The key figure that is the last to come; empty before there is any. */
    private static String absent(Client client) {
        List<String> values = new ArrayList<>();
        client.stage().getScene().getRoot().lookupAll(".figure-value").forEach(label -> values.add(((Label) label).getText()));
        return values.size() < 7 ? "" : values.get(6);
    }

    private static void until(BooleanSupplier fact) throws Exception {
        while (!onScreen(fact::getAsBoolean)) {
            Thread.sleep(2);
        }
    }

    private static <T> T onScreen(java.util.concurrent.Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            task.run();
            done.countDown();
        });
        done.await();
        return task.get();
    }

    /** As a whole fetch brings them in. */
    private static void fill(Path folder) {
        List<Document> documents = new ArrayList<>(ResultDocuments.of(UNIT, PEOPLE, MARKS));
        documents.add(CONSULTANT);
        documents.add(new Unit(UNIT, Unit.MUNICIPALITY, "Arbetsmarknad", Unit.UnitKind.LABOUR_MARKET, LocalDate.of(2024, 1, 1)));
        int marks = documents.stream().filter(Attendance.class::isInstance).mapToInt(week -> ((Attendance) week).marks().size()).sum();
        System.out.printf(Locale.ROOT, "%d documents, %d marked days%n", documents.size(), marks);
        try (LocalStore store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), CLOCK, new Ids())) {
            store.arrival().startByKeys();
            UUID epoch = UUID.randomUUID();
            for (int from = 0; from < documents.size(); from += PAGE) {
                List<Entry> entries = documents.subList(from, Math.min(from + PAGE, documents.size()))
                        .stream()
                        .map(document -> new Entry(1, document.documentType().name(), document.id(), document.unitId(), document.caseId(),
                                1, Entry.Kind.PUT, DocumentJson.write(document)))
                        .toList();
                store.arrival().apply(new BootstrapPage(epoch, 1, 1, entries, from + PAGE < documents.size() ? "more" : null));
            }
        }
    }

    private static Session session() {
        return new Session() {
            @Override
            public Staff staff() {
                return CONSULTANT;
            }

            @Override
            public UUID device() {
                return UNIT;
            }

            @Override
            public String token() {
                return "";
            }
        };
    }
}
