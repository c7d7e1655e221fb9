package se.trepart.installer.demo;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

import se.trepart.installer.demo.DemoProgram.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The windows of the demo office. To sit down is refused on the JavaFX thread, so that each window here came without stopping it. */
class DemoProgramTest {

    @TempDir
    Path home;
    private final DemoProgram program = new DemoProgram();

    @BeforeAll
    static void startScreen() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException alreadyStarted) {
            // another test was first
        }
    }

    @BeforeEach
    void open() throws Exception {
        System.setProperty("home", home.toString());
        program.init();
        Hands.onScreen(() -> {
            program.start(new Stage());
            return true;
        });
    }

    @AfterEach
    void close() {
        System.clearProperty("home");
        Hands.onScreen(() -> {
            program.stop();
            return true;
        });
    }

    @Test
    void personsChangeAtAWorkstationAndSitDownAtASecondOne() {
        Window karin = program.window(1);
        assertThat(karin.seat().session().staff().name()).isEqualTo(DemoStaff.KARIN.name());
        Stage first = karin.client().stage();

        CompletableFuture<Window> pressedOnce = Hands.onScreen(() -> program.sit(DemoStaff.MARCUS, 2, Stage::new));
        CompletableFuture<Window> pressedTwice = Hands.onScreen(() -> program.sit(DemoStaff.MARCUS, 2, Stage::new));
        assertThat(pressedTwice).as("nobody else sits down meanwhile").isSameAs(pressedOnce);
        Hands.onScreen(() -> program.sit(DemoStaff.BIRGITTA, 1, () -> first));

        assertThat(program.window(1).seat().session().staff().name()).isEqualTo(DemoStaff.BIRGITTA.name());
        assertThat(program.window(2).seat().session().staff().name()).isEqualTo(DemoStaff.MARCUS.name());
        new Hands(first, home).see("senast synkad");
    }
}
