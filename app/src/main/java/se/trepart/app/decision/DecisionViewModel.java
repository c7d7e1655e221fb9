package se.trepart.app.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.calculation.CurrentCalculation;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.decision.DecisionPage.Main;
import se.trepart.app.dialog.Dialogs.Prompt;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Actor;
import se.trepart.model.application.Application;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionBasis;
import se.trepart.model.decision.DecisionHindered;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.DecisionStep;
import se.trepart.model.decision.Decisions;
import se.trepart.model.norm.Calculation;

/** The decision on the application at hand (beslut): prepares it, follows what is written, and takes it to the one who may make it. */
public final class DecisionViewModel {

    private final OpenCase openCase;
    private final Texts texts;
    private final DecisionPages pages;
    private final Map<UUID, Writing> writings = new HashMap<>();
    private final ReadOnlyObjectWrapper<DecisionPage> page = new ReadOnlyObjectWrapper<>(DecisionPage.NOTHING);
    private final Runnable stop;
    private boolean opened;

    /** The texts of one decision while it is prepared. */
    private record Writing(TypedText reasons, TypedText childEffect, TypedText material, TypedText answer, TypedText unnecessary) {

        void leave() {
            List.of(reasons, childEffect, answer, unnecessary).forEach(TypedText::leave);
        }
    }

    public DecisionViewModel(OpenCase openCase, Rulebook rulebook) {
        this.openCase = openCase;
        texts = openCase.desk().texts();
        pages = new DecisionPages(openCase, rulebook);
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
    }

    public ReadOnlyObjectProperty<DecisionPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public DecisionPage page() {
        return page.get();
    }

    /** The place is shown: the amounts follow the calculation from now on. */
    public void open() {
        opened = true;
        openCase.situation().ifPresent(this::follow);
    }

    public void close() {
        opened = false;
        leave();
    }

    /** Varför, in plain words to the applicant. */
    public TypedText reasons() {
        return writing().reasons();
    }

    /** Så påverkas barnen. */
    public TypedText childEffect() {
        return writing().childEffect();
    }

    /** What of the material is sent to the applicant (R18). */
    public TypedText material() {
        return writing().material();
    }

    /** What the applicant answered (R18). */
    public TypedText answer() {
        return writing().answer();
    }

    /** Why communication is obviously unnecessary (R18). */
    public TypedText unnecessary() {
        return writing().unnecessary();
    }

    public void leave() {
        Decision decision = page().decision();
        if (decision != null && page().editable()) {
            writing().leave();
            page().items().forEach(ItemRow::leave);
        }
    }

    /** Writes what is typed, and then does something with what the page says after that. */
    public void leaveThen(Runnable then) {
        leave();
        openCase.edit(_ -> new Intent(List.of()), then);
    }

    /** The decision as the calculation gives it. */
    public void prepare() {
        step((documents, application) -> CurrentCalculation.of(documents, application)
                .filter(_ -> documents.decisionsOf(application).isEmpty())
                .map(calculation -> create(application,
                        Decisions.prepare(basis(documents, application), calculation, actor(), openCase.desk().newId()))));
    }

    /** Avvisa: the application cannot be tried (R1). */
    public void dismiss() {
        ask("decision.dismiss.title", "decision.dismiss.text", "decision.dismiss.label", "decision.dismiss.do", "")
                .ifPresent(why -> step((documents, application) -> Optional.of(application)
                        .filter(a -> noneToPrepare(documents, a))
                        .map(a -> create(a, Decisions.dismiss(a, why, actor(), openCase.desk().newId())))));
    }

    /** Återkallad: the applicant has withdrawn the application (R1). */
    public void withdraw() {
        ask("decision.withdraw.title", "decision.withdraw.text", "decision.withdraw.label", "decision.withdraw.do", "")
                .ifPresent(why -> step((documents, application) -> Optional.of(application)
                        .filter(a -> noneToPrepare(documents, a))
                        .map(a -> create(a, Decisions.withdraw(a, why, actor(), openCase.desk().newId())))));
    }

    /** The material was sent to the applicant today (R18). Whether there was something to send. */
    public boolean communicate() {
        Decision decision = page().decision();
        String material = material().text();
        if (decision == null || material.isBlank()) {
            return false;
        }
        int days = openCase.situation().orElseThrow().registers().settings(openCase.desk().today()).communicationDays();
        edit(decision).change(d -> Decisions.communicate(d, material, openCase.desk().today(), days));
        material().textProperty().set("");
        return true;
    }

