package se.trepart.app.template;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.dialog.Dialogs.Prompt;
import se.trepart.app.letter.TemplateProof;
import se.trepart.app.letter.TemplateRemark;
import se.trepart.app.shell.Desk;
import se.trepart.app.task.Newest;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Upkeep;

import org.jspecify.annotations.Nullable;

/** A text of the municipality's while it is written and looked at (redigering av en mall eller fras), tried as it is typed. */
abstract class TextEditor {

    private static final TemplateProof NOTHING = new TemplateProof(List.of(), List.of());

    private final TemplatesViewModel host;
    private final ReadOnlyObjectWrapper<TemplateProof> proof = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<EditorSheet> sheet = new ReadOnlyObjectWrapper<>(EditorSheet.NOTHING);
    private final BooleanProperty proving = new SimpleBooleanProperty();
    private final Newest trial;
    private @Nullable UUID chosen;
    /** The words that {@link #proof} is about. */
    private String proved = "";

    TextEditor(TemplatesViewModel host) {
        this.host = host;
        trial = new Newest(host.desk().tasks());
    }

    /** The page anew, from what is in the store. */
    abstract void refresh();

    /** Off the JavaFX thread: how the words as they are typed would do. Called on it to take them along. */
    abstract Callable<TemplateProof> proving();

    /** A new version, with the words that are shown. */
    abstract void begin();

    /** Letters are written with it from today. */
    abstract void publish();

    abstract void withdraw();

    abstract void reviewed(LocalDate next);

    /** Changes who answers for it, and when it was decided and is to be read again. */
    abstract void keptBy(String owner, @Nullable LocalDate decidedOn, @Nullable LocalDate reviewOn);

    /** What is typed goes into the document. */
    abstract void leave();

    /** The words, as typed. */
    abstract TypedText text();

    /** The function that owns it, as typed. */
    abstract TypedText owner();

    /** What is missing beside the upkeep; empty for nothing. */
    List<String> lacks() {
        return List.of();
    }

    final TemplatesViewModel host() {
        return host;
    }

    final Desk desk() {
        return host.desk();
    }

    final Texts texts() {
        return desk().texts();
    }

    final ReadOnlyObjectProperty<EditorSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    final EditorSheet sheet() {
        return sheet.get();
    }

    final ReadOnlyObjectProperty<TemplateProof> proofProperty() {
        return proof.getReadOnlyProperty();
    }

    /** It has taken more than a moment. */
    final BooleanProperty provingProperty() {
        return proving;
    }

    /** The version somebody wants to see; null for the one that there is reason to see. */
    final @Nullable UUID chosen() {
        return chosen;
    }

    final void choose(@Nullable UUID version) {
        leave();
        chosen = version;
        refresh();
    }

    final void show(EditorSheet next) {
        sheet.set(next);
        if (proof.get() == NOTHING || !proved.equals(words())) {
            prove(Duration.ZERO);
        }
    }

    /** A key was struck. */
    final void typed() {
        prove(host.pause());
    }

    /** The words of the moment, so that nothing is published on the strength of what stood there before. */
    abstract String words();

    private void prove(Duration wait) {
        String of = words();
        trial.of(wait, proving()).showing(proving).then(result -> {
            proved = of;
            proof.set(result);
        }).start();
    }

    final void cancel() {
        trial.cancel();
    }

    /** What stands in the way of publishing, in words. */
    final List<String> hindrances() {
        List<String> why = new ArrayList<>(lacks());
        long stops = proof.get().remarks().stream().filter(TemplateRemark::stops).count();
        if (stops > 0) {
            why.add(texts().count("template.stops", stops));
        } else if (!proved.equals(words())) {
            why.add(texts().of("template.proving"));
        }
        Upkeep upkeep = sheet().upkeep();
        new Upkeep(owner().text(), upkeep.decidedOn(), upkeep.reviewOn(), null, null).faults(desk().today())
                .forEach(fault -> why.add(texts().name("template.fault", fault)));
        return why;
    }

    /** The main action: what there is to do with what is shown. */
    final void act() {
        switch (sheet().action()) {
            case PUBLISH -> {
                if (hindrances().isEmpty()) {
                    publish();
                }
            }
            case BEGIN -> begin();
            case TO_DRAFT -> choose(null);
        }
    }

    /** Dra tillbaka: asks first. */
    final void askWithdraw() {
        if (sheet().inForce()
                && desk().dialogs().confirm(texts().of("template.withdraw.title"), withdrawText(), texts().of("template.withdraw"))) {
            withdraw();
        }
    }

    abstract String withdrawText();

    /** Översedd: asks for the day of the next review. R35 */
    final void askReviewed() {
        if (!sheet().inForce()) {
            return;
        }
        desk().dialogs()
                .ask(new Prompt(texts().of("template.reviewed.title"), texts().of("template.reviewed.text"), texts().of("template.review"),
                        Formats.date(desk().today().plusYears(1)), false, texts().of("template.reviewed")))
                .ifPresent(written -> {
                    LocalDate next = new DayConverter().fromString(written);
                    if (next == null || !next.isAfter(desk().today())) {
                        desk().dialogs()
                                .error(texts().of("template.reviewed.title"), texts().name("template.fault", Upkeep.Fault.REVIEW_PAST));
                    } else {
                        reviewed(next);
                    }
                });
    }

    /** A version in the list of versions: "Version 3, publicerad från 2026-11-22". */
    final Choice<UUID> version(UUID id, int number, Upkeep upkeep) {
        LocalDate from = upkeep.publishedOn();
        String state = texts().name("template.state", upkeep.state());
        String label = from == null
                ? texts().of("template.version", number, state)
                : texts().of("template.version-from", number, state, Formats.date(from));
        return new Choice<>(label, id);
    }
}
