package se.trepart.app.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.TemplateFields;
import se.trepart.app.letter.TemplateFields.TemplateField;
import se.trepart.app.letter.TemplateProof;
import se.trepart.app.template.EditorSheet.Action;
import se.trepart.model.access.Unit;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Upkeep;

import org.jspecify.annotations.Nullable;

/** One kind of letter's template in all its versions (en brevtyps mall). */
final class TemplateEditor extends TextEditor {

    /** Chosen: the program's own text, which is no document. */
    private static final UUID SHIPPED = new UUID(0, 0);

    private final LetterKind kind;
    private LetterTemplate template;
    private int sample;

    TemplateEditor(TemplatesViewModel host, LetterKind kind) {
        super(host);
        this.kind = kind;
        template = shipped();
    }

    /** As if it were a template: to be looked at, and never written. */
    private LetterTemplate shipped() {
        return new LetterTemplate(SHIPPED, Unit.MUNICIPALITY, kind, 0, host().shipped(kind), desk().today(), Upkeep.NONE);
    }

    @Override
    void refresh() {
        List<LetterTemplate> versions = LetterTemplate.versions(host().templates(), kind);
        Optional<LetterTemplate> draft = versions.stream().filter(one -> one.upkeep().state() == Upkeep.State.DRAFT).findFirst();
        Optional<LetterTemplate> used = LetterTemplate.inForce(versions, kind, desk().today());
        template = versions.stream()
                .filter(one -> one.id().equals(chosen()))
                .findFirst()
                .or(() -> SHIPPED.equals(chosen()) ? Optional.empty() : draft.or(() -> used))
                .orElseGet(this::shipped);
        List<Choice<UUID>> choices = new ArrayList<>();
        versions.forEach(one -> choices.add(version(one.id(), one.number(), one.upkeep())));
        choices.add(new Choice<>(texts().of("template.shipped"), SHIPPED));
        boolean editable = draft.filter(template::equals).isPresent();
        Action action = editable ? Action.PUBLISH : draft.isPresent() ? Action.TO_DRAFT : Action.BEGIN;
        text();
        owner();
        show(new EditorSheet(texts().name("letter.kind", kind), choices,
                choices.stream().filter(one -> template.id().equals(one.value())).findFirst().orElse(null), editable,
                used.filter(template::equals).isPresent(), action, template.upkeep()));
    }

    /** What may be used in it, with what it is in the letter that is shown. */
    List<TemplateField> fields() {
        return TemplateFields.of(kind).offered();
    }

    String example(TemplateField field) {
        return TemplateFields.example(field, LetterOffice.samples(kind).getFirst());
    }

    /** The letters it is shown with. */
    List<Choice<Integer>> samples() {
        List<Choice<Integer>> samples = new ArrayList<>();
        for (int i = 0; i < LetterOffice.samples(kind).size(); i++) {
            samples.add(new Choice<>(texts().of("template.sample", i + 1), i));
        }
        return samples;
    }

    void chooseSample(int number) {
        sample = number;
        typed();
    }

    @Override
    TypedText text() {
        UUID id = template.id();
        return host().typed(id.equals(SHIPPED) ? "shipped/" + kind.name() : id + "/text", template.text(),
                typed -> change(id, now -> now.edit(typed)));
    }

    @Override
    TypedText owner() {
        UUID id = template.id();
        return host().typed(id.equals(SHIPPED) ? "shipped/owner" : id + "/owner", template.upkeep().ownerFunction(),
                typed -> change(id, now -> now.keptBy(typed, now.upkeep().decidedOn(), now.upkeep().reviewOn())));
    }

    @Override
    String words() {
        return text().text();
    }

    @Override
    Callable<TemplateProof> proving() {
        LetterTemplate tried = new LetterTemplate(template.id(), template.unitId(), kind, template.number(), words(), template.writtenOn(),
                template.upkeep());
        int number = sample;
        return () -> host().office().prove(tried, number);
    }

    @Override
    void begin() {
        LetterTemplate draft = LetterTemplate.draft(desk().newId().get(), Unit.MUNICIPALITY, kind, template.text(), host().templates(),
                desk().today());
        host().create(draft, () -> choose(draft.id()));
    }

    @Override
    void publish() {
        String typed = words();
        String owner = owner().text();
        LocalDate today = desk().today();
        LetterTemplate shown = template;
        host().change(LetterTemplate.class, shown.id(), now -> {
            if (now.upkeep().state() != Upkeep.State.DRAFT) {
                return now;
            }
            LetterTemplate ready = now.edit(typed).keptBy(owner, now.upkeep().decidedOn(), now.upkeep().reviewOn());
            // judged once more: what the screen says may be of a moment ago
            return ready.upkeep().faults(today).isEmpty() && host().office().prove(ready, 0).publishable() ? ready.publish(today) : now;
        }, () -> choose(shown.id()));
    }

    @Override
    void withdraw() {
        LocalDate today = desk().today();
        host().change(LetterTemplate.class, template.id(),
                now -> now.upkeep().state() == Upkeep.State.PUBLISHED ? now.withdraw(today) : now, () -> {});
    }

    @Override
    void reviewed(LocalDate next) {
        host().change(LetterTemplate.class, template.id(), now -> now.upkeep().state() == Upkeep.State.PUBLISHED ? now.reviewed(next) : now,
                () -> {});
    }

    @Override
    void keptBy(String owner, @Nullable LocalDate decidedOn, @Nullable LocalDate reviewOn) {
        change(template.id(), now -> now.keptBy(owner, decidedOn, reviewOn));
    }

    @Override
    void leave() {
        text().leave();
        owner().leave();
    }

    @Override
    String withdrawText() {
        return texts().of("template.withdraw.text");
    }

    private void change(UUID id, UnaryOperator<LetterTemplate> change) {
        host().change(LetterTemplate.class, id, now -> now.upkeep().state() == Upkeep.State.DRAFT ? change.apply(now) : now, () -> {});
    }
}
