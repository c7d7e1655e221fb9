package se.trepart.central;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import se.trepart.central.Office.Desk;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.ChangesPage;
import se.trepart.wire.Operation;

import org.junit.jupiter.api.Test;

/** Measures, asserts nothing; run by name only. Documents of about 1 KB, durable commits, without HTTP. */
class SyncSpeedCheck {

    private static final int DOCUMENTS = 10_000;
    private static final int EDITS = 2_000;

    @Test
    void measures() {
        try (Office office = new Office()) {
            Desk anna = office.desk(office.anna);
            CaseFile file = Office.caseFile(Office.NORTH);
            String text = "Åtgärd enligt överenskommelse. ".repeat(24);
            anna.push(anna.create(file));
            for (int round = 1; round <= 3; round++) {
                List<Operation> operations = new ArrayList<>();
                IntStream.range(0, EDITS).forEach(_ -> operations.add(anna.create(Office.note(file, text))));
                say(round, "push, 500 a batch", EDITS, time(() -> {
                    for (int from = 0; from < EDITS; from += 500) {
                        anna.push(operations.subList(from, from + 500).toArray(Operation[]::new));
                    }
                }));
                say(round, "push, one at a time", 200, time(() -> {
                    for (int i = 0; i < 200; i++) {
                        anna.push(anna.create(Office.note(file, text)));
                    }
                }));
                var many = IntStream.range(0, DOCUMENTS).mapToObj(_ -> Office.note(file, text)).toList();
                say(round, "import", DOCUMENTS, time(() -> office.admin.importDocuments(many)));
                int[] count = new int[2];
                say(round, "feed", DOCUMENTS, time(() -> {
                    long at = 0;
                    while (count[0] < DOCUMENTS) {
                        ChangesPage page = office.sync.changes(anna.caller, null, at, 1_000, Duration.ZERO);
                        count[0] += page.entries().size();
                        at = page.to();
                    }
                }));
                say(round, "first fetch", DOCUMENTS, time(() -> {
                    String token = null;
                    while (count[1] < DOCUMENTS) {
                        BootstrapPage page = office.sync.bootstrap(anna.caller, token, 1_000);
                        count[1] += page.entries().size();
                        token = page.next();
                    }
                }));
                long at = anna.pull(0).head();
                say(round, "no change", 100, time(() -> IntStream.range(0, 100).forEach(_ -> anna.pull(at))));
            }
        }
    }

    private static void say(int round, String what, int count, Duration took) {
        System.out.printf(Locale.ROOT, "round %d  %-20s %8.0f/s  (%d in %d ms)%n", round, what, count * 1e9 / took.toNanos(), count,
                took.toMillis());
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
