package se.trepart.installer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.installer.PassingOn;
import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.installer.demo.TestOffice.Seat;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.sync.SyncStatus;
import se.trepart.local.sync.Transport;
import se.trepart.local.sync.TransportProblem;
import se.trepart.model.access.Staff;
import se.trepart.model.letter.Letter;
import se.trepart.model.merge.Conflict;
import se.trepart.wire.Problem;
import se.trepart.wire.Snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A workstation in a process of its own that does what it is told, a line at a time, and answers each with a line. */
final class BenchWorkstation {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Path home;
    private final int port;
    private final Path folder;
    private final Staff person;
    private final UUID device = UUID.randomUUID();
    private Seat seat;
    private CountDownLatch seen;
    private volatile long seenAt;
    private AutoCloseable watching = () -> {};

    private BenchWorkstation(String[] words) {
        home = Path.of(words[0]);
        port = Integer.parseInt(words[1]);
        folder = Path.of(words[2]);
        person = words[3].equals("B") ? DemoStaff.JOHAN : DemoStaff.KARIN;
    }

    /** Home and port of the office, the folder of the workstation, A or B. */
    public static void main(String[] words) throws Exception {
        BenchWorkstation workstation = new BenchWorkstation(words);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(workstation.answer(line.split(" ")));
            System.out.flush();
        }
        System.exit(0);
    }

    private Object answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "open-by-feed" -> open(ByFeed::new);
            case "open-by-snapshot" -> open(way -> way);
            case "documents" -> seat.store().documents().list(Letter.class, ListFilter.ALL).size();
            case "nothing-new" -> round();
            case "offline" -> {
                seat.store().sync().fieldMode(true);
                yield "ok";
            }
            case "why" -> edit(words, text -> letter -> letter.edit(text, letter.whatNow()));
            case "what-now" -> edit(words, text -> letter -> letter.edit(letter.why(), text));
            case "push" -> push();
            case "watch" -> watch(UUID.fromString(words[1]));
            case "save" -> save(Integer.parseInt(words[1]), words[2]);
            case "seen" -> {
                seen.await();
                yield seenAt;
            }
            case "count-why" -> count(words, (letter, text) -> letter.why().equals(text));
            case "count-both" -> count(words, (letter, text) -> letter.why().equals(text) && letter.whatNow().equals(text));
            case "count-conflicts" -> conflicts(words[1]);
            case "peak" -> peak();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /** Milliseconds until everything is on this workstation. */
    private double open(UnaryOperator<Transport> way) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        long start = System.nanoTime();
        seat = TestOffice.seat(home, port, folder, person, device, way);
        try (AutoCloseable _ = seat.store().sync().onStatus(status -> whole(status, done))) {
            // it may have been done before anybody listened
            whole(seat.store().sync().status(), done);
            done.await();
            return millisSince(start);
        }
    }

    private static void whole(SyncStatus status, CountDownLatch done) {
        if (status.lastSuccess() != null && status.problem() == SyncStatus.Problem.NONE && status.lastAttempt() != null) {
            done.countDown();
        }
    }

    /** A central store that has no snapshots: everything comes by the feed. */
    private static final class ByFeed extends PassingOn {

        ByFeed(Transport way) {
            super(way);
        }

        @Override
        public Snapshots snapshots() {
            throw new TransportProblem(SyncStatus.Problem.UNEXPECTED, new Problem("not_found", "", null));
        }
    }

    /** Milliseconds of a whole round: everything out, everything in. */
    private double round() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Instant before = seat.store().sync().status().lastAttempt();
        try (AutoCloseable _ = seat.store().sync().onStatus(status -> {
            if (status.lastAttempt() != null && !status.lastAttempt().equals(before) && status.problem() == SyncStatus.Problem.NONE) {
                done.countDown();
            }
        })) {
            long start = System.nanoTime();
            seat.store().sync().now();
            done.await();
            return millisSince(start);
        }
    }

    /** First, how many, the text: one intent a document. */
    private double edit(String[] words, java.util.function.Function<String, UnaryOperator<Letter>> change) {
        long start = System.nanoTime();
        int first = Integer.parseInt(words[1]);
        for (int i = first; i < first + Integer.parseInt(words[2]); i++) {
            Letter before = letter(i);
            seat.store().documents().save(Intent.change(before, change.apply(words[3] + i).apply(before)));
        }
        return millisSince(start);
    }

    private Letter letter(int number) {
        return seat.store().documents().find(Letter.class, BenchDocuments.letterId(number)).orElseThrow();
    }

    /** Milliseconds from the network's coming back until nothing is unsent. */
    private double push() throws InterruptedException {
        long start = System.nanoTime();
        seat.store().sync().fieldMode(false);
        while (seat.store().sync().status().unsent() > 0) {
            Thread.sleep(1);
        }
        return millisSince(start);
    }

    private String watch(UUID letterId) throws Exception {
        watching.close();
        seen = new CountDownLatch(1);
        CountDownLatch arrived = seen;
        String before = seat.store().documents().find(Letter.class, letterId).orElseThrow().why();
        watching = seat.store().documents().onChange(_ -> {
            long at = System.nanoTime();
            if (arrived.getCount() > 0 && !seat.store().documents().find(Letter.class, letterId).orElseThrow().why().equals(before)) {
                seenAt = at;
                arrived.countDown();
            }
        });
        return "ok";
    }

    /** When the user pressed the key, on the machine's one clock. */
    private long save(int number, String text) {
        Letter before = letter(number);
        long start = System.nanoTime();
        seat.store().documents().save(Intent.change(before, before.edit(text, before.whatNow())));
        return start;
    }

    private interface Expected {
        boolean holds(Letter letter, String text);
    }

    private int count(String[] words, Expected expected) {
        int kept = 0;
        int first = Integer.parseInt(words[1]);
        for (int i = first; i < first + Integer.parseInt(words[2]); i++) {
            kept += expected.holds(letter(i), words[3] + i) ? 1 : 0;
        }
        return kept;
    }

    /** How many open conflicts show a person a text that begins so, in one of their fields. */
    private long conflicts(String mine) {
        return seat.store()
                .documents()
                .list(Conflict.class, ListFilter.ALL)
                .stream()
                .filter(conflict -> conflict.open()
                        && conflict.fields().stream().anyMatch(field -> String.valueOf(field.mine()).startsWith("\"" + mine)))
                .count();
    }

    /** The most memory the process has held, in MB. */
    private static long peak() throws IOException {
        Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/self/status")));
        return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : 0;
    }

    private static double millisSince(long start) {
        return Math.round((System.nanoTime() - start) / 1e4) / 100.0;
    }
}
