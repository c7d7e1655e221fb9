package se.trepart.central.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks compressed requests with the JDK's streams: the server's own module for it is not released for every version. Answers are
 * packed by {@link Body}, which knows whether it is worth it.
 */
public final class Gzip implements ContentEncoding {

    @Override
    public Set<String> ids() {
        return Set.of("gzip");
    }

    @Override
    public boolean supportsDecoding() {
        return true;
    }

    @Override
    public ContentDecoder decoder() {
        return Unpacking::new;
    }

    @Override
    public boolean supportsEncoding() {
        return false;
    }

    @Override
    public ContentEncoder encoder() {
        return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public String type() {
        return "gzip";
    }

    /** Opens the packed stream when the first byte is wanted, where a stream that is cut off can be answered properly. */
    private static final class Unpacking extends InputStream {

        private final InputStream packed;
        private @Nullable InputStream plain;

        Unpacking(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            return plain().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return plain().read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }

        private InputStream plain() throws IOException {
            InputStream open = plain;
            if (open == null) {
                open = new GZIPInputStream(packed);
                plain = open;
            }
            return open;
        }
    }
}
