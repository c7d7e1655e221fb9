package se.trepart.app.letter;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.stage.Stage;

import se.trepart.app.Pictures;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.OpenCaseView;
import se.trepart.app.control.Styles;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.shell.Desk;
import se.trepart.app.task.TaskRunner;
import se.trepart.app.task.UnexpectedErrors;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;

import atlantafx.base.theme.PrimerLight;

/**
 * How long it takes from a key stroke in a letter of two pages until its mark stands in the window, in the program as it runs. Run by hand:
 * {@code java -Dglass.platform=Headless -Dprism.order=sw -cp <test class path> se.trepart.app.letter.LetterMarksSpeed}.
 */
final class LetterMarksSpeed {

    private static final int TIMES = 120;
    private static final int WARM_AFTER = 20;
    private static final String HARD = " samt";
    private static final String PARAGRAPH = """
            Du har bett om pengar till hyran för december. Vi har läst din ansökan och pratat med din hyresvärdd. Du har fått lön två gånger
            under hösten. Pengarna räcker till maten och busskortet, men inte till hela hyran. Därför får du en del av det du har bett om.
            """.replace("\n", " ").strip();

    private LetterMarksSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.of("sv", "SE"));
        Pictures.start();
        Stage stage = Pictures.stage();
        CaseFile file = (CaseFile) CaseSamples.amina().stream().filter(CaseFile.class::isInstance).findFirst().orElseThrow();
        String text = String.join("\n", Collections.nCopies(9, PARAGRAPH));
        Letter letter = Letter
                .write(CaseSamples.id(990), file, LetterKind.OWN, CaseSamples.id(201), "1", text, "", CaseSamples.KARIN.id(),
                        CaseSamples.TODAY)
                .choose(LetterDetails.NONE.heading("din hyra"));
        CaseDesk desk = new CaseDesk(Files.createTempDirectory("speed"), CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(letter);
        Desk still = desk.desk();
        Desk busy = new Desk(still.workstation(), still.session(), still.clock(), still.newId(),
                TaskRunner.onVirtualThreads(new UnexpectedErrors(System.out::println)), still.dialogs(), still.texts(), still.formats(),
                still.navigator());
        Pictures.onScreen(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            OpenCase openCase = new OpenCase(CaseSamples.CASE, busy, Duration.ZERO);
            LetterOffice office = new LetterOffice(Rulebook.shipped(), PlainLanguage::withSpelling);
            OpenCaseView view = new OpenCaseView(openCase, List.of(new LetterStep(openCase, office)));
            Scene scene = new Scene(new StackPane(view.node()), 1000, 720);
            scene.getStylesheets().add(Styles.class.getResource(Styles.STYLESHEET).toExternalForm());
            stage.setScene(scene);
            stage.show();
            view.show(CasePlace.LETTER, null);
            view.opened();
        });
        Thread.sleep(4000);
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = stroke(stage);
            Thread.sleep(60);
            Pictures.onScreen(() -> area(stage).deleteText(PARAGRAPH.length(), PARAGRAPH.length() + HARD.length()));
            Thread.sleep(60);
        }
        double[] warm = Arrays.copyOfRange(times, WARM_AFTER, TIMES);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "first %.0f ms; then median %.1f ms, 95 of 100 under %.1f ms, the slowest %.1f ms%n", times[0],
                warm[warm.length / 2], warm[warm.length * 95 / 100], warm[warm.length - 1]);
        System.exit(0);
    }

    private static TextArea area(Stage stage) {
        return (TextArea) stage.getScene().lookup("#letter-why");
    }

    /** The last letter of a hard word, until the frame that has its mark is laid out. */
    private static double stroke(Stage stage) throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(1);
        long[] at = new long[2];
        List<Runnable> after = new ArrayList<>();
        Pictures.onScreen(() -> {
            Scene scene = stage.getScene();
            TextArea area = area(stage);
            Runnable pulse = () -> {
                at[1] = System.nanoTime();
                drawn.countDown();
            };
            for (Node node : area.lookupAll(".letter-mark.warning")) {
                Path path = (Path) node;
                long before = lines(path);
                ListChangeListener<PathElement> changed = _ -> {
                    if (lines(path) != before && at[1] == 0) {
                        scene.addPostLayoutPulseListener(pulse);
                        at[1] = 1;
                        Platform.requestNextPulse();
                    }
                };
                path.getElements().addListener(changed);
                after.add(() -> path.getElements().removeListener(changed));
            }
            after.add(() -> scene.removePostLayoutPulseListener(pulse));
            area.insertText(PARAGRAPH.length(), HARD.substring(0, HARD.length() - 1));
            at[0] = System.nanoTime();
            area.insertText(PARAGRAPH.length() + HARD.length() - 1, HARD.substring(HARD.length() - 1));
        });
        if (!drawn.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no mark came");
        }
        Pictures.onScreen(() -> after.forEach(Runnable::run));
        return (at[1] - at[0]) / 1e6;
    }

    private static long lines(Path path) {
        return path.getElements().stream().filter(MoveTo.class::isInstance).count();
    }
}
