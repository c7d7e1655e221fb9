package se.trepart.local;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import se.trepart.local.cache.Intent;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.search.CaseSearch;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.Document;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.person.Person;
import se.trepart.model.person.Protection;
import se.trepart.wire.BootstrapPage;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Entry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Figures, not tests: run by name only, see the README. */
@Timeout(600)
class WorkstationBench {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final String[] SYLLABLES = {"and", "berg", "ek", "lund", "ström", "gren", "kvist", "holm", "dal", "sjö", "åker", "ö",
            "ny", "hed", "li", "back", "fors", "mo", "väst", "al"};

    @TempDir
    Path folder;
    LocalStore store;
    final Random random = new Random(1);

    @BeforeEach
    void open() {
        store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void saves() {
        CaseFile file = Sample.caseFile("2026-00001");
        String text = "x".repeat(800);
        for (int i = 0; i < 200; i++) {
            store.documents().save(Intent.create(Sample.note(file.id(), text)));
        }
        List<Long> times = new ArrayList<>();
        long cpu = THREAD.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < 2000; i++) {
            long one = System.nanoTime();
            store.documents().save(Intent.create(Sample.note(file.id(), text)));
            times.add(System.nanoTime() - one);
        }
        report("save of one 1 KB document, durable: %.0f a second, median %.2f ms, 99%% %.2f ms, CPU %.2f ms",
                2000e9 / (System.nanoTime() - start), at(times, 0.5), at(times, 0.99), (THREAD.getCurrentThreadCpuTime() - cpu) / 2000e6);
        cpu = THREAD.getCurrentThreadCpuTime();
        start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            store.documents()
                    .save(new Intent(IntStream
                            .range(0, 500).<Intent.Write>mapToObj(_ -> new Intent.Write.Create(Sample.note(file.id(), text))).toList()));
        }
        report("save of 500 documents in an intent: %.0f documents a second (per CPU second %.0f)", 10_000e9 / (System.nanoTime() - start),
                10_000e9 / (THREAD.getCurrentThreadCpuTime() - cpu));
    }

    @Test
    void opensACase() {
        fetch(20_000, i -> Sample.note(new UUID(7, i / 300), "Sökanden ringde. ".repeat(50)));
        close();
        open();
        List<Long> times = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long one = System.nanoTime();
            long oneCpu = THREAD.getCurrentThreadCpuTime();
            int size = store.documents().caseDocuments(new UUID(7, i)).size();
            times.add(System.nanoTime() - one);
            cpu.add(THREAD.getCurrentThreadCpuTime() - oneCpu);
            if (size != 300) {
                throw new AssertionError(size);
            }
        }
        report("case with 300 documents of 1 KB: first %.1f ms, median %.1f ms (CPU %.1f), worst after the first ten %.1f ms",
                times.getFirst() / 1e6, at(times, 0.5), at(cpu, 0.5), at(times.subList(10, times.size()), 1));
    }

    @Test
    void findsAmong200000() {
        String[] names = IntStream.range(0, 4000).mapToObj(_ -> name()).toArray(String[]::new);
        fetch(200_000, i -> {
            CaseFile file = new CaseFile(new UUID(7, i / 2), Sample.UNIT, "2026-" + String.format("%05d", i / 2), null,
                    se.trepart.model.casefile.Phase.RUNNING, Sample.DAY, Sample.DAY, null, null);
            return i % 2 == 0 ? file : Sample.household(file.id(), person(i, names), person(i + 1, names));
        });
        long start = System.nanoTime();
        try (CaseSearch search = new CaseSearch(store.documents(), Sample.session())) {
            search.find("x", 1);
            report("reading in 200,000 people: %.1f s", (System.nanoTime() - start) / 1e9);
            for (int round = 0; round < 20; round++) {
                search.find("värm upp", 20);
            }
            for (String text : List.of("a", "an", names[0].substring(0, 3), names[0], names[0] + " " + names[1].charAt(0), "1987",
                    "19870412T1", "zzz", "ö å a", "2026-099", "2026-09999")) {
                List<Long> times = new ArrayList<>();
                List<Long> cpu = new ArrayList<>();
                int hits = 0;
                for (int i = 0; i < 40; i++) {
                    long oneCpu = THREAD.getCurrentThreadCpuTime();
                    long one = System.nanoTime();
                    hits = search.find(text, 20).size();
                    times.add(System.nanoTime() - one);
                    cpu.add(THREAD.getCurrentThreadCpuTime() - oneCpu);
                }
                report("  \"%s\": %d hits, median %.1f ms (CPU %.1f), worst of 40 %.1f ms (CPU %.1f)", text, hits, at(times, 0.5),
                        at(cpu, 0.5), at(times, 1), at(cpu, 1));
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            report("memory with 200,000 people: %d MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    private Person person(int i, String[] names) {
        String number = "%04d%02d%02dT%03d".formatted(1950 + i % 58, 1 + i % 12, 1 + i % 28, i % 1000);
        return Sample.person(number, names[random.nextInt(names.length)], names[random.nextInt(names.length)], Protection.NONE);
    }

    private String name() {
        String name = SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)]
                + SYLLABLES[random.nextInt(SYLLABLES.length)];
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private interface Made {
        Document of(int i);
    }

    /** As a whole fetch brings them in, without the network. */
    private void fetch(int count, Made made) {
        UUID epoch = Sample.IDS.get();
        store.arrival().startByKeys();
        long taken = 0;
        for (int from = 0; from < count; from += 1000) {
            List<Entry> entries = new ArrayList<>();
            for (int i = from; i < Math.min(from + 1000, count); i++) {
                Document document = made.of(i);
                entries.add(new Entry(1, document.documentType().name(), document.id(), document.unitId(), document.caseId(), 1,
                        Entry.Kind.PUT, DocumentJson.write(document)));
            }
            long start = System.nanoTime();
            store.arrival().apply(new BootstrapPage(epoch, 1, 1, entries, from + 1000 < count ? String.valueOf(from) : null));
            taken += System.nanoTime() - start;
        }
        report("taking in %d documents in pages of 1,000: %.0f a second", count, count * 1e9 / taken);
    }

    private static double at(List<Long> nanos, double part) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
    }

    private static void report(String format, Object... figures) {
        System.out.printf(Locale.ROOT, "FIGURE " + format + "%n", figures);
    }
}
