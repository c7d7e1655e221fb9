package se.trepart.app.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.control.Styles;
import se.trepart.app.dialog.WindowDialogs;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.Ids;
import se.trepart.local.signin.Browser;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.Seat;
import se.trepart.local.signin.SignInFailed;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import org.jspecify.annotations.Nullable;

/** The program on a workstation (klientprogrammet): signing in, the window, the lock, signing out. Used on the JavaFX thread. */
public final class ClientProgram {

    private final WorkstationConfig config;
    private final Path data;
    private final Clock clock;
    private final Browser browser;
    private final OfficeMenu more;
    private final Texts texts = new Texts();
    private final TaskRunner tasks;
    private final WindowDialogs dialogs;
    private final Stage stage;
    private final Runnable ended;
    private @Nullable Entrance entrance;
    private @Nullable Seat seat;
    private @Nullable Client client;
    private @Nullable Lock lock;

    /**
     * Opens the window and returns when it has been closed.
     *
     * @param passphrase opens the keys of whoever was here last without asking; empty to ask
     * @param measured run once when the lists are shown, before the program ends by itself; null for a program that goes on
     */
    public static void run(WorkstationConfig config, Path data, Clock clock, String passphrase, @Nullable Runnable measured) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            ClientProgram program = new ClientProgram(new Stage(), config, data, clock, new SystemBrowser(), OfficeMenu.NONE,
                    closed::countDown);
            program.open(passphrase, measured == null ? () -> {} : () -> program.afterNextFrames(measured));
        });
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    /**
     * @param more stands below the program's own in the person menu
     * @param ended run when the user has closed the window and everything has been let go of
     */
    public ClientProgram(Stage stage, WorkstationConfig config, Path data, Clock clock, Browser browser, OfficeMenu more, Runnable ended) {
        this.stage = stage;
        this.config = config;
        this.data = data;
        this.clock = clock;
        this.browser = browser;
        this.more = more;
        this.ended = ended;
        Locale.setDefault(Formats.SWEDISH);
        dialogs = new WindowDialogs(stage, texts);
        UnexpectedErrors errors = new UnexpectedErrors(
                code -> Platform.runLater(() -> dialogs.error(texts.of("shell.unexpected"), texts.of("shell.unexpected-text", code))));
        tasks = TaskRunner.onVirtualThreads(errors);
        stage.setOnCloseRequest(_ -> close());
    }

    /** Whoever came in; empty while nobody has. */
    public Optional<Client> client() {
        return Optional.ofNullable(client);
    }

    public Optional<Seat> seat() {
        return Optional.ofNullable(seat);
    }

    public Optional<Lock> lock() {
        return Optional.ofNullable(lock);
    }

    /** Shows the window with the way in. */
    public void open(String passphrase, Runnable whenReady) {
        tasks.of(() -> new Entrance(data, config.provider(), config.central(), config.ownIssuer(), clock, new Ids(), config.offline()))
                .then(made -> {
                    entrance = made;
                    welcome(made, passphrase, whenReady);
                })
                .start();
    }

    private void welcome(Entrance way, String passphrase, Runnable whenReady) {
        SignInViewModel model = new SignInViewModel(way, doors(), browser, tasks, texts, config.municipality(), ClientProgram::copy,
                arrived -> enter(way, arrived, whenReady));
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        Scene scene = new Scene(new EntranceView(model.screen(), texts), 1280, 720);
        scene.getStylesheets().setAll(Styles.STYLESHEET);
        stage.setTitle(texts.of("shell.program"));
        stage.setScene(scene);
        stage.show();
        if (!passphrase.isEmpty()) {
            model.unlock(passphrase.toCharArray());
        }
    }

    private Doors doors() {
        return new Doors(config.keys());
    }

    /** Opens the window for somebody who has come in. */
    public void enter(Entrance way, Seat arrived, Runnable whenReady) {
        seat = arrived;
        Client opened = Client.open(stage, arrived.workstation(), arrived.session(), clock, () -> menu(way, arrived));
        client = opened;
        Lock covering = new Lock(stage, clock, config.idle(), texts.of("shell.program"), () -> cover(way, arrived));
        lock = covering;
        opened.onLock(covering::lock);
        opened.whenReady(whenReady);
    }

    private Parent cover(Entrance way, Seat at) {
        LockViewModel model = new LockViewModel(way, doors(), at, browser, tasks, texts, ClientProgram::copy,
                () -> lock().ifPresent(Lock::unlock), () -> signOut(way, at));
        return new EntranceView(model.screen(), texts);
    }

    private List<OfficeMenu.Entry> menu(Entrance way, Seat at) {
        List<OfficeMenu.Entry> own = List.of(new OfficeMenu.Entry(texts.of("signin.lock"), false, true, () -> lock().ifPresent(Lock::lock)),
                new OfficeMenu.Entry(texts.of("signin.again"), false, false, () -> again(way, at)), new OfficeMenu.Entry(
                        texts.of("signin.sign-out"), false, false, () -> tasks.of(() -> LockViewModel.unsent(at, texts)).then(unsent -> {
                            if (dialogs.confirm(texts.of("signin.sign-out-question"), unsent, texts.of("signin.sign-out"))) {
                                signOut(way, at);
                            }
                        }).start()));
        return Stream.concat(own.stream(), more.entries().stream()).toList();
    }

    private void again(Entrance way, Seat at) {
        tasks.of(() -> way.signInAgain(at, browser, false))
                .then(_ -> at.workstation().sync().now())
                .on(SignInFailed.class,
                        failed -> dialogs.error(texts.of("signin.failed-title"), texts.name("signin.failed", failed.reason())))
                .start();
    }

    private void signOut(Entrance way, Seat at) {
        Optional<Client> left = client();
        leave();
        tasks.of(() -> {
            left.ifPresent(Client::finish);
            way.signOut(at, browser);
        }).then(_ -> welcome(way, "", () -> {})).start();
    }

    /** Closes the window. What is returned closes the store when what was begun is done; it takes time, so not on the JavaFX thread. */
    public Runnable leave() {
        Optional<Client> left = client();
        Optional<Seat> seatLeft = seat();
        lock().ifPresent(Lock::close);
        stage.hide();
        lock = null;
        client = null;
        seat = null;
        return () -> {
            left.ifPresent(Client::finish);
            seatLeft.ifPresent(Seat::close);
        };
    }

    private void close() {
        Runnable rest = leave();
        tasks.of(() -> rest.run()).always(ended).start();
    }

    /** When what is shown has been drawn. */
    private void afterNextFrames(Runnable measured) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 3) {
                    stop();
                    measured.run();
                    close();
                }
            }
        }.start();
    }

    private static void copy(String address) {
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, address));
    }
}
