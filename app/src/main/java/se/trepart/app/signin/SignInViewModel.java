package se.trepart.app.signin;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import se.trepart.local.cache.NewerStore;
import se.trepart.local.cache.StoreFull;
import se.trepart.local.cache.StoreInUse;
import se.trepart.local.signin.Browser;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.Entrance.Arrival;
import se.trepart.local.signin.Seat;
import se.trepart.local.signin.SignInFailed;
import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.local.vault.SealBroken;
import se.trepart.local.vault.VaultProblem;

import org.jspecify.annotations.Nullable;

/** Signing in, step by step (inloggning): through the browser, or with the passphrase of whoever was here last. */
public final class SignInViewModel {

    private static final int SHORTEST_PASSPHRASE = 12;

    private final Entrance entrance;
    private final Doors doors;
    private final Browser browser;
    private final TaskRunner tasks;
    private final Texts texts;
    private final String municipality;
    private final Consumer<Seat> opened;
    private final Consumer<String> copy;
    private final ReadOnlyObjectWrapper<EntranceScreen> screen = new ReadOnlyObjectWrapper<>();
    private @Nullable Task<?> running;

    /**
     * @param doors how the keys are opened here
     * @param copy takes an address to be pasted into a browser
     * @param opened takes the open workstation, once
     */
    public SignInViewModel(Entrance entrance, Doors doors, Browser browser, TaskRunner tasks, Texts texts, String municipality,
            Consumer<String> copy, Consumer<Seat> opened) {
        this.entrance = entrance;
        this.doors = doors;
        this.browser = browser;
        this.tasks = tasks;
        this.texts = texts;
        this.municipality = municipality;
        this.copy = copy;
        this.opened = opened;
        begin("");
    }

    ReadOnlyObjectProperty<EntranceScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /** Whoever was here last, and what opens their workstation without a sign-in. */
    private record Last(Path folder, Proof proof) {}

    /** The first screen again: the passphrase of whoever was here last, or the browser. */
    private void begin(String fault) {
        show(new EntranceScreen(texts.of("signin.welcome"), place(), "", null, true, List.of()));
        running = tasks.of(this::last).then(last -> begin(fault, last)).start();
    }

    private Optional<Last> last() {
        return entrance.last()
                .filter(folder -> doors.proof(folder) == Proof.NOTHING || doors.hasKeys(folder))
                .map(folder -> new Last(folder, doors.proof(folder)));
    }

    private void begin(String fault, Optional<Last> last) {
        List<Action> actions = new ArrayList<>(List.of(new Action(texts.of("signin.sign-in"), this::signIn)));
        Path folder = last.map(Last::folder).orElse(null);
        Proof proof = last.map(Last::proof).orElse(Proof.SIGN_IN);
        if (folder != null && proof == Proof.PASSPHRASE) {
            Ask ask = new Ask(texts.of("signin.passphrase"), texts.of("signin.passphrase-help"), "", texts.of("signin.unlock"),
                    written -> openRemembered(folder, written, this::begin));
            show(new EntranceScreen(texts.of("signin.welcome-back"), place(), fault, ask, false,
                    List.of(new Action(texts.of("signin.sign-in-instead"), this::signIn))));
            return;
        }
        if (folder != null && proof == Proof.PHRASE) {
            actions.add(new Action(texts.of("signin.without-network"), () -> askPhrase(folder, "")));
        } else if (folder != null && proof == Proof.NOTHING) {
            actions.add(new Action(texts.of("signin.without-network"), () -> openRemembered(folder, null, this::begin)));
        }
        show(new EntranceScreen(texts.of("signin.welcome"), place(), fault, null, false, actions));
    }

