package se.trepart.installer.demo;

import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.application.Application;

/** Starts the demo office. Not an Application itself, so that JavaFX may come from the class path. */
public final class Launcher {

    private static final Logger QUIET = Logger.getLogger("");
    /** JavaFX warns that it comes from the class path, where it is on purpose. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] words) {
        Locale.setDefault(Locale.of("sv", "SE"));
        // the parts report their ordinary goings-on: nothing for the one who tries the demo
        QUIET.setLevel(Level.WARNING);
        JAVAFX.setLevel(Level.SEVERE);
        if (noDisplay()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Application.launch(DemoProgram.class, words);
    }

    /** The folder of the demo office: the usual one, or the one that -Dhome names. */
    static Path home() {
        String home = System.getProperty("home", "");
        return home.isBlank() ? DemoHome.usual() : Path.of(home).toAbsolutePath();
    }

    /** A property that is given without a value, or as true. */
    static boolean on(String property) {
        String value = System.getProperty(property);
        return value != null && !value.isEmpty() && !value.equals("false");
    }

    private static boolean noDisplay() {
        boolean unix = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return unix && isEmpty("DISPLAY") && isEmpty("WAYLAND_DISPLAY");
    }

    private static boolean isEmpty(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank();
    }
}
