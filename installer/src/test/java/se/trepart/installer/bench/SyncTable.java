package se.trepart.installer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import se.trepart.wire.Json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts what compare.sh has measured into one Markdown table: medians of the runs, each side as it says itself. */
final class SyncTable {

    /** One row; a path of null where the peer does not have it, with what is known of it instead. */
    private record Line(String what, @Nullable String pouchdb, @Nullable String actual, Function<List<JsonNode>, String> trepart,
            String target) {}

    private static final List<Line> LINES = List.of(
            new Line("first sync by the feed, documents/s", "/initial/docs_per_s", "/initial/docs_per_s", ours("feed_docs_per_s"),
                    "≥ 10 000"),
            new Line("first sync by a snapshot, documents/s", null, null, ours("snapshot_docs_per_s"), "≥ 30 000"),
            new Line("no-change sync, first after the first sync, ms", "/noop_ms", "/noop_ms", ours("noop_first_ms"), ""),
            new Line("no-change sync, median of 20, ms", null, null, ours("noop_ms"), "≤ 10"),
            new Line("one edit from client to client, p50 ms", "/latency_ms/p50", "/latency_ms_explicit_sync/p50", ours("edit_ms"), "≤ 30"),
            new Line("push of offline edits, documents/s", "/push/docs_per_s", "/push/docs_per_s", ours("push_docs_per_s"), "≥ 8 000"),
            new Line("two fields of one document, both kept", null, "/both_fields_kept", of("both_kept"), "all"),
            new Line("same field, first edit kept", null, null, of("first_kept"), "all"),
            new Line("same field, second edit shown to a person", null, null, of("second_shown"), "all"),
            new Line("client memory at peak, MB", "/client_hwm_mb_end", "/client_hwm_mb_end", ours("client_mb"), "≤ 200"),
            new Line("processor seconds of the client, first sync by the feed", "/initial/client_cpu_s", "/initial/client_cpu_s",
                    ours("feed_client_cpu_s"), ""),
            new Line("processor seconds of the server, first sync by the feed", "/initial/server_cpu_s", "/initial/server_cpu_s",
                    ours("feed_server_cpu_s"), ""));

    private SyncTable() {}

    public static void main(String[] none) throws IOException {
        Path folder = Path.of(System.getProperty("bench.folder"));
        List<JsonNode> trepart = read(folder, "trepart");
        List<JsonNode> pouchdb = read(folder, "pouchdb");
        List<JsonNode> actual = read(folder, "actual");
        StringBuilder table = new StringBuilder("%s, %s, %d processors, load average %s, medians of %d runs%n%n".formatted(LocalDate.now(),
                System.getProperty("os.name"), Runtime.getRuntime().availableProcessors(), load(), trepart.size()));
        table.append("| what | PouchDB | Actual | Trepart | target |\n|---|---|---|---|---|\n");
        for (Line line : LINES) {
            table.append("| %s | %s | %s | %s | %s |%n".formatted(line.what, median(pouchdb, line.pouchdb), median(actual, line.actual),
                    line.trepart.apply(trepart), line.target));
        }
        Path file = Path.of(System.getProperty("bench.table"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
        System.out.print(table);
    }

    private static List<JsonNode> read(Path folder, String who) throws IOException {
        List<JsonNode> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches(who + "-\\d+\\.json")).toList()) {
                String text = Files.readString(file).strip();
                if (!text.isEmpty()) {
                    runs.add(Json.MAPPER.readTree(text));
                }
            }
        }
        return runs;
    }

    private static Function<List<JsonNode>, String> ours(String name) {
        return runs -> median(runs, "/" + name);
    }

    private static Function<List<JsonNode>, String> of(String name) {
        return runs -> median(runs, "/" + name) + " of " + median(runs, "/clashes");
    }

    private static String median(List<JsonNode> runs, @Nullable String path) {
        if (path == null) {
            return "";
        }
        List<Double> values = runs.stream().map(run -> run.at(path)).filter(JsonNode::isNumber).map(JsonNode::asDouble).sorted().toList();
        if (values.isEmpty()) {
            return "–";
        }
        double middle = values.get(values.size() / 2);
        return String.format(Locale.ROOT, middle >= 100 || middle == Math.rint(middle) ? "%.0f" : "%.1f", middle);
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
