package se.trepart.installer.probe;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** One HTTP/1.1 connection to this machine that sends what it is given, right or wrong, and reads what comes. */
public final class RawHttp implements AutoCloseable {

    private static final int CONNECT_MILLIS = 20_000;
    private static final int LONGEST_LINE = 100_000;

    /** What came back; the body unpacked. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        /** Everything that came, to search in. */
        public String text() {
            return status + " " + headers + " " + new String(body, ISO_8859_1);
        }
    }

    private final Socket socket = new Socket();
    private final InputStream in;

    public RawHttp(int port, int readMillis) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(readMillis);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends and waits for the answer; the length is added when there is a body. */
    public Answer ask(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + body.length + 2);
        out.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.writeBytes(body);
        try {
            send(out.toByteArray());
        } catch (IOException hungUp) {
            // it need not read to the end what it does not want: what it said about it may have come
        }
        return answer(method);
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** @throws IOException when the connection ends, or nothing comes in time */
    public Answer answer(String method) throws IOException {
        String first = line();
        String[] words = first.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("not an answer");
        }
        int status = Integer.parseInt(words[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
        }
        byte[] body = new byte[0];
        if (!method.equals("HEAD") && status != 204 && status != 304) {
            body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                    ? chunks()
                    : exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        if ("gzip".equals(headers.get("content-encoding")) && body.length > 0) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Answer(status, headers, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line().split(";")[0].trim(), 16);
            all.writeBytes(exactly(length));
            line();
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
