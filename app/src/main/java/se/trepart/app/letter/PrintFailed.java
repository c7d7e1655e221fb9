package se.trepart.app.letter;

/** A letter did not reach the printer, or not all of it; the message is Swedish, for the caseworker. */
public final class PrintFailed extends RuntimeException {

    private final int page;

    public PrintFailed(String message) {
        super(message);
        page = 1;
    }

    /** @param page the first that did not come out, from 1; 1 when nobody knows */
    public PrintFailed(String message, int page, Throwable cause) {
        super(message, cause);
        this.page = page;
    }

    /** The first page that did not come out, from 1. */
    public int page() {
        return page;
    }
}
