package se.trepart.app.letter;

import java.time.Duration;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.task.Task;
import se.trepart.app.task.TaskRunner;
import se.trepart.model.letter.Letter;

import org.jspecify.annotations.Nullable;

/** Has one letter at a time proofread in the background: what was being read gives way to what is newer (korrektur medan man skriver). */
final class Proofreading {

    private final TaskRunner tasks;
    private final Proofreader reader;
    private final ReadOnlyObjectWrapper<LetterRemarks> remarks = new ReadOnlyObjectWrapper<>(LetterRemarks.NOTHING);
    private @Nullable Task<LetterRemarks> reading;
    private @Nullable UUID letterId;

    Proofreading(TaskRunner tasks, Proofreader reader) {
        this.tasks = tasks;
        this.reader = reader;
    }

    ReadOnlyObjectProperty<LetterRemarks> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    /** @param wait how long it waits for something newer */
    void read(Letter letter, CaseSituation now, Duration wait) {
        cancel();
        if (!letter.id().equals(letterId)) {
            // what was said of another letter is not drawn in this one
            remarks.set(LetterRemarks.NOTHING);
            letterId = letter.id();
        }
        reading = tasks.of(() -> {
            Thread.sleep(wait);
            return reader.read(letter, now.documents(), now.registers());
        })
                .then(remarks::set)
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
        Task<LetterRemarks> running = reading;
        if (running != null) {
            running.cancel();
        }
        reading = null;
    }
}
