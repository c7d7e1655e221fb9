package se.trepart.installer.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.signin.ClientProgram;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.local.signin.Entrance;
import se.trepart.local.signin.Seat;
import se.trepart.model.access.Staff;

import org.jspecify.annotations.Nullable;

/**
 * The windows of the demo office. The first opens with a caseworker signed in; its person menu changes person and opens a second
 * workstation with a cache of its own.
 */
public final class DemoProgram extends Application {

    private final Clock clock = Clock.systemDefaultZone();
    private final ResourceBundle texts = ResourceBundle.getBundle("se.trepart.installer.demo.texts");
    private final TaskRunner tasks = TaskRunner.onVirtualThreads(new UnexpectedErrors(this::failed));
    /** by workstation; not done while somebody is sitting down there */
    private final Map<Integer, CompletableFuture<Window>> windows = new HashMap<>();
    private @Nullable DemoOffice office;
    private @Nullable Stage first;

    /** Somebody who has come in and has no window yet. */
    private record Arrived(Entrance entrance, Seat seat) {}

    /** One workstation: who sits there and the window it shows. */
    record Window(ClientProgram program) {

        Seat seat() {
            return program.seat().orElseThrow();
        }

        Client client() {
            return program.client().orElseThrow();
        }
    }

    @Override
    public void init() throws IOException {
        try {
            office = DemoOffice.open(Launcher.home(), Launcher.on("reset"), clock);
        } catch (DemoOfficeBusy busy) {
            System.err.println(texts.getString("demo.busy"));
            throw busy;
        }
    }

    @Override
    public void start(Stage stage) {
        // changing person closes a window for a moment: only the user closing the first one ends the program
        Platform.setImplicitExit(false);
        first = stage;
        sit(DemoStaff.KARIN, 1, () -> stage);
        String tour = System.getProperty("tour", "");
        if (!tour.isBlank()) {
            new Tour(this, Path.of(tour)).start();
        }
    }

    @Override
    public void stop() {
        tasks.end(Duration.ofSeconds(5));
        windows.values().stream().filter(CompletableFuture::isDone).forEach(window -> window.join().program().leave().run());
        DemoOffice open = office;
        if (open != null) {
            open.close();
        }
    }

    /**
     * Somebody sits down at a workstation; who sat there before has everything kept. The window comes when the store is open; until then
     * nobody else sits down there. On the JavaFX thread.
     */
    CompletableFuture<Window> sit(Staff person, int workstation, Supplier<Stage> stage) {
        CompletableFuture<Window> now = windows.get(workstation);
        if (now != null && !now.isDone()) {
            return now;
        }
        Runnable before = now == null ? () -> {} : now.join().program().leave();
        CompletableFuture<Window> next = new CompletableFuture<>();
        windows.put(workstation, next);
        tasks.of(() -> {
            before.run();
            Entrance entrance = office().entrance(workstation);
            return new Arrived(entrance, office().sit(person, entrance));
        }).then(arrived -> {
            ClientProgram program = new ClientProgram(stage.get(), office().config(), office().workstationFolder(workstation), clock,
                    office().browser(person), () -> menu(person, workstation), () -> left(workstation));
            program.enter(arrived.entrance(), arrived.seat(), () -> {});
            next.complete(new Window(program));
        }).start();
        return next;
    }

    /** The window at a workstation, waited for. */
    Window window(int workstation) {
        return Hands.onScreen(() -> Optional.ofNullable(windows.get(workstation)).orElseThrow()).orTimeout(40, TimeUnit.SECONDS).join();
    }

    DemoOffice office() {
        DemoOffice open = office;
        if (open == null) {
            throw new IllegalStateException("the office is not open");
        }
        return open;
    }

    private List<OfficeMenu.Entry> menu(Staff now, int workstation) {
        List<OfficeMenu.Entry> entries = new ArrayList<>();
        for (Staff person : office().staff()) {
            entries.add(new OfficeMenu.Entry(person.name() + ", " + person.title(), person.id().equals(now.id()), entries.isEmpty(),
                    () -> change(person, workstation)));
        }
        if (workstation == 1) {
            entries.add(new OfficeMenu.Entry(texts.getString("demo.second"), false, true, () -> change(now, 2)));
        }
        return entries;
    }

    private void change(Staff person, int workstation) {
        sit(person, workstation, () -> workstation == 1 && first != null ? first : new Stage());
    }

    /** Nobody is left in front of nothing. */
    private void failed(String code) {
        System.err.println(MessageFormat.format(texts.getString("demo.failed"), code));
        Platform.runLater(Platform::exit);
    }

    /** The user closed a window; the first one ends the program. */
    private void left(int workstation) {
        windows.remove(workstation);
        if (workstation == 1) {
            Platform.exit();
        }
    }
}
