package se.trepart.app.letter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.shell.Desk;
import se.trepart.app.task.Newest;
import se.trepart.model.letter.Letter;

/** Draws the pages of one letter at a time in the background (förhandsvisning): what was being drawn gives way to what is newer. */
final class LetterDrawing {

    private static final float SCALE = 1.6f;

    private final Desk desk;
    private final LetterOffice office;
    private final LetterDelivery delivery;
    private final ReadOnlyObjectWrapper<LetterPreview> preview = new ReadOnlyObjectWrapper<>(LetterPreview.NOTHING);
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper();
    private final Newest newest;

    LetterDrawing(Desk desk, LetterOffice office, LetterDelivery delivery) {
        this.desk = desk;
        this.office = office;
        this.delivery = delivery;
        newest = new Newest(desk.tasks());
    }

    ReadOnlyObjectProperty<LetterPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /** @param wait how long it waits for something newer */
    void draw(Letter letter, CaseSituation now, Duration wait) {
        newest.of(wait, () -> drawn(letter, now))
                .showing(drawing)
                .then(preview::set)
                .on(LetterProblem.class, problem -> preview.set(new LetterPreview(List.of(), problem.words(), "")))
                .start();
    }

    void cancel() {
        newest.cancel();
    }

    private LetterPreview drawn(Letter letter, CaseSituation now) {
        if (LetterDelivery.kept(letter)) {
            return new LetterPreview(PagePictures.of(delivery.archived(letter), SCALE), "", "");
        }
        Optional<LetterPage> page = office.page(letter, now.documents(), now.registers());
        if (page.isEmpty()) {
            return new LetterPreview(List.of(), desk.texts().of("letter.not-here"), "");
        }
        byte[] pdf = office.pdf(page.get());
        return new LetterPreview(PagePictures.of(pdf, SCALE), "", office.postingHint(page.get()).orElse(""));
    }
}
