package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.Optional;

import se.trepart.model.Document;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.decision.Decision;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;

import org.jspecify.annotations.Nullable;

/**
 * One of a case's letters, written or proposed (brev i listan).
 *
 * @param key the same before and after the draft is written
 * @param about what it gets its facts from
 * @param letter null until there is a draft
 */
record LetterEntry(String key, LetterKind kind, Document about, @Nullable Letter letter) {

    boolean sent() {
        return letter != null && letter.sending() != null;
    }

    /** Whether somebody is to send it; what has come since need not be asked for. */
    boolean waits() {
        return !sent() && !(about instanceof CompletionRequest request && request.complete());
    }

    /** The day it is known by: when it was written, or what it is about was decided or sent. */
    LocalDate day(LocalDate today) {
        return switch (about) {
            case Decision decision -> Optional.ofNullable(decision.decidedOn()).orElse(today);
            case CompletionRequest request -> request.sentOn();
            default -> letter == null ? today : letter.writtenOn();
        };
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterEntry[" + kind + "]";
    }
}
