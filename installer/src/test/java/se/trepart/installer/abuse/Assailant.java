package se.trepart.installer.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import se.trepart.installer.probe.RawHttp.Answer;
import se.trepart.model.Document;
import se.trepart.wire.DocumentJson;
import se.trepart.wire.Json;
import se.trepart.wire.Operation;
import se.trepart.wire.Operation.Change;
import se.trepart.wire.Operation.Kind;
import se.trepart.wire.Problem;
import se.trepart.wire.Protocol;
import se.trepart.wire.PushRequest;

/** Somebody who sends what they please to the besieged office, well formed or not. */
final class Assailant {

    private final BesiegedOffice besieged;

    Assailant(BesiegedOffice besieged) {
        this.besieged = besieged;
    }

    Answer get(String target, String token) throws IOException {
        return besieged.ask("GET", target, besieged.headers(token, UUID.randomUUID()), new byte[0]);
    }

    Answer post(String path, Object body) throws IOException {
        return besieged.ask("POST", path, besieged.headers(besieged.insider, besieged.device), Json.MAPPER.writeValueAsBytes(body));
    }

    Answer post(UUID device, PushRequest request) throws IOException {
        return besieged.ask("POST", Protocol.OPERATIONS, besieged.headers(besieged.insider, device),
                Json.MAPPER.writeValueAsBytes(request));
    }

    Answer push(Map<String, String> headers, UUID epoch, Operation... operations) throws IOException {
        return besieged.ask("POST", Protocol.OPERATIONS, headers,
                Json.MAPPER.writeValueAsBytes(new PushRequest(epoch, List.of(operations))));
    }

    static Operation whole(long number, Document document, Kind kind) {
        return new Operation(UUID.randomUUID(), number, UUID.randomUUID(), document.documentType().name(), document.id(), kind,
                document.unitId(), document.caseId(), 0, Map.of(), DocumentJson.write(document), Protocol.SCHEMA, Instant.EPOCH);
    }

    static Operation patch(long number, Document document, String path, String value) {
        return new Operation(UUID.randomUUID(), number, UUID.randomUUID(), document.documentType().name(), document.id(), Kind.PATCH, null,
                null, 1, Map.of(path, new Change(null, Json.MAPPER.readTree(value))), null, Protocol.SCHEMA, Instant.EPOCH);
    }

    static Operation bare(long number, String type, UUID id, Kind kind) {
        return new Operation(UUID.randomUUID(), number, UUID.randomUUID(), type, id, kind, null, null, 1, Map.of(), null, Protocol.SCHEMA,
                Instant.EPOCH);
    }

    static Problem problem(Answer answer) {
        return Json.MAPPER.readValue(answer.body(), Problem.class);
    }

    static byte[] bomb(int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] spaces = new byte[1_000_000];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < length; i += spaces.length) {
                gzip.write(spaces);
            }
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
