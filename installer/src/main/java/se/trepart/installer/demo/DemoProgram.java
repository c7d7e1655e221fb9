package se.trepart.installer.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.signin.ClientProgram;
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
    private final Map<Integer, Window> windows = new HashMap<>();
    private @Nullable DemoOffice office;
    private @Nullable Stage first;

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
        sit(DemoStaff.KARIN, 1, stage);
        String tour = System.getProperty("tour", "");
        if (!tour.isBlank()) {
            new Tour(this, Path.of(tour)).start();
        }
    }

    @Override
    public void stop() {
        windows.values().forEach(window -> window.program().letGo());
        DemoOffice open = office;
        if (open != null) {
            open.close();
        }
    }

    /** Somebody sits down at a workstation; who sat there before has everything kept. */
    Window sit(Staff person, int workstation, Stage stage) {
        Window before = windows.remove(workstation);
        if (before != null) {
            before.program().letGo();
        }
        Entrance entrance = office().entrance(workstation);
        ClientProgram program = new ClientProgram(stage, office().config(), office().workstationFolder(workstation), clock,
                office().browser(person), () -> menu(person, workstation), () -> left(workstation));
        program.enter(entrance, office().sit(person, entrance), () -> {});
        Window window = new Window(program);
        windows.put(workstation, window);
        return window;
    }

    Window window(int workstation) {
        return Hands.onScreen(() -> Optional.ofNullable(windows.get(workstation)).orElseThrow());
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
        sit(person, workstation, workstation == 1 && first != null ? first : new Stage());
    }

    /** The user closed a window; the first one ends the program. */
    private void left(int workstation) {
        windows.remove(workstation);
        if (workstation == 1) {
            Platform.exit();
        }
    }
}
