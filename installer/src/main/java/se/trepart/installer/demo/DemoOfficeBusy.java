package se.trepart.installer.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Another program has the demo office open. */
final class DemoOfficeBusy extends IOException {

    DemoOfficeBusy(Path folder) {
        super("the demo office in " + folder + " is already open");
    }
}
