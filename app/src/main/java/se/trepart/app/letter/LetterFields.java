package se.trepart.app.letter;

import se.trepart.model.letter.LetterKind;

/**
 * What a person fills in beside the texts in one kind of letter (brevets fält).
 *
 * @param heading what it is about, or which months
 * @param amount what is to be paid back
 * @param day a day that the letter names
 * @param claim the ground of a claim for money back, and what is waived of it
 * @param nameless whether the names may be left out (FL 33 § last part); a letter that tells a name cannot
 */
record LetterFields(boolean heading, boolean amount, boolean day, boolean claim, boolean nameless) {

    static LetterFields of(LetterKind kind) {
        return switch (kind) {
            case GRANTED, PARTLY, REFUSED, DISMISSED, WITHDRAWN, COMPLETION_REQUEST, COMMUNICATION, REFERRAL_COPY ->
                new LetterFields(false, false, false, false, true);
            case CASEWORKER_CHANGE -> new LetterFields(false, false, true, false, false);
            case CONFIRMATION, DELAY -> new LetterFields(false, false, true, false, true);
            case OWN -> new LetterFields(true, false, false, false, true);
            case RECOVERY_NOTICE, RECOVERY -> new LetterFields(true, true, true, true, true);
        };
    }
}
