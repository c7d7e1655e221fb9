package se.trepart.model.letter;

import java.util.UUID;

import se.trepart.model.Document;

import org.jspecify.annotations.Nullable;

/** A paper to somebody in a case that is kept as the PDF it was sent as (försändelse). */
public sealed interface Posted extends Document permits Letter, SentPaper {

    @Override
    UUID caseId();

    /** The household member it goes to. */
    UUID recipientId();

    /** How, when and by whom it was sent; null until it is. */
    @Nullable
    Sending sending();

    /** Checksum of the PDF as sent; empty until sent, and of what was sent before any was kept. */
    String pdfSha256();
}
