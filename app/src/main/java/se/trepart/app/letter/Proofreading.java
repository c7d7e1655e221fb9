package se.trepart.app.letter;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.task.Newest;
import se.trepart.app.task.TaskRunner;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

/**
 * Has one letter at a time proofread in the background: what was being read gives way to what is newer (korrektur medan man skriver). New
 * words are looked up in the word list when the writer pauses.
 */
final class Proofreading {

    /** A word is looked up so many times later: nobody is corrected in the middle of it. */
    private static final int LONGER = 2;

    private final Proofreader reader;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<LetterRemarks> remarks = new ReadOnlyObjectWrapper<>(LetterRemarks.NOTHING);
    private @Nullable UUID letterId;

    Proofreading(TaskRunner tasks, Proofreader reader) {
        this.reader = reader;
        newest = new Newest(tasks);
    }

    ReadOnlyObjectProperty<LetterRemarks> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    /** @param pause how long it waits for something newer until it takes the writer to pause */
    void read(Letter letter, CaseSituation now, Duration pause) {
        if (!letter.id().equals(letterId)) {
            // what was said of another letter is not drawn in this one
            remarks.set(LetterRemarks.NOTHING);
            letterId = letter.id();
        }
        // at once: the marks follow the caret
        start(Duration.ZERO, () -> reader.read(letter, now.documents(), now.registers()), found -> {
            remarks.set(found);
            start(pause.multipliedBy(LONGER), () -> more(letter, now), more -> more.ifPresent(remarks::set));
        });
    }

    private Optional<LetterRemarks> more(Letter letter, CaseSituation now) {
        return reader.spells() ? reader.readMore(letter, now.documents(), now.registers()) : Optional.empty();
    }

    private <T> void start(Duration pause, Callable<T> work, Consumer<T> then) {
        newest.of(pause, work)
                .then(then)
                // the preview says what is wrong with the letter
                .on(LetterProblem.class, _ -> remarks.set(LetterRemarks.NOTHING))
                .start();
    }

    /** There is no letter to write on. */
    void clear() {
        cancel();
        remarks.set(LetterRemarks.NOTHING);
    }

    void cancel() {
        newest.cancel();
    }
}
