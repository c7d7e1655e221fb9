package se.trepart.app.disclosure;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.disclosure.DisclosurePaper.Errand;
import se.trepart.app.letter.LetterArchive;
import se.trepart.app.letter.LetterHead;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterProblem;
import se.trepart.app.letter.WholeFile;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Place;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.disclosure.Asker;
import se.trepart.model.disclosure.Disclosure;
import se.trepart.model.disclosure.Disclosure.Proposal;
import se.trepart.model.disclosure.FilePart;
import se.trepart.model.disclosure.Omission;
import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/**
 * Takes a case's file out for somebody who asks for it (utlämnande av handlingar): the rules propose, a person judges every document, and it
 * is logged with to whom and for what before the file is written (R31).
 */
final class DisclosureViewModel {

    /** Who asks. @param memberId the adult of the household; null when it is somebody else */
    record Asked(Asker asker, @Nullable UUID memberId) {}

    /** What is missing. */
    enum Hindrance {
        ASKER,
        TO,
        PURPOSE
    }

    private final OpenCase openCase;
    private final LetterOffice office;
    private final List<DecisionReason> reasons;
    private final Desk desk;
    private final Texts texts;
    private final ObservableList<Choice<Asked>> askers;
    private final ObjectProperty<Choice<Asked>> asked;
    private final ObservableList<DisclosureRow> rows = FXCollections.observableArrayList();
    private final Map<UUID, Judgement> judged = new HashMap<>();
    private List<Proposal> proposals = List.of();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Runnable stopFollowing;
    private @Nullable TypedText to;
    private @Nullable TypedText purpose;
    private volatile boolean stopped;

    /** What a person decided about a document against the rules. @param omission null when it goes out */
    private record Judgement(@Nullable Omission omission) {}

    /** @param reasons the catalogue that decisions give their reasons from */
    DisclosureViewModel(OpenCase openCase, LetterOffice office, List<DecisionReason> reasons) {
        this.openCase = openCase;
        this.office = office;
        this.reasons = reasons;
        desk = openCase.desk();
        texts = desk.texts();
        askers = FXCollections.observableArrayList(new Choice<>(texts.of("disclosure.asker.choose"), null));
        asked = new SimpleObjectProperty<>(askers.getFirst());
        asked.addListener((_, _, _) -> {
            // what was judged was judged for another
            judged.clear();
            openCase.situation().ifPresent(this::propose);
        });
        stopFollowing = openCase.follow(this::show);
    }

    OpenCase openCase() {
        return openCase;
    }

    void dispose() {
        stop();
        stopFollowing.run();
        openCase.close();
    }

    /** The case is read and may be shown. */
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Each adult of the household, the court, somebody else. Nobody is chosen beforehand. */
    ObservableList<Choice<Asked>> askers() {
        return askers;
    }

    ObjectProperty<Choice<Asked>> asked() {
        return asked;
    }

    /** Till vem. Once {@link #ready}. */
    TypedText to() {
        return Objects.requireNonNull(to);
    }

    /** Ändamål. Once {@link #ready}. */
    TypedText purpose() {
        return Objects.requireNonNull(purpose);
    }

