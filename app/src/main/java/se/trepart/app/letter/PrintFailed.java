package se.trepart.app.letter;

import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;

/** A letter did not reach the printer, or not all of it. */
public final class PrintFailed extends RuntimeException {

    /** What went wrong. */
    public enum Reason {
        /** the printer is no longer there */
        GONE,
        /** the printer did not take it */
        REFUSED,
        /** the letter is not on this workstation */
        NOT_HERE
    }

    private final Reason reason;
    private final String printer;
    private final int page;

    /**
     * @param printer as the system calls it
     * @param page the first that did not come out, from 1; 1 when nobody knows
     */
    public PrintFailed(Reason reason, String printer, int page, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.printer = printer;
        this.page = page;
    }

    /** The first page that did not come out, from 1. */
    public int page() {
        return page;
    }

    /** What went wrong and what to do about it, for the caseworker. */
    public String words(Texts texts) {
        return switch (reason) {
            case GONE -> texts.of("letter.print.gone", printer);
            case REFUSED -> texts.of("letter.print.refused", printer);
            case NOT_HERE -> texts.of("letter.print.not-here");
        };
    }
}
