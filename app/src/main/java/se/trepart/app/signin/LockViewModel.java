package se.trepart.app.signin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.signin.Doors.Proof;
import se.trepart.app.signin.EntranceScreen.Action;
import se.trepart.app.signin.EntranceScreen.Ask;
import se.trepart.app.signin.EntranceScreen.Passphrase;
import se.trepart.app.task.Task;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.text.Texts;
import se.trepart.local.signin.Browser;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.Seat;
import se.trepart.local.signin.SignInFailed;
import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.local.vault.VaultProblem;

import org.jspecify.annotations.Nullable;

/** The way back to a locked window (låst läge): the passphrase, or a new sign-in by the same person; or signing out. */
public final class LockViewModel {

    private final Entrance entrance;
    private final Doors doors;
    private final Seat seat;
    private final Browser browser;
    private final TaskRunner tasks;
    private final Texts texts;
    private final Consumer<String> copy;
    private final Runnable unlocked;
    private final Runnable signOut;
    private final ReadOnlyObjectWrapper<EntranceScreen> screen = new ReadOnlyObjectWrapper<>();
    private @Nullable Task<?> running;

    LockViewModel(Entrance entrance, Doors doors, Seat seat, Browser browser, TaskRunner tasks, Texts texts, Consumer<String> copy,
            Runnable unlocked, Runnable signOut) {
        this.entrance = entrance;
        this.doors = doors;
        this.seat = seat;
        this.browser = browser;
        this.tasks = tasks;
        this.texts = texts;
        this.copy = copy;
        this.unlocked = unlocked;
        this.signOut = signOut;
        begin("", false);
    }

    ReadOnlyObjectProperty<EntranceScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    private void begin(String fault, boolean withoutNetwork) {
        screen.set(new EntranceScreen(texts.of("signin.locked"), name(), "", null, true, List.of()));
        running = tasks.of(() -> doors.proof(seat.folder())).then(proof -> begin(fault, withoutNetwork, proof)).start();
    }

    private void begin(String fault, boolean withoutNetwork, Proof proof) {
        List<Action> actions = new ArrayList<>();
        Ask ask = null;
        String why = fault;
        switch (proof) {
            case PASSPHRASE, PHRASE -> {
                ask = new Ask(texts.of(proof == Proof.PHRASE ? "signin.phrase" : "signin.passphrase"), "", "", texts.of("signin.unlock"),
                        this::unlock);
                actions.add(new Action(texts.of("signin.sign-in-instead"), this::signInAgain));
            }
            case SIGN_IN -> {
                actions.add(new Action(texts.of("signin.sign-in"), this::signInAgain));
                // nobody can prove who they are, and the next one to sit down must not have it for that
                why = withoutNetwork ? fault + " " + texts.of("signin.without-phrase") : fault;
            }
            case NOTHING -> {
                actions.add(new Action(texts.of("signin.sign-in"), this::signInAgain));
                if (withoutNetwork) {
                    actions.add(new Action(texts.of("signin.without-network"), unlocked));
                }
            }
        }
        actions.add(new Action(texts.of("signin.sign-out"), this::confirmSignOut));
        screen.set(new EntranceScreen(texts.of("signin.locked"), name(), why, ask, false, actions));
    }

    private String name() {
        return texts.of("signin.locked-for", seat.session().staff().name());
    }

    private void unlock(Passphrase written) {
        run(tasks.of(() -> doors.vaultWithoutSignIn(seat.folder(), written).unlock())
                .then(_ -> unlocked.run())
                .on(VaultProblem.class,
                        problem -> begin(problem.reason() == VaultProblem.Reason.NOT_OPENED
                                ? texts.of("signin.wrong-passphrase")
                                : texts.name("signin.vault", problem.reason()), false)),
                texts.of("signin.opening"));
    }

    private void signInAgain() {
        run(tasks.of(() -> entrance.signInAgain(seat, page -> {
            tasks.onScreen(() -> waiting(page));
            browser.open(page);
        }, true)).then(_ -> unlocked.run()), texts.of("signin.asking"));
    }

    private void waiting(URI page) {
        screen.set(new EntranceScreen(texts.of("signin.waiting"), texts.of("signin.waiting-text"), "", null, true,
                List.of(new Action(texts.of("signin.cancel"), this::cancel),
                        new Action(texts.of("signin.copy-address"), () -> copy.accept(page.toString())))));
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
        }
        begin("", false);
    }

    private void confirmSignOut() {
        tasks.of(() -> unsent(seat, texts))
                .then(unsent -> screen.set(new EntranceScreen(texts.of("signin.sign-out-question"), unsent, "", null, false,
                        List.of(new Action(texts.of("signin.sign-out"), signOut),
                                new Action(texts.of("signin.back"), () -> begin("", false))))))
                .start();
    }

    /** What becomes of what is not sent when somebody signs out. Reads the store. */
    static String unsent(Seat seat, Texts texts) {
        int unsent = seat.workstation().sync().status().unsent();
        return unsent == 0 ? texts.of("signin.all-sent") : texts.count("signin.unsent", unsent);
    }

    private void run(Task<?> task, String what) {
        screen.set(new EntranceScreen(what, "", "", null, true, List.of(new Action(texts.of("signin.cancel"), this::cancel))));
        running = task
                .on(SignInFailed.class,
                        failed -> begin(failed.reason() == Reason.CANCELLED ? "" : texts.name("signin.failed", failed.reason()),
                                failed.reason() == Reason.NO_NETWORK || failed.reason() == Reason.NO_ANSWER))
                .start();
    }
}
