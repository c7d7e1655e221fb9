package se.trepart.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import se.trepart.app.applications.ApplicationsView;
import se.trepart.app.applications.ApplicationsViewModel;
import se.trepart.app.applications.ApplicationsViewModel.Page;
import se.trepart.app.attendance.AttendanceView;
import se.trepart.app.attendance.AttendanceViewModel;
import se.trepart.app.calculation.CalculationStep;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.ApplicationStep;
import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.JournalStep;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.cases.CasesView;
import se.trepart.app.cases.CasesViewModel;
import se.trepart.app.conflict.ConflictsView;
import se.trepart.app.conflict.ConflictsViewModel;
import se.trepart.app.decision.DecidingStep;
import se.trepart.app.dialog.WindowDialogs;
import se.trepart.app.disclosure.DisclosurePlaces;
import se.trepart.app.intake.Intake;
import se.trepart.app.investigation.InvestigationStep;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.keyboard.Shortcuts;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterStep;
import se.trepart.app.meeting.MeetingPlaces;
import se.trepart.app.meeting.MeetingsView;
import se.trepart.app.meeting.MeetingsViewModel;
import se.trepart.app.plan.OffersView;
import se.trepart.app.plan.OffersViewModel;
import se.trepart.app.plan.ParticipantView;
import se.trepart.app.plan.PlansView;
import se.trepart.app.plan.PlansViewModel;
import se.trepart.app.planning.PlanningStep;
import se.trepart.app.print.PrintsView;
import se.trepart.app.print.PrintsViewModel;
import se.trepart.app.reminder.RemindersView;
import se.trepart.app.reminder.RemindersViewModel;
import se.trepart.app.result.ResultsView;
import se.trepart.app.result.ResultsViewModel;
import se.trepart.app.settings.Appearance;
import se.trepart.app.settings.AppearanceMenu;
import se.trepart.app.shell.CaseView;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.FrameView;
import se.trepart.app.shell.FrameViewModel;
import se.trepart.app.shell.Navigator;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.shell.Place;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.RolePlaces;
import se.trepart.app.shell.SearchRow;
import se.trepart.app.shell.SearchRow.Kind;
import se.trepart.app.shell.SearchViewModel;
import se.trepart.app.shell.StoreFailures;
import se.trepart.app.shell.SyncLineViewModel;
import se.trepart.app.sync.SyncCentreView;
import se.trepart.app.sync.SyncCentreViewModel;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.template.TemplatesView;
import se.trepart.app.template.TemplatesViewModel;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.app.today.TodayView;
import se.trepart.app.today.TodayViewModel;
import se.trepart.local.Ids;
import se.trepart.local.Workstation;
import se.trepart.local.signin.Session;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.disclosure.Disclosure;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** One window of the program (klienten): puts its parts together, and lets go of them. To be used on the JavaFX thread. */
public final class Client {

    private static final Duration FINISH = Duration.ofSeconds(5);

    private static final javafx.util.Duration RESULTS_AFTER = javafx.util.Duration.seconds(5);

    private final Stage stage;
    private final Desk desk;
    private final OfficeMenu office;
    private final Appearance appearance;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Runnable> whenReady = new ArrayList<>();
    private final Shortcuts shortcuts = new Shortcuts();
    private final Rulebook rulebook = Rulebook.shipped();
    private final LetterOffice letters = new LetterOffice(rulebook, PlainLanguage::withSpelling);
    private @Nullable FrameView frame;

    /**
     * Opens the window; the stage is shown at once and filled when the lists have been read. The workstation is not closed with the window:
     * that is for the one who opened it.
     */
    public static Client open(Stage stage, Workstation workstation, Session session, Clock clock, OfficeMenu office) {
        // dialogs and date fields follow the program, not the computer
        Locale.setDefault(Formats.SWEDISH);
        Texts texts = new Texts();
        WindowDialogs dialogs = new WindowDialogs(stage, texts);
        UnexpectedErrors errors = new UnexpectedErrors(
                code -> Platform.runLater(() -> dialogs.error(texts.of("shell.unexpected"), texts.of("shell.unexpected-text", code))));
        Thread.currentThread().setUncaughtExceptionHandler(errors);
        Desk desk = new Desk(workstation, session, clock, new Ids(), TaskRunner.onVirtualThreads(errors), dialogs, texts,
                new Formats(texts, clock), new Navigator());
        StoreFailures.explain(desk);
        return new Client(stage, desk, office);
    }

