package se.trepart.local;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import se.trepart.local.cache.Intent;
import se.trepart.local.cache.LocalStore;
import se.trepart.local.sync.CentralInMemory;
import se.trepart.local.sync.HttpTransport;
import se.trepart.local.sync.SyncRound;
import se.trepart.local.vault.UnprotectedVault;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.wire.Inventory;
import se.trepart.wire.Json;
import se.trepart.wire.Purged;
import se.trepart.wire.PushRequest;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the client's half of the sync, over real HTTP on this machine; not tests: run by name only, see the README. */
@Timeout(600)
class SyncBench {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int DOCUMENTS = 20_000;

    @TempDir
    Path folder;
    final CentralInMemory central = new CentralInMemory();
    final Map<String, byte[]> answers = new HashMap<>();
    HttpServer server;
    HttpTransport transport;
    LocalStore store;
    final List<CaseFile> files = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        store = LocalStore.open(folder, new UnprotectedVault(folder.resolve("keys")).unlock(), Clock.systemUTC(), Sample.IDS);
        central.lease(Sample.UNIT, Duration.ofHours(72), 1);
        central.now = Clock.systemUTC().instant();
        for (int i = 0; i < 2000; i++) {
            files.add(Sample.caseFile("2026-%05d".formatted(i)));
            central.put(files.getLast());
        }
        for (int i = files.size(); i < DOCUMENTS; i++) {
            central.put(Sample.note(files.get(i % 2000).id(), "Sökanden ringde om hyran. ".repeat(29) + i));
        }
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            if (asked.length > 0) {
                asked = new GZIPInputStream(new java.io.ByteArrayInputStream(asked)).readAllBytes();
            }
            byte[] answer = answer(exchange.getRequestURI(), exchange.getRequestHeaders().getFirst("Range"), asked);
            boolean range = exchange.getRequestHeaders().getFirst("Range") != null;
            if (!range) {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(answer.length == 0 ? 204 : range ? 206 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        transport = new HttpTransport(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Sample.session());
    }

    private byte[] answer(URI uri, String range, byte[] asked) {
        Map<String, String> query = new HashMap<>();
        if (uri.getQuery() != null) {
            for (String part : uri.getQuery().split("&")) {
                query.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
        }
        String path = uri.getPath().substring("/sync/v1/".length());
        if (path.startsWith("snapshot/")) {
            String[] bounds = range.substring("bytes=".length()).split("-");
            int from = Integer.parseInt(bounds[0]);
            return central.snapshot(UUID.fromString(path.substring("snapshot/".length())), 0, from, Integer.parseInt(bounds[1]) - from + 1);
        }
        return switch (path) {
            // prepared, so that the other side's work is not in the figure
            case "bootstrap" -> query.containsKey("only")
                    ? zipped(central.bootstrap(null, 1000, true))
                    : answers.get("bootstrap " + query.getOrDefault("token", "0"));
            case "changes" -> answers.containsKey("changes " + query.get("since"))
                    ? answers.get("changes " + query.get("since"))
                    : zipped(central.changes(query.containsKey("epoch") ? UUID.fromString(query.get("epoch")) : null,
                            Long.parseLong(query.get("since")), 1000, 0));
            case "leases" -> zipped(central.leases());
            case "snapshots" -> zipped(central.snapshots());
            case "inventory" -> zipped(central.inventory(Json.MAPPER.readValue(asked, Inventory.class)));
            case "purged" -> {
                central.purged(Json.MAPPER.readValue(asked, Purged.class));
                yield new byte[0];
            }
            case "ops" -> zipped(central.push(Json.MAPPER.readValue(asked, PushRequest.class)));
            default -> throw new IllegalStateException(path);
        };
    }

    private static byte[] zipped(Object answer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(Json.MAPPER.writeValueAsBytes(answer));
            }
            return out.toByteArray();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void close() {
        transport.close();
        server.stop(0);
        store.close();
    }

    private void report(String what, int count, Runnable work) {
        long cpu = THREAD.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        long wall = System.nanoTime() - start;
        cpu = THREAD.getCurrentThreadCpuTime() - cpu;
        System.out.printf(Locale.ROOT, "FIGURE %s: %d in %.2f s, %.0f a second (%.0f a CPU second of the sync's thread)%n", what, count,
                wall / 1e9, count * 1e9 / wall, count * 1e9 / cpu);
    }

    private SyncRound round() {
        return new SyncRound(store, transport, Sample.IDS);
    }

    @Test
    void fetchesByPages() {
        central.snapshotInfos.clear();
        for (String token = "0"; token != null;) {
            var page = central.bootstrap(token, 1000, false);
            answers.put("bootstrap " + token, zipped(page));
            token = page.next();
        }
        store.arrival().startByKeys();
        report("first fetch by pages", DOCUMENTS, () -> round().run());
        noChange();
        feed();
    }

    private void noChange() {
        SyncRound round = round();
        for (int i = 0; i < 50; i++) {
            round.run();
        }
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            round.run();
        }
        System.out.printf(Locale.ROOT, "FIGURE no-change sync: %.2f ms%n", (System.nanoTime() - start) / 200e6);
    }

    private void feed() {
        long from = store.feed().position().cursor();
        for (int i = 0; i < DOCUMENTS; i++) {
            central.put(Sample.note(files.get(i % 2000).id(), "Sökanden ringde om hyran. ".repeat(29) + i));
        }
        for (long since = from; since < central.entries().size();) {
            var page = central.changes(central.epoch, since, 1000, 0);
            answers.put("changes " + since, zipped(page));
            since = page.to();
        }
        report("changes by the feed", DOCUMENTS, () -> round().run());
        push();
    }

    private void push() {
        for (CaseFile file : files) {
            store.documents().save(Intent.change(file, Sample.running(file)));
        }
        SyncRound round = round();
        report("push of offline edits", files.size(), round::push);
        report("and fetching them back", files.size(), round::run);
        int notes = store.documents().inCase(JournalNote.class, files.getFirst().id()).size();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "FIGURE %d notes in a case, memory %d MB of %d%n", notes,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.totalMemory() >> 20);
    }

    @Test
    void fetchesBySnapshot() throws Exception {
        central.makeSnapshots();
        report("first fetch by snapshot", DOCUMENTS, () -> round().run());
    }

    @Test
    void fetchesBySnapshotAgainWhenWarm() throws Exception {
        central.makeSnapshots();
        for (int i = 0; i < 3; i++) {
            try (LocalStore other = LocalStore.open(folder.resolve("warm" + i), new UnprotectedVault(folder.resolve("keys")).unlock(),
                    Clock.systemUTC(), Sample.IDS)) {
                report("first fetch by snapshot, run " + i, DOCUMENTS, () -> new SyncRound(other, transport, Sample.IDS).run());
            }
        }
    }
}