    /** Without a sign-in and where the operating system opens the keys: the person proves that it is they. */
    private void askPhrase(Path folder, String fault) {
        Ask ask = new Ask(texts.of("signin.phrase"), texts.of("signin.passphrase-help"), "", texts.of("signin.unlock"),
                written -> openRemembered(folder, written, again -> askPhrase(folder, again)));
        show(new EntranceScreen(texts.of("signin.without-network"), texts.of("signin.phrase-text"), fault, ask, false, List
                .of(new Action(texts.of("signin.forgotten"), () -> signIn(true)), new Action(texts.of("signin.back"), () -> begin("")))));
    }

    private String place() {
        return municipality.isEmpty() ? "" : texts.of("signin.at", municipality);
    }

    /** With a passphrase that was not written here. */
    void unlock(char[] passphrase) {
        stop();
        tasks.of(this::last)
                .then(last -> last.filter(one -> one.proof() != Proof.SIGN_IN)
                        .ifPresentOrElse(one -> openRemembered(one.folder(), new Passphrase(passphrase, passphrase), this::begin),
                                () -> begin("", last)))
                .start();
    }

    /** Through the browser. */
    public void signIn() {
        signIn(false);
    }

    /** @param anotherPhrase whoever signs in has forgotten the phrase and chooses another */
    private void signIn(boolean anotherPhrase) {
        run(tasks.of(() -> entrance.signIn(page -> {
            tasks.onScreen(() -> waiting(page));
            browser.open(page);
        }, false)).then(arrival -> arrived(arrival, anotherPhrase)), texts.of("signin.asking"));
    }

    private void waiting(URI page) {
        show(new EntranceScreen(texts.of("signin.waiting"), texts.of("signin.waiting-text"), "", null, true,
                List.of(new Action(texts.of("signin.cancel"), this::cancel),
                        new Action(texts.of("signin.copy-address"), () -> copy.accept(page.toString())))));
    }