    private Client(Stage stage, Desk desk, OfficeMenu office) {
        this.stage = stage;
        this.desk = desk;
        this.office = office;
        appearance = new Appearance(desk.workstation().drafts(), desk.tasks());
        StackPane root = new StackPane(new ProgressIndicator());
        Scene scene = new Scene(root, 1280, 720);
        open.add(AppearanceMenu.dress(scene, appearance)::unsubscribe);
        shortcuts.attach(scene);
        stage.setTitle(desk.texts().of("shell.program"));
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnHidden(_ -> close());
        stage.show();
        desk.tasks().of(() -> new Directory(desk.documents(), desk.staff())).then(directory -> {
            open.add(directory);
            root.getChildren().setAll(frame(directory));
            whenReady.forEach(Runnable::run);
        }).start();
    }

    /** Where the user is and can go. */
    public Navigator navigator() {
        return desk.navigator();
    }

    /** What the key that locks the window does. */
    public void onLock(Runnable lock) {
        shortcuts.on(Shortcut.LOCK, lock);
    }

    /** Run once when the lists have been read and the frame is shown. */
    public void whenReady(Runnable action) {
        whenReady.add(action);
    }

    /** After the window was closed: waits for what it had begun, so that nothing typed is lost with the store. */
    public void finish() {
        desk.tasks().end(FINISH);
    }

