package se.trepart.central.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import se.trepart.central.sync.Refusal;
import se.trepart.wire.Json;
import se.trepart.wire.Protocol;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
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

    /** Who sends a byte now and then holds a connection; who does so in many holds them all. */
    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);
    static final String LONGEST = "longest body";

    private Body() {}

    /** @throws Refusal when it is too large, too slow or cut off */
    static byte[] bytes(ServerRequest request) {
        boolean large = request.headers().contentLength().orElse(0) > Protocol.MAX_BYTES;
        Duration longest = request.context().get(LONGEST, Duration.class).orElse(LONGEST_BODY);
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            // measured after decompressing, so that a small request cannot become a large one here
            bytes = read(in, System.nanoTime() + longest.toNanos(), large);
        } catch (HttpException e) {
            throw e.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code() ? tooLarge() : cutOff();
        } catch (IOException | UncheckedIOException | InsufficientDataAvailableException _) {
            throw cutOff();
        }
        if (large || bytes.length > Protocol.MAX_BYTES) {
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

    /**
     * @param thrownAway reads all of it and keeps nothing: who is cut off while sending never gets to see why. What it may be at most is
     *            the server's own limit
     */
    private static byte[] read(InputStream in, long until, boolean thrownAway) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[16_384];
        for (int read; out.size() <= Protocol.MAX_BYTES && (read = in.read(some)) >= 0;) {
            if (!thrownAway) {
                out.write(some, 0, read);
            }
            if (System.nanoTime() > until) {
                throw new Refusal("too_slow", "the request took too long to come");
            }
        }
        return out.toByteArray();
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
