package se.trepart.app;

import java.util.UUID;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.conflict.ConflictView;
import se.trepart.app.conflict.ConflictViewModel;
import se.trepart.app.conflict.ConflictsView;
import se.trepart.app.disclosure.DisclosurePlaces;
import se.trepart.app.meeting.MeetingPlaces;
import se.trepart.app.plan.OffersView;
import se.trepart.app.print.PrintsView;
import se.trepart.app.reminder.RemindersView;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;
import se.trepart.app.sync.SyncCentreView;

import org.jspecify.annotations.Nullable;

/** The places that are reached from a line or a link (sidoplatser). A conflict is kept as it was left until another is opened. */
final class AsideViews implements AutoCloseable {

    private final Desk desk;
    private final SyncCentreView sync;
    private final ConflictsView conflicts;
    private final MeetingPlaces meetings;
    private final RemindersView reminders;
    private final OffersView offers;
    private final PrintsView prints;
    private final DisclosurePlaces disclosures;
    private @Nullable ConflictViewModel model;
    private @Nullable ConflictView conflict;

    AsideViews(Desk desk, SyncCentreView sync, ConflictsView conflicts, MeetingPlaces meetings, RemindersView reminders, OffersView offers,
            PrintsView prints, DisclosurePlaces disclosures) {
        this.desk = desk;
        this.sync = sync;
        this.conflicts = conflicts;
        this.meetings = meetings;
        this.reminders = reminders;
        this.offers = offers;
        this.prints = prints;
        this.disclosures = disclosures;
    }

    View view(Place place) {
        return switch (place) {
            case Place.Aside aside -> switch (aside) {
                case SYNC -> sync;
                case CONFLICTS -> conflicts;
                case OFFERS -> offers;
                case PRINTS -> prints;
            };
            case Place.OfConflict of -> conflict(of.conflictId());
            case Place.AboutMeeting about -> meetings.view(about);
            case Place.Reminders of -> reminders.about(of.caseId());
            case Place.Disclose of -> disclosures.view(of.caseId());
            case Place.Main _,Place.Open _ -> throw new IllegalArgumentException("not beside the main places");
        };
    }

    @Override
    public void close() throws Exception {
        meetings.close();
        disclosures.close();
        if (model != null) {
            model.close();
        }
    }

    private ConflictView conflict(UUID id) {
        ConflictView known = conflict;
        if (known != null && model != null && model.conflictId().equals(id)) {
            return known;
        }
        if (model != null) {
            desk.tasks().of(model::close).start();
        }
        ConflictViewModel next = new ConflictViewModel(id, desk, DraftKeeper.PAUSE);
        ConflictView view = new ConflictView(next, desk);
        model = next;
        conflict = view;
        return view;
    }
}