    /** Besluta, or Godkänn: makes the decision, with the application and the calculation in one. */
    public void decide() {
        Decision shown = page().decision();
        boolean mine = page().main() == Main.DECIDE || page().main() == Main.APPROVE;
        if (shown == null || !mine || !page().hindrances().isEmpty()) {
            return;
        }
        String words = shown.kind() == DecisionKind.AID
                ? texts.of("decision.decide.text", Formats.money(shown.granted()), texts.name("decision.outcome", shown.outcome()))
                : texts.name("decision.decide.kind", shown.kind());
        boolean approve = page().main() == Main.APPROVE;
        if (openCase.desk()
                .dialogs()
                .confirm(texts.of("decision.decide.title"), words, texts.of(approve ? "decision.approve" : "decision.decide"))) {
            existing(shown,
                    (documents, application) -> documents.of(Decision.class)
                            .stream()
                            .filter(d -> d.id().equals(shown.id()) && !d.made())
                            .findFirst()
                            .map(d -> d.status() == DecisionStatus.SENT
                                    ? Decisions.approve(d, basis(documents, application), actor(), id())
                                    : Decisions.decide(d, basis(documents, application), actor(), id())));
        }
    }

    /** Skicka till beslutsfattare. */
    public void send() {
        Decision shown = page().decision();
        if (shown != null && page().hindrances().isEmpty()) {
            ask("decision.send.title", "decision.send.text", "decision.send.label", "decision.send", "").ifPresent(words -> existing(shown,
                    (documents, application) -> found(documents, shown).filter(d -> d.status() != DecisionStatus.SENT)
                            .map(d -> Decisions.send(d, basis(documents, application), actor(), words, id()))));
        }
    }

    /** Ta tillbaka, by the one who prepared it. */
    public void takeBack() {
        Decision shown = page().decision();
        if (shown != null) {
            existing(shown, (documents, application) -> found(documents, shown).filter(d -> d.status() == DecisionStatus.SENT)
                    .map(d -> Decisions.takeBack(d, application, actor(), id())));
        }
    }

    /** Återsänd, with a reason (R16). */
    public void sendBack() {
        Decision shown = page().decision();
        if (shown == null) {
            return;
        }
        ask("decision.send-back.title", "decision.send-back.text", "decision.send-back.label", "decision.send-back", "")
                .ifPresent(reason -> {
                    if (reason.isBlank()) {
                        openCase.desk().dialogs().tell(texts.of("decision.send-back.title"), texts.of("decision.send-back.reason-missing"));
                        return;
                    }
                    existing(shown, (documents, application) -> found(documents, shown).filter(d -> d.status() == DecisionStatus.SENT)
                            .map(d -> Decisions.sendBack(d, application, actor(), reason, id())));
                });
    }

    /** Rätta beslutet: a new decision that names the old, on a calculation that can be changed (R17). */
    public void correct() {
        Decision old = page().decision();
        if (old == null || !openCase.desk()
                .dialogs()
                .confirm(texts.of("decision.correct"), texts.of("decision.correct.text"), texts.of("decision.correct"))) {
            return;
        }
        step((documents, application) -> found(documents, old).filter(Decision::made)
                .filter(d -> documents.decisionsOf(application).stream().allMatch(Decision::made))
                .map(d -> correction(documents, application, d)));
    }

    private Intent correction(CaseDocuments documents, Application application, Decision old) {
        Decision corrected = Decisions.correct(old, application, actor(), openCase.desk().newId()).decision();
        Optional<Calculation> copy = CurrentCalculation.of(documents, application)
                .filter(_ -> old.kind() == DecisionKind.AID)
                .map(c -> new Calculation(id(), c.unitId(), c.caseId(), c.applicationId(), c.period(), openCase.desk().today(),
                        openCase.desk().staff().id(), c.lines(), false));
        return copy
                .map(c -> Intent.create(c,
                        Decisions.follow(corrected, basis(documents.with(List.of(c)), application), c, openCase.desk().newId())))
                .orElseGet(() -> Intent.create(corrected));
    }

    private void show(CaseSituation now) {
        DecisionPage next = pages.page(now);
        Decision decision = next.decision();
        if (decision != null) {
            writing(decision);
        }
        page.set(next);
        follow(now);
    }

    /** The amounts follow the calculation; those that a person has set by a ground of its own stay. */
    private void follow(CaseSituation now) {
        Decision decision = page().decision();
        if (!opened || !page().editable() || decision == null || decision.kind() != DecisionKind.AID) {
            return;
        }
        boolean behind = now.atHand().filter(application -> !followed(decision, now.documents(), application).equals(decision)).isPresent();
        if (behind) {
            UUID applicationId = decision.applicationId();
            openCase.edit(documents -> documents.application(applicationId)
                    .flatMap(application -> found(documents, decision).filter(d -> d.status() != DecisionStatus.SENT && !d.made())
                            .map(d -> Intent.change(d, followed(d, documents, application))))
                    .orElse(new Intent(List.of())));
        }
    }

