package se.trepart.installer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    record Window(DemoOffice.Seat seat, Client client) {}

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
    public void start(Stage stage) throws IOException {
        // changing person closes a window for a moment: only the user closing the first one ends the program
        Platform.setImplicitExit(false);
        stage.setOnCloseRequest(_ -> Platform.exit());
        first = stage;
        sit(DemoStaff.KARIN, 1, stage);
        String tour = System.getProperty("tour", "");
        if (!tour.isBlank()) {
            new Tour(this, Path.of(tour)).start();
        }
    }

    @Override
    public void stop() {
        windows.values().forEach(window -> window.seat().close());
        DemoOffice open = office;
        if (open != null) {
            open.close();
        }
    }

    /** Somebody sits down at a workstation; who sat there before has everything kept. */
    Window sit(Staff person, int workstation, Stage stage) throws IOException {
        Window before = windows.remove(workstation);
        if (before != null) {
            before.client().stage().hide();
            before.seat().close();
        }
        DemoOffice.Seat seat = office().sit(person, workstation);
        Client client = Client.open(stage, seat.workstation(), seat.session(), clock, () -> menu(person, workstation));
        Window window = new Window(seat, client);
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
        try {
            Stage stage = workstation == 1 && first != null ? first : new Stage();
            sit(person, workstation, stage);
            if (workstation > 1) {
                stage.setOnCloseRequest(_ -> leave(workstation));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void leave(int workstation) {
        Window window = windows.remove(workstation);
        if (window != null) {
            window.client().stage().hide();
            window.seat().close();
        }
    }
}