    /** Theme and size of text. */
    public Appearance appearance() {
        return appearance;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the lists have been read and the frame is shown. */
    public boolean ready() {
        return frame != null;
    }

    private FrameView frame(Directory directory) {
        Texts texts = desk.texts();
        ApplicationsViewModel applications = new ApplicationsViewModel(desk, directory,
                new Intake(desk.workstation(), texts, desk.clock(), desk.newId(), desk.staff().id()));
        ConflictsViewModel conflicts = new ConflictsViewModel(desk, directory);
        TodayViewModel today = new TodayViewModel(desk, directory, conflicts, () -> {
            applications.page().set(Page.SET_ASIDE);
            desk.navigator().open(Main.APPLICATIONS);
        });
        CasesViewModel cases = new CasesViewModel(desk, directory);
        ResultsViewModel results = new ResultsViewModel(desk, directory, letters);
        SyncLineViewModel syncLine = new SyncLineViewModel(desk);
        SyncCentreViewModel centre = new SyncCentreViewModel(desk, directory, syncLine.fieldMode());
        RemindersViewModel reminders = new RemindersViewModel(desk, directory);
        PrintsViewModel prints = new PrintsViewModel(desk, directory, letters);
        AttendanceViewModel attendance = new AttendanceViewModel(desk, directory);
        OffersViewModel offers = new OffersViewModel(desk, directory, DraftKeeper.PAUSE);
        TemplatesViewModel templates = new TemplatesViewModel(desk, directory, letters, DraftKeeper.PAUSE);
        AsideViews asides = new AsideViews(desk, new SyncCentreView(centre, texts), new ConflictsView(conflicts, texts),
                new MeetingPlaces(desk, letters, DraftKeeper.PAUSE), new RemindersView(reminders, texts), new OffersView(offers, texts),
                new PrintsView(prints, texts), new DisclosurePlaces(desk, letters, rulebook.reasons(), DraftKeeper.PAUSE));
        MeetingsViewModel meetings = new MeetingsViewModel(desk, directory);
        PlansViewModel plans = new PlansViewModel(desk, directory);
        open.addAll(List.of(today, applications, plans, attendance, reminders, offers, prints, syncLine, centre, conflicts, asides,
                meetings, results, templates));
        FrameViewModel model = new FrameViewModel(desk, new SearchViewModel(desk, directory, commands(applications, cases)), syncLine,
                Map.of(Main.TODAY, today.count(), Main.APPLICATIONS, applications.newCount(), Main.TEMPLATES, templates.due()), office);
        FrameView view = new FrameView(model, appearance, shortcuts, place -> switch (place) {
            case TODAY -> new TodayView(today, texts);
            case APPLICATIONS -> new ApplicationsView(applications, texts);
            case ATTENDANCE -> new AttendanceView(attendance, texts);
            case CASES -> new CasesView(cases, texts);
            case PLANS -> new PlansView(plans, texts);
            case MEETINGS -> new MeetingsView(meetings, texts);
            case RESULTS -> new ResultsView(results, texts);
            case TEMPLATES -> new TemplatesView(templates, texts);
        }, asides::view, this::view);
        frame = view;
        prepareLater(results);
        return view;
    }

    /** When the lists have been drawn and looked at: what results are counted from takes a processor some seconds. */
    private void prepareLater(ResultsViewModel results) {
        if (desk.staff().roles().stream().anyMatch(CaseAccess::readsResults)) {
            PauseTransition later = new PauseTransition(RESULTS_AFTER);
            later.setOnFinished(_ -> results.prepare());
            later.play();
            open.add(later::stop);
        }
    }

    private CaseView view(Place.Open place) {
        return switch (place) {
            case Place.InCase in -> openCase(in.caseId());
            case Place.OfPlan of ->
                new ParticipantView(new OpenCase(of.caseId(), desk, DraftKeeper.PAUSE, this::planned), of.memberId(), letters);
        };
    }

    /** R31: whether a participant is the user's own. */
    private boolean planned(CaseDocuments documents) {
        return !CaseAccess.reasonNeeded(desk.staff(), documents.file(), documents.of(Plan.class), documents.of(Referral.class));
    }

    private OpenCaseView openCase(UUID caseId) {
        OpenCase openCase = new OpenCase(caseId, desk, DraftKeeper.PAUSE);
        return new OpenCaseView(openCase,
                List.of(new ApplicationStep(openCase), new InvestigationStep(openCase), new CalculationStep(openCase, rulebook),
                        new DecidingStep(openCase, rulebook), new LetterStep(openCase, letters), new PlanningStep(openCase),
                        new JournalStep(openCase)));
    }

    private List<SearchRow> commands(ApplicationsViewModel applications, CasesViewModel cases) {
        Texts texts = desk.texts();
        List<SearchRow> commands = new ArrayList<>();
        List<Main> places = RolePlaces.of(desk.staff().roles());
        for (Main place : places) {
            commands.add(new SearchRow(Kind.PLACE, texts.name("shell.place", place), "", () -> desk.navigator().open(place)));
        }
        commands.add(new SearchRow(Kind.PLACE, texts.of("shell.sync.title"), "", () -> desk.navigator().open(Aside.SYNC)));
        commands.add(new SearchRow(Kind.PLACE, texts.of("conflict.title"), "", () -> desk.navigator().open(Aside.CONFLICTS)));
        commands.add(new SearchRow(Kind.PLACE, texts.of("plan.offers.title"), "", () -> desk.navigator().open(Aside.OFFERS)));
        commands.add(new SearchRow(Kind.PLACE, texts.of("reminder.title"), "", () -> desk.navigator().open(new Place.Reminders(null))));
        commands.add(new SearchRow(Kind.COMMAND, texts.of("reminder.remind-me"), "",
                () -> desk.navigator().open(new Place.Reminders(caseAtHand()))));
        if (!places.contains(Main.APPLICATIONS)) {
            return commands;
        }
        commands.add(new SearchRow(Kind.COMMAND, texts.of("applications.new"), "", () -> {
            desk.navigator().open(Main.APPLICATIONS);
            applications.startNew();
        }));
        commands.add(new SearchRow(Kind.COMMAND, texts.of("applications.import"), "", () -> {
            desk.navigator().open(Main.APPLICATIONS);
            applications.pickFiles();
        }));
        if (Disclosure.mayTakeOut(desk.staff().roles())) {
            commands.add(new SearchRow(Kind.COMMAND, texts.of("disclosure.title"), "", this::disclose));
        }
        commands.add(new SearchRow(Kind.PLACE, texts.of("print.title"), "", () -> desk.navigator().open(Aside.PRINTS)));
        commands.add(new SearchRow(Kind.COMMAND, texts.of("cases.show-unanswered"), "", () -> {
            cases.showUnanswered();
            desk.navigator().open(Main.CASES);
        }));
        return commands;
    }

    /** Of the case at hand; without one there is nothing to take out. */
    private void disclose() {
        UUID caseId = caseAtHand();
        if (caseId == null) {
            desk.dialogs().tell(desk.texts().of("disclosure.title"), desk.texts().of("disclosure.no-case"));
        } else {
            desk.navigator().open(new Place.Disclose(caseId));
        }
    }

    private @Nullable UUID caseAtHand() {
        return switch (desk.navigator().place().get()) {
            case Place.InCase in -> in.caseId();
            case Place.OfPlan of -> of.caseId();
            default -> null;
        };
    }

    private void close() {
        for (AutoCloseable one : open.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                // the window is gone: nothing to show, and the rest must be let go of too
                System.getLogger(Client.class.getName()).log(System.Logger.Level.WARNING, "could not close {0}", one.getClass());
            }
        }
        open.clear();
    }
}
