package se.trepart.app.letter;

/** A letter did not reach the printer; the message is Swedish, for the caseworker. */
public final class PrintFailed extends RuntimeException {

    public PrintFailed(String message) {
        super(message);
    }

    public PrintFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
