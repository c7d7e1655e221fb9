package se.trepart.app.meeting;

import java.time.Duration;

import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;

import org.jspecify.annotations.Nullable;

/** The places of single meetings (mötesplatser): one at a time, kept as it was left until another is opened. */
public final class MeetingPlaces implements AutoCloseable {

    private final Desk desk;
    private final LetterOffice letters;
    private final Duration draftPause;
    private @Nullable MeetingPlace kept;

    /** @param draftPause {@link se.trepart.app.casefile.DraftKeeper#PAUSE} in the program, none in tests */
    public MeetingPlaces(Desk desk, LetterOffice letters, Duration draftPause) {
        this.desk = desk;
        this.letters = letters;
        this.draftPause = draftPause;
    }

    public View view(Place.AboutMeeting place) {
        MeetingPlace before = kept;
        if (before != null && before.place().equals(place)) {
            return before;
        }
        if (before != null) {
            before.dispose();
        }
        MeetingPlace next = new MeetingPlace(place, desk, letters, draftPause);
        kept = next;
        return next;
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.dispose();
        }
    }
}
