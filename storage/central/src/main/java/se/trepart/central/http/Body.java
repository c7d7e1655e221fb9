package se.trepart.central.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import se.trepart.central.sync.Refusal;
import se.trepart.wire.Json;
import se.trepart.wire.Protocol;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import tools.jackson.core.JacksonException;

/** JSON in and out, compressed where the other side does so. */
final class Body {

    /** Below this, compressing costs more than it saves. */
    private static final int WORTH_COMPRESSING = 1_000;

    private Body() {}

    /** @throws Refusal when it is too large or cut off */
    static byte[] bytes(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > Protocol.MAX_BYTES) {
            throw tooLarge();
        }
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            // measured after decompressing, so that a small request cannot become a large one here
            bytes = in.readNBytes(Protocol.MAX_BYTES + 1);
        } catch (HttpException e) {
            throw e.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code() ? tooLarge() : cutOff();
        } catch (IOException _) {
            throw cutOff();
        }
        if (bytes.length > Protocol.MAX_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    /** @throws Refusal when it is too large, cut off or no such JSON */
    static <T> T read(ServerRequest request, Class<T> shape) {
        byte[] bytes = bytes(request);
        try {
            return Json.MAPPER.readValue(bytes, shape);
        } catch (JacksonException _) {
            throw new Refusal("malformed", "not the JSON of this request");
        }
    }

    static void send(ServerRequest request, ServerResponse response, int status, Object body) {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store");
        if (bytes.length >= WORTH_COMPRESSING && has(request.headers().first(HeaderNames.ACCEPT_ENCODING))) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
            bytes = gzip(bytes);
        }
        response.send(bytes);
    }

    private static boolean has(Optional<String> encodings) {
        return encodings.filter(names -> names.toLowerCase(Locale.ROOT).contains("gzip")).isPresent();
    }

    private static Refusal cutOff() {
        return new Refusal("malformed", "the request was cut off");
    }

    private static Refusal tooLarge() {
        return new Refusal("too_large", "at most " + Protocol.MAX_BYTES + " bytes");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (OutputStream gzip = new Quick(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory took no bytes", e);
        }
        return out.toByteArray();
    }

    /** On a local network the processor is what there is least of. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
