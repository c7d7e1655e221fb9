package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;

/**
 * Something that is filled in and then done in one go (blankett), such as an evaluation. Each field is saved as typed; nothing that is
 * somebody's judgement is filled in beforehand.
 */
abstract class PlanForm {

    /** How a field is filled in. */
    enum Kind {
        WORDS,
        LINE,
        DAY,
        NUMBER,
        CHOICE
    }

    /** What is filled in. */
    enum Name {
        DECLINE,
        RETURN,
        BEGIN,
        GOAL,
        FOLLOW_UP,
        NEW_ACTION,
        CHANGE,
        ANSWER,
        END,
        STEPS,
        VERSION,
        HAND_OVER,
        WORK_ENDED,
        NEW_OFFER,
        CHANGE_OFFER
    }

    /** A field of some form. */
    enum Key {
        WHY,
        ASSESSMENT,
        EVALUATION,
        TALKED_THROUGH,
        TEMPLATE,
        SELF_SUPPORT,
        NEXT_ON,
        WHAT,
        HOW,
        BY,
        REACHED_ON,
        ON,
        WORDS,
        OFFER,
        KIND,
        PLACE,
        RESPONSIBLE,
        STARTS_ON,
        ENDS_ON,
        HOURS,
        GOAL,
        STEPS,
        ASKED_FOR,
        OUTCOME,
        WORK_FROM,
        DONE,
        GAVE,
        APPLICANT,
        CASEWORKER,
        CONSULTANT,
        NEXT_STEP,
        NEWS,
        NEW_KEEPER,
        REMINDERS,
        WORK_TO,
        CAPACITY,
        COST,
        COST_FROM,
        OWNER,
        OFFERED_FROM,
        OFFERED_TO
    }

    /**
     * One field; a day is kept as 2026-12-01, a choice as its value.
     *
     * @param choices for a choice only
     * @param needed asked for before the form can be done; empty for a field that may be left out
     */
    record FormField(Key key, Kind kind, String label, TypedText text, List<Choice<String>> choices, BooleanSupplier needed) {

        boolean empty() {
            return text.text().isBlank();
        }
    }

    /** What is missing or wrong, and in which field. */
    record Fault(Key key, String words) {}

    private final FormHost host;
    private final Name name;
    private final String draft;
    private final List<FormField> fields = new ArrayList<>();

    /**
     * @param about the document, so that what was typed about another never shows here
     */
    PlanForm(FormHost host, Name name, UUID about) {
        this.host = host;
        this.name = name;
        draft = "plan/" + name.name().toLowerCase(Locale.ROOT) + "/" + about + "/";
    }

    /** Does it. @param then when it is on disk */
    protected abstract void act(Runnable then);

    /** What is wrong beside fields that are empty. */
    protected List<Fault> faults() {
        return List.of();
    }

    /** What it is about or what comes of it, under the title; empty where the title says it all. */
    String about() {
        return "";
    }

    /** What the one who fills it in should know now, such as whose answer it needs; empty for nothing. */
    String note() {
        return "";
    }

    final String title() {
        return texts().name("plan.form", name);
    }

    /** What the button that does it is called. */
    final String action() {
        return texts().name("plan.form-do", name);
    }

    final List<FormField> fields() {
        return List.copyOf(fields);
    }

    final FormField field(Key key) {
        return fields.stream().filter(field -> field.key() == key).findFirst().orElseThrow();
    }

    /** Everything that stops it, in the order of the fields. */
    final List<Fault> missing() {
        List<Fault> all = new ArrayList<>();
        fields.stream()
                .filter(field -> field.needed().getAsBoolean() && field.empty())
                .forEach(field -> all.add(new Fault(field.key(), texts().of("plan.missing", field.label()))));
        all.addAll(faults());
        return all;
    }

    /** Does it when nothing is missing, and leaves the form. */
    final void finish() {
        if (missing().isEmpty()) {
            act(() -> {
                forget();
                leave();
            });
        }
    }

    /** Back without doing it; what was typed is kept. */
    final void leave() {
        host.leaveForm();
    }

    /** What was typed is in the document now, and is no draft any more. */
    final void forget() {
        fields.forEach(field -> field.text().show(field.text().text()));
    }

    final Desk desk() {
        return host.desk();
    }

    protected final Texts texts() {
        return desk().texts();
    }

    protected final String words(Key key) {
        return field(key).text().text().strip();
    }

    protected final Optional<LocalDate> day(Key key) {
        String text = field(key).text().text();
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    protected final Optional<Integer> number(Key key) {
        String text = words(key);
        return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    protected final void add(Key key, Kind kind, boolean needed) {
        add(key, kind, "", List.of(), () -> needed);
    }

    /** @param initial a fact that stands there from the beginning */
    protected final void add(Key key, Kind kind, String initial, List<Choice<String>> choices, BooleanSupplier needed) {
        TypedText text = host.typed(draft + key.name().toLowerCase(Locale.ROOT));
        text.show(initial);
        fields.add(new FormField(key, kind, texts().name("plan.field", key), text, choices, needed));
    }

    /** Words of which something is needed. */
    protected final void needed(Key... keys) {
        for (Key key : keys) {
            add(key, Kind.WORDS, true);
        }
    }
}
