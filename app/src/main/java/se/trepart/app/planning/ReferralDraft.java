package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.local.cache.Intent;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.ReferralIncomplete.Part;

import org.jspecify.annotations.Nullable;

/** A referral while it is written (remiss som skrivs). R21; each part is saved as typed. */
final class ReferralDraft {

    /** The parts that are written in words, in the order of the page. */
    static final List<Part> WRITTEN = List.of(Part.NEED, Part.PURPOSE, Part.GOAL, Part.CONTENT, Part.CONSEQUENCES);

    private final OpenCase openCase;
    private final UUID referralId;
    private final Map<Part, TypedText> parts = new EnumMap<>(Part.class);
    private final TypedText toldHow;
    private final TypedText toldOn;
    private final List<Choice<String>> kinds;
    private final ObjectProperty<Choice<String>> wanted = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Told.How>> how = new SimpleObjectProperty<>();
    private final List<Choice<Told.How>> hows;
    private Referral stored;
    private boolean showing;

    ReferralDraft(Referral referral, OpenCase openCase, List<Choice<String>> kinds, List<Choice<Told.How>> hows) {
        this.openCase = openCase;
        this.kinds = kinds;
        this.hows = hows;
        referralId = referral.id();
        stored = referral;
        String field = "planning/referral/" + referralId + "/";
        for (Part part : WRITTEN) {
            parts.put(part, openCase.typed(field + part.name().toLowerCase(Locale.ROOT), text -> change(old -> with(old, part, text))));
        }
        toldHow = openCase.typed(field + "told-how", _ -> change(old -> with(old, told())));
        toldOn = openCase.typed(field + "told-on", _ -> change(old -> with(old, told())));
        show(referral);
        wanted.subscribe((_, chosen) -> choose(chosen));
        how.subscribe((_, chosen) -> {
            if (!showing) {
                tell(toldHow, chosen.value() == null ? "" : chosen.value().name());
            }
        });
    }

    /** The document, now. */
    void show(Referral now) {
        stored = now;
        showing = true;
        WRITTEN.forEach(part -> part(part).show(words(now, part)));
        Told told = now.told();
        toldHow.show(told == null ? "" : told.how().name());
        toldOn.show(told == null ? "" : told.on().toString());
        wanted.set(kinds.stream().filter(kind -> now.wantedKind().equals(kind.value())).findFirst().orElse(kinds.getFirst()));
        String chosen = toldHow.text();
        how.set(hows.stream().filter(one -> one.value() != null && one.value().name().equals(chosen)).findFirst().orElse(hows.getFirst()));
        showing = false;
    }

    UUID referralId() {
        return referralId;
    }

    TypedText part(Part part) {
        TypedText text = parts.get(part);
        if (text == null) {
            throw new IllegalArgumentException("not written in words: " + part);
        }
        return text;
    }

    /** A kind of action, or none where the consultant is to propose one. */
    ObjectProperty<Choice<String>> wanted() {
        return wanted;
    }

    ObjectProperty<Choice<Told.How>> how() {
        return how;
    }

    /** The day the applicant was told; empty until one is chosen. */
    Optional<LocalDate> toldOn() {
        return toldOn.text().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(toldOn.text()));
    }

    void toldOn(@Nullable LocalDate day) {
        tell(toldOn, day == null ? "" : day.toString());
    }

    /** R21: what is missing in what is typed. */
    List<Part> missing() {
        Referral typed = stored;
        for (Part part : WRITTEN) {
            typed = with(typed, part, part(part).text());
        }
        return with(typed, told()).missing();
    }

    /** Sends it, when nothing is missing. What was typed is written first. */
    void send() {
        leave();
        UUID me = openCase.desk().staff().id();
        change(old -> old.missing().isEmpty() ? old.send(openCase.desk().newId().get(), me, openCase.desk().clock().instant()) : old);
    }

    /** Writes everything that is typed. */
    void leave() {
        parts.values().forEach(TypedText::leave);
        toldHow.leave();
        toldOn.leave();
    }

    private void choose(Choice<String> kind) {
        if (!showing) {
            String key = kind.value() == null ? "" : kind.value();
            change(old -> old.write(old.need(), key, old.purpose(), old.goal(), old.content(), old.consequences(), old.told()));
        }
    }

    /** How and when are written together, when both are chosen; until then each is kept as a draft. */
    private void tell(TypedText text, String value) {
        text.textProperty().set(value);
        toldHow.leave();
        toldOn.leave();
    }

    private @Nullable Told told() {
        Choice<Told.How> chosen = how.get();
        Told.How way = chosen == null ? null : chosen.value();
        return way == null ? null : toldOn().map(on -> new Told(way, on)).orElse(null);
    }

    private static String words(Referral referral, Part part) {
        return switch (part) {
            case NEED -> referral.need();
            case PURPOSE -> referral.purpose();
            case GOAL -> referral.goal();
            case CONTENT -> referral.content();
            case CONSEQUENCES -> referral.consequences();
            default -> throw new IllegalArgumentException("not written in words: " + part);
        };
    }

    private static Referral with(Referral old, Part part, String text) {
        return old.write(part == Part.NEED ? text : old.need(), old.wantedKind(), part == Part.PURPOSE ? text : old.purpose(),
                part == Part.GOAL ? text : old.goal(), part == Part.CONTENT ? text : old.content(),
                part == Part.CONSEQUENCES ? text : old.consequences(), old.told());
    }

    private static Referral with(Referral old, @Nullable Told told) {
        return old.write(old.need(), old.wantedKind(), old.purpose(), old.goal(), old.content(), old.consequences(), told);
    }

    private void change(UnaryOperator<Referral> change) {
        openCase.edit(documents -> documents.of(Referral.class)
                .stream()
                .filter(referral -> referral.id().equals(referralId) && referral.status() == Referral.Status.WRITING)
                .findFirst()
                .map(before -> changed(before, change.apply(before)))
                .orElse(new Intent(List.of())));
    }

    private static Intent changed(Referral before, Referral after) {
        return before.equals(after) ? new Intent(List.of()) : Intent.change(before, after);
    }

    /** The kinds of action to ask for, after the choice that asks for none. */
    static List<Choice<String>> kinds(String none) {
        return Stream
                .concat(Stream.of(new Choice<String>(none, null)),
                        ActionKind.catalogue().stream().map(kind -> new Choice<>(kind.name(), kind.key())))
                .toList();
    }
}
