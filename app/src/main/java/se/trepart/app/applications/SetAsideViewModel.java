package se.trepart.app.applications;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.intake.Fault;
import se.trepart.app.intake.FormPlaces;
import se.trepart.app.intake.Imported;
import se.trepart.app.intake.Intake;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.SetAside;

/** Files that could not be taken in, with their reasons (bortlagda filer): open the source, try again, remove. */
public final class SetAsideViewModel {

    private final Desk desk;
    private final Texts texts;
    private final FormPlaces places;
    private final Intake intake;
    private final Consumer<List<Imported>> told;
    private final ObservableList<SetAsideRow> rows = FXCollections.observableArrayList();

    /** @param told is given what a new try came to, on the JavaFX thread */
    SetAsideViewModel(Desk desk, Intake intake, Consumer<List<Imported>> told) {
        this.desk = desk;
        this.intake = intake;
        this.told = told;
        texts = desk.texts();
        places = new FormPlaces(texts);
        refresh();
    }

    public ObservableList<SetAsideRow> rows() {
        return rows;
    }

    void refresh() {
        desk.tasks()
                .of(() -> desk.workstation().setAside().all())
                .then(files -> rows.setAll(files.stream().map(this::row).toList()))
                .start();
    }

    /** In the computer's own program for the file, to be corrected there. */
    public void openSource(SetAsideRow row) {
        desk.tasks()
                .of(() -> Desktop.getDesktop().open(Path.of(row.origin()).toFile()))
                .on(IOException.class, _ -> cannotOpen(row))
                .on(UnsupportedOperationException.class, _ -> cannotOpen(row))
                .on(IllegalArgumentException.class, _ -> cannotOpen(row))
                .start();
    }

    /** Reads the file anew from where it came; what is still wrong sets it aside again. */
    public void tryAgain(SetAsideRow row) {
        desk.tasks()
                .of(() -> desk.workstation().setAside().all().stream().filter(f -> f.id().equals(row.id())).map(intake::tryAgain).toList())
                .then(told)
                .start();
    }

    public void remove(SetAsideRow row) {
        if (desk.dialogs()
                .confirm(texts.of("applications.remove-title"), texts.of("applications.remove-text", row.name()),
                        texts.of("applications.remove"))) {
            desk.tasks().of(() -> desk.workstation().setAside().remove(row.id())).then(_ -> refresh()).start();
        }
    }

    private void cannotOpen(SetAsideRow row) {
        desk.dialogs().error(texts.of("applications.cannot-open"), texts.of("applications.cannot-open-text", row.origin()));
    }

    private SetAsideRow row(SetAside.File file) {
        return new SetAsideRow(file.id(), file.name(), file.origin(), desk.formats().time(file.at()),
                file.faults().stream().map(this::fault).toList());
    }

    /** The lines are kept as {@link Fault#line} writes them. */
    private SetAsideRow.Fault fault(String line) {
        int end = line.indexOf(": ");
        String pointer = end < 0 ? "/" : line.substring(0, end);
        return new SetAsideRow.Fault(places.words(pointer), end < 0 ? line : line.substring(end + 2), pointer);
    }
}
