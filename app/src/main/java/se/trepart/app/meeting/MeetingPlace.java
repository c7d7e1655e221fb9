package se.trepart.app.meeting;

import java.time.Duration;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCase.State;
import se.trepart.app.casefile.ReadReasonView;
import se.trepart.app.control.EmptyState;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Focus;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.meeting.TripartiteMeeting;

import org.jspecify.annotations.Nullable;

/** One place about a meeting: finds its case, asks why when it is not the user's own (R31), and shows what the place is for. */
final class MeetingPlace implements View {

    private final Place.AboutMeeting place;
    private final Desk desk;
    private final LetterOffice letters;
    private final Duration draftPause;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private @Nullable OpenCase openCase;
    private @Nullable ReadReasonView reason;
    private @Nullable View content;
    private Runnable dispose = () -> {};
    private boolean open;

    MeetingPlace(Place.AboutMeeting place, Desk desk, LetterOffice letters, Duration draftPause) {
        this.place = place;
        this.desk = desk;
        this.letters = letters;
        this.draftPause = draftPause;
        texts = desk.texts();
        root.getChildren().setAll(new EmptyState(texts.of("casefile.loading"), ""));
        switch (place) {
            case Place.CallMeeting call -> openCase(call.caseId());
            case Place.OfMeeting of -> find(of.meetingId());
            case Place.AtMeeting at -> find(at.meetingId());
        }
    }

    Place.AboutMeeting place() {
        return place;
    }

    void dispose() {
        if (content != null) {
            content.closed();
        }
        dispose.run();
        if (openCase != null) {
            openCase.close();
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public boolean alone() {
        return place instanceof Place.AtMeeting;
    }

    @Override
    public void opened() {
        if (openCase != null) {
            openCase.shownAgain();
        }
        open = true;
        if (content != null) {
            content.opened();
        } else if (reason != null) {
            Focus.first(reason);
        }
    }

    @Override
    public void closed() {
        open = false;
        if (content != null) {
            content.closed();
        }
    }

    @Override
    public void mainAction() {
        if (content != null) {
            content.mainAction();
        } else if (reason != null) {
            reason.read();
        }
    }

    @Override
    public String help() {
        return content == null ? "" : content.help();
    }

    private void find(UUID meetingId) {
        desk.tasks()
                .of(() -> desk.documents().find(TripartiteMeeting.class, meetingId).map(TripartiteMeeting::caseId))
                .then(caseId -> caseId.ifPresentOrElse(this::openCase, this::notHere))
                .start();
    }

    private void openCase(UUID caseId) {
        OpenCase made = new OpenCase(caseId, desk, draftPause, this::own);
        openCase = made;
        made.stateProperty().addListener((_, _, now) -> show(made, now));
        made.open();
    }

    /** Whoever is called to a meeting has it as work of their own, as has who is responsible for the case. */
    private boolean own(CaseDocuments documents) {
        UUID me = desk.staff().id();
        return !CaseAccess.reasonNeeded(desk.staff(), documents.file())
                || MeetingSituation.all(documents).stream().anyMatch(meeting -> meeting.concerns(me));
    }

    private void show(OpenCase made, State state) {
        switch (state) {
            case LOADING -> root.getChildren().setAll(new EmptyState(texts.of("casefile.loading"), ""));
            case REASON_NEEDED -> {
                ReadReasonView asks = new ReadReasonView(made, () -> desk.navigator().back());
                reason = asks;
                root.getChildren().setAll(asks);
                if (open) {
                    Focus.first(asks);
                }
            }
            case OPEN -> showContent(made);
            case NOT_HERE -> notHere();
            case LOCKED -> root.getChildren().setAll(new EmptyState(texts.of("casefile.locked.title"), texts.of("casefile.locked.text")));
            case CLOSED_TO_OTHERS ->
                root.getChildren().setAll(new EmptyState(texts.of("casefile.closed.title"), texts.of("casefile.closed.text")));
        }
    }

    private void notHere() {
        root.getChildren().setAll(new EmptyState(texts.of("meeting.not-here"), texts.of("meeting.not-here-hint")));
    }

    private void showContent(OpenCase made) {
        View view = content == null ? content(made) : content;
        content = view;
        root.getChildren().setAll(view.node());
        if (open) {
            view.opened();
        }
    }

    private View content(OpenCase made) {
        return switch (place) {
            case Place.CallMeeting call -> new CallView(new CallViewModel(made, call.memberId()));
            case Place.OfMeeting of -> {
                MeetingPageViewModel model = new MeetingPageViewModel(new MeetingInCase(made, of.meetingId()),
                        new MeetingPapers(made, letters));
                dispose = model::dispose;
                yield new MeetingPageView(model);
            }
            case Place.AtMeeting at -> {
                NotesViewModel model = new NotesViewModel(new MeetingInCase(made, at.meetingId()));
                dispose = model::dispose;
                yield new AtMeetingView(model, new MeetingPapers(made, letters),
                        () -> desk.navigator().open(new Place.OfMeeting(at.meetingId())));
            }
        };
    }
}