    /** Every document of the case in the order of reading; none before it is said who asks. */
    ObservableList<DisclosureRow> rows() {
        return rows;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** What came of it, in words. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Utelämna or ta med: leaves a document out, with a reason that is asked for, or takes it in after all. */
    void judge(DisclosureRow row) {
        if (!row.changeable() || running.get()) {
            return;
        }
        UUID id = row.proposal().document().id();
        if (!row.included()) {
            judged.put(id, new Judgement(null));
        } else {
            desk.dialogs()
                    .choose(texts.of("disclosure.leave-out.title"), texts.of("disclosure.leave-out.text"),
                            Disclosure.byJudgement()
                                    .stream()
                                    .map(why -> new Choice<>(texts.name("disclosure.omission", why), why))
                                    .toList())
                    .ifPresent(why -> judged.put(id, new Judgement(why)));
        }
        openCase.situation().ifPresent(this::propose);
    }

    /** Läs: the document's place in the case. What is chosen here stays. */
    void open(DisclosureRow row) {
        desk.navigator().open(new Place.InCase(openCase.id(), place(FilePart.of(row.proposal().document().documentType())), null));
    }

    private static CasePlace place(FilePart part) {
        return switch (part) {
            case CASE, APPLICATION, NONE -> CasePlace.APPLICATION;
            case INVESTIGATION -> CasePlace.INVESTIGATION;
            case JOURNAL -> CasePlace.JOURNAL;
            case CALCULATION -> CasePlace.CALCULATION;
            case DECISION -> CasePlace.DECISION;
            case PLANNING -> CasePlace.PLANNING;
            case LETTER -> CasePlace.LETTER;
        };
    }

    /** What is missing before the file can be written. */
    List<Hindrance> hindrances() {
        List<Hindrance> why = new ArrayList<>();
        if (asked.get().value() == null) {
            why.add(Hindrance.ASKER);
        }
        if (to().text().isBlank()) {
            why.add(Hindrance.TO);
        }
        if (purpose().text().isBlank()) {
            why.add(Hindrance.PURPOSE);
        }
        return why;
    }

    /** Skriv akten som PDF: asks where, logs who gets it and why (R31), and writes it in the background. */
    void write() {
        CaseSituation now = openCase.situation().orElse(null);
        Disclosure rules = now == null ? null : rules(now);
        if (now == null || rules == null || running.get() || !hindrances().isEmpty()) {
            return;
        }
        List<Proposal> all = proposals;
        Errand errand = new Errand(who(now.documents().household(), rules), to().text().strip(), purpose().text().strip(), rules.hidden());
        desk.dialogs()
                .pickSaveFile(texts.of("disclosure.save"), fileName(now), "PDF", "pdf")
                .ifPresent(file -> openCase.edit(documents -> Intent.create(event(documents.unitId(), logged(errand, all))),
                        () -> write(file, now, rules, errand, all)));
    }

    /** Avbryt: nothing is written. */
    void stop() {
        stopped = true;
    }

    /** Without anybody's name. */
    private static String fileName(CaseSituation now) {
        return "akt-" + now.documents().file().number().replaceAll("[^0-9A-Za-z-]", "") + ".pdf";
    }

    private String logged(Errand errand, List<Proposal> all) {
        long out = all.stream().filter(one -> one.omission() == null).count();
        return texts.of("disclosure.logged", errand.to(), errand.purpose(), out, all.size() - out);
    }

    private ReadEvent event(UUID unitId, String words) {
        return new ReadEvent(desk.newId().get(), unitId, openCase.id(), desk.staff().id(), desk.clock().instant(), words,
                ReadEvent.DISCLOSURE);
    }

    /** The log says no more than what came to pass. */
    private void notWritten(Errand errand, String why) {
        message.set(texts.of(why));
        openCase.edit(
                documents -> Intent.create(event(documents.unitId(), texts.of("disclosure.logged-not", errand.to(), errand.purpose()))));
    }

    private void write(Path file, CaseSituation now, Disclosure rules, Errand errand, List<Proposal> all) {
        stopped = false;
        running.set(true);
        progress.set(0);
        message.set(texts.of("disclosure.running"));
        long count = Math.max(1, all.stream().filter(one -> one.omission() == null).count());
        LetterHead head = LetterHead.of(now.documents().file(), now.documents().household(), now.documents().household().applicant().id(),
                now.registers().settings(now.today()).municipality(), desk.staff(), now.today());
        DisclosurePaper paper = new DisclosurePaper(office, new DocumentWords(now, desk, rules, reasons),
                new LetterArchive(desk.workstation())::of, this::withLaw);
        BooleanSupplier asks = () -> stopped;
        desk.tasks()
                .of(() -> WholeFile.write(file,
                        paper.pdf(head, errand, all, done -> desk.tasks().onScreen(() -> progress.set((double) done / count)), asks)))
                .then(_ -> done(file))
                .on(CancellationException.class, _ -> notWritten(errand, "disclosure.stopped"))
                .on(LetterProblem.NotHere.class, _ -> notWritten(errand, "disclosure.not-here"))
                .on(LetterProblem.class, _ -> notWritten(errand, "disclosure.unreadable"))
                .on(UncheckedIOException.class, _ -> notWritten(errand, "disclosure.failed"))
                .always(() -> {
                    running.set(false);
                    if (message.get().equals(texts.of("disclosure.running"))) {
                        // something nobody expected, which is told of by itself
                        notWritten(errand, "disclosure.unreadable");
                    }
                })
                .start();
    }

    /** For who gets the file: why, and by which law. */
    private String withLaw(Omission why) {
        String words = texts.name("disclosure.omission", why);
        return texts.has("disclosure.law." + why.name()) ? texts.of("disclosure.by-law", words, texts.name("disclosure.law", why)) : words;
    }

    private void done(Path file) {
        message.set(texts.of("disclosure.done", file.getFileName()));
        to().textProperty().set("");
        purpose().textProperty().set("");
    }

    private void show(CaseSituation now) {
        if (to == null) {
            to = typed("disclosure/to");
            purpose = typed("disclosure/purpose");
            now.documents()
                    .household()
                    .adults()
                    .forEach(adult -> askers.add(
                            new Choice<>(texts.of("disclosure.asker.PARTY", adult.person().name()), new Asked(Asker.PARTY, adult.id()))));
            askers.add(new Choice<>(texts.of("disclosure.asker.COURT"), new Asked(Asker.COURT, null)));
            askers.add(new Choice<>(texts.of("disclosure.asker.OTHER"), new Asked(Asker.OTHER, null)));
        }
        propose(now);
        ready.set(true);
    }

    private TypedText typed(String field) {
        TypedText text = openCase.typed(field, _ -> {});
        text.show("");
        return text;
    }

    private void propose(CaseSituation now) {
        Disclosure rules = rules(now);
        if (rules == null) {
            proposals = List.of();
            rows.clear();
            return;
        }
        DocumentWords words = new DocumentWords(now, desk, rules, reasons);
        List<Proposal> all = new ArrayList<>();
        List<DisclosureRow> shown = new ArrayList<>();
        for (Proposal rule : rules.propose(now.documents().all())) {
            Proposal judgedNow = judged(rule);
            all.add(judgedNow);
            if (FilePart.of(rule.document().documentType()) != FilePart.NONE) {
                shown.add(row(judgedNow, rule.omission(), words));
            }
        }
        proposals = List.copyOf(all);
        rows.setAll(shown);
    }

    private Proposal judged(Proposal rule) {
        Judgement judgement = judged.get(rule.document().id());
        return judgement == null || !changeable(rule.omission())
                ? rule
                : new Proposal(rule.document(), judgement.omission(), rule.freeText());
    }

    private static boolean changeable(@Nullable Omission rule) {
        return rule == null || !rule.always();
    }

    private DisclosureRow row(Proposal now, @Nullable Omission rule, DocumentWords words) {
        FilePart part = FilePart.of(now.document().documentType());
        return new DisclosureRow(now, texts.name("disclosure.part", part), words.title(now.document()), words.day(now.document()),
                state(now, rule), changeable(rule));
    }

    private String state(Proposal now, @Nullable Omission rule) {
        Omission why = now.omission();
        if (why != null) {
            return texts.of("disclosure.state.out", texts.name("disclosure.omission", why));
        }
        if (rule != null) {
            return texts.of("disclosure.state.judged");
        }
        return texts.of(now.freeText() ? "disclosure.state.read" : "disclosure.state.in");
    }

    private @Nullable Disclosure rules(CaseSituation now) {
        Asked by = asked.get().value();
        return by == null
                ? null
                : Disclosure.of(now.documents().household(), now.documents().all(), by.asker(), by.memberId(),
                        Set.copyOf(desk.staff().roles()));
    }

    /** R34: that a protected case is somebody's is not told to who is not a party to it. */
    private String who(Household household, Disclosure rules) {
        if (rules.hidden() && rules.asker() == Asker.OTHER) {
            return texts.of("disclosure.hidden");
        }
        return String.join(", ", household.adults().stream().map(adult -> adult.person().name()).toList());
    }
}
