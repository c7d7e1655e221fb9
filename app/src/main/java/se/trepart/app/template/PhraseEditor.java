package se.trepart.app.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.letter.TemplateProof;
import se.trepart.app.template.EditorSheet.Action;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Phrase.Place;
import se.trepart.model.letter.Upkeep;

import org.jspecify.annotations.Nullable;

/** One phrase in all its versions (en fras). */
final class PhraseEditor extends TextEditor {

    private final UUID seriesId;
    private Phrase phrase;

    /** @param seriesId of a phrase that there is */
    PhraseEditor(TemplatesViewModel host, UUID seriesId) {
        super(host);
        this.seriesId = seriesId;
        phrase = versions().getFirst();
    }

    private List<Phrase> versions() {
        return host().phrases()
                .stream()
                .filter(one -> one.seriesId().equals(seriesId))
                .sorted(Comparator.comparing(Phrase::number).reversed())
                .toList();
    }

    @Override
    void refresh() {
        List<Phrase> versions = versions();
        Optional<Phrase> draft = versions.stream().filter(one -> one.upkeep().state() == Upkeep.State.DRAFT).findFirst();
        phrase = versions.stream().filter(one -> one.id().equals(chosen())).findFirst().or(() -> draft).orElse(versions.getFirst());
        List<Choice<UUID>> choices = versions.stream().map(one -> version(one.id(), one.number(), one.upkeep())).toList();
        boolean editable = draft.filter(phrase::equals).isPresent();
        Action action = editable ? Action.PUBLISH : draft.isPresent() ? Action.TO_DRAFT : Action.BEGIN;
        boolean newest = versions.stream().noneMatch(one -> one.number() > phrase.number() && one.upkeep().state() != Upkeep.State.DRAFT);
        text();
        owner();
        show(new EditorSheet(phrase.name().isBlank() ? texts().of("template.nameless") : phrase.name(), choices,
                choices.stream().filter(one -> phrase.id().equals(one.value())).findFirst().orElse(null), editable,
                newest && phrase.upkeep().state() == Upkeep.State.PUBLISHED, action, phrase.upkeep()));
    }

    /** What it is called. */
    TypedText name() {
        UUID id = phrase.id();
        return host().typed(id + "/name", phrase.name(), typed -> change(id, now -> now.edit(typed, now.text(), now.kinds(), now.place())));
    }

    @Override
    TypedText text() {
        UUID id = phrase.id();
        return host().typed(id + "/text", phrase.text(), typed -> change(id, now -> now.edit(now.name(), typed, now.kinds(), now.place())));
    }

    @Override
    TypedText owner() {
        UUID id = phrase.id();
        return host().typed(id + "/owner", phrase.upkeep().ownerFunction(),
                typed -> change(id, now -> now.keptBy(typed, now.upkeep().decidedOn(), now.upkeep().reviewOn())));
    }

    Place place() {
        return phrase.place();
    }

    List<Choice<Place>> places() {
        return List.of(Place.values()).stream().map(one -> new Choice<>(texts().name("template.place", one), one)).toList();
    }

    void choosePlace(Place place) {
        change(phrase.id(), now -> now.edit(now.name(), now.text(), now.kinds(), place));
    }

    List<LetterKind> kinds() {
        return phrase.kinds();
    }

    /** Takes a kind of letter to those it is for, or away from them. */
    void chooseKind(LetterKind kind, boolean on) {
        change(phrase.id(), now -> {
            List<LetterKind> kinds = new ArrayList<>(now.kinds());
            kinds.remove(kind);
            if (on) {
                kinds.add(kind);
            }
            return now.edit(now.name(), now.text(), kinds.stream().sorted().toList(), now.place());
        });
    }

    @Override
    List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        if (name().text().isBlank()) {
            lacks.add(texts().of("template.needs-name"));
        }
        if (words().isBlank()) {
            lacks.add(texts().of("template.needs-text"));
        }
        return lacks;
    }

    @Override
    String words() {
        return text().text();
    }

    @Override
    Callable<TemplateProof> proving() {
        Phrase tried = new Phrase(phrase.id(), phrase.unitId(), seriesId, phrase.number(), "", words(), List.of(), phrase.place(),
                phrase.writtenOn(), Upkeep.NONE);
        return () -> host().office().prove(tried);
    }

    @Override
    void begin() {
        Phrase draft = phrase.next(desk().newId().get(), host().phrases(), desk().today());
        host().create(draft, () -> choose(draft.id()));
    }

    @Override
    void publish() {
        String typed = words();
        String name = name().text();
        String owner = owner().text();
        LocalDate today = desk().today();
        UUID id = phrase.id();
        host().change(Phrase.class, id, now -> {
            if (now.upkeep().state() != Upkeep.State.DRAFT) {
                return now;
            }
            Phrase ready = now.edit(name, typed, now.kinds(), now.place()).keptBy(owner, now.upkeep().decidedOn(), now.upkeep().reviewOn());
            // judged once more: what the screen says may be of a moment ago
            return ready.upkeep().faults(today).isEmpty() && host().office().prove(ready).publishable() ? ready.publish(today) : now;
        }, () -> choose(id));
    }

    @Override
    void withdraw() {
        LocalDate today = desk().today();
        host().change(Phrase.class, phrase.id(), now -> now.upkeep().state() == Upkeep.State.PUBLISHED ? now.withdraw(today) : now,
                () -> {});
    }

    @Override
    void reviewed(LocalDate next) {
        host().change(Phrase.class, phrase.id(), now -> now.upkeep().state() == Upkeep.State.PUBLISHED ? now.reviewed(next) : now,
                () -> {});
    }

    @Override
    void keptBy(String owner, @Nullable LocalDate decidedOn, @Nullable LocalDate reviewOn) {
        change(phrase.id(), now -> now.keptBy(owner, decidedOn, reviewOn));
    }

    @Override
    void leave() {
        name().leave();
        text().leave();
        owner().leave();
    }

    @Override
    String withdrawText() {
        return texts().of("template.withdraw.phrase");
    }

    private void change(UUID id, UnaryOperator<Phrase> change) {
        host().change(Phrase.class, id, now -> now.upkeep().state() == Upkeep.State.DRAFT ? change.apply(now) : now, () -> {});
    }
}
