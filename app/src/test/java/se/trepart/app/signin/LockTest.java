package se.trepart.app.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;

import se.trepart.app.Client;
import se.trepart.app.Office;
import se.trepart.app.Pictures;
import se.trepart.app.shell.OfficeMenu;
import se.trepart.app.shell.Place.Main;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The lock over the real window. */
class LockTest {

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private Office office;
    private Stage stage;
    private Client client;
    private Lock lock;

    private static final class SettableClock extends Clock {
        private Instant now = Office.CLOCK.instant();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void startScreen() {
        Pictures.start();
    }

    @BeforeEach
    void open() throws InterruptedException {
        office = new Office(folder);
        office.fill();
        stage = Pictures.stage();
        Pictures.onScreen(() -> client = Client.open(stage, office.workstation, Office.session(), Office.CLOCK, OfficeMenu.NONE));
        for (int i = 0; i < 200 && !client.ready(); i++) {
            Pictures.settle();
        }
        Pictures.onScreen(() -> {
            lock = new Lock(stage, clock, Duration.ofMinutes(10), "Trepart", () -> new StackPane(new Label("låst")));
            client.onLock(lock::lock);
        });
    }

    @AfterEach
    void close() {
        Pictures.onScreen(() -> {
            lock.close();
            stage.close();
        });
        office.close();
    }

    @Test
    void coversTheWindowWhenNobodyHasTouchedItForTenMinutes() {
        Scene work = stage.getScene();
        after(Duration.ofMinutes(9));
        assertThat(lock.locked()).isFalse();
        press(KeyCode.DOWN, false);
        after(Duration.ofMinutes(9));
        assertThat(lock.locked()).as("it was touched in between").isFalse();
        after(Duration.ofMinutes(1));
        assertThat(lock.locked()).isTrue();
        assertThat(stage.getScene()).isNotSameAs(work);
        assertThat(stage.getScene().getRoot().lookupAll(".label")).singleElement().extracting(n -> ((Label) n).getText()).isEqualTo("låst");

        Pictures.onScreen(lock::unlock);
        assertThat(stage.getScene()).isSameAs(work);
        after(Duration.ofMinutes(9));
        assertThat(lock.locked()).as("the time begins anew").isFalse();
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepItOpen() {
        after(Duration.ofHours(-5));
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void noKeyReachesWhatIsCovered() {
        Pictures.onScreen(() -> client.navigator().open(Main.TODAY));
        press(KeyCode.L, true);
        assertThat(lock.locked()).as("Ctrl+L").isTrue();
        press(KeyCode.DIGIT3, true);
        assertThat(client.navigator().place().get()).isEqualTo(Main.TODAY);
    }

    @Test
    void keepsWhatWasWrittenInADialogAndCoversTheDialogToo() {
        Stage[] dialog = new Stage[1];
        TextField written = new TextField();
        Pictures.onScreen(() -> {
            dialog[0] = new Stage();
            dialog[0].initOwner(stage);
            dialog[0].initModality(Modality.WINDOW_MODAL);
            dialog[0].setTitle("Öberg, Amina");
            dialog[0].setScene(new Scene(new StackPane(written)));
            dialog[0].show();
            written.setText("halvskrivet");
        });
        Pictures.onScreen(lock::lock);
        assertThat(dialog[0].getTitle()).isEqualTo("Trepart");
        assertThat(dialog[0].getScene()).isNotSameAs(written.getScene());
        Pictures.onScreen(lock::unlock);
        assertThat(dialog[0].getTitle()).isEqualTo("Öberg, Amina");
        assertThat(dialog[0].getScene()).isSameAs(written.getScene());
        assertThat(written.getText()).isEqualTo("halvskrivet");
        Pictures.onScreen(dialog[0]::close);
    }

    @Test
    void leavesAnotherWorkstationsWindowAlone() {
        Stage other = Pictures.stage();
        Scene scene = new Scene(new StackPane());
        Pictures.onScreen(() -> {
            other.setScene(scene);
            other.show();
            lock.lock();
        });
        assertThat(other.getScene()).isSameAs(scene);
        Pictures.onScreen(other::close);
    }

    private void after(Duration time) {
        // at once: the mouse that the platform thinks has come to rest on a new window would else touch it at the new time
        Pictures.onScreen(() -> {
            clock.now = clock.now.plus(time);
            lock.look();
        });
    }

    private void press(KeyCode code, boolean control) {
        Pictures.onScreen(() -> Event.fireEvent(stage.getScene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }
}