    private Decision followed(Decision decision, CaseDocuments documents, Application application) {
        Optional<Calculation> calculation = CurrentCalculation.of(documents, application).filter(c -> !c.locked());
        if (calculation.isEmpty()) {
            return decision;
        }
        Decision next = Decisions.follow(decision, basis(documents, application), calculation.get(), openCase.desk().newId());
        for (DecisionItem item : decision.items()) {
            if (item.matter().ofItsOwn() && next.items().stream().anyMatch(i -> i.id().equals(item.id()))) {
                next = Decisions.set(next, item.id(), item.granted(), item.reasonCode(), item.ownWords());
            }
        }
        return next;
    }

    private Writing writing() {
        Decision decision = page().decision();
        if (decision == null) {
            throw new IllegalStateException("no decision is shown");
        }
        return writing(decision);
    }

    private Writing writing(Decision decision) {
        Writing writing = writings.computeIfAbsent(decision.id(), _ -> newWriting(decision));
        writing.reasons().show(decision.reasons());
        writing.childEffect().show(decision.childEffect());
        writing.answer().show(decision.communication() == null ? "" : decision.communication().answer());
        writing.unnecessary().show(decision.communication() == null ? "" : decision.communication().unnecessaryBecause());
        return writing;
    }

    private Writing newWriting(Decision decision) {
        String field = "decision/" + decision.id() + "/";
        DecisionEdit edit = edit(decision);
        TypedText material = openCase.typed(field + "material", _ -> {});
        material.show("");
        return new Writing(
                openCase.typed(field + "reasons",
                        text -> edit.change(d -> Decisions.reasons(d, text), d -> Decisions.reasons(d, decision.reasons()))),
                openCase.typed(field + "child-effect",
                        text -> edit.change(d -> Decisions.childEffect(d, text), d -> Decisions.childEffect(d, decision.childEffect()))),
                material, openCase.typed(field + "answer", text -> edit.change(d -> answered(d, text))), openCase.typed(
                        field + "unnecessary", text -> edit.change(d -> text.isBlank() ? d : Decisions.communicationUnnecessary(d, text))));
    }

    private static Decision answered(Decision decision, String answer) {
        return decision.communication() == null || decision.communication().sentOn() == null
                ? decision
                : Decisions.answered(decision, answer);
    }

    private DecisionEdit edit(Decision decision) {
        return new DecisionEdit(openCase, decision.id());
    }

    private DecisionBasis basis(CaseDocuments documents, Application application) {
        return pages.basis(documents, application);
    }

    private Actor actor() {
        return pages.actor();
    }

    private UUID id() {
        return openCase.desk().newId().get();
    }

    private static Optional<Decision> found(CaseDocuments documents, Decision shown) {
        return documents.of(Decision.class).stream().filter(d -> d.id().equals(shown.id())).findFirst();
    }

    /** One that is being prepared gives way; one that is with the decider or made does not. */
    private static boolean noneToPrepare(CaseDocuments documents, Application application) {
        return !application.status().ended() && documents.decisionsOf(application).isEmpty();
    }

    private static Intent create(Application before, DecisionStep step) {
        Intent intent = Intent.create(step.decision());
        return step.application().equals(before) ? intent : intent.andChange(before, step.application());
    }

    private void existing(Decision shown, BiFunction<CaseDocuments, Application, Optional<DecisionStep>> change) {
        step((documents, application) -> change.apply(documents, application).map(step -> {
            Intent intent = new Intent(List.of()).andChange(found(documents, shown).orElseThrow(), step.decision());
            if (!step.application().equals(application)) {
                intent = intent.andChange(application, step.application());
            }
            Optional<Calculation> locked = step.locked();
            return locked.isEmpty() || pages.calculation(documents, locked.get().id()).locked()
                    ? intent
                    : intent.andChange(pages.calculation(documents, locked.get().id()), locked.get());
        }));
    }

    /** A step from the newest documents; one that something has come to stand in the way of is not taken: the page then says what. */
    private void step(BiFunction<CaseDocuments, Application, Optional<Intent>> change) {
        Optional<UUID> chosen = openCase.situation().flatMap(CaseSituation::atHand).map(Application::id);
        chosen.ifPresent(applicationId -> openCase.edit(documents -> {
            try {
                return documents.application(applicationId)
                        .flatMap(application -> change.apply(documents, application))
                        .orElse(new Intent(List.of()));
            } catch (DecisionHindered _) {
                return new Intent(List.of());
            }
        }));
    }

    private Optional<String> ask(String title, String text, String label, String doIt, String initial) {
        return openCase.desk().dialogs().ask(new Prompt(texts.of(title), texts.of(text), texts.of(label), initial, true, texts.of(doIt)));
    }
}
