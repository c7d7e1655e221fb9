package se.trepart.central.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.central.sync.Refusal;

/** A part of a file, from one byte (included) to another (excluded). RFC 9110, section 14; one range at a time. */
record Range(long from, long to) {

    private static final Pattern ASKED = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");
    private static final Pattern SENT = Pattern.compile("bytes (\\d{1,9})-(\\d{1,9})/(\\d{1,9})");

    /** What a piece says of itself: where it belongs in how large a whole. */
    record Piece(int from, int to, int size) {}

    /** The range asked for of a file of this length; empty when all of it is. */
    static Optional<Range> asked(Optional<String> header, long length) {
        return header.map(text -> {
            Matcher asked = ASKED.matcher(text.strip());
            if (!asked.matches()) {
                throw new Refusal("http_416", "one range, bytes=from-to");
            }
            long from = Long.parseLong(asked.group(1));
            long to = asked.group(2).isEmpty() ? length : Math.min(length, Long.parseLong(asked.group(2)) + 1);
            if (from >= to) {
                throw new Refusal("http_416", "nothing there");
            }
            return new Range(from, to);
        });
    }

    /** A piece that does not say where it belongs is the whole. */
    static Piece sent(Optional<String> header, int length) {
        if (header.isEmpty()) {
            return new Piece(0, length, length);
        }
        Matcher sent = SENT.matcher(header.orElse("").strip());
        if (!sent.matches()) {
            throw new Refusal("malformed", "Content-Range: bytes from-to/size");
        }
        return new Piece(Integer.parseInt(sent.group(1)), Integer.parseInt(sent.group(2)) + 1, Integer.parseInt(sent.group(3)));
    }
}
