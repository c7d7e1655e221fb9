package se.trepart.app.decision;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.MoneyText;
import se.trepart.app.text.Texts;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.Decisions;
import se.trepart.model.decision.Outcome;

/** One thing applied for while the decision is prepared (beslutspost): outcome, reason from the catalogue, own words, ground. */
public final class ItemRow {

    private final DecisionEdit edit;
    private final Texts texts;
    private final String key;
    private final String name;
    private final String about;
    private final TypedText ownWords;
    private final TypedText granted;
    private final List<Choice<String>> reasons;
    private final List<Choice<DecisionMatter>> matters;
    private DecisionItem item;
    private Outcome outcome;

    ItemRow(String key, String name, String about, DecisionItem item, Outcome outcome, OpenCase openCase, Rulebook rulebook,
            DecisionEdit edit) {
        this.key = key;
        this.name = name;
        this.about = about;
        this.item = item;
        this.outcome = outcome;
        this.edit = edit;
        texts = openCase.desk().texts();
        UUID id = item.id();
        String field = "decision/" + edit.decisionId() + "/" + id + "/";
        ownWords = openCase.typed(field + "words", text -> set(
                i -> new DecisionItem(i.id(), i.sourceId(), i.code(), i.matter(), i.applied(), i.granted(), i.reasonCode(), text)));
        granted = openCase.typed(field + "granted", this::writeGranted);
        List<Choice<String>> fitting = rulebook.reasons()
                .stream()
                .filter(reason -> reason.fits(item.code()))
                .map(reason -> new Choice<>(reason.text(), reason.code()))
                .toList();
        reasons = Stream.concat(Stream.of(new Choice<String>(texts.of("decision.reason.none"), null)), fitting.stream()).toList();
        DecisionMatter ordinary = ordinary(item.matter());
        matters = Stream.of(ordinary, DecisionMatter.EMERGENCY, DecisionMatter.BEYOND_RIGHT, DecisionMatter.REDUCTION)
                // an emergency is tried after the month's support, never in its place
                .filter(matter -> matter != DecisionMatter.EMERGENCY || !item.forSupport())
                .map(matter -> new Choice<>(texts.name("decision.matter", matter), matter))
                .toList();
        show(item, outcome);
    }

    void show(DecisionItem now, Outcome nowOutcome) {
        item = now;
        outcome = nowOutcome;
        ownWords.show(now.ownWords());
        granted.show(Formats.amount(now.granted()));
    }

    public UUID id() {
        return item.id();
    }

    /** Names the row on the page. */
    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** What it is for, in the applicant's words; empty for the support. */
    public String about() {
        return about;
    }

    public boolean forSupport() {
        return item.forSupport();
    }

    public String applied() {
        return Formats.money(item.applied());
    }

    public String grantedText() {
        return Formats.money(item.granted());
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Refused or cut: a reason is to be given (FL 32 §). */
    public boolean needsReason() {
        return item.outcome() != Outcome.GRANTED;
    }

    /** The reasons that fit, and none. */
    public List<Choice<String>> reasons() {
        return reasons;
    }

    public Choice<String> reason() {
        return reasons.stream().filter(r -> item.reasonCode().equals(r.value())).findFirst().orElse(reasons.getFirst());
    }

    /** The reason as the applicant reads it; empty when none is chosen. */
    public String reasonText() {
        return item.reasonCode().isEmpty() ? "" : reason().label();
    }

    public void choose(Choice<String> reason) {
        String code = reason.value() == null ? "" : reason.value();
        if (!code.equals(item.reasonCode())) {
            set(i -> new DecisionItem(i.id(), i.sourceId(), i.code(), i.matter(), i.applied(), i.granted(), code, i.ownWords()));
        }
    }

    public TypedText ownWords() {
        return ownWords;
    }

    /** The grounds that the item can be judged by; the first is the right to aid. */
    public List<Choice<DecisionMatter>> matters() {
        return matters;
    }

    public Choice<DecisionMatter> matter() {
        return matters.stream().filter(m -> item.matter() == m.value()).findFirst().orElse(matters.getFirst());
    }

    public void judgeAs(Choice<DecisionMatter> chosen) {
        DecisionMatter matter = chosen.value();
        DecisionMatter before = item.matter();
        if (matter != null && matter != before) {
            UUID id = item.id();
            edit.change(decision -> Decisions.judgeAs(decision, id, matter), decision -> Decisions.judgeAs(decision, id, before));
        }
    }

    /** Judged by a ground of its own, so that the amount is not the calculation's. */
    public boolean ownAmount() {
        return item.matter().ofItsOwn();
    }

    public TypedText granted() {
        return granted;
    }

    /** What is wrong with the amount, in words; empty when nothing is. */
    public String grantedFault() {
        return MoneyText.read(granted.text()).filter(m -> !m.negative()).isPresent() ? "" : texts.of("decision.fault.amount");
    }

    public void leave() {
        ownWords.leave();
        if (ownAmount()) {
            granted.leave();
        }
    }

    List<Object> shape() {
        return List.of(item.id(), item.applied(), item.granted(), item.reasonCode(), item.matter(), outcome);
    }

    private void writeGranted(String typed) {
        MoneyText.read(typed).filter(m -> !m.negative()).ifPresent(amount -> {
            granted.textProperty().set(Formats.amount(amount));
            set(i -> new DecisionItem(i.id(), i.sourceId(), i.code(), i.matter(), i.applied(), amount, i.reasonCode(), i.ownWords()));
        });
    }

    private void set(UnaryOperator<DecisionItem> change) {
        UUID id = item.id();
        DecisionItem before = item;
        edit.change(decision -> set(decision, change.apply(decision.item(id))), decision -> set(decision, before));
    }

    private static Decision set(Decision decision, DecisionItem now) {
        return Decisions.set(decision, now.id(), now.granted(), now.reasonCode(), now.ownWords());
    }

    /** The ground that the item has when it is judged as a right. */
    private DecisionMatter ordinary(DecisionMatter matter) {
        return matter.ofItsOwn() ? DecisionMatter.SUPPORT : matter;
    }
}
