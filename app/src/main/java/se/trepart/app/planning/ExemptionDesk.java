package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.SelfSupportEdit;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.model.plan.Exemption;
import se.trepart.model.plan.ExemptionGround;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/** An adult's exemption from the activity requirement, as the caseworker judges it (undantag från aktivitetskravet). Nothing is chosen beforehand. */
final class ExemptionDesk {

    private final OpenCase openCase;
    private final UUID memberId;
    private final TypedText why;
    private final List<Choice<ExemptionGround>> grounds;
    private final ObjectProperty<Choice<ExemptionGround>> ground;
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final BooleanProperty writing = new SimpleBooleanProperty();

    ExemptionDesk(OpenCase openCase, UUID memberId) {
        this.openCase = openCase;
        this.memberId = memberId;
        why = openCase.typed("planning/exemption/" + memberId + "/why", _ -> {});
        why.show("");
        grounds = Stream
                .concat(Stream.of(new Choice<ExemptionGround>(openCase.desk().texts().of("planning.exemption.pick"), null)),
                        ExemptionGround.catalogue(openCase.desk().today()).stream().map(one -> new Choice<>(one.name(), one)))
                .toList();
        ground = new SimpleObjectProperty<>(grounds.getFirst());
        // what was typed and left is found again
        writing.set(!why.text().isEmpty());
    }

    /** Whether one is being written. */
    BooleanProperty writing() {
        return writing;
    }

    List<Choice<ExemptionGround>> grounds() {
        return grounds;
    }

    ObjectProperty<Choice<ExemptionGround>> ground() {
        return ground;
    }

    /** The first day. */
    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /** The last day; null until further notice. */
    ObjectProperty<@Nullable LocalDate> to() {
        return to;
    }

    /** The caseworker's reason. */
    TypedText why() {
        return why;
    }

    /** What is wrong with the last day, in words; empty when nothing is. */
    String fault() {
        LocalDate first = from.get();
        LocalDate last = to.get();
        return first != null && last != null && last.isBefore(first) ? openCase.desk().texts().of("planning.exemption.early") : "";
    }

    boolean ready() {
        return ground.get().value() != null && from.get() != null && !why.text().isBlank() && fault().isEmpty();
    }

    void note() {
        ExemptionGround chosen = ground.get().value();
        LocalDate first = from.get();
        if (chosen != null && first != null && ready()) {
            put(Exemption.note(chosen, first, to.get(), why.text().strip(), openCase.desk().staff().id(), openCase.desk().today()));
        }
    }

    /** There is none after all. */
    void remove() {
        put(null);
    }

    /** Nothing is to be noted: what was being written is thrown away. */
    void drop() {
        why.textProperty().set("");
        ground.set(grounds.getFirst());
        from.set(null);
        to.set(null);
        writing.set(false);
    }

    private void put(@Nullable Exemption noted) {
        SelfSupportEdit edit = new SelfSupportEdit(openCase, memberId);
        Optional<Exemption> before = openCase.situation()
                .flatMap(now -> SelfSupportEdit.of(now.documents(), memberId))
                .flatMap(support -> Optional.ofNullable(support.exemption()));
        edit.change(support -> support.exempt(noted), this::drop);
        openCase.undo().did(() -> edit.change((SelfSupport support) -> support.exempt(before.orElse(null))));
    }
}