    private void cancel() {
        stop();
        begin("");
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private void arrived(Arrival arrival, boolean anotherPhrase) {
        tasks.of(() -> doors.proof(arrival.folder())).then(proof -> {
            switch (proof) {
                case PASSPHRASE -> tasks.of(() -> doors.hasKeys(arrival.folder())).then(there -> {
                    if (there) {
                        askPassphrase(arrival, "");
                    } else {
                        choosePassphrase(arrival, "");
                    }
                }).start();
                case SIGN_IN -> choosePhrase(arrival, "");
                case PHRASE -> {
                    if (anotherPhrase) {
                        choosePhrase(arrival, "");
                    } else {
                        open(arrival, null);
                    }
                }
                case NOTHING -> open(arrival, null);
            }
        }).start();
    }

    private void askPassphrase(Arrival arrival, String fault) {
        Ask ask = new Ask(texts.of("signin.passphrase"), texts.of("signin.passphrase-help"), "", texts.of("signin.unlock"),
                written -> open(arrival, written));
        show(new EntranceScreen(texts.of("signin.hello", arrival.staff().name()), texts.of("signin.passphrase-text"), fault, ask, false,
                List.of(new Action(texts.of("signin.forgotten"), () -> forgotten(arrival)),
                        new Action(texts.of("signin.cancel"), () -> begin("")))));
    }

    /** What is sealed under a forgotten passphrase is lost until it is remembered: said before anything is done. */
    private void forgotten(Arrival arrival) {
        show(new EntranceScreen(texts.of("signin.forgotten-title"), texts.of("signin.forgotten-text"), "", null, false,
                List.of(new Action(texts.of("signin.back"), () -> askPassphrase(arrival, "")),
                        new Action(texts.of("signin.start-afresh"),
                                () -> run(tasks.of(() -> entrance.startAfresh(arrival)).then(fresh -> choosePassphrase(fresh, "")),
                                        texts.of("signin.starting-afresh"))))));
    }

    private void choosePassphrase(Arrival arrival, String fault) {
        Ask ask = newPhrase(again -> choosePassphrase(arrival, again), written -> open(arrival, written));
        show(new EntranceScreen(texts.of("signin.hello", arrival.staff().name()), texts.of("signin.new-passphrase-text"), fault, ask, false,
                List.of(new Action(texts.of("signin.cancel"), () -> begin("")))));
    }

    /** Where the operating system opens the keys: without a phrase the workstation is opened and unlocked by signing in only. */
    private void choosePhrase(Arrival arrival, String fault) {
        Ask ask = newPhrase(again -> choosePhrase(arrival, again),
                written -> run(tasks.of(() -> doors.choosePhrase(arrival.folder(), written)).then(_ -> open(arrival, null)),
                        texts.of("signin.opening")));
        show(new EntranceScreen(texts.of("signin.hello", arrival.staff().name()), texts.of("signin.new-phrase-text"), fault, ask, false,
                List.of(new Action(texts.of("signin.no-phrase"), () -> open(arrival, null)))));
    }

    private Ask newPhrase(Consumer<String> again, Consumer<Passphrase> chosen) {
        return new Ask(texts.of("signin.new-passphrase"), texts.of("signin.new-passphrase-help", SHORTEST_PASSPHRASE),
                texts.of("signin.repeat"), texts.of("signin.choose"), written -> {
                    if (written.written().length < SHORTEST_PASSPHRASE) {
                        again.accept(texts.of("signin.too-short", SHORTEST_PASSPHRASE));
                    } else if (!Arrays.equals(written.written(), written.again())) {
                        again.accept(texts.of("signin.not-the-same"));
                    } else {
                        chosen.accept(written);
                    }
                });
    }

    private void open(Arrival arrival, @Nullable Passphrase written) {
        run(tasks.of(() -> entrance.open(arrival, doors.vault(arrival.folder(), written), written != null))
                .then(opened)
                .on(VaultProblem.class, problem -> {
                    if (problem.reason() == VaultProblem.Reason.NOT_OPENED) {
                        askPassphrase(arrival, texts.of("signin.wrong-passphrase"));
                    } else {
                        begin(texts.name("signin.vault", problem.reason()));
                    }
                }), texts.of("signin.opening"));
    }

    /** @param wrong shows the question again, with what was wrong */
    private void openRemembered(Path folder, @Nullable Passphrase written, Consumer<String> wrong) {
        run(tasks.of(() -> {
            boolean personal = doors.proof(folder) == Proof.PASSPHRASE;
            return entrance.openRemembered(folder, doors.vaultWithoutSignIn(folder, written), personal);
        })
                .then(opened)
                .on(VaultProblem.class,
                        problem -> wrong.accept(problem.reason() == VaultProblem.Reason.NOT_OPENED
                                ? texts.of("signin.wrong-passphrase")
                                : texts.name("signin.vault", problem.reason())))
                .on(SignInFailed.class, tooLong -> viaBrowser()), texts.of("signin.opening"));
    }

    /** What was remembered is too old, or was signed out of. */
    private void viaBrowser() {
        show(new EntranceScreen(texts.of("signin.welcome"), place(), texts.of("signin.must-sign-in"), null, false,
                List.of(new Action(texts.of("signin.sign-in"), this::signIn))));
    }

    private void run(Task<?> task, String what) {
        stop();
        show(new EntranceScreen(what, "", "", null, true, List.of(new Action(texts.of("signin.cancel"), this::cancel))));
        running = task.on(SignInFailed.class, failed -> {
            if (failed.reason() == Reason.CANCELLED) {
                begin("");
            } else {
                begin(texts.name("signin.failed", failed.reason()));
            }
        })
                .on(StoreInUse.class, _ -> begin(texts.of("signin.store-in-use")))
                .on(NewerStore.class, _ -> begin(texts.of("signin.store-newer")))
                .on(StoreFull.class, _ -> begin(texts.of("signin.store-full")))
                .on(SealBroken.class, _ -> begin(texts.of("signin.store-broken")))
                .start();
    }

    private void show(EntranceScreen next) {
        screen.set(next);
    }
}
