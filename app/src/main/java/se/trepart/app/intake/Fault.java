package se.trepart.app.intake;

/**
 * What is wrong with an application file, and where (fel).
 *
 * @param pointer JSON pointer (RFC 6901) to the place; empty for the file as a whole
 * @param text what is wrong (what was expected), in Swedish
 */
public record Fault(String pointer, String text) {

    /** {@code /costs/0/costType: vad som är fel (vad som väntades)}; the file as a whole is {@code /}. */
    public String line() {
        return (pointer.isEmpty() ? "/" : pointer) + ": " + text;
    }
}
