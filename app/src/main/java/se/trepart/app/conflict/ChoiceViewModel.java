package se.trepart.app.conflict;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.text.Texts;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.ConflictChoice;
import se.trepart.model.merge.Settling.Chosen;

import org.jspecify.annotations.Nullable;

/** One choice of a conflict in words (val). Nothing is chosen beforehand. */
final class ChoiceViewModel {

    /** What the user can choose. */
    enum Side {
        THEIRS,
        MINE,
        OWN
    }

    /** One field with its three values to read. */
    record Line(String field, String base, String theirs, String mine) {}

    private final ConflictChoice choice;
    private final String name;
    private final List<Line> lines;
    private final List<OwnValue> own;
    private final ObjectProperty<@Nullable Side> side = new SimpleObjectProperty<>();

    /** @param typed where what is written of one's own for a field is kept as a draft */
    ChoiceViewModel(ConflictChoice choice, ConflictWords words, Function<ConflictField, TypedText> typed, Texts texts) {
        this.choice = choice;
        List<ConflictField> telling = telling(choice).stream().filter(words::readable).toList();
        String place = choice.whole() ? "" : words.place(choice.fields().getFirst().path());
        lines = telling.stream()
                .map(field -> new Line(lineName(field, words), words.value(field.path(), field.base()),
                        words.value(field.path(), field.theirs()), words.value(field.path(), field.mine())))
                .toList();
        String first = lines.isEmpty() ? "" : words.field(telling.getFirst().path());
        name = choice.whole()
                ? texts.of("conflict.whole")
                : place.isEmpty() ? first : choice.fields().size() == 1 ? place + ": " + ConflictWords.inside(first) : place;
        own = own(words, typed);
    }

    String key() {
        return choice.key();
    }

    /** What it is about: "Inkomster, Lön". */
    String name() {
        return name;
    }

    /** Whether several fields are chosen as one. */
    boolean group() {
        return choice.fields().size() > 1 && !choice.whole();
    }

    boolean whole() {
        return choice.whole();
    }

    List<Line> lines() {
        return lines;
    }

    /** The fields to write a value of one's own in; empty when only a side can be taken. */
    List<OwnValue> own() {
        return own;
    }

    /** When something of one's own was typed before the page was left; empty when nothing was. It is not chosen by that. */
    Optional<Instant> restoredFrom() {
        return own.stream().flatMap(one -> Stream.ofNullable(one.restoredFrom())).max(Comparator.naturalOrder());
    }

    /** Null until something is chosen. */
    ObjectProperty<@Nullable Side> side() {
        return side;
    }

    ConflictChoice choice() {
        return choice;
    }

    /** Whether one side has nothing of it. */
    boolean gone(Function<ConflictField, @Nullable String> of) {
        return choice.fields().stream().map(of).allMatch(Objects::isNull);
    }

    Optional<Chosen> chosen() {
        return Optional.ofNullable(side.get()).flatMap(chosen -> switch (chosen) {
            case THEIRS -> Optional.of(new Chosen.Theirs());
            case MINE -> Optional.of(new Chosen.Mine());
            case OWN -> {
                Map<UUID, @Nullable String> values = new HashMap<>();
                own.forEach(one -> one.json().ifPresent(json -> values.put(one.field().id(), json)));
                yield Optional.<Chosen>of(new Chosen.Own(values));
            }
        });
    }

    /** Of a whole document what somebody changed; the rest only came along. */
    private static List<ConflictField> telling(ConflictChoice choice) {
        if (!choice.whole()) {
            return choice.fields();
        }
        List<ConflictField> changed = choice.fields().stream().filter(ChoiceViewModel::changed).toList();
        return changed.isEmpty() ? choice.fields() : changed;
    }

    private static boolean changed(ConflictField field) {
        return field.mine() == null
                ? !Objects.equals(field.base(), field.theirs())
                : !Objects.equals(field.base(), field.mine()) || field.theirs() != null && !Objects.equals(field.theirs(), field.base());
    }

    private String lineName(ConflictField field, ConflictWords words) {
        String place = choice.whole() ? words.place(field.path()) : "";
        return place.isEmpty() ? words.field(field.path()) : place + ": " + ConflictWords.inside(words.field(field.path()));
    }

    private List<OwnValue> own(ConflictWords words, Function<ConflictField, TypedText> typed) {
        if (choice.whole() || !choice.fields().stream().allMatch(words::readable)) {
            return List.of();
        }
        List<OwnValue> all = choice.fields()
                .stream()
                .flatMap(field -> FieldShape.of(words.aboutType(), field.path())
                        .filter(FieldShape::writable)
                        .map(shape -> new OwnValue(field, shape, typed.apply(field), words.texts()))
                        .stream())
                .toList();
        return all.size() == choice.fields().size() ? all : List.of();
    }
}
