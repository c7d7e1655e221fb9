package se.trepart.installer.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import se.trepart.installer.demo.DemoStaff;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.DocumentKey;
import se.trepart.wire.DocumentsRequest;
import se.trepart.wire.Inventory;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.Operation.Kind;
import se.trepart.wire.Protocol;
import se.trepart.wire.Purged;
import se.trepart.wire.PushRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Honest requests made hostile: something in them is exchanged, cut off, doubled, blown up or damaged. The same seed makes the same request. */
final class HostileRequests {

    /** A request as bytes go out. */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    private static final List<String> NASTY = List.of("'", "'; drop table entity; --", "\" or 1=1", "%00", "\u0000", "../../etc/passwd",
            "${jndi:ldap://x}", "<script>", "-1", "9223372036854775807", "9223372036854775808", "1e999", "NaN", "", " ", "null", "true",
            "00000000-0000-0000-0000-000000000000", "\ud800", "ÅÄÖ", "a".repeat(3_000), "{\"a\":1}", "[]", "0x10", "-0", "2026-02-30",
            "\r\nX: y", "%0d%0aX:y", "😀");
    private static final List<String> VALUES = List.of("null", "true", "-1", "1e999", "9223372036854775807",
            "123456789012345678901234567890", "1.5", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"'; drop table entity; --\"", "[]", "{}",
            "[[[[[[[[]]]]]]]]", "{\"a\":{\"a\":{}}}", "\"00000000-0000-0000-0000-000000000000\"", "\"2026-13-45\"", "\"CONFLICT\"",
            "\"STAFF\"", "\"" + "x".repeat(5_000) + "\"");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "X");
    private static final List<String> ENCODINGS = List.of("gzip", "br", "identity", "gzip,gzip", "\u0001");

    private final BesiegedOffice besieged;
    private final UUID epoch;
    private final SplittableRandom random;
    private final Supplier<String> token;

    HostileRequests(BesiegedOffice besieged, UUID epoch, long seed, Supplier<String> token) {
        this.besieged = besieged;
        this.epoch = epoch;
        this.random = new SplittableRandom(seed);
        this.token = token;
    }

    Request next() {
        Request request = honest();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            request = damaged(request);
        }
        return request;
    }

    private Request honest() {
        UUID economy = DemoStaff.ECONOMY.id();
        return switch (random.nextInt(10)) {
            case 0 -> get(Protocol.CHANGES + "?epoch=" + epoch + "&since=0&limit=50&wait=0");
            case 1 -> get(Protocol.BOOTSTRAP + "?limit=50");
            case 2 -> get(Protocol.LEASES);
            case 3 -> get(Protocol.SNAPSHOTS);
            case 4 -> get("/sync/v1/snapshot/" + economy + "?seq=1");
            case 5 -> random.nextBoolean()
                    ? get(Protocol.BLOBS + "/" + "0".repeat(64))
                    : new Request("PUT", Protocol.BLOBS + "/" + "0".repeat(64) + "?unit=" + economy, headers(),
                            "bytes".getBytes(StandardCharsets.US_ASCII));
            case 6 -> post(Protocol.PURGED, new Purged(economy, 1));
            case 7 -> post(Protocol.INVENTORY, new Inventory(1, List.of(new Inventory.UnitCount(economy, 1, "00"))));
            case 8 -> post(Protocol.DOCUMENTS, new DocumentsRequest(List.of(new DocumentKey("JOURNAL_NOTE", besieged.secret.id()),
                    new DocumentKey("CASE_FILE", besieged.secretCase.id()))));
            default -> post(Protocol.OPERATIONS, new PushRequest(epoch, operations()));
        };
    }

    private List<Operation> operations() {
        JournalNote note = new JournalNote(id(), DemoStaff.ECONOMY.id(), besieged.secretCase.id(), Instant.EPOCH, besieged.secret.eventOn(),
                besieged.insider.id(), NoteKind.PHONE, "text", null);
        Operation append = new Operation(id(), 1 + random.nextInt(3), id(), "JOURNAL_NOTE", note.id(), Kind.APPEND, note.unitId(),
                note.caseId(), 0, Map.of(), DocumentJson.write(note), Protocol.SCHEMA, Instant.EPOCH);
        Operation patch = new Operation(id(), 1 + random.nextInt(3), id(), "CASE_FILE", besieged.secretCase.id(), Kind.PATCH, null, null, 1,
                Map.of("number", new Operation.Change(Json.MAPPER.readTree("\"a\""), Json.MAPPER.readTree("\"b\""))), null, Protocol.SCHEMA,
                Instant.EPOCH);
        Operation delete = new Operation(id(), 1 + random.nextInt(3), id(), "CASE_FILE", besieged.secretCase.id(), Kind.DELETE, null, null,
                1, Map.of(), null, Protocol.SCHEMA, Instant.EPOCH);
        return List.of(List.of(append, patch, delete).get(random.nextInt(3)));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Request get(String target) {
        return new Request("GET", target, headers(), new byte[0]);
    }

    private Request post(String target, Object body) {
        return new Request("POST", target, headers(), Json.MAPPER.writeValueAsBytes(body));
    }

    private Map<String, String> headers() {
        return besieged.headers(token.get(), besieged.device);
    }

    private Request damaged(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers);
        return switch (random.nextInt(12)) {
            case 0 -> new Request(pick(METHODS), request.target, headers, request.body);
            case 1 -> new Request(request.method, path(request.target), headers, request.body);
            case 2, 3 -> new Request(request.method, query(request.target), headers, request.body);
            case 4 -> {
                headers.remove(pick(List.copyOf(headers.keySet())));
                yield new Request(request.method, request.target, headers, request.body);
            }
            case 5 -> {
                headers.put(pick(
                        List.of("Authorization", Protocol.DEVICE_HEADER, Protocol.PROTOCOL_HEADER, Protocol.SCHEMA_HEADER, "Content-Type",
                                "Range", "Content-Range", "Accept-Encoding", "Expect", "Cookie", "Upgrade", "X-HTTP-Method-Override")),
                        random.nextInt(4) == 0 ? "Bearer " + pick(NASTY) : pick(NASTY));
                yield new Request(request.method, request.target, headers, request.body);
            }
            case 6 -> {
                headers.put("Content-Encoding", pick(ENCODINGS));
                yield new Request(request.method, request.target, headers, random.nextBoolean() ? gzip(request.body) : request.body);
            }
            case 7, 8, 9 -> new Request(request.method, request.target, headers, json(request.body));
            default -> new Request(request.method, request.target, headers, bytes(request.body));
        };
    }

    private String path(String target) {
        int at = random.nextInt(target.length() + 1);
        return switch (random.nextInt(4)) {
            case 0 -> target.substring(0, at) + coded(pick(NASTY)) + target.substring(at);
            case 1 -> target.substring(0, at);
            case 2 -> target.toUpperCase(java.util.Locale.ROOT);
            default -> target.substring(0, at) + "/../" + target.substring(at);
        };
    }

    private String query(String target) {
        String name = pick(List.of("since", "limit", "epoch", "token", "only", "seq", "unit", "units", "wait", "since"));
        // not to wait is part of the game: a request that may wait for news is an honest one
        String value = coded(pick(NASTY));
        return target + (target.contains("?") ? "&" : "?") + name + "=" + value
                + (random.nextInt(3) == 0 ? "&" + name + "=" + coded(pick(NASTY)) : "");
    }

    private static String coded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Another value somewhere in it, a member gone or a strange one more. */
    private byte[] json(byte[] body) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(body);
        } catch (RuntimeException notJson) {
            return bytes(body);
        }
        List<JsonNode> places = new ArrayList<>();
        containers(node, places);
        if (places.isEmpty()) {
            return bytes(body);
        }
        String marker = "\"@@@\"";
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object when !object.isEmpty() && random.nextInt(5) > 0 -> {
                String name = pick(List.copyOf(object.propertyNames()));
                if (random.nextInt(6) == 0) {
                    object.remove(name);
                } else {
                    object.put(name, "@@@");
                }
            }
            case ObjectNode object -> object.put(pick(NASTY), "@@@");
            case ArrayNode list when !list.isEmpty() && random.nextBoolean() -> list.set(random.nextInt(list.size()), "@@@");
            case ArrayNode list -> list.add("@@@");
            default -> {
                // no other kind holds anything
            }
        }
        return node.toString().replace(marker, pick(VALUES)).getBytes(StandardCharsets.UTF_8);
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isObject() || node.isArray()) {
            found.add(node);
            node.forEach(child -> containers(child, found));
        }
    }

    private byte[] bytes(byte[] body) {
        byte[] copy = body.clone();
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(copy, copy.length / 2);
            case 1 -> (new String(copy, StandardCharsets.UTF_8) + pick(NASTY)).getBytes(StandardCharsets.UTF_8);
            case 2 -> "[".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.US_ASCII);
            default -> {
                for (int i = 0; i < copy.length && i < 5; i++) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt();
                }
                yield copy;
            }
        };
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
